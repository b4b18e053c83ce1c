"""Cypher, the language of graph databases."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from jinkyll.kramdown.syntax_highlighter.machine import AGAIN, POP, Lexer, Run, States, words
from jinkyll.kramdown.syntax_highlighter.patterns import quoted

if TYPE_CHECKING:
    import re

__all__ = ["Cypher"]

_FUNCTIONS = """
ABS ACOS ALLSHORTESTPATHS ASIN ATAN ATAN2 AVG CEIL COALESCE COLLECT COS COT COUNT DATE DEGREES E
ENDNODE EXP EXTRACT FILTER FLOOR HAVERSIN HEAD ID KEYS LABELS LAST LEFT LENGTH LOG LOG10 LOWER
LTRIM MAX MIN NODE NODES PERCENTILECONT PERCENTILEDISC PI RADIANS RAND RANGE REDUCE REL
RELATIONSHIP RELATIONSHIPS REPLACE REVERSE RIGHT ROUND RTRIM SHORTESTPATH SIGN SIN SIZE SPLIT SQRT
STARTNODE STDEV STDEVP STR SUBSTRING SUM TAIL TAN TIMESTAMP TOFLOAT TOINT TOINTEGER TOSTRING TRIM
TYPE UPPER
"""
_KEYWORDS = """
AS ASC ASCENDING ASSERT BY CASE COMMIT CONSTRAINT CREATE CSV CYPHER DELETE DESC DESCENDING DETACH
DISTINCT DROP ELSE END ENDS EXPLAIN FALSE FIELDTERMINATOR FOREACH FROM HEADERS IN INDEX IS JOIN
LIMIT LOAD MATCH MERGE NULL ON OPTIONAL ORDER PERIODIC PROFILE REMOVE RETURN SCAN SET SKIP START
STARTS THEN TRUE UNION UNIQUE UNWIND USING WHEN WHERE WITH CALL YIELD
"""
_CALLED = words("n", nf=_FUNCTIONS, k=_KEYWORDS)
_WORDS = words("n", ow="ALL AND ANY CONTAINS EXISTS HAS IN NONE NOT OR SINGLE XOR", k=_KEYWORDS)


def _call(run: Run, match: re.Match[str]) -> None:
    run.token(_CALLED.get(match["called"].upper(), "n"), match["called"])
    run.token("w", match["gap"])
    run.token("ss", "(")


def _word(run: Run, match: re.Match[str]) -> None:
    run.token(_WORDS.get(match[0].upper(), "n"), match[0])


class Cypher(Lexer):
    """Cypher."""

    states: ClassVar[States] = {
        "root": [
            (r"\s+", ""),
            (r"//.*?$", "c1"),
            (r"/\*", "cm", "multiline_comments"),
            (r"[*+\-<>=&|~%^]", "o"),
            (r"[{}),;\[\]]", "ss"),
            (r"(\w+)(:)(\s*)(-?[._\d]+)", ("nl", "dl", "w", "m")),
            (r"(?P<called>\w+)(?P<gap>\s*)\(", _call),
            (r":\w+", "nc"),
            (r"(-?\d+)(\.\.)(-?\d+)", ("m", "o", "m")),
            (r"(?:\d+\.\d*|\d*\.\d+)(?:[eE][+-]?\d+)?|\d+[eE][+-]?\d+", "mf"),
            (r"0[0-7]+", "mo"),
            (r"0[xX][a-fA-F0-9]+", "mh"),
            (r"\d+", "mi"),
            (r"[.\w]+:", "py"),
            (r"\(", "ss"),
            (r"[.\w$]+", _word),
            (quoted('"'), "s2"),
            (quoted("'"), "s1"),
            (quoted("`"), "sb"),
        ],
        "multiline_comments": [
            (r"/[*]", "cm", AGAIN),
            (r"[*]/", "cm", POP),
            (r"[^/*]+", "cm"),
            (r"[/*]", "cm"),
        ],
    }
