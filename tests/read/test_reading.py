"""Whole sites, and what Jekyll 4.3.1 read of them: `scripts/record_reading.rb` records it.

A case may hold ``ours``: what differs on purpose, and why.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from jinkyll.errors import JinkyllError
from reading import read_site, reading, write_site

CASES = sorted((Path(__file__).parent.parent / "cases" / "read").glob("*.json"))

# Hints follow a message on a line of their own, which starts with path:line.
_HINT = re.compile(r"\S+:\d+(?::|$)")


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_site_is_read_as_by_jekyll(
    path: Path,
    tmp_path: Path,
    capfd: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("TZ", "UTC")
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    case = json.loads(path.read_text(encoding="utf-8"))
    write_site(tmp_path, case["files"])
    expected: dict[str, Any] = {**case["jekyll"], **case.get("ours", {}).get("instead", {})}
    messages = expected["messages"]
    if "error" in expected:
        with pytest.raises(JinkyllError) as caught:
            read_site(tmp_path, **case.get("options", {}))
        assert expected["error"] in str(caught.value).replace(str(tmp_path), "SOURCE")
        assert caught.value.hint
    else:
        read = reading(read_site(tmp_path, **case.get("options", {})))
        assert read == {key: value for key, value in expected.items() if key != "messages"}
    printed = "".join(capfd.readouterr()).replace(str(tmp_path), "SOURCE")
    lines = {line.strip() for line in printed.splitlines() if line.strip()}
    assert {line for line in lines if not _HINT.match(line)} == set(messages)


def test_the_order_of_keys_is_that_of_the_file(tmp_path: Path) -> None:
    write_site(tmp_path, {"_posts/2020-01-01-a.md": "---\nz: 1\na: 2\nm: 3\n---\n"})
    (post,) = read_site(tmp_path).posts
    assert list(post.data) == [
        "draft", "categories", "z", "a", "m", "date", "title", "slug", "ext", "tags", "excerpt",
    ]  # fmt: skip
