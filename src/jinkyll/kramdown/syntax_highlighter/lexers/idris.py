"""Idris."""

from __future__ import annotations

from typing import ClassVar

from jinkyll.kramdown.syntax_highlighter.machine import AGAIN, POP, Lexer, States
from jinkyll.kramdown.syntax_highlighter.patterns import any_of

__all__ = ["Idris"]

_PRELUDE = """
abs acos all and any asin atan atan2 break ceiling compare concat concatMap const cos cosh curry
cycle div drop dropWhile elem encodeFloat enumFrom enumFromThen enumFromThenTo enumFromTo exp fail
filter flip floor foldl foldl1 foldr foldr1 fromInteger fst gcd getChar getLine head id init
iterate last lcm length lines log lookup map max maxBound maximum maybe min minBound minimum mod
negate not null or pi pred print product putChar putStr putStrLn readFile recip repeat replicate
return reverse scanl scanl1 sequence sequence_ show sin sinh snd span splitAt sqrt succ sum tail
take takeWhile tan tanh uncurry unlines unwords unzip unzip3 words writeFile zip zip3 zipWith
zipWith3
"""
_SIGN = r"[:!#$%&*+.\\/<=>?@^|~-]"
_ASCII = (
    "NUL|SOH|[SE]TX|EOT|ENQ|ACK|BEL|BS|HT|LF|VT|FF|CR|S[OI]|DLE|DC[1-4]|NAK|SYN|ETB|CAN|EM|SUB|ESC"
    "|[FGRU]S|SP|DEL"
)


class Idris(Lexer):
    """Idris."""

    states: ClassVar[States] = {
        "basic": [
            (r"\s+", ""),
            (r"\{-#", "cp", "comment_preproc"),
            (r"\{-", "cm", "comment"),
            (r"^\|\|\|.*$", "cd"),
            (r"--(?![!#$%&*+./<=>?@^|_~]).*?$", "c1"),
        ],
        "comment": [
            (r"-\}", "cm", POP),
            (r"\{-", "cm", AGAIN),
            (r"[^-{}]+", "cm"),
            (r"[-{}]", "cm"),
        ],
        "comment_preproc": [
            (r"-\}", "cp", POP),
            (r"\{-", "cp", "comment"),
            (r"[^-{}]+", "cp"),
            (r"[-{}]", "cp"),
        ],
        "root": [
            "basic",
            (r"%default\s+(?:total|partial)", "k"),
            (r"%access\s+(?:public|abstract|private|export)", "k"),
            (r"%language\s+.*", "k"),
            (r"%provide\s+.*\s+with\s+", "k"),
            (r"import\b", "kr", "import"),
            (r"module\b", "kr", "module"),
            (
                (
                    r"(?:_|data|class|instance|namespace|infix[lr]?|let|where|of|with|type|do|if"
                    r"|then|else|case|in)\b"
                ),
                "kr",
            ),
            (r"(?:Just|Nothing|Left|Right|True|False|LT|LTE|EQ|GT|GTE)\b", "kc"),
            (r"^[\w']+\s*:", "nf"),
            (
                (
                    r"(?:Type|Exists|World|IO|IntTy|FTy|File|Mode|Dec|Bool|Ordering|Either|IsJust"
                    r"|List|Maybe|Nat|Stream|StrM|Not|Lazy|Inf)\s"
                ),
                "kt",
            ),
            (
                (
                    r"(?:Eq|Ord|Num|MinBound|MaxBound|Integral|Applicative|Alternative|Cast"
                    r"|Foldable|Functor|Monad|Traversable|Uninhabited|Semigroup|Monoid)\s"
                ),
                "nc",
            ),
            (rf"{any_of(_PRELUDE)}[ ]+(?![=:-])", "nb"),
            (r"[_a-z][\w']*", "n"),
            (r"[A-Z][\w']*", "kt"),
            (rf"\\(?!{_SIGN})", "nf"),
            (rf"{_SIGN}+", "o"),
            (r"\d+(?:\.\d+)?(?:[eE][+-]?\d+)?", "mf"),
            (r"'", "sc", "character"),
            (r'"', "s", "string"),
            (r"\[\s*\]", "kt"),
            (r"\(\s*\)", "nb"),
            (r"(\[)([_a-z][\w']*)(\|)", ("o", "n", "o"), "quasiquotation"),
            (r"[\[\](),;`{}]", "p"),
        ],
        "import": [
            (r"\s+", ""),
            (r'"', "s", "string"),
            (
                r"([A-Z][\w.]*)(\s+)(as)(\s+)([A-Z][a-zA-Z0-9_.]*)",
                ("nn", "", "k", "", "n"),
                POP,
            ),
            (r"([A-Z][\w.]*)(\s+)(\()", ("nn", "", "p"), (POP, "funclist")),
            (r"[\w.]+", "nn", POP),
        ],
        "module": [(r"\s+", ""), (r"[A-Z][\w.]*", "nn", POP)],
        "funclist": [
            "basic",
            (r"[A-Z]\w*", "kt"),
            (r"_[\w']+|[a-z][\w']*", "nf"),
            (r",", "p"),
            (rf"{_SIGN}+", "o"),
            (r"\(", "p", AGAIN),
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
