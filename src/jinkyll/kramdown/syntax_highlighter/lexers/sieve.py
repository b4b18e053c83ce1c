"""Sieve, which filters mail."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from jinkyll.kramdown.syntax_highlighter.machine import POP, Lexer, Run, States, words

if TYPE_CHECKING:
    import re

__all__ = ["Sieve"]

_WORDS = words(
    "nx",
    k="if elsif else require stop",
    nv="""
    address allof anyof exists false header not size true body hasflag spamtest virustest date
    currentdate valid_notify_method notify_method_capability mailboxexists metadata metadataexists
    servermetadata servermetadataexists
    """,
    nf="""
    keep fileinto redirect discard addheader deleteheader reject ereject notify setflag addflag
    removeflag vacation replace enclose extracttext
    """,
)


def _word(run: Run, match: re.Match[str]) -> None:
    run.token(_WORDS.get(match[0]) or ("o" if match[0][0] == ":" else "nx"), match[0])


class Sieve(Lexer):
    """Sieve."""

    states: ClassVar[States] = {
        "string": [
            (r"\\.", "se"),
            (r'"', "s2", POP),
            (r"\$\{(?:[0-9][.0-9]*|[a-zA-Z_][.a-zA-Z0-9_]*)\}", "si"),
            (r".", "s2"),
        ],
        "root": [
            (r"\s+", ""),
            (r"#.*", "c1"),
            (r"/(?:\\\n)?[*](?s:.*?)[*](?:\\\n)?/", "cm"),
            (r"[\[\](),;{}]", "p"),
            (r":?[a-zA-Z_][a-zA-Z0-9_]*", _word),
            (r'"', "s2", "string"),
            (r"[0-9]+[KMG]", "mi"),
        ],
    }
