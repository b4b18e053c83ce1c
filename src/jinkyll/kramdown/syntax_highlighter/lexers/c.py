"""C, C++ and Slice."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from jinkyll.kramdown.syntax_highlighter.machine import POP, Lexer, Run, States, words

if TYPE_CHECKING:
    import re

__all__ = ["CPP_WORDS", "C_WORDS", "C", "Cpp", "Slice"]

_ID = r"[a-zA-Z_][a-zA-Z0-9_]*"
_KEYWORDS = """
auto break case const continue default do else enum extern for goto if register restricted return
sizeof static struct switch typedef union volatile virtual while _Alignas _Alignof _Atomic _Generic
_Imaginary _Noreturn _Static_assert _Thread_local
"""
_TYPES = """
int long float short double char unsigned signed void

jmp_buf FILE DIR div_t ldiv_t mbstate_t sig_atomic_t fpos_t clock_t time_t va_list size_t ssize_t
off_t wchar_t ptrdiff_t wctrans_t wint_t wctype_t

_Bool _Complex int8_t int16_t int32_t int64_t uint8_t uint16_t uint32_t uint64_t int_least8_t
int_least16_t int_least32_t int_least64_t uint_least8_t uint_least16_t uint_least32_t
uint_least64_t int_fast8_t int_fast16_t int_fast32_t int_fast64_t uint_fast8_t uint_fast16_t
uint_fast32_t uint_fast64_t intptr_t uintptr_t intmax_t uintmax_t char16_t char32_t
"""
_RESERVED = """
__asm __int8 __based __except __int16 __stdcall __cdecl __fastcall __int32 __declspec __finally
__int61 __try __leave inline _inline __inline naked _naked __naked restrict _restrict __restrict
thread _thread __thread typename _typename __typename
"""
_CPP_KEYWORDS = """
asm auto catch char8_t concept consteval constexpr constinit const_cast co_await co_return co_yield
delete dynamic_cast explicit export friend mutable namespace new operator private protected public
reinterpret_cast requires restrict size_of static_cast this throw throws typeid typename using
virtual final override alignas alignof decltype noexcept static_assert thread_local try
"""
_CPP_RESERVED = """
__virtual_inheritance __uuidof __super __single_inheritance __multiple_inheritance __interface
__event
"""

C_WORDS = words("n", k=_KEYWORDS, kt=_TYPES, kr=_RESERVED)
"""Token types of C's words."""

CPP_WORDS = words(
    "n", k=_KEYWORDS + _CPP_KEYWORDS, kt=_TYPES + "bool", kr=_RESERVED + _CPP_RESERVED
)
"""Token types of C++'s words."""


def _function(run: Run, match: re.Match[str]) -> None:
    lex = run.lexer.tokens
    run.tokens += lex(match["before"])
    run.token("nf", match["name"])
    run.tokens += lex(match["signature"])
    run.tokens += lex(match["gap"])
    run.token("p", match["end"])
    if match["end"] == "{":
        run.push("function")


class C(Lexer):
    """C."""

    start: ClassVar[tuple[str, ...]] = ("root", "bol")
    states: ClassVar[States] = {
        "root": [
            (r"\n+", "", "expr_bol"),
            "whitespace",
            (
                (
                    # The lookahead costs nothing of the meaning, and much of the searching.
                    rf"(?=[\w*\s]*+\()(?P<before>[\w*\s]+?[\s*])(?P<name>{_ID})(?P<signature>\s*\([^;]*?\))"
                    r"(?P<gap>(?:\s|//.*?\n|/[*].*?[*]/)*)(?P<end>[{;])"
                ),
                _function,
            ),
            (r"\{", "p", "function"),
            "statements",
        ],
        "expr_bol": [
            "inline_whitespace",
            (r"#if\s0", "c", "if_0"),
            (r"#", "cp", "macro"),
            (r"", "", POP),
        ],
        "bol": [(rf"{_ID}:(?!:)", "nl"), "expr_bol"],
        "inline_whitespace": [
            (r"[ \t\r]+", ""),
            (r"\\\n", ""),
            (r"(?s:/(?:\\\n)?\*.*?\*(?:\\\n)?/)", "cm"),
        ],
        "whitespace": [
            (r"\n+", "", "bol"),
            (r"//.*$", "c1", "bol"),
            "inline_whitespace",
        ],
        "statements": [
            "whitespace",
            (r'(?:u8|u|U|L)?"', "s", "string"),
            (
                r"(?i:(?:u8|u|L)?'(?:\\.|\\[0-7]{1,3}|\\x[a-f0-9]{1,2}|[^\\'\n])')",
                "sc",
            ),
            "numbers",
            (r"\*/", "err"),
            (r"[~!%^&*+=|?:<>/-]", "o"),
            (r"[()\[\],.;]", "p"),
            (r"case\b", "k", "case"),
            (r"(?:true|false|NULL)\b", "nb"),
            "words",
        ],
        "numbers": [
            (r"(?:\d+[.]\d*|[.]?\d+)[eE][+-]?\d+[luLU]*", "mf"),
            (r"\d+[eE][+-]?\d+[luLU]*", "mf"),
            (r"0[xX][0-9a-fA-F]+[luLU]*", "mh"),
            (r"0[0-7]+[luLU]*", "mo"),
            (r"\d+[luLU]*", "mi"),
        ],
        "words": [(_ID, C_WORDS)],
        "case": [(r":", "p", POP), "statements"],
        "function": [
            "whitespace",
            "statements",
            (r";", "p"),
            (r"\{", "p", "function"),
            (r"\}", "p", POP),
        ],
        "string": [
            (r'[^\\"\n]+', "s"),
            (r'"', "s", POP),
            (r"""\\(?:[\\abfnrtv"']|x[a-fA-F0-9]{2,4}|[0-7]{1,3})""", "se"),
            (r"\\\n?", "s"),
        ],
        "macro": [
            (r"(include)(\s*)(<[^>]+>)([^\n]*)", ("cp", "", "cpf", "c1")),
            (r'(include)(\s*)("[^"]+")([^\n]*)', ("cp", "", "cpf", "c1")),
            (r"[^/\n\\]+", "cp"),
            (r"(?s:\\.)", "cp"),
            "inline_whitespace",
            (r"/", "cp"),
            (r"\n", "cp", POP),
        ],
        "if_0": [
            (r"^\s*#if", "c", "if_0"),
            (r"^\s*#\s*el(?:se|if)", "c", POP),
            (r"^\s*#\s*endif\b(?s:.*?)(?<!\\)\n", "c", POP),
            (r".*?\n", "c"),
        ],
    }


_D = r"\d(?:'?\d)*"


class Cpp(C):
    """C++."""

    states: ClassVar[States] = {
        **C.states,
        "root": [(r"(?:__offload|__blockingoffload|__outer)\b", "kp"), *C.states["root"]],
        "statements": [
            (r"(?:class|struct)\b", "k", "classname"),
            (r"template\b", "k", "template"),
            (rf"{_D}(?:\.{_D})?(?:y|d|h|min|s|ms|us|ns|i|if|il)\b", "mx"),
            (rf"(?:{_D}[.](?:{_D})?|[.]{_D})(?:[eE][+-]?{_D}[luLU]*)?", "mf"),
            (rf"{_D}[eE][+-]?{_D}[luLU]*", "mf"),
            (r"0[xX][0-9a-fA-F](?:'?[0-9a-fA-F])*[luLU]*", "mh"),
            (r"0b[01]+(?:'[01]+)*", "mb"),
            (r"0[0-7](?:'?[0-7])*[luLU]*", "mo"),
            (rf"{_D}[luLU]*", "mi"),
            (r"nullptr\b", "nb"),
            (
                (
                    r"""(?:u8|u|U|L)?R"(?P<raw>[a-zA-Z0-9_{}\[\]#<>%:;.?*+\-/^&|~!=,"']{,16})"""
                    r"""\((?s:.*?)\)(?P=raw)\""""
                ),
                "s",
            ),
            (r"::|<=>", "o"),
            (r"[{}]", "p"),
            *C.states["statements"],
        ],
        "words": [(_ID, CPP_WORDS)],
        "classname": [
            (_ID, "nc", POP),
            "whitespace",
            (r"[.]{3}", "o"),
            (r",", "p", POP),
            (r"", "", POP),
        ],
        "template": [
            (r"[>;]", "p", POP),
            (r"typename\b", "k", "classname"),
            "statements",
        ],
        "case": [(r":(?!:)", "p", POP), "statements"],
    }


_SLICE_WORDS = words(
    "n",
    k="""
    extends implements enum interface struct class module dictionary const optional out throws
    exception local idempotent sequence Object LocalObject Value
    """,
    kt="bool string byte long float double int void short",
    kr=_RESERVED,
)


class Slice(C):
    """Ice's interface definitions."""

    states: ClassVar[States] = {**C.states, "words": [(_ID, _SLICE_WORDS)]}
