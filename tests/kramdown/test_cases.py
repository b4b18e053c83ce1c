"""Each construct against what real kramdown 2.4 prints."""

from pathlib import Path

import markdown
import pytest

from jinkyll.kramdown import convert
from kramdown.reference import AVAILABLE, CASES, Kramdown, cases, options_of

ALL = [pytest.param(case, id=str(case.relative_to(CASES).with_suffix(""))) for case in cases()]


@pytest.mark.parametrize("case", ALL)
def test_html_is_kramdowns(case: Path) -> None:
    text = case.read_bytes().decode()
    expected = case.with_suffix(".html").read_bytes().decode()
    assert convert(text, options_of(case)).html == expected


@pytest.mark.parametrize("case", ALL)
def test_html_in_python_markdown_is_the_same(case: Path) -> None:
    text = case.read_bytes().decode()
    expected = case.with_suffix(".html").read_bytes().decode()
    html = markdown.markdown(
        text,
        extensions=["jinkyll.kramdown"],
        extension_configs={"jinkyll.kramdown": options_of(case)},
    )
    assert html == expected.strip()


@pytest.mark.reference
@pytest.mark.skipif(not AVAILABLE, reason="kramdown is not installed")
def test_the_expected_html_is_what_kramdown_prints() -> None:
    kramdown = Kramdown()
    for case in cases():
        html = kramdown.convert(case.read_bytes().decode(), options_of(case))
        assert html == case.with_suffix(".html").read_bytes().decode(), case
    kramdown.close()
