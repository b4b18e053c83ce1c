"""Configuration files: INI, TOML, Java's properties and files of no particular kind."""

from __future__ import annotations

from typing import ClassVar

from jinkyll.kramdown.syntax_highlighter.machine import POP, Lexer, States

__all__ = ["Conf", "Ini", "Properties", "Ssh", "SystemD", "Toml"]


class Ini(Lexer):
    """INI files."""

    states: ClassVar[States] = {
        "root": [
            "basic",
            (r"([\w\-.]++)(\s*)(=)", ("py", "", "p"), "value"),
            (r"\[.*?\]", "nn"),
        ],
        "basic": [(r"[;#].*?\n", "c"), (r"\s+", ""), (r"\\\n", "se")],
        "value": [
            (r"\n", "", POP),
            "basic",
            (r'"', "s", "dq"),
            (r"'.*?'", "s"),
            (r"(?s:\\.)", "se"),
            (r"[^\\\n]+", "s"),
        ],
        "dq": [(r'"', "s", POP), (r"(?s:\\.)", "se"), (r'[^\\"]+', "s")],
    }


_TOML_NAME = r"""(?:\S+|"[^"]+"|'[^']+')"""
_DIGITS = r"\d+(?:_\d+)*"


class Toml(Lexer):
    """TOML."""

    states: ClassVar[States] = {
        "root": ["basic", (rf"({_TOML_NAME})(\s*)(=)", ("py", "", "p"), "value")],
        "basic": [
            (r"\s+", ""),
            (r"#.*?$", "c"),
            (r"true|false", "kc"),
            (rf"({_TOML_NAME})(\s*)(=)(\s*)(\{{)", ("nn", "", "o", "", "p"), "inline"),
            (r"\s*\[\S+\]", "nn"),
            (r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z", "ld"),
            (rf"[+-]?{_DIGITS}\.{_DIGITS}(?:[eE][+-]?{_DIGITS})?", "mf"),
            (rf"[+-]?{_DIGITS}[eE][+-]?{_DIGITS}", "mf"),
            (r"[+-]?(?:nan|inf)", "mf"),
            (r"0x[0-9a-fA-F]+(?:_[0-9a-fA-F]+)*", "mh"),
            (r"0o[0-7]+(?:_[0-7]+)*", "mo"),
            (r"0b[01]+(?:_[01]+)*", "mb"),
            (rf"[+-]?{_DIGITS}", "mi"),
        ],
        "value": [(r"\n", "", POP), "content"],
        "content": [
            "basic",
            (rf"({_TOML_NAME})(\s*)(=)", ("py", "", "p")),
            (r'"""', "s", "mdq"),
            (r'"', "s", "dq"),
            (r"'''", "s", "msq"),
            (r"'", "s", "sq"),
            "esc_str",
            (r",", "p"),
            (r"\[", "p", "array"),
        ],
        "dq": [(r'"', "s", POP), (r"\n", "err", POP), "esc_str", (r'[^\\"\n]+', "s")],
        "mdq": [(r'"""', "s", POP), "esc_str", (r'[^\\"]+', "s"), (r'"+', "s")],
        "sq": [(r"'", "s", POP), (r"\n", "err", POP), (r"[^'\n]+", "s")],
        "msq": [(r"'''", "s", POP), (r"[^']+", "s"), (r"'+", "s")],
        "esc_str": [(r'\\[0t\tn\n "\\r]', "se")],
        "array": ["content", (r"\]", "p", POP)],
        "inline": ["content", (r"\}", "p", POP)],
    }


class Properties(Lexer):
    """Java's .properties files."""

    states: ClassVar[States] = {
        "root": ["basic", (r"([\w.-]++)(\s*)([=:])", ("py", "", "p"), "value")],
        "basic": [(r"[!#].*?\n", "c"), (r"\s+", ""), (r"\\\n", "se")],
        "value": [
            (r"\n", "", POP),
            "basic",
            (r'"', "s", "dq"),
            (r"'.*?'", "s"),
            "esc_str",
            (r"[^\\\n]+", "s"),
        ],
        "dq": [(r'"', "s", POP), "esc_str", (r'[^\\"]+', "s")],
        "esc_str": [(r"\\u[0-9]{4}", "se"), (r"(?s:\\.)", "se")],
    }


class Conf(Lexer):
    """Configuration files of any kind."""

    states: ClassVar[States] = {
        "root": [
            (r"#.*?\n", "c"),
            (r'".*?"', "s2"),
            (r"'.*?'", "s1"),
            (r"[a-zA-Z]\w*", "n"),
            (r"\d+", "m"),
            (r"[^\w#\"']+", ""),
        ]
    }


class Ssh(Lexer):
    """OpenSSH's configuration."""

    states: ClassVar[States] = {
        "root": [(r"[a-zA-Z0-9]+", "k", "statement"), "base"],
        "statement": [
            (r"\n", "", POP),
            (r"(?:yes|no|confirm|ask|always|auto|none|force)\b", "no"),
            (r"\d+", "m"),
            (r"[^#\s;{}$\\]+", ""),
            "base",
        ],
        "base": [(r"\s+", ""), (r"#.*", "c1")],
    }


class SystemD(Lexer):
    """systemd's units."""

    states: ClassVar[States] = {
        "root": [
            (r"\s+", ""),
            (r"[;#].*", "c"),
            (r"\[.*?\]$", "k"),
            (r"(.*?)(=)(.*)(\\\n)", ("nt", "p", "", "se"), "continuation"),
            (r"(.*?)(=)(.*)", ("nt", "p", "")),
        ],
        "continuation": [(r"(.*?)(\\\n)", ("", "se")), (r"(.*)'", "", POP)],
    }
