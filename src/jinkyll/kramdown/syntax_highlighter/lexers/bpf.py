"""BPF assembly."""

from __future__ import annotations

from typing import ClassVar

from jinkyll.kramdown.syntax_highlighter.machine import POP, Lexer, States

__all__ = ["Bpf"]

_GOTO = r"(goto)(\s*)(\+\d+)?(\s*)(<?\w+>?)"
_IF = r"(if)(\s+)([rw]\d+)(\s*)([s!=<>]+)(\s*)"


class Bpf(Lexer):
    """BPF assembly."""

    states: ClassVar[States] = {
        "root": [
            (
                r"(\d+)(:)(\s+)(\([0-9a-fA-F]{2}\)|(?:[0-9a-fA-F]{2} ){8})",
                ("gl", "p", "w", "g"),
            ),
            (r"(\d+)(:)(\s+)", ("gl", "p", "w")),
            (r"((?i:call))(\s+)(\d+)", ("k", "w", "mi")),
            (r"((?i:call))(\s+)(\w+)(#)(\d+)", ("k", "w", "nb", "p", "mi")),
            (rf"(?i:{_GOTO})", ("k", "w", "mi", "w", "nl")),
            (
                rf"(?i:{_IF}(0x[0-9a-f]+|-?\d+)(\s*){_GOTO})",
                ("k", "w", "n", "w", "o", "w", "m", "w", "k", "w", "mi", "w", "nl"),
            ),
            (
                rf"(?i:{_IF}([rw]\d+)(\s*){_GOTO})",
                ("k", "w", "n", "w", "o", "w", "n", "w", "k", "w", "mi", "w", "nl"),
            ),
            (
                r"(\*)(\s*)(\()((?i:u8|u16|u32|u64|ll))(\s*)(\*)(\))",
                ("o", "w", "p", "kt", "w", "o", "p"),
                "address",
            ),
            (r"[+,\-./*&|><^sS]{0,3}=", "o"),
            (r"([+-]?)([rwRW]\d+)", ("p", "n")),
            (r"//", "c1", "linecomment"),
            (r"/\*", "cm", "multilinescomment"),
            (r"(?i:be16|be32|be64|exit|lock|map)", "k"),
            (r"(?i:(0x[0-9a-f]+|-?\d+)(\s*)(ll)?)", ("m", "w", "kt")),
            (r"(\w+)(\s*)((?i:ll))", ("n", "w", "kt")),
            (r"(\w+)(\s*)(:)", ("nl", "w", "p")),
            (r"(?s:.)", ""),
        ],
        "address": [
            (
                r"(\()([rwRW]\d+)(\s*)([+-])(\s*)(\d+)(\))",
                ("p", "n", "w", "o", "w", "mi", "p"),
                POP,
            ),
            (r"(\w+)(\[)(\d+)(\])", ("n", "p", "mi", "p"), POP),
            (r"(\w+)(\[)([rwRW]\d+)(\])", ("n", "p", "n", "p"), POP),
        ],
        "linecomment": [(r"\n", "c1", POP), (r".+", "c1")],
        "multilinescomment": [(r"\*/", "cm", POP), (r"[^*/]+", "cm"), (r"[*/]", "cm")],
    }
