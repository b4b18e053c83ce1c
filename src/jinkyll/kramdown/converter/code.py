"""Code: its language, and the highlighter."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from jinkyll.kramdown import syntax_highlighter
from jinkyll.kramdown.characters import WHITESPACE

if TYPE_CHECKING:
    from jinkyll.kramdown.converter.html import Converter

__all__ = ["add_classes", "default_language", "highlight", "language", "remove_language"]

_LANGUAGE: Final = re.compile(r"\blanguage-([^ \t\r\n\f\v]+)")
_LANGUAGE_OR_START: Final = re.compile(r"\blanguage-[^ \t\r\n\f\v]+|(^)", re.MULTILINE)


def language(attr: dict[str, str | None]) -> str | None:
    """The language that the class of an element names."""
    class_ = attr.get("class")
    if not class_ or "language-" not in class_:
        return None
    match = _LANGUAGE.search(class_)
    return match[1] if match else None


def remove_language(attr: dict[str, str | None]) -> None:
    """Take the language out of the class."""
    class_ = _LANGUAGE.sub("", attr.get("class") or "", count=1).strip(WHITESPACE)
    if class_:
        attr["class"] = class_
    else:
        del attr["class"]


def highlight(converter: Converter, text: str, language: str | None, kind: str) -> str | None:
    """Highlighted code, or None if it is to be written plainly."""
    options = converter.options
    if options.syntax_highlighter != "rouge":
        return None
    call = syntax_highlighter.block if kind == "block" else syntax_highlighter.span
    return call(text, language, options.syntax_highlighter_opts)


def default_language(converter: Converter, kind: str) -> str | None:
    """The language that highlighted code without one is said to be in."""
    return syntax_highlighter.default_lang(converter.options.syntax_highlighter_opts, kind)


def add_classes(converter: Converter, attr: dict[str, str | None], language: str | None) -> None:
    """Put the highlighter and the language into the class."""
    before = attr.get("class") or ""
    class_ = f"{before} highlighter-{converter.options.syntax_highlighter}".lstrip(WHITESPACE)
    if language:

        def put(match: re.Match[str]) -> str:
            return f"language-{language}{'' if match[1] is None else ' '}"

        class_ = _LANGUAGE_OR_START.sub(put, class_, count=1)
    attr["class"] = class_
