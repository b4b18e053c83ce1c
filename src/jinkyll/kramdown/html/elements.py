"""What kramdown knows of HTML's elements.

https://kramdown.gettalong.org/syntax.html#html-blocks
"""

from __future__ import annotations

from typing import Final

__all__ = ["BLOCK", "CONTENT_MODEL", "KNOWN", "SPAN", "WITHOUT_BODY", "content_model"]

_MODEL_BLOCK: Final = [
    "address",
    "applet",
    "article",
    "aside",
    "blockquote",
    "body",
    "dd",
    "details",
    "div",
    "dl",
    "fieldset",
    "figure",
    "figcaption",
    "footer",
    "form",
    "header",
    "hgroup",
    "iframe",
    "li",
    "main",
    "map",
    "menu",
    "nav",
    "noscript",
    "object",
    "section",
    "summary",
    "td",
]
_MODEL_SPAN: Final = [
    "a",
    "abbr",
    "acronym",
    "b",
    "bdo",
    "big",
    "button",
    "cite",
    "caption",
    "del",
    "dfn",
    "dt",
    "em",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "i",
    "ins",
    "label",
    "legend",
    "optgroup",
    "p",
    "q",
    "rb",
    "rbc",
    "rp",
    "rt",
    "rtc",
    "ruby",
    "select",
    "small",
    "span",
    "strong",
    "sub",
    "sup",
    "th",
    "tt",
]
_MODEL_RAW: Final = [
    "script",
    "style",
    "math",
    "option",
    "textarea",
    "pre",
    "code",
    "kbd",
    "samp",
    "var",
]

CONTENT_MODEL: Final[dict[str, str]] = {
    **dict.fromkeys(_MODEL_BLOCK, "block"),
    **dict.fromkeys(_MODEL_SPAN, "span"),
    **dict.fromkeys(_MODEL_RAW, "raw"),
}
"""How the content of an element may be parsed; what is missing here is raw."""

SPAN: Final = frozenset(
    [
        "a",
        "abbr",
        "acronym",
        "b",
        "big",
        "bdo",
        "br",
        "button",
        "cite",
        "code",
        "del",
        "dfn",
        "em",
        "i",
        "img",
        "input",
        "ins",
        "kbd",
        "label",
        "mark",
        "option",
        "q",
        "rb",
        "rbc",
        "rp",
        "rt",
        "rtc",
        "ruby",
        "samp",
        "select",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "tt",
        "u",
        "var",
    ]
)
"""Elements that never begin a block."""

BLOCK: Final = frozenset(
    [
        "address",
        "article",
        "aside",
        "applet",
        "body",
        "blockquote",
        "caption",
        "col",
        "colgroup",
        "dd",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "html",
        "head",
        "iframe",
        "legend",
        "menu",
        "li",
        "main",
        "map",
        "nav",
        "ol",
        "optgroup",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "th",
        "thead",
        "tfoot",
        "tr",
        "ul",
    ]
)
"""Elements that can't stand among spans. `script` and `textarea` may stand in both places."""

WITHOUT_BODY: Final = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "command",
        "embed",
        "hr",
        "img",
        "input",
        "keygen",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
    ]
)

KNOWN: Final = SPAN | BLOCK | WITHOUT_BODY | CONTENT_MODEL.keys()
"""Elements whose names are written in lower case; others keep theirs."""


def content_model(name: str) -> str:
    """How the content of the element *name* may be parsed: block, span or raw."""
    return CONTENT_MODEL.get(name, "raw")
