"""Options as they stand in configurations."""

import pytest

from jinkyll.errors import ConversionError
from jinkyll.kramdown import convert
from jinkyll.kramdown.options import Options, parse


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("toc_levels", "1..3", (1, 2, 3)),
        ("toc_levels", "2,4", (2, 4)),
        ("toc_levels", [1, "2", 2], (1, 2)),
        ("toc_levels", range(1, 3), (1, 2)),
        ("smart_quotes", "apos,apos,quot,quot", ("apos", "apos", "quot", "quot")),
        ("smart_quotes", ["39", 39, "quot", "quot"], (39, 39, "quot", "quot")),
        ("entity_output", ":as_char", "as_char"),
        ("syntax_highlighter", None, None),
        ("syntax_highlighter", "nil", None),
        ("math_engine", "", None),
        ("auto_ids", "false", False),
        ("auto_ids", "yes", True),
        ("auto_ids", None, False),
        ("footnote_nr", "7", 7),
        ("auto_id_prefix", 5, "5"),
        (
            "gfm_quirks",
            "paragraph_end,no_auto_typographic",
            ("paragraph_end", "no_auto_typographic"),
        ),
        ("gfm_quirks", [":paragraph_end"], ("paragraph_end",)),
        ("typographic_symbols", {":hellip": "..."}, {"hellip": "..."}),
        ("typographic_symbols", "hellip: '...'", {"hellip": "..."}),
        ("link_defs", {"a": ["u"], "b": ["v", "t"]}, {"a": ("u", None), "b": ("v", "t")}),
        ("syntax_highlighter_opts", {":guess_lang": True}, {"guess_lang": True}),
    ],
)
def test_values(name: str, value: object, expected: object) -> None:
    assert getattr(parse({name: value}), name) == expected
    assert getattr(parse({f":{name}": value}), name) == expected


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("toc_levels", "1-3"),
        ("toc_levels", [0]),
        ("toc_levels", 3),
        ("smart_quotes", "a,b"),
        ("footnote_nr", "one"),
        ("link_defs", {"a": "u"}),
        ("link_defs", "]"),
        ("typographic_symbols", 1),
    ],
)
def test_what_kramdown_refuses(name: str, value: object) -> None:
    with pytest.raises(ConversionError, match=f"kramdown option {name}"):
        convert("a", {name: value})


def test_quotes_that_are_no_entities_are_refused_where_there_are_quotes() -> None:
    options = {"smart_quotes": "lsquo,rsquo,ldquo,nosuch"}
    assert convert("it's", options).html == "<p>it’s</p>\n"
    with pytest.raises(ConversionError, match="what is given for rdquo is no entity"):
        convert('"a"', options)


def test_unknown_options_are_passed_over() -> None:
    assert parse({"show_warnings": True, "coderay": {}, "enable_coderay": False}) == Options()


@pytest.mark.parametrize("name", ["textile", ""])
def test_an_unknown_input_format_is_refused(name: str) -> None:
    with pytest.raises(ConversionError, match=f"no parser for the input format '{name}'"):
        convert("a", {"input": name}, path="a.md")


def test_options_that_change_between_calls_are_seen() -> None:
    options: dict[str, object] = {"auto_ids": False}
    assert convert("# a", options).html == "<h1>a</h1>\n"
    options["auto_ids"] = True
    assert convert("# a", options).html == '<h1 id="a">a</h1>\n'
