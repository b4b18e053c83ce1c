"""YANG."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from jinkyll.kramdown.syntax_highlighter.machine import AGAIN, POP, Lexer, Run, States, words

if TYPE_CHECKING:
    import re

__all__ = ["Yang"]

_WORDS = words(
    "n",
    kd="""
module submodule
belongs-to namespace prefix yang-version
contact description organization reference revision
import include revision-date
action argument augment deviation extension feature grouping identity if-feature input
notification output rpc typedef
anydata anyxml case choice config container deviate leaf leaf-list list must presence refine uses
when
base bit default enum error-app-tag error-message fraction-digits length max-elements min-elements
modifier ordered-by path pattern position range require-instance status type units value
yin-element
key mandatory unique
""",
    kt="""
binary bits boolean decimal64 empty enumeration identityref instance-identifier int16 int32 int64
int8 leafref string uint16 uint32 uint64 uint8 union
""",
    no="""
add current delete deprecated false invert-match max min not-supported obsolete replace true
unbounded user
""",
)
_END = r"(?=[\s{};])"


def _word(run: Run, match: re.Match[str]) -> None:
    run.token(_WORDS.get(match[0].lower(), "n"), match[0])


class Yang(Lexer):
    """YANG."""

    states: ClassVar[States] = {
        "comment": [
            (r"[^*/]+", "c"),
            (r"/\*", "c", AGAIN),
            (r"\*/", "c", POP),
            (r"[*/]", "c"),
        ],
        "root": [
            (r"\s+", "w"),
            (r"[{};]+", "p"),
            (r"(?:and|or|not|\+|\.)(?![\-\w])", "o"),
            (r'"(?:[^"\\]|\\"?)*+"|"(?s:.*)"', "s2"),
            (r"'(?:[^'\\]|\\'?)*+'|'(?s:.*)'", "s1"),
            (r"/\*", "c", "comment"),
            (r"//.*?$", "c"),
            (rf"([\w.-]+)(:)([\w.-]+){_END}", ("nn", "p", "n")),
            (rf"[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}{_END}", "nl"),
            (rf"[0-9]+\.[0-9]+{_END}", "mf"),
            (rf"[0-9]+{_END}", "mi"),
            (r"[\w-]+(?=[^\w\-:])\b", _word),
            (r"[^;{}\s'\"]+", "n"),
        ],
    }
