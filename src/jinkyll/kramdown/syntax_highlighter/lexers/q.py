"""Q, the language of kdb+."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from jinkyll.kramdown.syntax_highlighter.machine import POP, Lexer, Run, States, words

if TYPE_CHECKING:
    import re

__all__ = ["Q"]

_WORDS = words(
    "n",
    k="do if while select update delete exec from by",
    ow="""
and or except inter like each cross vs sv within where in asof bin binr cor cov cut ej fby div ij
insert lj ljf mavg mcount mdev mmax mmin mmu mod msum over prior peach pj scan scov setenv ss
sublist uj union upsert wavg wsum xasc xbar xcol xcols xdesc xexp xgroup xkey xlog xprev xrank
""",
    nb="""
first enlist value type get set count string key max min sum prd last flip distinct raze neg desc
differ dsave dev eval exit exp fills fkeys floor getenv group gtime hclose hcount hdel hopen hsym
iasc idesc inv keys load log lsq ltime ltrim maxs md5 med meta mins next parse plist prds prev
rand rank ratios read0 read1 reciprocal reverse rload rotate rsave rtrim save sdev show signum sin
sqrt ssr sums svar system tables tan til trim txf ungroup var view views wj wj1 ww
""",
)


def _word(run: Run, match: re.Match[str]) -> None:
    name = match[0]
    namespace = len(name) > 2 and name[0] == name[2] == "." and name[1] in "zQqho"
    run.token(_WORDS.get(name) or ("no" if namespace else "n"), name)


class Q(Lexer):
    """Q."""

    states: ClassVar[States] = {
        "root": [(r"#!.*?$", "cp", "top"), (r"", "", "top")],
        "top": [(r"^[ \t\r]+.*$", "cs"), (r"\n+", ""), (r"", "", "base")],
        "base": [
            (r"\n+", ""),
            (r"^.\)", "kd"),
            (r"\.?[a-zA-Z][a-zA-Z0-9_.]*", _word),
            (r"\s+/.*", "c1"),
            (r"[ \t\r]+", "w"),
            (r"^/$(?s:.*?)^\\$", "cm"),
            (r"^/[^\n]*$(?:\n[^\S\n]+.*$)*", "cm"),
            (r"^\\$", "c", "bottom"),
            (r"^\\\\\s+", "k", "bottom"),
            (r'"', "s", "string"),
            (
                (
                    r"(?:\d+D|\d{4}\.[01]\d\.[0123]\d[DT])"
                    r"(?:[012]\d:[0-5]\d(?::[0-5]\d(?:\.\d+)?)?|(?:[012]\d)?)[zpn]?\b"
                ),
                "ld",
            ),
            (r"[012]\d:[0-5]\d(?::[0-5]\d(?:\.\d+)?)?[uvtpn]?\b", "ld"),
            (r"\d{4}\.[01]\d\.[0-3]\d[dpnzm]?\b", "ld"),
            (r"0[nNwW][hijefcpmdznuvt]?", "kc"),
            (r"'|/:|\\:|':|\\|/|0:|1:|2:", "o"),
            (r"(?:\d+[.]\d*|[.]\d+)(?:e[+-]?\d+)?[ef]?", "mf"),
            (r"\d+e[+-]?\d+[ef]?", "mf"),
            (r"\d+[ef]", "mf"),
            (r"0[xX][0-9a-fA-F]+", "mh"),
            (r"[01]+b", "mb"),
            (r"[0-9]+[hij]?", "mi"),
            (r"(?i:`:[:a-z0-9._/]*|`(?:[a-z0-9.][:a-z0-9._]*)?)", "ss"),
            (r"(?:<=|>=|<>|::)|[?:$%&|@._#*^\-+~,!><=]:?", "o"),
            (r"[{}\[\]();]", "p"),
        ],
        "string": [
            (r'\\"', "s"),
            (r'"', "s", POP),
            (r"\\(?:[\\nr]|[01][0-7]{2})", "se"),
            (r'[^\\"\n]+', "s"),
            (r"\\", "s"),
        ],
        "bottom": [(r"(?s:.+)", "cm")],
    }
