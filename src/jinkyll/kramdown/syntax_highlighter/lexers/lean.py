"""Lean."""

from __future__ import annotations

from typing import ClassVar

from jinkyll.kramdown.syntax_highlighter.machine import POP, Lexer, States, words
from jinkyll.kramdown.syntax_highlighter.word_lists import word_lists

__all__ = ["Lean"]

(_KEYWORDS,) = word_lists("lean")


class Lean(Lexer):
    """Lean."""

    states: ClassVar[States] = {
        "root": [
            (r"\s*--+\s+.*?$", "cd"),
            (r'"', "s", "string"),
            (r"\d+", "mi"),
            (r"#?\w+", words("n", k=_KEYWORDS, kt="Sort Prop Type")),
            (r"λ", "k"),
            (r":=?", ""),
            (r"\.[0-9]*", "o"),
            (r"!=|/ /|⁻[¹¤]|[#&*+\-/@!`;<=>_|~∀Π↔∧∨≠≤≥⊎¬⬝▸→∃ℕℤ≈×⌞⌟≡⟨⟩]", "o"),
            (r"[\s(),\[\]αβ‹›]+", ""),
            (r".", "err"),
        ],
        "string": [(r'"', "s", POP), (r"\\", "se", "escape"), (r'[^\\"]+', "s")],
        "escape": [(r"[nrt\"'\\]", "se", POP), (r"[xX][\da-fA-F]+", "se", POP)],
    }
