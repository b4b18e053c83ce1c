"""ARM assembly."""

from __future__ import annotations

from typing import ClassVar

from jinkyll.kramdown.syntax_highlighter.machine import POP, Lexer, Rule, States
from jinkyll.kramdown.syntax_highlighter.patterns import any_of

__all__ = ["ArmAsm"]

_PREPROCESSOR = "define|elif|else|endif|error|if|ifdef|ifndef|include|line|pragma|undef|warning"
_DIRECTIVES = """
ALIAS ALIGN AOF AOUT AREA ARM ASSERT ATTR CN CODE16 CODE32 COMMON CP DATA DCB DCD DCDO DCDU DCFD
DCFDU DCFH DCFHU DCFS DCFSU DCI DCI.N DCI.W DCQ DCQU DCW DCWU DN ELIF ELSE END ENDFUNC ENDIF ENDP
ENTRY EQU EXPORT EXPORTAS EXTERN FIELD FILL FN FRAME FUNCTION GBLA GBLL GBLS GLOBAL IF IMPORT INFO
KEEP LCLA LCLL LCLS LEADR LEAF LTORG MACRO MAP MEND MEXIT NOFP OPT ORG PRESERVE8 PROC QN RELOC
REQUIRE REQUIRE8 RLIST RN ROUT SETA SETL SETS SN SPACE STRONG SUBT THUMB THUMBX TTL WEND WHILE [ ]
[|!#*=%&^]
"""
_CONDITIONS = (
    "ASR|LSL|LSR|ROR|RRX|AL|CC|CS|EQ|GE|GT|HI|HS|LE|LO|LS|LT|MI|NE|PL|VC|VS"
    "|asr|lsl|lsr|ror|rrx|al|cc|cs|eq|ge|gt|hi|hs|le|lo|ls|lt|mi|ne|pl|vc|vs"
)
_BUILTINS = """
ARCHITECTURE AREANAME ARMASM_VERSION CODESIZE COMMANDLINE CONFIG CPU ENDIAN FALSE FPIC FPU
INPUTFILE INTER LINENUM LINENUMUP LINENUMUPPER OBJASM_VERSION OPT PC PCSTOREOFFSET REENTRANT ROPI
RWPI TRUE VAR
"""
_OPERATORS = (
    "AND|BASE|CC|CC_ENCODING|CHR|DEF|EOR|FATTR|FEXEC|FLOAD|FSIZE|INDEX|LAND|LEFT|LEN|LEOR|LNOT|LOR"
    "|LOWERCASE|MOD|NOT|OR|RCONST|REVERSE_CC|RIGHT|ROL|ROR|SHL|SHR|STR|TARGET_ARCH_[0-9A-Z_]+"
    "|TARGET_FEATURE_[0-9A-Z_]+|TARGET_FPU_[A-Z_]|TARGET_PROFILE_[ARM]|UAL|UPPERCASE"
)
_BASES = "".join(rf"{base}_[{{0}}0-{base - 1}]+|" for base in range(3, 10))
_SUBSTITUTION: Rule = (r"\$[a-zA-Z]\w*\.?", "nn")


def _string(quote: str, kind: str) -> list[Rule]:
    return [
        (r"\n", "", POP),
        (r"\$\$", kind),
        _SUBSTITUTION,
        (quote, kind, (POP, "args")),
        (rf"[^${quote}\n]+", kind),
    ]


class ArmAsm(Lexer):
    """ARM assembly."""

    states: ClassVar[States] = {
        "root": [
            (r"\n", ""),
            (
                rf"^([ \t]*)(#[ \t]*(?:(?:{_PREPROCESSOR})(?:[ \t].*)?)?)(\n)",
                ("", "cp", ""),
            ),
            (r"[ \t]+", "", "command"),
            (r";.*", "c"),
            (r"\$[a-zA-Z_]\w*\.?", "nn"),
            (r"\w+|\|[^|\n]+\|", "nl"),
        ],
        "command": [
            (r"\n", "", POP),
            (r"[ \t]+", "", (POP, "args")),
            (r";.*", "c", POP),
            (r"(?:BIN|GET|INCBIN|INCLUDE|LNK)\b", "k", (POP, "filespec")),
            (rf"(?:{any_of(_DIRECTIVES)}|[\[\]|!#*=%&^])(?=[; \t\n])", "k"),
            # Names of instructions are those in one case.
            (
                (
                    r"(?:[A-Z][\dA-Z]*|[a-z][\da-z]*)(?:\.[NWnw])?"
                    r"(?:\.[DFIPSUdfipsu]?(?:8|16|32|64)?){0,3}\b"
                ),
                "nb",
            ),
            (r"[a-zA-Z_]\w*|\|[^|\n]+\|", "nf"),
            _SUBSTITUTION,
        ],
        "args": [
            (r"\n", "", POP),
            (r"[ \t]+", ""),
            (r";.*", "c", POP),
            (rf"(?:{_CONDITIONS})\b", "nb"),
            (r"[a-zA-Z_]\w*|\|[^|\n]+\|", "nv"),
            (r"(?i:%[bf]?[at]?\d+(?:[a-z_]\w*)?)", "nl"),
            (r"(?i:(?:&|0x)[0-9a-f]+(?!p))", "mh"),
            (r"(?i:(?:&|0x)[.0-9a-f]+(?:p[-+]?\d+)?)", "mf"),
            (r"(?i:0f_[0-9a-f]{8}|0d_[0-9a-f]{16})", "mf"),
            (rf"(?:2_[01]+|{_BASES.format('')}\d+)(?![eE])", "mi"),
            (rf"(?:2_[.01]+|{_BASES.format('.')}[.\d]+)(?:[eE][-+]?\d+)?", "mf"),
            (r"[@:](?=[ \t]*(?:8|16|32|64|128|256)[^\d])", "o"),
            (rf"[.@]|\{{{any_of(_BUILTINS)}\}}", "no"),
            (rf"[-!#%&()*+,/<=>?^{{|}}\[\]]|:(?:{_OPERATORS}):", "o"),
            _SUBSTITUTION,
            (r"'", "sc", (POP, "singlequoted")),
            (r'"', "s2", (POP, "doublequoted")),
        ],
        "singlequoted": _string("'", "sc"),
        "doublequoted": _string('"', "s2"),
        "filespec": [
            (r"\n", "", POP),
            (r"\$\$", "sx"),
            _SUBSTITUTION,
            (r"[^$\n]+", "sx"),
        ],
    }
