"""The process that converts texts for others."""

from __future__ import annotations

import io
import marshal
import subprocess
import sys
from typing import Any

from jinkyll.kramdown import convert
from jinkyll.kramdown.worker import result, run

TEXTS = ["# One\n", "Before.\n\nThis | is a table\n", "", "*é* \udc80"]


def sent(options: dict[str, Any], *lists: list[str]) -> bytes:
    return marshal.dumps(options) + b"".join(map(marshal.dumps, lists))


def received(data: bytes) -> list[object]:
    file, found = io.BytesIO(data), []
    while file.tell() < len(data):
        found.append(marshal.load(file))  # noqa: S302  (made just now)
    return found


def test_each_list_is_answered_in_its_order() -> None:
    outgoing = io.BytesIO()
    run(io.BytesIO(sent({}, TEXTS, TEXTS[:1])), outgoing)
    expected = [result(convert(text)) for text in TEXTS]
    assert received(outgoing.getvalue()) == [expected, expected[:1]]
    assert expected[1][1], "a remark about the table"


def test_the_options_count() -> None:
    outgoing = io.BytesIO()
    run(io.BytesIO(sent({"auto_ids": False}, TEXTS[:1])), outgoing)
    assert received(outgoing.getvalue()) == [[("<h1>One</h1>\n", ())]]


def test_a_text_that_is_refused_has_no_answer() -> None:
    outgoing = io.BytesIO()
    run(io.BytesIO(sent({}, ["> " * 5000 + "deep", "fine"])), outgoing)
    assert received(outgoing.getvalue()) == [[None, ("<p>fine</p>\n", ())]]


def test_remarks_count_from_the_first_line() -> None:
    text = "before\n\n```\nnever closed\n"
    assert result(convert(text, line=10), 10) == result(convert(text))


def test_as_a_process() -> None:
    done = subprocess.run(
        (sys.executable, "-m", "jinkyll.kramdown.worker"),
        input=sent({}, TEXTS),
        capture_output=True,
        check=True,
    )
    assert received(done.stdout) == [[result(convert(text)) for text in TEXTS]]
    assert done.stderr == b""
