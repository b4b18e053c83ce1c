"""What stands between a page and its layouts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from jinkyll.errors import ReadError

if TYPE_CHECKING:
    from conftest import BuildSite


@pytest.mark.parametrize(
    "page",
    [
        pytest.param({"a.html": "---\nlayout: old\n---\na"}, id="Liquid"),
        pytest.param({"a.html.jinja": "---\n---\n{% extends 'old' %}"}, id="Jinja"),
    ],
)
def test_a_layout_that_is_no_text_is_an_error_of_the_page_in_it(
    build_site: BuildSite, page: dict[str, str]
) -> None:
    files: dict[str, str | bytes] = {**page, "_layouts/old.html": b"<p>\ncaf\xe9"}
    with pytest.raises(ReadError, match="invalid byte sequence in UTF-8") as caught:
        build_site(files)
    assert (caught.value.path, caught.value.line) == ("_layouts/old.html", 2)
