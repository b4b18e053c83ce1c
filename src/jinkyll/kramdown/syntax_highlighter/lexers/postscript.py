"""PostScript."""

from __future__ import annotations

from typing import ClassVar

from jinkyll.kramdown.syntax_highlighter.machine import AGAIN, POP, Lexer, States
from jinkyll.kramdown.syntax_highlighter.patterns import any_of

__all__ = ["PostScript"]

_OPERATORS = """
abs add aload arc arcn array atan begin bind ceiling charpath clip closepath concat concatmatrix
copy cos currentlinewidth currentmatrix currentpoint curveto cvi cvs def defaultmatrix dict
dictstackoverflow div dtransform dup end exch exec exit exp fill findfont floor get getinterval
grestore gsave identmatrix idiv idtransform index invertmatrix itransform length lineto ln load
log loop matrix mod moveto mul neg newpath pathforall pathbbox pop print pstack put quit rand
rangecheck rcurveto repeat restore rlineto rmoveto roll rotate round run save scale scalefont
setdash setfont setgray setlinecap setlinejoin setlinewidth setmatrix setrgbcolor shfill show
showpage sin sqrt stack stringwidth stroke strokepath sub syntaxerror transform translate truncate
typecheck undefined undefinedfilename undefinedresult
"""
_CONTROLS = "eq ne ge gt le lt and or not if ifelse for forall"
_END = r"(?=[()<>\[\]{}/%\s])"
_NAME = rf"[^()<>\[\]{{}}/%\s]+{_END}"
_NUMBER = r"[-+]?(?:[0-9]+\.?|[0-9]*\.[0-9]+|[0-9]+\.[0-9]*)(?:[eE][0-9]+)?"


class PostScript(Lexer):
    """PostScript."""

    states: ClassVar[States] = {
        "root": [
            (r"^%!.+?$", "cp"),
            (r"%%.*?$", "cs"),
            (r"%.*?$", "c1"),
            (r"\(", "s", "stringliteral"),
            (rf"/{_NAME}", "nv"),
            (r"[{}<>\[\]]", "p"),
            (rf"{any_of(_OPERATORS)}{_END}", "nb"),
            (rf"{any_of(_CONTROLS)}{_END}", "kr"),
            (rf"(?:false|true){_END}", "kc"),
            (rf"[0-9]+#{_NUMBER}{_END}", "mo"),
            (rf"{_NUMBER}{_END}", "mf"),
            (_NAME, "nf"),
            (r"\s+", ""),
        ],
        "stringliteral": [
            (r"[^()\\]+", "s"),
            (r"\\", "se", "escape"),
            (r"\(", "s", AGAIN),
            (r"\)", "s", POP),
        ],
        "escape": [(r"[0-8]{3}|[nrtbf\\()]", "se", POP)],
    }
