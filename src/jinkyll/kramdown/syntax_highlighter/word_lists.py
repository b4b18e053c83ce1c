"""Lists of words too long to stand in code: the `*_words.txt` beside the lexers."""

from __future__ import annotations

from importlib.resources import files

__all__ = ["word_lists"]


def word_lists(language: str) -> list[str]:
    """The lists of `language`, each as text; an empty line is between two of them."""
    path = files(f"{__package__}.lexers").joinpath(f"{language}_words.txt")
    return path.read_text("utf-8").split("\n\n")
