"""Random documents against real kramdown, and without it: nothing may break.

``KRAMDOWN_FUZZ=10000`` asks for more documents than the few hundred of every run, and
``KRAMDOWN_SEED`` for others.
"""

import os
from collections.abc import Callable

import pytest

from jinkyll.kramdown import convert
from kramdown.documents import edited, nested, soup
from kramdown.reference import AVAILABLE, JEKYLL, Kramdown, cases

COUNT = int(os.environ.get("KRAMDOWN_FUZZ", "120"))
SEED = int(os.environ.get("KRAMDOWN_SEED", "1"))
TEXTS = [case.read_bytes().decode() for case in cases() if case.parent.name != "broken"]
OPTIONS: list[dict[str, object]] = [
    JEKYLL,
    {"input": "kramdown", "syntax_highlighter": None},
    {
        **JEKYLL,
        "hard_wrap": True,
        "parse_block_html": True,
        "math_engine": None,
        "entity_output": "symbolic",
        "smart_quotes": "apos,apos,quot,quot",
    },
    {
        "input": "kramdown",
        "html_to_native": True,
        "parse_block_html": True,
        "auto_id_stripping": True,
        "footnote_backlink_inline": True,
        "toc_levels": "2..3",
        "entity_output": "numeric",
        "syntax_highlighter": None,
    },
    {
        **JEKYLL,
        "gfm_quirks": "no_auto_typographic",
        "auto_id_prefix": "p-",
        "footnote_prefix": "x",
        "footnote_nr": 5,
        "header_offset": 1,
        "parse_span_html": False,
        "entity_output": "as_input",
        "remove_line_breaks_for_cjk": True,
        "typographic_symbols": {"hellip": "..."},
    },
]


def edit(seed: int) -> str:
    return edited(TEXTS[seed % len(TEXTS)], seed)


@pytest.mark.reference
@pytest.mark.timeout(0)
@pytest.mark.skipif(not AVAILABLE, reason="kramdown is not installed")
@pytest.mark.parametrize("make", [soup, nested, edit])
def test_random_documents_become_what_kramdown_makes_of_them(make: Callable[[int], str]) -> None:
    kramdown = Kramdown()
    failed = 0
    for seed in range(SEED, SEED + COUNT):
        options = OPTIONS[seed % len(OPTIONS)]
        text = make(seed)
        expected = kramdown.convert(text, options)
        if expected is None:  # kramdown itself fails, mostly in html_to_native
            failed += 1
            continue
        assert convert(text, options).html == expected, (seed, options, text)
    kramdown.close()
    assert failed < COUNT / 10
