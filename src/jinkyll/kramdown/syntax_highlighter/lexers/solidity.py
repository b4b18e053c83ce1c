"""Solidity."""

from __future__ import annotations

from typing import ClassVar

from jinkyll.kramdown.syntax_highlighter.machine import POP, Lexer, States, words

__all__ = ["Solidity"]

_KEYWORDS = """
abstract anonymous as assembly break calldata catch constant constructor continue contract delete
do else emit enum event external fallback for function hex if import indexed interface internal is
library mapping memory modifier new override payable pragma private public pure receive return
returns storage struct throw try type using var view virtual while
"""
_BUILTINS = """
abi.decode abi.encode abi.encodePacked abi.encodeWithSelector abi.encodeWithSignature addmod
assert balance block.coinbase block.difficulty block.gaslimit block.hash block.number
block.timestamp blockhash call callcode delegatecall ecrecover false gasleft keccak256 msg.data
msg.gas msg.sender msg.sig msg.value mulmod now require revert ripemd160 selector selfdestruct
send sha256 sha3 suicide super this transfer true tx.gasprice tx.origin
"""
_RESERVED = """
after alias apply auto case copyof default define final fixed immutable implements in inline let
macro match mutable null of partial promise reference relocatable sealed sizeof static supports
switch typedef typeof ufixed unchecked
"""
_WORDS = words(
    "n",
    k=_KEYWORDS,
    nb=_BUILTINS,
    kc="wei finney szabo ether seconds minutes hours days weeks years",
    kt="address bool byte bytes int string uint",
    kr=_RESERVED,
)


class Solidity(Lexer):
    """Solidity."""

    start: ClassVar[tuple[str, ...]] = ("root", "bol")
    states: ClassVar[States] = {
        "root": ["expr_whitespace", (r"", "", "statement")],
        "bol": ["inline_whitespace", (r"", "", POP)],
        "inline_whitespace": [
            (r"[ \t\r]+", ""),
            (r"\\\n", ""),
            (r"/\*", "cm", "comment_multi"),
        ],
        "expr_whitespace": [
            (r"\n+", "", "bol"),
            (r"//.*\n", "c1", "bol"),
            "inline_whitespace",
        ],
        "statement": [
            (r";", "p", POP),
            "expr_whitespace",
            (r'(?:hex)?"', "s", "string_double"),
            (r"(?:hex)?'", "s", "string_single"),
            (r"\d+\.\d+(?:[eE]\d+)?", "mf"),
            (r"0[xX][0-9a-fA-F]+", "mh"),
            (r"\d+(?:[eE]\d+)?", "mi"),
            (r"\*/", "err"),
            (r"[~!%^&*+=|?:<>/-]", "o"),
            (r"[()\[\],.]", "p"),
            (r"u?fixed\d+x\d+", "kr"),
            (r"bytes\d+", "kt"),
            (r"u?int\d+", "kt"),
            (r"[a-zA-Z$_][\w$]*", _WORDS),
            (r"[{}]", "p"),
        ],
        "string_common": [
            (r"\\(?:u[a-fA-F0-9]{4}|x..|[^x])", "se"),
            (r"[^\\\"'\n]+", "s"),
            (r"\\", "s"),
        ],
        "string_double": ["string_common", (r'"', "s", POP), (r"'", "s")],
        "string_single": ["string_common", (r"'", "s", POP), (r'"', "s")],
        "comment_multi": [(r"\*/", "cm", POP), (r"[^*/]+", "cm"), (r"[*/]", "cm")],
    }
