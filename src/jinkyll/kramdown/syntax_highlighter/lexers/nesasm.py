"""Assembly of the NES."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from jinkyll.kramdown.syntax_highlighter.machine import POP, Lexer, Run, States, words

if TYPE_CHECKING:
    import re

__all__ = ["NesAsm"]

_WORDS = words(
    "nf",
    k="""
ADC AND ASL BIT BRK CMP CPX CPY DEC EOR INC JMP JSR LDA LDX LDY LSR NOP ORA ROL ROR RTI RTS SBC
STA STX STY TAX TXA DEX INX TAY TYA DEY INY BPL BMI BVC BVS BCC BCS BNE BEQ CLC SEC CLI SEI CLV
CLD SED TXS TSX PHA PLA PHP PLP
""",
    kt="DB DW BYTE WORD",
    kr="""
    INCBIN INCLUDE ORG BANK RSSET RS MACRO ENDM DS PROC ENDP PROCGROUP ENDPROCGROUP INCCHR DEFCHR
    ZP BSS CODE DATA IF IFDEF IFNDEF ELSE ENDIF FAIL INESPRG INESCHR INESMAP INESMIR FUNC
    """,
)


def _word(run: Run, match: re.Match[str]) -> None:
    run.token(_WORDS.get(match[0].upper(), "nf"), match[0])


class NesAsm(Lexer):
    """Assembly of the NES."""

    states: ClassVar[States] = {
        "root": [
            (r"\s+", ""),
            (r";.*", "c1"),
            (r"[(),.\[\]]", "p"),
            (r"#?%[01]+", "mb"),
            (r"#?\$[0-9a-fA-F]+", "mh"),
            (r"#?\d+", "m"),
            (r"[~&*+=|?:<>/-]", "o"),
            (r"#?\w+:?", _word),
            (r"#\(", "p"),
            (r'"', "s", "string"),
            (r"'\w'", "sc"),
            (r"\\\??[\d@#]", "nb"),
        ],
        "string": [(r'"', "s", POP), (r'\\"?', "se"), (r'[^"\\]+', "s")],
    }
