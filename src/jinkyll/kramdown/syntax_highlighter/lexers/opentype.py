"""OpenType's feature files."""

from __future__ import annotations

from typing import ClassVar

from jinkyll.kramdown.syntax_highlighter.machine import POP, Lexer, States, words

__all__ = ["OpenTypeFeatureFile"]

_KEYWORDS = """
Ascender Attach AxisValue CapHeight CaretOffset CodePageRange DesignAxis Descender
ElidedFallbackName ElidedFallbackNameID ElidableAxisValueName FeatUILabelNameID
FeatUITooltipTextNameID FontRevision FSType GlyphClassDef HorizAxis.BaseScriptList
HorizAxis.BaseTagList HorizAxis.MinMax IgnoreBaseGlyphs IgnoreLigatures IgnoreMarks
LigatureCaretByDev LigatureCaretByIndex LigatureCaretByPos LineGap MarkAttachClass
MarkAttachmentType NULL OlderSiblingFontAttribute Panose ParamUILabelNameID RightToLeft
SampleTextNameID TypoAscender TypoDescender TypoLineGap UnicodeRange UseMarkFilteringSet Vendor
VertAdvanceY VertAxis.BaseScriptList VertAxis.BaseTagList VertAxis.MinMax VertOriginY
VertTypoAscender VertTypoDescender VertTypoLineGap WeightClass WidthClass XHeight anchorDef anchor
anonymous anon by contour cursive device enumerate enum exclude_dflt featureNames feature flag
from ignore include_dflt include languagesystem language location lookupflag lookup markClass mark
nameid name parameters position pos required reversesub rsub script sizemenuname substitute
subtable sub table useExtension valueRecordDef winAscent winDescent
"""
_ID = r"[a-zA-Z_][a-zA-Z0-9/_.-]*"


class OpenTypeFeatureFile(Lexer):
    """OpenType's feature files."""

    states: ClassVar[States] = {
        "root": [
            (r"\s+", "w"),
            (r"#.*$", "c"),
            (r"(anonymous|anon|feature|lookup|table)(\s+)", ("k", ""), "featurename"),
            (r"(\})(\s)", ("p", ""), "featurename"),
            (r"(?i:include)\b", "k", "includepath"),
            (r"[\-\[\]/(){},.:;=%*<>']", "p"),
            (r"`", "sb"),
            (r'"', "s", "strings"),
            (r"\\[^.*\s]+", "se"),
            (rf"@{_ID}", "nc"),
            (_ID, words("n", k=_KEYWORDS)),
            (r"(?:0x|\\)[0-9A-Fa-f]+", "mh"),
            (r"\d+", "mi"),
        ],
        "featurename": [(_ID, "nf", POP)],
        "includepath": [(r"\s+", "w"), (r"\)", "p", POP), (r"\(", "p"), (r"[^\s()]+", "s")],
        "strings": [(r'"', "s", POP), (r'[^"%\n]+', "s")],
    }
