"""Nix."""

from __future__ import annotations

from typing import ClassVar

from jinkyll.kramdown.syntax_highlighter.machine import POP, Lexer, States

__all__ = ["Nix"]

_WORD = r"[a-zA-Z0-9._-]+"
_SECTIONS = rf"(?:/{_WORD})+"


class Nix(Lexer):
    """Nix."""

    states: ClassVar[States] = {
        "root": [
            (r"\s+", ""),
            (r"#.*$", "c"),
            (r"/\*", "c", "multiline_comment"),
            (r"true|false|null", "kc"),
            (r"[0-9]", "mi"),
            (rf"~?{_SECTIONS}|{_WORD}{_SECTIONS}|[a-z+]+://(?:/?{_WORD}{_SECTIONS})", "sx"),
            (r'"', "s2", "double_quoted_string"),
            (r"''", "s2", "indented_string"),
            (r"(?:with|in|inherit)\b", "kn"),
            (r"let\b", "kd"),
            (r"(?:if|then|else)\b", "k"),
            (
                (
                    r"(?:rec|assert|map|abort|baseNameOf|builtins|derivation|fetchTarball|import"
                    r"|isNull|removeAttrs|throw|toString)\b"
                ),
                "kr",
            ),
            (r"//|->|[.?+!/*<>=@-]|&&|\|\|", "o"),
            (r"[$;,:]", "p"),
            (r"[a-zA-Z_][a-zA-Z0-9-]*", "nv"),
            (r"\(", "p", "atom_content"),
            (r"\{", "p", "set_content"),
            (r"\[", "p", "list_content"),
        ],
        # No rule is for newlines in comments and strings: Rouge calls them errors.
        "multiline_comment": [(r"\*/", "c", POP), (r"[^*\n]+|\*", "c")],
        "string_interpolated_arg": [(r"\}", "si", POP), "root"],
        "double_quoted_string": [
            (r"\\.", "se"),
            (r"\$\$", "se"),
            (r"\$\{", "si", "string_interpolated_arg"),
            (r'"', "s2", POP),
            (r'[^\\$"\n]+|.', "s2"),
        ],
        "indented_string": [
            (r"'''", "se"),
            (r"''\$", "se"),
            (r"\$\$", "se"),
            (r"''\\.", "se"),
            (r"\$\{", "si", "string_interpolated_arg"),
            (r"''", "s2", POP),
            (r"[^'$\n]+|.", "s2"),
        ],
        "atom_content": [(r"\)", "p", POP), "root"],
        "set_content": [(r"\}", "p", POP), "root"],
        "list_content": [(r"\]", "p", POP), "root"],
    }
