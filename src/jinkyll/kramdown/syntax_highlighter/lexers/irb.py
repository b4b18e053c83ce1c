"""Sessions of irb and pry."""

from __future__ import annotations

import re
from typing import ClassVar

from jinkyll.kramdown.syntax_highlighter.lexers.ruby import Ruby
from jinkyll.kramdown.syntax_highlighter.lexers.shell import Console
from jinkyll.kramdown.syntax_highlighter.machine import POP, States

__all__ = ["Irb", "IrbOutput"]

_PROMPT = re.compile(r".*?(?:irb|pry).*?[>\"*]")


class Irb(Console):
    """A Ruby session."""

    language: ClassVar[str] = "ruby"
    output: ClassVar[str | None] = "irb_output"

    def patterns(self) -> tuple[re.Pattern[str], re.Pattern[str] | None]:
        """The prompt of irb or pry; errors are told by the output's own lexer."""
        return _PROMPT, None


class IrbOutput(Ruby):
    """What a Ruby session prints: output, then a value after an arrow; or an error."""

    start: ClassVar[tuple[str, ...]] = ("root", "expr_start", "stdout")
    states: ClassVar[States] = {
        **Ruby.states,
        "root": [(r"#<", "kt", "irb_object"), *Ruby.states["root"]],
        "irb_object": [(r">", "kt", POP), "root"],
        "has_irb_output": [(r"=>", "p", POP), (r".+?(?:\n|$)", "go")],
        "irb_error": [(r".+?(?:\n|$)", "gr"), "has_irb_output"],
        "stdout": [
            (r"\w+?(?:Error|Exception):.+?(?:\n|$)", "gr", "irb_error"),
            "has_irb_output",
        ],
    }
