from __future__ import annotations

import pytest

from jinkyll.commands.front_matter_text import changed, value, written


@pytest.mark.parametrize(
    ("title", "line"),
    [
        # What Ruby's YAML.dump printed for them.
        ("true", "'true'"),
        ("123", "'123'"),
        ("#hash", '"#hash"'),
        ("- dash", '"- dash"'),
        ("a: b", "'a: b'"),
        ("yes", "'yes'"),
        ("'q'", "\"'q'\""),
        ('say "hi"', 'say "hi"'),
        ("trailing:", "'trailing:'"),
        ("2020-01-01", "'2020-01-01'"),
        ("null", "'null'"),
        ("é", "é"),
        ("@at", '"@at"'),
        ("50%", "50%"),
        ("key # c", "'key # c'"),
        ("[x]", '"[x]"'),
        ("it's", "it's"),
        ("a\\b", "a\\b"),
    ],
)
def test_text_is_quoted_as_ruby_quotes_it(title: str, line: str) -> None:
    assert written({"title": title}) == f"---\ntitle: {line}\n---\n"


def test_what_is_no_text() -> None:
    data = {"nothing": None, "list": ["a", "b"], "number": 1, "flag": True, "map": {"k": "v"}}
    assert written(data) == (
        "---\nnothing:\nlist:\n- a\n- b\nnumber: 1\nflag: true\nmap:\n  k: v\n---\n"
    )


@pytest.mark.parametrize(
    ("text", "changes", "expected"),
    [
        ("---\na: 1\n---\nx", {"b": "2020-01-01 10:00"}, "---\na: 1\nb: 2020-01-01 10:00\n---\nx"),
        ("---\na: 1\nb: 2\n---\n", {"a": "x"}, "---\na: x\nb: 2\n---\n"),
        ("---\na: 1\nb: 2\n---\n", {"a": None}, "---\nb: 2\n---\n"),
        ("---\na: 1\nb: 2\n---\n", {"b": None}, "---\na: 1\n---\n"),
        ("---\na: |\n  x\n  y\nb: 2\n---\n", {"a": "z"}, "---\na: z\nb: 2\n---\n"),
        ("---\na:\n- x\n- y\n\nb: 2\n---\n", {"a": None}, "---\nb: 2\n---\n"),
        ("---\na:\n  k: v\n---\n", {"a": None}, "---\n---\n"),
        ("---\na: long\n  folded\nb: 2 # c\n---\n", {"a": "z", "b": "y"}, "---\na: z\nb: y\n---\n"),
        ("---\n'a': 1\n---\n", {"a": "x"}, "---\na: x\n---\n"),
        ("---\n---\nx", {"a": "x"}, "---\na: x\n---\nx"),
        ("---\n# c\n---\nx", {"a": "x"}, "---\n# c\na: x\n---\nx"),
        ("---\na: 1\n...\nx\n---\n", {"a": "y"}, "---\na: y\n...\nx\n---\n"),
        ("---\na: 1\n---\n", {"b": None}, "---\na: 1\n---\n"),
        ("\ufeff---\na: 1\n---\n", {"a": "x"}, "\ufeff---\na: x\n---\n"),
        # Nothing that could be changed without guessing.
        ("no front matter", {"a": "x"}, "no front matter"),
        ("---\n{a: 1}\n---\n", {"a": "x"}, "---\n{a: 1}\n---\n"),
        ("---\n- a\n---\n", {"a": "x"}, "---\n- a\n---\n"),
        ("---\na: [\n---\n", {"a": "x"}, "---\na: [\n---\n"),
        ("---\na: 1\n", {"a": "x"}, "---\na: 1\n"),
    ],
)
def test_only_what_is_changed_changes(
    text: str, changes: dict[str, str | None], expected: str
) -> None:
    assert changed(text, changes) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("---\na: 1\n---\n", "1"),
        ("---\na: 1\na: 2\n---\n", "2"),
        ("---\nb: 1\n---\n", None),
        ("---\na: [\n---\n", None),
        ("nothing", None),
    ],
)
def test_a_value_is_found(text: str, expected: object) -> None:
    assert value(text, "a") == expected
