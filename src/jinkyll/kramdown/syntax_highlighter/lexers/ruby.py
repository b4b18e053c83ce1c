"""Ruby."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar

from jinkyll.kramdown.syntax_highlighter.machine import AGAIN, POP, Lexer, Rule, Run, States
from jinkyll.kramdown.syntax_highlighter.patterns import any_of, quoted

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["Ruby", "heredoc_opening", "sigil"]

_KEYWORDS = """
BEGIN END alias begin break case do else elsif end ensure for if in next redo rescue raise retry
return super then undef unless until when while yield
"""
_PSEUDO = """
loop include extend raise alias_method attr catch throw private module_function public protected
true false nil __FILE__ __LINE__
"""
_BUILTINS = """
attr_reader attr_writer attr_accessor

__id__ __send__ abort ancestors at_exit autoload binding callcc caller catch chomp chop class_eval
class_variables clone const_get const_missing const_set constants display dup eval exec exit extend
fail fork format freeze getc gets global_variables gsub hash id included_modules inspect
instance_eval instance_method instance_methods instance_variable_get instance_variable_set
instance_variables lambda load local_variables loop method method_missing methods module_eval name
object_id open p print printf private_class_method private_instance_methods private_methods proc
protected_instance_methods protected_methods public_class_method public_instance_methods
public_methods putc puts raise rand readline readlines require require_relative scan select self
send set_trace_func singleton_methods sleep split sprintf srand sub syscall system taint test throw
to_a to_s trace_var trap untaint untrace_var warn
"""
_QUERIES = """
autoload block_given const_defined eql equal frozen include instance_of is_a iterator kind_of
method_defined nil private_method_defined protected_method_defined public_method_defined respond_to
tainted
"""
_BANGS = "chomp chop exit gsub sub"

_SINGLE = quoted("'")
_DECIMAL = r"\d+(?:_\d+)*"
_EXPONENT = r"[eE][+-]?\d+"
_CLOSING = {"{": "}", "[": "]", "(": ")", "<": ">"}


class _Script(Run):
    """A run that knows which here-documents are to come: if indented, and their end."""

    __slots__ = ("heredocs",)

    def __init__(self, lexer: Lexer, text: str) -> None:
        super().__init__(lexer, text)
        self.heredocs: list[tuple[bool, str]] = []


def sigil(run: Run, match: re.Match[str]) -> None:
    """Begin a string that opens with a percent sign."""
    kind = match["sigil"] or ""
    if kind == "r":
        run.push("regex_flags")
    run.token("sr" if kind == "r" else "sx", match[0])
    how = "r" if kind == "r" else "Q" if kind and kind in "QWxI" else "q"
    run.push(f"%{how}{match['opening']}")


def _sigil_rules(state: str) -> list[Rule]:
    how, opening = state[1], state[2]
    closing = _CLOSING.get(opening, opening)
    kind = "sr" if how == "r" else "sx"
    either = "" if opening == "#" else re.escape(opening) + re.escape(closing)
    rules: list[Rule] = [(rf"\\[\#{either}\\]", "se")]
    if opening != closing:
        rules.append((re.escape(opening), kind, AGAIN))
    rules.append((re.escape(closing), kind, POP))
    if how == "q":
        rules.append((r"[\\#]", kind))
    else:
        rules += ["string_intp_escaped", ("#", kind)]
    rules.append((rf"[^\#{either}\\]+", kind))
    return rules


def _heredoc(run: _Script, match: re.Match[str]) -> None:
    arrows = match["arrows"] or match["arrows_only"]
    run.token("o", arrows)
    run.token("no", match[0][len(arrows) :])
    run.heredocs.append((len(arrows) == 3, match["end"] or ""))
    if run.stack[-1] != "heredoc_queue":
        run.push("heredoc_queue")


def _heredoc_line(run: _Script, match: re.Match[str]) -> None:
    if run.heredocs:
        indented, end = run.heredocs[0]
        if end == (match[0].strip() if indented else match[0].rstrip()):
            run.heredocs.pop(0)
            if not run.heredocs:
                run.pop()
            run.token("no", match[0])
            run.pop()
            return
    run.token("sh", match[0])
    run.pop()


heredoc_opening: Rule = (
    (
        r"(?P<arrows><<[-~]?)(?P<quote>[\"`']?)(?P<end>[a-zA-Z_]\w*)(?P=quote)"
        r"|(?P<arrows_only><<[-~]?)(?:\"\"|'')"
    ),
    _heredoc,
)


class Ruby(Lexer):
    """Ruby."""

    start: ClassVar[tuple[str, ...]] = ("root", "expr_start")
    entries: ClassVar[Mapping[str, str]] = {
        "expr_start": " \t\r\n\f\v/?%",
        "method_call": " \t\r\f\v/%#=",
    }

    def begin(self, text: str = "") -> Run:
        """A run that remembers the here-documents to come."""
        return _Script(self, text)

    @classmethod
    def rules(cls, state: str) -> list[Rule]:
        """A state's rules; a percent sign begins the state of a string and its delimiter."""
        return _sigil_rules(state) if state[0] == "%" else cls.states[state]

    states: ClassVar[States] = {
        "root": [
            "whitespace",
            (r"__END__", "cp", "end_part"),
            (r"0_?[0-7]+(?:_[0-7]+)*", "mo"),
            (r"0x[0-9A-Fa-f]+(?:_[0-9A-Fa-f]+)*", "mh"),
            (r"0b[01]+(?:_[01]+)*", "mb"),
            (rf"{_DECIMAL}(?:\.{_DECIMAL}(?:{_EXPONENT})?|{_EXPONENT})", "mf"),
            (_DECIMAL, "mi"),
            (r"@@[a-zA-Z_]\w*", "vc"),
            (r"@[a-zA-Z_]\w*", "vi"),
            (r"\$\w+", "vg"),
            (r"""\$[!@&`'+~=/\\,;.<>_*$?:"]""", "vg"),
            (r"\$-[0adFiIlpvw]", "vg"),
            (r"::", "o"),
            "strings",
            (rf"(?:{any_of(_KEYWORDS)}|defined\?)(?=\W|$)", "k", "expr_start"),
            (rf"{any_of(_PSEUDO)}\b", "kp", "expr_start"),
            (r"(module)(\s+)([a-zA-Z_]\w*(?:::[a-zA-Z_]\w*)*)", ("k", "", "nn")),
            (r"(def\b)(\s*)", ("k", ""), "funcname"),
            (r"(class\b)(\s*)", ("k", ""), "classname"),
            (rf"{any_of(_QUERIES)}[?]", "nb", "expr_start"),
            (rf"{any_of(_BANGS)}!", "nb", "expr_start"),
            (rf"(?:{any_of(_BUILTINS)}|const_defined\?)\b", "nb", "method_call"),
            heredoc_opening,
            (r"\.{2,3}", "o", "expr_start"),
            (r"[A-Z]\w*", "no", "method_call"),
            (r"(\.)(\s*)([a-z_]\w*[!?]?|[*%&^`~+,\-./\[<>=])", ("p", "", "nf"), "method_call"),
            (r"[a-zA-Z_]\w*[?!]", "n", "expr_start"),
            (r"[a-zA-Z_]\w*", "n", "method_call"),
            (r"\*\*|<<?|>>?|>=|<=|<=>|=~|={3}|!~|&&?|\|\||\.", "o", "expr_start"),
            (r"[-+/*%=<>&!^|~]=?", "o", "expr_start"),
            (r"[?]", "p", ("ternary", "expr_start")),
            (r"[\[({,:\\;/]", "p", "expr_start"),
            (r"[\])}]", "p"),
        ],
        "whitespace": [
            (r"[ \t\r]+", ""),
            (r"\n\s*", "", "expr_start"),
            (r"#.*$", "c1"),
            (r"=begin\b(?s:.*?)\n=end\b", "cm"),
        ],
        "symbols": [
            (r":@{0,2}[a-zA-Z_]\w*[!?]?", "ss"),
            (r":(?:\*\*|[-+]@|[/%&|^`~]|\[\]=?|<<|>>|<=?>|<=?|===?)", "ss"),
            (f":(?:{_SINGLE})", "ss"),
            (r':"', "ss", "simple_sym"),
        ],
        "sigil_strings": [(r"%(?P<sigil>[rqswQWxiI])?(?P<opening>[^\w\s])", sigil)],
        "strings": [
            "symbols",
            (r"[a-z_]\w*[?!]?:\s+", "ss", "expr_start"),
            (_SINGLE, "s1"),
            (r'"', "s2", "simple_string"),
            (r"`", "sb", "simple_backtick"),
        ],
        "simple_string": [
            "string_intp_escaped",
            (r'[^\\"#]+', "s2"),
            (r"[\\#]", "s2"),
            (r'"', "s2", POP),
        ],
        "simple_sym": [
            "string_intp_escaped",
            (r'[^\\"#]+', "ss"),
            (r"[\\#]", "ss"),
            (r'"', "ss", POP),
        ],
        "simple_backtick": [
            "string_intp_escaped",
            (r"[^\\`#]+", "sb"),
            (r"[\\#]", "sb"),
            (r"`", "sb", POP),
        ],
        "regex_flags": [(r"[mixounse]*", "sr", POP)],
        "string_intp": [
            (r"\#\{", "si", "in_interp"),
            (r"#(?:@@?|\$)[a-zA-Z_]\w*", "si"),
        ],
        "string_intp_escaped": [
            "string_intp",
            (r"""\\(?:[\\abefnrstv#"']|x[a-fA-F0-9]{1,2}|[0-7]{1,3})""", "se"),
            (r"\\.", "se"),
        ],
        "in_interp": [(r"\}", "si", POP), "root"],
        "heredoc_queue": [(r"(?=\n)", "", (POP, "resolve_heredocs")), "root"],
        "resolve_heredocs": [
            "string_intp_escaped",
            (r"\n", "sh", "test_heredoc"),
            (r"[#\\\n]", "sh"),
            (r"[^#\\\n]+", "sh"),
        ],
        "test_heredoc": [(r"[^#\\\n]*$", _heredoc_line), (r"", "", POP)],
        "funcname": [
            (r"\s+", ""),
            (r"\(", "p", "defexpr"),
            (
                (
                    r"(?:([a-zA-Z_]\w*)(\.))?([a-zA-Z_]\w*[!?]?|\*\*?|[-+]@?|[/%&|^`~]"
                    r"|\[\]=?|<<?|>>?|<=>?|>=|===?)"
                ),
                ("nc", "o", "nf"),
                POP,
            ),
            (r"", "", POP),
        ],
        "classname": [
            (r"\s+", ""),
            (r"\w+(?:::\w+)+", "nc"),
            (r"\(", "p", ("defexpr", "expr_start")),
            (r"<<", "o", (POP, "expr_start")),
            (r"[A-Z_]\w*", "nc", POP),
            (r"", "", POP),
        ],
        "ternary": [
            (r"(:)(\s+)", ("p", ""), (POP, "expr_start")),
            (r":(?![^#\n]*?[:\\])", "p", (POP, "expr_start")),
            "root",
        ],
        "defexpr": [
            (r"(\))(\.|::)?", ("p", "o"), POP),
            (r"\(", "p", ("defexpr", "expr_start")),
            "root",
        ],
        "method_call": [
            (r"[/%]", "o", (POP, "expr_start")),
            (r"(?=\n)", "", POP),
            (r"", "", (POP, "method_call_spaced")),
        ],
        "method_call_spaced": [
            "whitespace",
            (r"[%/]=", "o", (POP, "expr_start")),
            (r"/(?=\S|\s*/)", "sr", (POP, "slash_regex")),
            "sigil_strings",
            (r"(?=\s*/)", "", POP),
            (r"\s+", "", (POP, "expr_start")),
            (r"", "", POP),
        ],
        "expr_start": [
            (r"[ \t\r]+(?=[^\s/?%])", "", POP),
            (r"[ \t\r]+", ""),
            (r"/", "sr", (POP, "slash_regex")),
            (
                r"[?](?:\\[MC]-)*(?:\\(?:[\\abefnrstv#\"']|x[a-fA-F0-9]{1,2}|[0-7]{1,3})|\S)(?!\w)",
                "sc",
                POP,
            ),
            (r"(\s*)(%[rqswQWxiI]? \S* )", ("", "sx"), POP),
            "sigil_strings",
            (r"", "", POP),
        ],
        "slash_regex": [
            "string_intp",
            (r"\\\\", "sr"),
            (r"\\/", "sr"),
            (r"[\\#]", "sr"),
            (r"[^\\/#]+", "sr"),
            (r"/", "sr", (POP, "regex_flags")),
        ],
        "end_part": [(r"(?s:.+)", "cp", POP)],
    }
