"""Assembly for NASM."""

from __future__ import annotations

from typing import ClassVar

from jinkyll.kramdown.syntax_highlighter.machine import POP, Lexer, States

__all__ = ["Nasm"]

_NAME = r"[a-zA-Z$._?][\w$.?#@~]*"


class Nasm(Lexer):
    """Assembly for NASM."""

    states: ClassVar[States] = {
        "root": [
            (r"^\s*%", "cp", "preproc"),
            "whitespace",
            (rf"{_NAME}:", "nl"),
            (rf"({_NAME})(\s+)((?i:equ))", ("no", "kd", "kd"), "instruction_args"),
            (
                (
                    r"BITS|USE16|USE32|SECTION|SEGMENT|ABSOLUTE|EXTERN|GLOBAL|ORG|ALIGN|STRUC"
                    r"|ENDSTRUC|COMMON|CPU|GROUP|UPPERCASE|IMPORT|EXPORT|LIBRARY|MODULE"
                ),
                "k",
                "instruction_args",
            ),
            (r"(?i:(?:res|d)[bwdqt]|times)", "kd", "instruction_args"),
            (_NAME, "nf", "instruction_args"),
            (r"[\r\n]+", ""),
        ],
        "instruction_args": [
            (
                (
                    r'"(?:\\\\"|[^"\\n])*"'
                    r"|'(?:\\\\'|[^'\\n])*'"
                    r"|`(?:\\\\`|[^`\\n])*`"
                ),
                "s",
            ),
            (r"(?i:0x[\da-f]+|\d+[\da-f]*h)", "mh"),
            (r"(?i:[0-7]+q)", "mo"),
            (r"(?i:[01]+b)", "mb"),
            (r"(?i:\d+\.e?\d+)", "mf"),
            (r"\d+", "mi"),
            (r"[,():\[\]]+", "p"),
            (r"[&|^<>+*/%~-]+", "o"),
            (r"\$+", "kc"),
            (r"(?i:seg|wrt|strict)", "ow"),
            (r"(?i:byte|[dq]?word)", "kt"),
            (
                (
                    r"(?i:r\d[0-5]?[bwd]|[a-d][lh]|[er]?[a-d]x|[er]?[sb]p|[er]?[sd]i|[c-gs]s|st[0-7]"
                    r"|mm[0-7]|cr[0-4]|dr[0-367]|tr[3-7])"
                ),
                "nb",
            ),
            (_NAME, "nv"),
            (r"[\r\n]+", "", POP),
            "whitespace",
        ],
        "preproc": [(r"[^;\n]+", "cp"), (r";.*?\n", "c1", POP), (r"\n", "cp", POP)],
        "whitespace": [(r"\n", ""), (r"[ \t]+", ""), (r";.*", "c1")],
    }
