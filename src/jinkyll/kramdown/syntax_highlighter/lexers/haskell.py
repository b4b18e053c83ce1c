"""Haskell."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from jinkyll.kramdown.syntax_highlighter.machine import POP, Lexer, Run, States

if TYPE_CHECKING:
    import re

__all__ = ["Haskell"]

_RESERVED_LIST = """
_ case class data default deriving do else if in infix infixl infixr instance let newtype of then
type where
"""
_RESERVED = frozenset(_RESERVED_LIST.split())
_SYMBOL = r"[:!#$%&*+.\\/<=>?@^|~-]"
_ASCII = (
    "NUL|SOH|[SE]TX|EOT|ENQ|ACK|BEL|BS|HT|LF|VT|FF|CR|S[OI]|DLE|DC[1-4]|NAK|SYN|ETB|CAN|EM|SUB|ESC"
    "|[FGRU]S|SP|DEL"
)


def _word(run: Run, match: re.Match[str]) -> None:
    word = match[0]
    if word in {"import", "module"}:
        run.token("kr", word)
        run.push(word)
    elif word in _RESERVED:
        run.token("kr", word)
    else:
        run.token("kt" if "A" <= word.removeprefix("'")[:1] <= "Z" else "n", word)


class Haskell(Lexer):
    """Haskell."""

    states: ClassVar[States] = {
        "root": [
            "basic",
            (r"'(?=(?:.|\\\S+)')", "sc", "character"),
            (r'"', "s", "string"),
            (r"\d+[eE][+-]?\d+", "mf"),
            (r"\d+\.\d+(?:[eE][+-]?\d+)?", "mf"),
            (r"0[oO][0-7]+", "mo"),
            (r"0[xX][\da-fA-F]+", "mh"),
            (r"\d+", "mi"),
            (r"[\w']+", _word),
            (rf"\\(?!{_SYMBOL}+)", "nf"),
            (rf"(?:<-|::|->|=>|=)(?!{_SYMBOL}+)", "o"),
            (rf"{_SYMBOL}+", "o"),
            (r"\[\s*\]", "kt"),
            (r"\(\s*\)", "nb"),
            (r"(\[)([_a-z][\w']*)(\|)", ("o", "n", "o"), "quasiquotation"),
            (r"[\[\](),;`{}]", "p"),
        ],
        "basic": [
            (r"\s+", ""),
            (r"\{-#", "cp", "comment_preproc"),
            (r"\{-", "cm", "comment"),
            (r"^--\s+\|.*?$", "cd"),
            (r"--(?![!#$%&*+./<=>?@^|_~]).*?$", "c1"),
        ],
        "comment": [
            (r"-\}", "cm", POP),
            (r"\{-", "cm", "comment"),
            (r"[^-{}]+", "cm"),
            (r"[-{}]", "cm"),
        ],
        "comment_preproc": [
            (r"-\}", "cp", POP),
            (r"\{-", "cp", "comment"),
            (r"[^-{}]+", "cp"),
            (r"[-{}]", "cp"),
        ],
        "import": [
            (r"\s+", ""),
            (r'"', "s", "string"),
            (r"qualified\b", "k"),
            (
                r"([A-Z][\w.]*)(\s+)(as)(\s+)([A-Z][a-zA-Z0-9_.]*)",
                ("nn", "", "k", "", "n"),
                POP,
            ),
            (
                r"([A-Z][\w.]*)(\s+)(hiding)(\s+)(\()",
                ("nn", "", "k", "", "p"),
                (POP, "funclist"),
            ),
            (r"([A-Z][\w.]*)(\s+)(\()", ("nn", "", "p"), (POP, "funclist")),
            (r"[\w.]+", "nn", POP),
        ],
        "module": [
            (r"\s+", ""),
            (r"([A-Z][\w.]*)(\s+)(\()", ("nn", "", "p"), "funclist"),
            (r"where\b", "kr", POP),
            (r"[A-Z][a-zA-Z0-9_.]*", "nn", POP),
        ],
        "funclist": [
            "basic",
            (r"[A-Z]\w*", "kt"),
            (r"_[\w']+|[a-z][\w']*", "nf"),
            (r",", "p"),
            (rf"{_SYMBOL}+", "o"),
            (r"\(", "p", "funclist"),
            (r"\)", "p", POP),
        ],
        "character": [
            (r"\\", "se", (POP, "character_end", "escape")),
            (r".", "sc", (POP, "character_end")),
        ],
        "character_end": [(r"'", "sc", POP), (r".", "err", POP)],
        "quasiquotation": [(r"\|\]", "o", POP), (r"[^|]+", ""), (r"\|", "")],
        "string": [(r'"', "s", POP), (r"\\", "se", "escape"), (r'[^\\"]+', "s")],
        "escape": [
            (r"[abfnrtv\"'&\\]", "se", POP),
            (r"\^[\]\[A-Z@^_]", "se", POP),
            (_ASCII, "se", POP),
            (r"[oO][0-7]+", "se", POP),
            (r"[xX][\da-fA-F]+", "se", POP),
            (r"\d+", "se", POP),
            (r"\s+\\", "se", POP),
        ],
    }
