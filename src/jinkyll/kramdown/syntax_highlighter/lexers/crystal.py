"""Crystal, which is Ruby with other words."""

from __future__ import annotations

from typing import ClassVar

from jinkyll.kramdown.syntax_highlighter.lexers.ruby import Ruby, heredoc_opening, sigil
from jinkyll.kramdown.syntax_highlighter.machine import POP, States
from jinkyll.kramdown.syntax_highlighter.patterns import any_of

__all__ = ["Crystal"]

_KEYWORDS = """
BEGIN END alias begin break case do else elsif end ensure for if ifdef in next redo rescue raise
retry return super then undef unless until when while yield lib fun type of as
"""
_PSEUDO = """
initialize new loop include extend raise attr_reader attr_writer attr_accessor alias_method attr
catch throw private module_function public protected true false nil __FILE__ __LINE__ getter
getter! property property! struct record
"""
_BUILTINS = """
abort ancestors at_exit caller catch chomp chop clone constants display dup eval exec exit extend
fail fork format freeze getc gets global_variables gsub hash id included_modules inspect
instance_eval instance_method instance_methods lambda loop method method_missing methods
module_eval name object_id open p print printf proc putc puts raise rand readline readlines
require scan select self send sleep split sprintf srand sub syscall system test throw to_a to_s
trap warn
"""


class Crystal(Ruby):
    """Crystal."""

    states: ClassVar[States] = {
        **Ruby.states,
        "root": [
            "whitespace",
            (r"__END__", "cp", "end_part"),
            (r"0o[0-7]+(?:_[0-7]+)*", "mo"),
            (r"0x[0-9A-Fa-f]+(?:_[0-9A-Fa-f]+)*", "mh"),
            (r"0b[01]+(?:_[01]+)*", "mb"),
            (r"(?i:\d+\.\d+(?:e[+\-]?\d+)?(?:_f32)?|\d+e[+\-]?\d+|\d+_f32)", "mf"),
            (r"\d+(?:_\d+)*(?:_[iu]\d+)?", "mi"),
            (r"@\[[^\]]+\]", "nd"),
            (r"@@[a-zA-Z_]\w*", "vc"),
            (r"@[a-zA-Z_]\w*", "vi"),
            (r"\$\w+", "vg"),
            (r"""\$[!@&`'+~=/\\,;.<>_*$?:"]""", "vg"),
            (r"\$-[0adFiIlpvw]", "vg"),
            (r"::", "o"),
            "strings",
            (rf"(?:{any_of(_KEYWORDS)}|defined\?)\b", "k", "expr_start"),
            (rf"{any_of(_PSEUDO)}\b", "kp", "expr_start"),
            (r"(module)(\s+)([a-zA-Z_]\w*(?:::[a-zA-Z_]\w*)*)", ("k", "", "nn")),
            (r"(def|macro\b)(\s*)", ("k", ""), "funcname"),
            (r"(class\b)(\s*)", ("k", ""), "classname"),
            (r"(?:eql|equal|include|is_a|iterator|kind_of|nil)[?]", "nb", "expr_start"),
            (r"(?:chomp|chop|exit|gsub|sub)!", "nb", "expr_start"),
            (rf"{any_of(_BUILTINS)}\b", "nb", "method_call"),
            heredoc_opening,
            (r"\.{2,3}", "o", "expr_start"),
            (r"[A-Z]\w*", "no", "method_call"),
            (r"(\.|::)(\s*)([a-z_]\w*[!?]?|[*%&^`~+-/\[<>=])", ("p", "", "nf"), "method_call"),
            (r"[a-zA-Z_]\w*[?!]", "n", "expr_start"),
            (r"[a-zA-Z_]\w*", "n", "method_call"),
            (r"\*\*|//|>=|<=|<=>|<<?|>>?|=~|={3}|!~|&&?|\|\||\.", "o", "expr_start"),
            (r"\{%|%\}", "p"),
            (r"[-+/*%=<>&!^|~]=?", "o", "expr_start"),
            (r"[?]", "p", ("ternary", "expr_start")),
            (r"[\[({,:\\;/]", "p", "expr_start"),
            (r"[\])}]", "p"),
        ],
        "symbols": [
            (r":@{0,2}[a-zA-Z_]\w*[!?]?", "ss"),
            (
                (
                    r":(?:===|=?~|\[\][=?]?|\*\*=?|//=?|[=^*/+-]=?|&[&*+-]?=?|\|\|?=?|![=~]?|%=?|<=>"
                    r"|<<?=?|>>?=?|\.\.\.?)"
                ),
                "ss",
            ),
            (r":'(?:\\\\|\\'|[^'])*'", "ss"),
            (r':"', "ss", "simple_sym"),
        ],
        "sigil_strings": [(r"%(?P<sigil>[rqswQWxiI])?(?P<opening>[^\w\s}])", sigil)],
        "strings": [
            "symbols",
            (r"[a-z_]\w*?[?!]?:\s+", "ss", "expr_start"),
            (r'"', "s2", "simple_string"),
            (r"`", "sb", "simple_backtick"),
            (
                (
                    r"(')(\\u[a-fA-F0-9]{4}|\\u\{[a-fA-F0-9]{1,6}\}|\\[abefnrtv])?"
                    r"(\\\\|\\'|[^'])*(')"
                ),
                ("s1", "se", "s1", "s1"),
            ),
        ],
        "string_intp_escaped": [
            "string_intp",
            (r"""\\(?:[\\abefnrstv#"']|x[a-fA-F0-9]{1,2}|[0-7]{1,3})""", "se"),
            (r"\\u(?:[a-fA-F0-9]{4}|\{[^}]+\})", "se"),
            (r"\\.", "se"),
        ],
        "classname": [
            (r"\s+", ""),
            (r"\(", "p", ("defexpr", "expr_start")),
            (r"<<", "o", (POP, "expr_start")),
            (r"[A-Z_]\w*", "nc", POP),
            (r"", "", POP),
        ],
        "ternary": [(r":(?!:)", "p", (POP, "expr_start")), "root"],
        "method_call": [
            (r"/", "o", (POP, "expr_start")),
            (r"(?=\n)", "", POP),
            (r"", "", (POP, "method_call_spaced")),
        ],
    }
