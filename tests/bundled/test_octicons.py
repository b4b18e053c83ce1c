"""jekyll-octicons, of which Debian has no gem: the attributes are octicons_gem's."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from jinkyll.errors import LiquidError

if TYPE_CHECKING:
    from conftest import BuildSite


@pytest.mark.parametrize(
    ("markup", "attributes"),
    [
        (
            "alert",
            (
                'class="octicon octicon-alert" viewBox="0 0 16 16" version="1.1" width="16"'
                ' height="16" aria-hidden="true"'
            ),
        ),
        (
            'alert height:32 class:"right left" aria-label:hi',
            (
                'height="32" class="octicon octicon-alert right left" aria-label="hi"'
                ' viewBox="0 0 24 24" version="1.1" width="32" role="img"'
            ),
        ),
        (
            "page.icon width:20",
            (
                'width="20" class="octicon octicon-zap" viewBox="0 0 16 16" version="1.1"'
                ' height="20" aria-hidden="true"'
            ),
        ),
    ],
)
def test_attributes(build_site: BuildSite, markup: str, attributes: str) -> None:
    html = build_site(
        {
            "_config.yml": "plugins: [jekyll-octicons]\n",
            "index.html": f"---\nicon: zap\n---\n{{% octicon {markup} %}}",
        }
    )["index.html"]
    assert re.fullmatch(rf"<svg {re.escape(attributes)}><path .*/></svg>", html)


def test_an_unknown_icon(build_site: BuildSite) -> None:
    with pytest.raises(LiquidError, match=r"index\.html:3.*no octicon 'nothing-like-it'"):
        build_site(
            {
                "_config.yml": "plugins: [jekyll-octicons]\n",
                "index.html": "---\n---\n{% octicon nothing-like-it %}",
            }
        )
