"""Filters on text; whatever the value is, it is taken as Ruby's `to_s` prints it."""

from __future__ import annotations

import re

from jinkyll.liquid.errors import LiquidArgumentError
from jinkyll.liquid.lexer import SPACE
from jinkyll.liquid.numbers import to_index, to_integer
from jinkyll.liquid.printing import ruby_to_s

_MAX_TEXT = 2**27

__all__ = [
    "append",
    "capitalize",
    "default",
    "downcase",
    "lstrip",
    "newline_to_br",
    "prepend",
    "remove",
    "remove_first",
    "remove_last",
    "replace",
    "replace_first",
    "replace_last",
    "rstrip",
    "slice_",
    "split",
    "strip",
    "strip_html",
    "strip_newlines",
    "truncate",
    "truncatewords",
    "upcase",
]


def downcase(value: object) -> str:
    """``{{ "ABC" | downcase }}``; unlike Python, Ruby knows no sigma for the end of a word."""
    return ruby_to_s(value).replace("Σ", "σ").lower()


def upcase(value: object) -> str:
    """``{{ "abc" | upcase }}``."""
    return ruby_to_s(value).upper()


def capitalize(value: object) -> str:
    """``{{ "a TITLE" | capitalize }}``: the first letter large, all others small."""
    text = ruby_to_s(value)
    return text[:1].capitalize() + text[1:].replace("Σ", "σ").lower()


def append(value: object, text: object) -> str:
    """``{{ "a" | append: "b" }}``."""
    return _bounded(ruby_to_s(value) + ruby_to_s(text))


def prepend(value: object, text: object) -> str:
    """``{{ "b" | prepend: "a" }}``."""
    return _bounded(ruby_to_s(text) + ruby_to_s(value))


def _bounded(text: str) -> str:
    """Stop a text that doubles in a loop before the memory is full."""
    if len(text) > _MAX_TEXT:
        raise LiquidArgumentError("text is too long")
    return text


def strip(value: object) -> str:
    """Remove white space at both ends."""
    return ruby_to_s(value).strip(SPACE)


def lstrip(value: object) -> str:
    """Remove white space at the beginning."""
    return ruby_to_s(value).lstrip(SPACE)


def rstrip(value: object) -> str:
    """Remove white space at the end."""
    return ruby_to_s(value).rstrip(SPACE)


_HTML_BLOCK = re.compile(r"<script|<!--|<style")
_HTML_BLOCK_ENDS = {"<script": "</script>", "<!--": "-->", "<style": "</style>"}
_HTML_TAG = re.compile(r"<[^>]*>")


def strip_html(value: object) -> str:
    """Remove tags and comments, and all that scripts and style sheets hold."""
    text = ruby_to_s(value)
    if "<" not in text:
        return text
    if any(opening in text for opening in _HTML_BLOCK_ENDS):
        text = _strip_blocks(text)
    return _strip_tags(text)


def _strip_blocks(text: str) -> str:
    parts: list[str] = []
    position = 0
    endless: set[str] = set()
    for match in _HTML_BLOCK.finditer(text):
        kind, start = match[0], match.start()
        if start < position or kind in endless:
            continue
        closing = _HTML_BLOCK_ENDS[kind]
        end = text.find(closing, match.end())
        if end < 0:
            endless.add(kind)
            continue
        parts.append(text[position:start])
        position = end + len(closing)
    return "".join([*parts, text[position:]]) if position else text


def _strip_tags(text: str) -> str:
    end = text.rfind(">") + 1
    return _HTML_TAG.sub("", text[:end]) + text[end:]


_NEWLINE = re.compile(r"\r?\n")


def strip_newlines(value: object) -> str:
    """Remove line breaks."""
    return _NEWLINE.sub("", ruby_to_s(value))


def newline_to_br(value: object) -> str:
    """Put ``<br />`` before each line break."""
    return ruby_to_s(value).replace("\n", "<br />\n")


def replace(value: object, text: object, replacement: object = "") -> str:
    """``{{ "a.b" | replace: ".", "-" }}``."""
    return _substitute(ruby_to_s(value), ruby_to_s(text), ruby_to_s(replacement), -1)


def replace_first(value: object, text: object, replacement: object = "") -> str:
    """Replace the first occurrence only."""
    return _substitute(ruby_to_s(value), ruby_to_s(text), ruby_to_s(replacement), 1)


_BACKSLASH = re.compile(r"\\(k<[^>]*>|.)", re.DOTALL)


def _substitute(text: str, pattern: str, replacement: str, count: int) -> str:
    if "\\" not in replacement:
        return text.replace(pattern, replacement, count)
    parts: list[str] = []
    position = 0
    while count:
        start = text.find(pattern, position)
        if start < 0:
            break
        end = start + len(pattern)
        parts.append(text[position:start])
        parts.append(_expanded(replacement, text, start, end))
        count -= 1
        position = end
        if not pattern:
            if start >= len(text):
                break
            parts.append(text[start])
            position = start + 1
    parts.append(text[position:])
    return "".join(parts)


def _expanded(replacement: str, text: str, start: int, end: int) -> str:
    """Ruby's `gsub` gives a meaning to backslashes in the replacement."""

    def meaning(match: re.Match[str]) -> str:
        letter = match[1]
        if letter in {"0", "&"}:
            return text[start:end]
        if letter == "`":
            return text[:start]
        if letter == "'":
            return text[end:]
        if letter == "\\":
            return "\\"
        if letter in "123456789":
            return ""
        return match[0]

    return _BACKSLASH.sub(meaning, replacement)


def replace_last(value: object, text: object, replacement: object) -> str:
    """Replace the last occurrence only (Liquid 5)."""
    before, found, after = _rpartition(ruby_to_s(value), ruby_to_s(text))
    return f"{before}{ruby_to_s(replacement)}{after}" if found else after


def _rpartition(text: str, pattern: str) -> tuple[str, bool, str]:
    start = text.rfind(pattern)
    if start < 0:
        return "", False, text
    return text[:start], True, text[start + len(pattern) :]


def remove(value: object, text: object) -> str:
    """Remove each occurrence."""
    return ruby_to_s(value).replace(ruby_to_s(text), "")


def remove_first(value: object, text: object) -> str:
    """Remove the first occurrence only."""
    return ruby_to_s(value).replace(ruby_to_s(text), "", 1)


def remove_last(value: object, text: object) -> str:
    """Remove the last occurrence only (Liquid 5)."""
    return replace_last(value, text, "")


_WORDS = re.compile(r"[^ \t\n\v\f\r\0]+")


def split(value: object, separator: object) -> list[str]:
    """``{{ "a,b" | split: "," }}``: a list; empty texts at the end are dropped."""
    text, pattern = ruby_to_s(value), ruby_to_s(separator)
    if pattern == " ":
        return _WORDS.findall(text)
    if not pattern:
        return list(text)
    parts = text.split(pattern)
    while parts and not parts[-1]:
        parts.pop()
    return parts


def slice_(value: object, offset: object, length: object = None) -> object:
    """``{{ "Liquid" | slice: 2, 5 }}``, of texts and lists; an offset below 0 is from the end."""
    start = to_index(to_integer(offset))
    count = 1 if length is None or length is False else to_index(to_integer(length))
    items = value if isinstance(value, list | tuple) else ruby_to_s(value)
    nothing: object = "" if isinstance(items, str) else []
    size = len(items)
    if start < 0:
        start += size
    if start < 0 or start > size or count < 0:
        return nothing
    part = items[start : start + count]
    return list(part) if isinstance(part, tuple) else part


def truncate(value: object, length: object = 50, ellipsis: object = "...") -> str | None:
    """Cut a text to *length* letters, the ellipsis among them."""
    if value is None:
        return None
    text, end = ruby_to_s(value), ruby_to_s(ellipsis)
    size = to_integer(length)
    if len(text) <= size:
        return text
    return text[: max(size - len(end), 0)] + end


def truncatewords(value: object, words: object = 15, ellipsis: object = "...") -> object:
    """Cut a text to so many words; one that has just as many gets the ellipsis (Liquid 4.0.4)."""
    if value is None:
        return None
    count = max(to_integer(words), 1)
    found = _WORDS.findall(ruby_to_s(value))
    if len(found) < count:
        return value
    return " ".join(found[:count]) + ruby_to_s(ellipsis)


def default(value: object, fallback: object = "", options: object = None) -> object:
    """``{{ x | default: "y" }}``: y for nil, false and what is empty."""
    if value is None:
        return fallback
    if value is False:
        allowed = isinstance(options, dict) and options.get("allow_false")
        return value if allowed not in {None, False} else fallback
    if isinstance(value, str | list | tuple | dict) and not value:
        return fallback
    return value
