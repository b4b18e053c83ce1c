"""SCSS."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from jinkyll.kramdown.syntax_highlighter.lexers.css_words import PROPERTIES, SASS_VALUES
from jinkyll.kramdown.syntax_highlighter.machine import POP, RESET, Lexer, Run, States

if TYPE_CHECKING:
    import re

__all__ = ["Scss"]

_ID = r"[\w-]+"


def _property(run: Run, match: re.Match[str]) -> None:
    run.tokens.append(("nl" if match[0] in PROPERTIES else "na", match[0]))


class Scss(Lexer):
    """SCSS."""

    states: ClassVar[States] = {
        "root": [
            (r"\s+", ""),
            (r"//.*?$", "c1"),
            (r"(?s:/[*].*?[*]/)", "cm"),
            (r"@import\b", "k", "value"),
            "content_common",
            (r"(?=[^;{}][;}])", "", "attribute"),
            (r"(?=[^;{}:\[]+:[^a-z])", "", "attribute"),
            (r"", "", "selector"),
        ],
        "end_section": [(r"\n", ""), (r"[;{}]", "p", RESET)],
        "content_common": [
            (r"@for\b", "k", "for"),
            (r"@(?:debug|warn|if|each|while|else|return|media)", "k", "value"),
            (rf"(@mixin)(\s+)({_ID})", ("k", "", "nf"), "value"),
            (rf"(@function)(\s+)({_ID})", ("k", "", "nf"), "value"),
            (r"@extend\b", "k", "selector"),
            (rf"(@include)(\s+)({_ID})", ("k", "", "nd"), "value"),
            (rf"@{_ID}", "k", "selector"),
            (r"&", "k", "selector"),
            (rf"([$]{_ID})([ \t]*)(:)", ("nv", "", "p"), "value"),
        ],
        "value": [
            "end_section",
            (r"[ \t]+", ""),
            (rf"[$]{_ID}", "nv"),
            (r"url[(]", "sx", "string_url"),
            (rf"{_ID}(?=\s*[(])", "nf"),
            (rf"%{_ID}", "nd"),
            (r"(?:true|false)\b", "bp"),
            (r"(?:and|or|not)\b", "ow"),
            (r"#[a-zA-Z0-9]{1,6}", "mh"),
            (r"-?\d+(?:%|[a-z]+)?", "m"),
            (r"-?\d*\.\d+(?:%|[a-z]+)?", "mi"),
            "has_strings",
            "has_interp",
            (r"[~^*!&%<>|+=@:,./?-]+", "o"),
            (r"[\[\]()]+", "p"),
            (r"/[*]", "cm", "inline_comment"),
            (r"//[^\n]*", "c1"),
            (_ID, SASS_VALUES),
        ],
        "has_interp": [(r"[#][{]", "si", "interpolation")],
        "has_strings": [(r'"', "s2", "dq"), (r"'", "s1", "sq")],
        "interpolation": [(r"\}", "si", POP), "value"],
        "selector": [
            "end_section",
            "has_strings",
            "has_interp",
            (r"[ \t]+", ""),
            (r":", "nd", "pseudo_class"),
            (r"[.]", "nc", "class"),
            (r"#", "nn", "id"),
            (r"%", "nv", "placeholder"),
            (_ID, "nt"),
            (r"&", "k"),
            (r"[~^*!&\[\]()<>|+=@:;,./?-]", "o"),
        ],
        "dq": [
            (r'"', "s2", POP),
            "has_interp",
            (r'(?:\\.|#(?![{])|[^\n"#\\]|\\)+', "s2"),
        ],
        "sq": [
            (r"'", "s1", POP),
            "has_interp",
            (r"(?:\\.|#(?![{])|[^\n'#\\]|\\)+", "s1"),
        ],
        "string_url": [
            (r"[)]", "sx", POP),
            (r"(?:\\.|#(?![{])|[^\n)#\\]|\\)+", "sx"),
            "has_interp",
        ],
        "selector_piece": ["has_interp", (r"", "", POP)],
        "pseudo_class": [(_ID, "nd"), "selector_piece"],
        "class": [(_ID, "nc"), "selector_piece"],
        "id": [(_ID, "nn"), "selector_piece"],
        "placeholder": [(_ID, "nv"), "selector_piece"],
        "for": [(r"from|to|through", "ow"), "value"],
        "attr_common": ["has_interp", (_ID, _property)],
        "attribute": ["attr_common", (r"([ \t]*)(:)", ("", "p"), "value")],
        "inline_comment": [
            (r"(?:\\#|#(?=[^\n{])|\*(?=[^\n/])|[^\n#*])+", "cm"),
            "has_interp",
            (r"[*]/", "cm", POP),
        ],
    }
