"""Visual Basic."""

from __future__ import annotations

from typing import ClassVar

from jinkyll.kramdown.syntax_highlighter.machine import POP, Lexer, States, words

__all__ = ["VisualBasic"]

_ID = r"[a-zA-Z_]\w*"
_KEYWORDS = """
AddHandler Alias ByRef ByVal CBool CByte CChar CDate CDbl CDec CInt CLng CObj CSByte CShort CSng
CStr CType CUInt CULng CUShort Call Case Catch Class Const Continue Declare Default Delegate Dim
DirectCast Do Each Else ElseIf End EndIf Enum Erase Error Event Exit False Finally For Friend
Function Get Global GoSub GoTo Handles If Implements Imports Inherits Interface Let Lib Loop Me
Module MustInherit MustOverride MyBase MyClass Namespace Narrowing New Next Not NotInheritable
NotOverridable Nothing Of On Operator Option Optional Overloads Overridable Overrides ParamArray
Partial Private Property Protected Public RaiseEvent ReDim ReadOnly RemoveHandler Resume Return
Select Set Shadows Shared Single Static Step Stop Structure Sub SyncLock Then Throw To True Try
TryCast Using Wend When While Widening With WithEvents WriteOnly
"""
_TYPES = """
Boolean Byte Char Date Decimal Double Integer Long Object SByte Short Single String UInteger ULong
UShort Variant
"""
_OPERATORS = """
AddressOf And AndAlso As GetType In Is IsNot Like Mod Or OrElse TypeOf Xor
"""


class VisualBasic(Lexer):
    """Visual Basic."""

    states: ClassVar[States] = {
        "root": [
            "whitespace",
            (
                (
                    r"#If\b.*?\bThen|#ElseIf\b.*?\bThen|#End\s+If|#Const|#ExternalSource.*?\n"
                    r"|#End\s+ExternalSource|#Region.*?\n|#End\s+Region|#ExternalChecksum"
                ),
                "cp",
            ),
            (r"[.]", "p", "dotted"),
            (r"[(){}!#,:]", "p"),
            (
                r"Option\s+(?:Strict|Explicit|Compare)\s+(?:On|Off|Binary|Text)",
                "kd",
            ),
            (r"End\b", "k", "end"),
            (r"(?:Dim|Const)\b", "k", "dim"),
            (r"(?:Function|Sub|Property)\b", "k", "funcname"),
            (r"(?:Class|Structure|Enum)\b", "k", "classname"),
            (r"(?:Module|Namespace|Imports)\b", "k", "namespace"),
            (
                r"[A-Z]\w*",
                words("n", k=_KEYWORDS, kt=_TYPES, ow=_OPERATORS, nb="Console ConsoleColor"),
            ),
            (
                r"&=|[*]=|/=|\\=|\^=|\+=|-=|<<=|>>=|<<|>>|:=|<=|>=|<>|[-&*/\\^+=<>.]",
                "o",
            ),
            (r'"', "s", "string"),
            (rf"{_ID}[%&@!#$]?", "n"),
            (r"(?:\d+\.\d*|\d*\.\d+)(?:[fF][+-]?\d+)?", "mf"),
            (r"\d+(?:[SILDFR]|US|UI|UL)?", "mi"),
            (r"_\n", "k"),
        ],
        "whitespace": [
            (r"\s+", ""),
            (r"(?i:rem)\b.*?$", "c1"),
            (r"(?s:%\{.*?%\})", "cm"),
            (r"'.*$", "c1"),
        ],
        "dotted": ["whitespace", (_ID, "n", POP)],
        "string": [(r'""', "se"), (r'"C?', "s", POP), (r'[^"]+', "s")],
        "dim": ["whitespace", (_ID, "nv", POP), (r"", "", POP)],
        "funcname": ["whitespace", (_ID, "nf", POP)],
        "classname": ["whitespace", (_ID, "nc", POP)],
        "namespace": ["whitespace", (rf"{_ID}(?:[.]{_ID})*", "nn", POP)],
        "end": [
            "whitespace",
            (
                r"(?:Function|Sub|Property|Class|Structure|Enum|Module|Namespace)\b",
                "k",
                POP,
            ),
            (r"", "", POP),
        ],
    }
