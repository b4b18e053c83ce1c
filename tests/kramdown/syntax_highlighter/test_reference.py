"""The same as the real Rouge says here and now, for the cases and for the cases damaged."""

from __future__ import annotations

import pytest

from jinkyll.kramdown.syntax_highlighter import highlight
from rouge_reference import ask, available, damaged, sources

pytestmark = [
    pytest.mark.reference,
    pytest.mark.skipif(not available(), reason="no Ruby with rouge and kramdown"),
]


def _by_language() -> dict[str, str]:
    code: dict[str, str] = {}
    for path in sources():
        language = path.parent.name
        code[language] = code.get(language, "") + path.read_text("utf-8")
    return code


def test_recorded_cases_are_what_rouge_says() -> None:
    paths = sources()
    answers = ask(
        [
            {"what": "spans", "language": path.parent.name, "code": path.read_text("utf-8")}
            for path in paths
        ]
    )
    recorded = [path.with_suffix(".html").read_text("utf-8") for path in paths]
    assert answers == recorded


def test_damaged_code_comes_out_alike() -> None:
    pieces = [
        (language, piece)
        for language, code in _by_language().items()
        if language != "wollok"  # of which Rouge remembers the names of all texts before
        for piece in damaged(code, language)
    ]
    answers = ask(
        [{"what": "spans", "language": language, "code": piece} for language, piece in pieces]
    )
    differing = [
        (language, piece, highlight(piece, language), answer)
        for (language, piece), answer in zip(pieces, answers, strict=True)
        if answer is not None and highlight(piece, language) != answer
    ]
    assert differing == []
