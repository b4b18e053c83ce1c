"""Assembly of the 68000."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from jinkyll.kramdown.syntax_highlighter.machine import POP, Lexer, Run, States, words

if TYPE_CHECKING:
    import re

__all__ = ["M68k"]

_WORDS = words(
    "nv",
    k="""
abcd add adda addi addq addx and andi asl asr bcc bcs beq bge bgt bhi ble bls blt bmi bne bpl bvc
bvs bhs blo bchg bclr bfchg bfclr bfests bfextu bfffo bfins bfset bftst bkpt bra bse bsr btst
callm cas cas2 chk chk2 clr cmp cmpa cmpi cmpm cmp2 dbcc dbcs dbeq dbge dbgt dbhi dble dbls dblt
dbmi dbne dbpl dbvc dbvs dbhs dblo dbra dbf dbt divs divsl divu divul eor eori exg ext extb
illegal jmp jsr lea link lsl lsr move movea move16 movem movep moveq muls mulu nbcd neg negx nop
not or ori pack pea rol ror roxl roxr rtd rtm rtr rts sbcd seq sne spl smi svc svs st sf sge sgt
sle slt scc shi sls scs shs slo sub suba subi subq subx swap tas trap trapcc TODO trapv tst unlk
unpk
""",
    kt="dc ds dcb",
    kr="""
include incdir incbin end endf endfunc endmain endproc fpu func machine main mmu opword proc set
opt section rept endr ifeq ifne ifgt ifge iflt ifle iif ifd ifnd ifc ifnc elseif else endc even
cnop fail output radix __G2 __LK list nolist plen llen ttl subttl spc page listchar format equ
equenv equr reg rsreset rsset offset cargs fequ.s fequ.d fequ.x fequ.p fequ.w fequ.l fopt macro
endm mexit narg
""",
    nb="d0 d1 d2 d3 d4 d5 d6 d7 a0 a1 a2 a3 a4 a5 a6 a7 pc usp ssp ccr",
)


def _word(run: Run, match: re.Match[str]) -> None:
    run.token(_WORDS.get(match[0].lower()) or ("nv" if match[0].strip("_") else "n"), match[0])


class M68k(Lexer):
    """Assembly of the 68000."""

    start: ClassVar[tuple[str, ...]] = ("root", "expr_bol")
    states: ClassVar[States] = {
        "expr_bol": [(r"\s+", ""), (r"", "", POP)],
        "root": [(r"", "", "statements")],
        "statements": [
            (r"\n+", "", "expr_bol"),
            (r"^\*.*$", "c1", "expr_bol"),
            (r";.*$", "c1", "expr_bol"),
            (r"\s+", ""),
            (r'"', "s", "string"),
            (r"#", "nd"),
            (r"^\.?[a-zA-Z0-9_]+:?", "nl"),
            (r"(?i:\.[bswl]\s)", "nd"),
            (r"(?i:'(?:\\.|\\[0-7]{1,3}|\\x[a-f0-9]{1,2}|[^\\'\n])')", "sc"),
            (r"\$[0-9a-fA-F]+", "mh"),
            (r"@[0-8]+", "mo"),
            (r"%[01]+", "mb"),
            (r"\d+", "mi"),
            (r"[*~&+=|?:<>/-]", "o"),
            (r"\\.", "cp"),
            (r"[(),.]", "p"),
            (r"\[[a-zA-Z0-9]*\]", "p"),
            (r"[a-zA-Z_][a-zA-Z0-9_]*", _word),
        ],
        "string": [
            (r'"', "s", POP),
            (r"\\(?:[\\abfnrtv\"']|x[a-fA-F0-9]{2,4}|[0-7]{1,3})", "se"),
            (r'[^\\"\n]+', "s"),
            (r"\\\n?", "s"),
        ],
    }
