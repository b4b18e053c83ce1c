"""Code: its language, and the highlighter."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from jinkyll.kramdown import syntax_highlighter
from jinkyll.kramdown.characters import WHITESPACE

if TYPE_CHECKING:
    from jinkyll.kramdown.converter.html import Converter
    from jinkyll.kramdown.options import Options

__all__ = ["highlight", "language", "plain_start", "remove_language", "with_classes"]

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


def plain_start(options: Options) -> str | None:
    """The start tag of code spans without attributes, if they need no highlighter."""
    highlighting = options.syntax_highlighter_opts
    if options.syntax_highlighter != "rouge" or not syntax_highlighter.is_plain(highlighting):
        return None
    language = syntax_highlighter.default_lang(highlighting, "span")
    return f'<code class="{_class("", "rouge", language)}">'


def with_classes(
    converter: Converter, attr: dict[str, str | None], language: str | None, kind: str
) -> dict[str, str | None]:
    """*attr* with the highlighter and the language in the class."""
    if language is None:
        language = syntax_highlighter.default_lang(converter.options.syntax_highlighter_opts, kind)
    before = attr.get("class") or ""
    return {**attr, "class": _class(before, converter.options.syntax_highlighter, language)}


@lru_cache(maxsize=256)
def _class(before: str, highlighter: str | None, language: str | None) -> str:
    class_ = f"{before} highlighter-{highlighter}".lstrip(WHITESPACE)
    if not language:
        return class_

    def put(match: re.Match[str]) -> str:
        return f"language-{language}{'' if match[1] is None else ' '}"

    return _LANGUAGE_OR_START.sub(put, class_, count=1)
