"""PowerShell."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from jinkyll.kramdown.syntax_highlighter.machine import POP, Lexer, Run, States, words

if TYPE_CHECKING:
    import re

__all__ = ["PowerShell"]

_VARIABLES = """
args ConsoleFileName Error Event EventArgs EventSubscriber ExecutionContext false foreach HOME Host
input IsCoreCLR IsLinux IsMacOS IsWindows LastExitCode Matches MyInvocation NestedPromptLevel null
PID PROFILE PSBoundParameters PSCmdlet PSCommandPath PSCulture PSDebugContext PSHOME PSItem
PSScriptRoot PSSenderInfo PSUICulture PSVersionTable PWD REPORTERRORSHOWEXCEPTIONCLASS
REPORTERRORSHOWINNEREXCEPTION REPORTERRORSHOWSOURCE REPORTERRORSHOWSTACKTRACE SENDER ShellId
StackTrace switch this true
"""
_KEYWORDS = """
assembly exit process base filter public begin finally return break for sequence catch foreach
static class from switch command function throw configuration hidden trap continue if try data in
type define inlinescript until do interface using dynamicparam module var else namespace while
elseif parallel workflow end param enum private
"""
_OPERATORS = """
split isplit csplit join is isnot as eq ieq ceq ne ine cne gt igt cgt ge ige cge lt ilt clt le ile
cle like ilike clike notlike inotlike cnotlike match imatch cmatch notmatch inotmatch cnotmatch
contains icontains ccontains notcontains inotcontains cnotcontains replace ireplace creplace shl shr
band bor bxor and or xor not
"""
_HELP = """
synopsis description parameter example inputs outputs notes link component role functionality
forwardhelptargetname forwardhelpcategory remotehelprunspace externalhelp
"""
_ATTRIBUTES = words(
    "n",
    bp="""
    ConfirmImpact DefaultParameterSetName HelpURI PositionalBinding SupportsPaging
    SupportsShouldProcess
    """,
)


def _any(names: str) -> str:
    return "|".join(names.split())


def _member(run: Run, match: re.Match[str]) -> None:
    run.token("o", match["dot"])
    run.token("nf", match["member"])
    run.token("p", match["open"])
    run.token("w", match["newline"])
    if match["open"]:
        run.push("parameters")


class PowerShell(Lexer):
    """PowerShell."""

    states: ClassVar[States] = {
        "root": [
            "comments",
            (r"\.\.(?=\.?\d)", "o"),
            (rf"(?i:-(?:{_any(_OPERATORS)})|\+=|-=|\*=|/=|%=)\b", "o"),
            (r"(?i:(class)(\s+)(\w+))", ("kr", "w", "nc"), "class"),
            (
                r"(?i:(function)(\s+)(?:(\w+)(:))?(\w[-\w]+))",
                ("kr", "w", "nn", "p", "nf"),
            ),
            (rf"(?i:{_any(_KEYWORDS)})\b(?![-.])", "kr"),
            (r"-{1,2}\w+", "nt"),
            (r"(\.)?([-\w]++)(\[)", ("o", "n", "p"), "bracket"),
            (r"([/\\~a-zA-Z][-.:/\\~\w]*)(\n)?", ("n", "w"), "parameters"),
            (r"(?P<dot>\.)(?P<member>[-\w]+)(?:(?P<open>\()|(?P<newline>\n))?", _member),
            (r"\?", "nf", "parameters"),
            "expr",
            "variable",
            (r"[-+*/%=!.&|]", "o"),
            (r"[{}(),:;]", "p"),
        ],
        "comments": [(r"\s+", "w"), (r"#.*", "c"), (r"<#", "cm", "multiline")],
        "variable": [
            (rf"\$\$|\$\?|\$\^|\$_|\$(?:{_any(_VARIABLES)})", "bp"),
            (
                r"(\$)(?:(\w+)(:))?(\w+|\{(?:[^`]|`.)+?\})",
                ("nv", "nn", "p", "nv"),
            ),
            (r"\$\{(?:[^`]|`.)+?\}", "nv"),
        ],
        "multiline": [
            (rf"\.(?i:{_any(_HELP)})", "cs"),
            (r"#>", "cm", POP),
            (r"[^#.]+", "cm"),
            (r"[#.]+", "cm"),
        ],
        "interpol": [(r"\)", "si", POP), "root"],
        "dq": [
            (r'(?:\$#?)?"', "s2", POP),
            (r"\$\(", "si", "interpol"),
            (r"`$", "se"),
            (r"`.", "se"),
            (r'[^"`$]+', "s2"),
            "variable",
        ],
        "sq": [(r"'", "s1", POP), (r"[^']+", "s1")],
        "heredoc": [
            (r'(?:\$#?)?"@', "sh", POP),
            (r"\$\(", "si", "interpol"),
            (r"`$", "se"),
            (r"`.", "se"),
            (r'[^"`$]+', "sh"),
            (r'"+', "sh"),
            "variable",
        ],
        "class": [(r"\{", "p", POP), (r"\s+", "w"), (r"\w+", "nc"), (r"[:,]", "p")],
        "expr": [
            "comments",
            (r'"', "s2", "dq"),
            (r"'", "s1", "sq"),
            (r'@"', "sh", "heredoc"),
            (r"@'(?s:.*?)'@", "sh"),
            (r"\d*\.\d+", "mf"),
            (r"\d+", "mi"),
            (r"@\{", "p", "hasht"),
            (r"@\(", "p", "array"),
            (r"\{", "p", "brace"),
            (r"\[", "p", "bracket"),
        ],
        "hasht": [
            (r"\}", "p", POP),
            (r"=", "o"),
            (r"[,;]", "p"),
            "expr",
            (r"\w+", "nx"),
            "variable",
        ],
        "array": [
            (r"\s+", "w"),
            (r"\)", "p", POP),
            (r"[,;]", "p"),
            "expr",
            "variable",
        ],
        "brace": [(r"[}]", "p", POP), "root"],
        "bracket": [
            (r"\]", "p", POP),
            (r"[A-Za-z]\w+\.", "n"),
            (r"[A-Za-z]\w+", _ATTRIBUTES),
            "root",
        ],
        "parameters": [
            (r"(?s:`.)", "se"),
            (r"\s*?\n", "w", POP),
            (r"[;(){}\]]", "p", POP),
            (r"[|=]", "o", POP),
            (r"[/\\~\w][-.:/\\~\w]*", "nx"),
            "root",
        ],
    }
