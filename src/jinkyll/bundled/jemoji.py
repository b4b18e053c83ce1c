"""jemoji: ``:heart:`` in the text of a page becomes a picture.

Names and file names are those of GitHub's gemoji. Configuration: ``emoji.src``, the address below
which ``emoji/unicode/2764.png`` lies.

Source: https://github.com/jekyll/jemoji (0.13.0).
"""

from __future__ import annotations

import os
import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

from jinkyll.plugins.api import hook
from jinkyll.plugins.html import escape_addresses, replace_text, rewrite_body

if TYPE_CHECKING:
    from jinkyll.content import Document, Page

PURE = True

_ASSET_HOST: Final = "https://github.githubassets.com"
#: A name with the colon in front; the colon behind may be the next name's.
_CANDIDATE: Final = re.compile(r":(?=([\w+-]+):)")
#: Pictures that stand for no character; their files bear their names.
_CUSTOM: Final = frozenset(
    [
        "accessibility",
        "atom",
        "basecamp",
        "basecampy",
        "bowtie",
        "dependabot",
        "electron",
        "feelsgood",
        "finnadie",
        "goberserk",
        "godmode",
        "hurtrealbad",
        "neckbeard",
        "octocat",
        "rage1",
        "rage2",
        "rage3",
        "rage4",
        "shipit",
        "suspect",
        "trollface",
    ]
)


@hook(["pages", "documents"], "post_render")
def emojify(item: Page | Document) -> None:
    """Put pictures into the output of *item*, if it is HTML that gets written."""
    output = item.output
    if not output or not item.is_written or not _is_html(item):
        return
    names = frozenset(name for name in _CANDIDATE.findall(output) if _file_name(name))
    if not names:
        return
    settings = item.site.config.get("emoji")
    root = settings.get("src") if isinstance(settings, dict) else None
    if root is None:
        root = f"{os.environ.get('ASSET_HOST_URL', _ASSET_HOST).removesuffix('/')}/images/icons/"
    pictures = f"{str(root).rstrip('/')}/emoji/"
    pattern = _any_of(names)

    def body(html: str) -> str:
        html = replace_text(
            html, pattern, lambda match: _picture(match, pictures), outside=("pre", "code", "tt")
        )
        return escape_addresses(html)

    item.output = rewrite_body(output, body)


def _is_html(item: Page | Document) -> bool:
    return item.output_ext == ".html" or (item.permalink or "").endswith("/")


def _picture(match: re.Match[str], root: str) -> str:
    name = match[1]
    return (
        f'<img class="emoji" title=":{name}:" alt=":{name}:"'
        f' src="{root}{_file_name(name)}" height="20" width="20">'
    )


@lru_cache(maxsize=128)
def _any_of(names: frozenset[str]) -> re.Pattern[str]:
    return re.compile(f":({'|'.join(map(re.escape, sorted(names)))}):")


@cache
def _file_name(name: str) -> str | None:
    if name in _CUSTOM:
        return f"{name}.png"
    code_points = _names().get(name)
    return None if code_points is None else f"unicode/{code_points}.png"


@cache
def _names() -> dict[str, str]:
    """The code points, as gemoji writes them into file names, by emoji name."""
    # A quarter of a megabyte, of no use to a page without a colon on both sides of a word.
    from pymdownx import gemoji_db  # noqa: PLC0415  (start-up time)

    emoji: dict[str, dict[str, str]] = gemoji_db.emoji
    aliases: dict[str, str] = gemoji_db.aliases
    names = {
        name.strip(":"): _joiners_dropped(entry["unicode"])
        for name, entry in emoji.items()
        if "unicode" in entry
    }
    names.update(
        (alias.strip(":"), names[name.strip(":")])
        for alias, name in aliases.items()
        if name.strip(":") in names
    )
    return names


def _joiners_dropped(code_points: str) -> str:
    return "-".join(each for each in code_points.split("-") if each not in {"fe0f", "200d"})
