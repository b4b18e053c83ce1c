"""Filters for text: slugs, escapes, counts, conversions.

Source: https://jekyllrb.com/docs/liquid/filters/ and Jekyll's ``Filters``.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, cast
from urllib.parse import quote_plus

from jinkyll.content import iri
from jinkyll.content.slug import MODES
from jinkyll.content.slug import slugify as make_slug
from jinkyll.liquid import context_filter
from jinkyll.liquid.comparison import class_name
from jinkyll.liquid.drop import Drop
from jinkyll.liquid.numbers import string_to_i
from jinkyll.liquid.printing import inspect as ruby_inspect
from jinkyll.liquid.printing import ruby_to_s
from jinkyll.render import ruby_json
from jinkyll.render.drops.collection import CollectionDrop
from jinkyll.render.drops.fields import FieldsDrop
from jinkyll.render.drops.jekyll import JekyllDrop
from jinkyll.render.drops.page import PageDrop
from jinkyll.render.errors import RubyError

if TYPE_CHECKING:
    from jinkyll.liquid import Context
    from jinkyll.render.converters import Converters

__all__ = [
    "array_to_sentence_string",
    "cgi_escape",
    "inspect",
    "jsonify",
    "markdownify",
    "normalize_whitespace",
    "number_of_words",
    "sassify",
    "scssify",
    "slugify",
    "smartify",
    "to_integer",
    "uri_escape",
    "xml_escape",
]

_BLANKS = re.compile(r"[ \t\r\n\f\v]+")
# The scripts whose characters are words of their own: Han, Katakana, Hiragana, Hangul.
_CJK = (
    "\u1100-\u11ff\u2e80-\u2e99\u2e9b-\u2ef3\u2f00-\u2fd5\u3005\u3007\u3021-\u3029\u302e-\u302f"
    "\u3038-\u303b\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fd-\u30ff\u3131-\u318e"
    "\u31f0-\u321e\u3260-\u327e\u32d0-\u32fe\u3300-\u3357\u3400-\u4dbf\u4e00-\u9ffc"
    "\ua960-\ua97c\uac00-\ud7a3\ud7b0-\ud7c6\ud7cb-\ud7fb\uf900-\ufa6d\ufa70-\ufad9"
    "\uff66-\uff6f\uff71-\uff9d\uffa0-\uffbe\uffc2-\uffc7\uffca-\uffcf\uffd2-\uffd7"
    "\uffda-\uffdc\U00016ff0-\U00016ff1\U0001b000-\U0001b11e\U0001b150-\U0001b152"
    "\U0001b164-\U0001b167\U0001f200\U00020000-\U0002a6dd\U0002a700-\U0002b734"
    "\U0002b740-\U0002b81d\U0002b820-\U0002cea1\U0002ceb0-\U0002ebe0\U0002f800-\U0002fa1d"
    "\U00030000-\U0003134a"
)
# The ampersand comes first: what follows is written with it.
_XML = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;"}


@context_filter
def markdownify(context: Context, value: object) -> str:
    """Markdown to HTML, by the site's own settings."""
    return _converters(context).markdown.convert(ruby_to_s(value))


@context_filter
def smartify(context: Context, value: object) -> str:
    """Straight quotes, dashes and dots to typographic ones."""
    return _converters(context).smartypants.convert(ruby_to_s(value))


@context_filter
def scssify(context: Context, value: object) -> str:
    """SCSS to CSS."""
    return _converters(context).scss.convert(ruby_to_s(value))


@context_filter
def sassify(context: Context, value: object) -> str:
    """Sass with indentation to CSS."""
    return _converters(context).sass.convert(ruby_to_s(value))


def slugify(value: object, mode: object = None) -> str | None:
    """A text fit for a URL; see `jinkyll.content.slug` for the modes."""
    if value is None:
        return None
    name = "default" if mode is None else ruby_to_s(mode)
    return make_slug(_text(value, "gsub" if name in MODES else "downcase"), name)


def xml_escape(value: object) -> str:
    """A text fit for an attribute or content of XML."""
    text = ruby_to_s(value)
    for special, entity in _XML.items():
        if special in text:
            text = text.replace(special, entity)
    return text


def cgi_escape(value: object) -> str:
    """A text fit for the query of a URL: blanks become ``+``."""
    if not isinstance(value, str):
        raise RubyError(f"no implicit conversion of {_named(value)} into String")
    return quote_plus(value, errors="surrogateescape")


def uri_escape(value: object) -> str | None:
    """A URL with what may not stand in it percent-encoded."""
    if value is None:
        return None
    if not isinstance(value, str):
        raise RubyError(f"Can't convert {class_name(value)} into String.")
    return iri.normalize_component(value)


def normalize_whitespace(value: object) -> str:
    """Runs of blanks and line ends become one blank, at the ends none."""
    return _BLANKS.sub(" ", ruby_to_s(value)).strip(" \0")


def number_of_words(value: object, mode: object = None) -> int:
    """How many words; with ``cjk`` (or ``auto``, if there are any) each CJK character is one."""
    text = _text(value, "scan" if mode in {"cjk", "auto"} else "split")
    if mode in {"cjk", "auto"}:
        one_cjk, word_but_cjk = _cjk()
        characters = len(one_cjk.findall(text))
        if characters or mode == "cjk":
            return characters + len(word_but_cjk.findall(text))
    return len(text.encode("utf-8", "replace").split())


@cache
def _cjk() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """One CJK character, and a word without any; compiled when asked for: that takes long."""
    return re.compile(f"[{_CJK}]"), re.compile(rf"[^{_CJK}\s]+", re.ASCII)


def array_to_sentence_string(value: object, connector: object = "and") -> str:
    """A list as an enumeration: ``a, b, and c``."""
    if isinstance(value, str) and len(value) < 3:
        items: list[object] = list(value)
    elif isinstance(value, list):
        items = value
    elif isinstance(value, dict) and len(value) < 3:  # asked for its items 0 and 1
        items = [None] * len(value)
    else:
        missing, culprit = "length", value
        if isinstance(value, str | dict):
            missing, culprit = "join", value[:-1] if isinstance(value, str) else None
        name = f"{ruby_inspect(culprit)}:{class_name(culprit)}"
        raise RubyError(f"undefined method `{missing}' for {name}")
    words = [ruby_to_s(item) for item in items]
    word = ruby_to_s(connector)
    if len(words) < 3:
        return f" {word} ".join(words)
    return f"{', '.join(words[:-1])}, {word} {words[-1]}"


def jsonify(value: object) -> str:
    """Any value, documents included, as JSON."""
    return ruby_json.generate(value)


def inspect(value: object) -> str:
    """Any value as Ruby shows it to programmers, escaped for HTML."""
    return xml_escape(_inspected(value))


def _inspected(value: object) -> str:
    if isinstance(value, PageDrop):
        return value.liquid_to_s()
    if isinstance(value, FieldsDrop) and not isinstance(value, JekyllDrop):
        return ruby_json.pretty_generate(value)
    if isinstance(value, Drop):
        return value.liquid_to_s()
    if isinstance(value, list) and value and isinstance(value[0], CollectionDrop):
        return f"[{', '.join(map(_inspected, value))}]"
    return ruby_inspect(value)


def to_integer(value: object) -> int:
    """A number without its fraction; text counts as the number at its start."""
    if value is None or value is False:
        return 0
    if isinstance(value, str):
        return string_to_i(value)
    if isinstance(value, int | float):
        return int(value)
    if hasattr(value, "timestamp"):
        return int(value.timestamp())
    raise RubyError(f"undefined method `to_i' for {ruby_inspect(value)}:{class_name(value)}")


def _converters(context: Context) -> Converters:
    return cast("Converters", context.registers["converters"])


def _text(value: object, method: str) -> str:
    """*value*, which must be text: what else there is has no such *method* in Ruby."""
    if isinstance(value, str):
        return value
    raise RubyError(f"undefined method `{method}' for {ruby_inspect(value)}:{class_name(value)}")


def _named(value: object) -> str:
    return inspect(value) if value is None or isinstance(value, bool) else class_name(value)
