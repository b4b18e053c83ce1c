"""The order of the constructs is kramdown's."""

from jinkyll.kramdown.blocks import BLOCK_CONSTRUCTS
from jinkyll.kramdown.spans import SPAN_CONSTRUCTS


def test_order_of_blocks() -> None:
    assert [construct.name for construct in BLOCK_CONSTRUCTS] == [
        "blank_line",
        "codeblock",
        "codeblock_fenced",
        "blockquote",
        "atx_header",
        "horizontal_rule",
        "list",
        "definition_list",
        "block_html",
        "setext_header",
        "block_math",
        "table",
        "footnote_definition",
        "link_definition",
        "abbrev_definition",
        "block_extensions",
        "eob_marker",
        "paragraph",
    ]


def test_order_of_spans() -> None:
    assert [construct.name for construct in SPAN_CONSTRUCTS] == [
        "emphasis",
        "codespan",
        "autolink",
        "span_html",
        "footnote_marker",
        "link",
        "smart_quotes",
        "inline_math",
        "span_extensions",
        "html_entity",
        "typographic_syms",
        "line_break",
        "escaped_chars",
        "strikethrough_gfm",
    ]
