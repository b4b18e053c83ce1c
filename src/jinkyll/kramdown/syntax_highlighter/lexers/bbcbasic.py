"""BBC BASIC."""

from __future__ import annotations

from typing import ClassVar

from jinkyll.kramdown.syntax_highlighter.machine import POP, Lexer, Rule, States

__all__ = ["BbcBasic"]

# Patterns, in the order in which they are tried: words need no end.
_FUNCTIONS = r"""
ABS ACS ADVAL ASC ASN ATN BEATS BEAT BGET# CHR\$ COS COUNT DEG DIM EOF# ERL ERR EVAL EXP EXT# FN
GET\$# GET\$ GET HIMEM INKEY\$ INKEY INSTR INT LEFT\$ LEN LN LOG LOMEM MID\$ OPENIN OPENOUT OPENUP
PAGE POINT POS PTR# RAD REPORT\$ RIGHT\$ RND SGN SIN SQR STR\$ STRING\$ SUM SUMLEN TAN TEMPO
TIME\$ TIME TOP USR VAL VPOS
"""
_STATEMENTS = r"""
BEATS BPUT# CALL CASE CHAIN CLEAR CLG CLOSE# CLS COLOR COLOUR DATA ELSE ENDCASE ENDIF ENDPROC
ENDWHILE END ENVELOPE FOR GCOL GOSUB GOTO IF INSTALL LET LIBRARY MODE NEXT OFF OF ON ORIGIN OSCI
OTHERWISE OVERLAY PLOT PRINT# PRINT PROC QUIT READ REPEAT REPORT RETURN SOUND STEP STEREO STOP
SWAP SYS THEN TINT TO VDU VOICES VOICE UNTIL WAIT WHEN WHILE WIDTH
"""
_PHRASES = (
    r"CIRCLE(?: *FILL)?|DEF *(?:FN|PROC)|DRAW(?: *BY)?|DIM(?!\()|ELLIPSE(?: *FILL)?"
    r"|ERROR(?: *EXT)?|FILL(?: *BY)?|INPUT(?:#| *LINE)?|LINE(?: *INPUT)?|LOCAL(?: *DATA| *ERROR)?"
    r"|MOUSE(?: *COLOUR| *OFF| *ON| *RECTANGLE| *STEP| *TO)?|MOVE(?: *BY)?|ON(?! *ERROR)"
    r"|ON *ERROR *(?:LOCAL|OFF)?|POINT(?: *BY)?(?!\()|RECTANGE(?: *FILL)?"
    r"|RESTORE(?: *DATA| *ERROR)?"
    r"|TRACE(?: *CLOSE| *ENDPROC| *OFF| *STEP(?: *FN| *ON| *PROC)?| *TO)?"
)
_EXPRESSION: list[Rule] = [
    ("|".join(_FUNCTIONS.split()), "nb"),
    (r"<<|<=|<>|<|>=|>>>|>>|>|[-!$()*+/=?^|]|AND|DIV|EOR|MOD|NOT|OR", "o"),
    (r"FALSE|TRUE", "no"),
    (r'"[^"]*"', "s"),
    (r"[a-zA-Z_`][\w`]*[$%]?", "nv"),
    (r"@%", "nv"),
    (r"[\d.]+", "m"),
    (r"%[01]+", "mb"),
    (r"&[0-9a-fA-F]+", "mh"),
]


class BbcBasic(Lexer):
    """BBC BASIC."""

    states: ClassVar[States] = {
        "root": [
            (r"(:+)( *)(\*)(.*)", ("p", "", "k", "")),
            (r"(\n+ *)(\*)(.*)", ("", "k", "")),
            (r"(ELSE|OTHERWISE|REPEAT|THEN)( *)(\*)(.*)", ("k", "", "k", "")),
            (r"[ \n]+", ""),
            (r":+", "p"),
            (r"[\[]", "k", "assembly1"),
            (r"REM *>.*", "cs"),
            (r"REM.*", "c"),
            (f"{'|'.join(_STATEMENTS.split())}|{_PHRASES}", "k"),
            *_EXPRESSION,
            (r"[,;'~]|SPC|TAB", "p"),
        ],
        "assembly1": [
            (r" +", ""),
            (r"\]", "k", POP),
            (r"[:\n]", "p"),
            (r"\.[a-zA-Z_`][\w`]*%? *", "nl"),
            (r"(?:REM|;)[^:\n]*", "c"),
            (r"[^ :\n]+", "k", "assembly2"),
        ],
        "assembly2": [
            (r" +", ""),
            (r"[:\n]", "p", POP),
            (r"(?:REM|;)[^:\n]*", "c", POP),
            *_EXPRESSION,
            (r"[!#,@\[\]^{}]", "p"),
        ],
    }
