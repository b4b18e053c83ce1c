"""Gherkin, the language of Cucumber's features."""

from __future__ import annotations

import re
from typing import ClassVar

from jinkyll.kramdown.syntax_highlighter.machine import POP, RESET, Lexer, Run, States
from jinkyll.kramdown.syntax_highlighter.word_lists import word_lists

__all__ = ["Gherkin"]

_STEPS, _ELEMENTS, _FEATURES, _EXAMPLES = (
    # One a line: they are more than words, and steps are told apart by the blanks at their ends.
    [word for word in words.split("\n") if word]
    for words in word_lists("gherkin")
)
_HEADINGS = {
    **dict.fromkeys(_EXAMPLES, ("nn", "example_description")),
    **dict.fromkeys(_FEATURES, ("kd", "feature_description")),
    **dict.fromkeys(_ELEMENTS, ("kn", "description")),
}
_STEP = "|".join(
    re.escape(step) if step.endswith(" ") else rf"{re.escape(step)}\b"
    for step in (step.removesuffix("<") for step in _STEPS)
)
_REST_OF_LINE = r".*?(?=[#\n])"


def _heading(run: Run, match: re.Match[str]) -> None:
    keyword = match["keyword"]
    kind, state = _HEADINGS.get(keyword, ("err", ""))
    run.stack[:] = ["root", state] if state else ["root"]
    run.token(kind, keyword)
    run.token("p", ":")


class Gherkin(Lexer):
    """Features in any of the languages that Cucumber speaks."""

    states: ClassVar[States] = {
        "basic": [(r"#.*$", "c"), (r"[ \r\t]+", "")],
        "root": [
            "basic",
            (r"\n", ""),
            (r'"""(?s:.*?)"""', "s"),
            (r"@[^\s@]+", "nt"),
            "has_table",
            "has_examples",
        ],
        "has_scenarios": [(r"(?P<keyword>.*?):", _heading)],
        "has_examples": ["has_scenarios", (_STEP, "nf", (RESET, "root", "step"))],
        "has_table": [(r"(?=[|])", "", "table_header")],
        "table_header": [(r"[^|\s]+", "nv"), (r"\n", "", (POP, "table")), "table"],
        "table": ["basic", (r"\n", "", "table_bol"), (r"[|]", "p"), (r"[^|\s]+", "n")],
        "table_bol": [(r"(?=\s*[^\s|])", "", RESET), (r"", "", POP)],
        "description": ["basic", "has_examples", (r"\n", ""), (_REST_OF_LINE, "")],
        "feature_description": ["basic", "has_scenarios", (r"\n", ""), (_REST_OF_LINE, "")],
        "example_description": ["basic", "has_table", (r"\n", ""), (_REST_OF_LINE, "")],
        "step": [
            "basic",
            (r"<.*?>", "nv"),
            (r'".*?"', "s"),
            (r"\S[^\s<]*", ""),
            (_REST_OF_LINE, "", POP),
        ],
    }
