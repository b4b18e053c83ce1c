"""jekyll-mentions: ``@name`` in the text of a page becomes a link.

Configuration, or front matter: ``jekyll-mentions: https://example.org``, or with the key
``base_url``; ``false`` in front matter leaves a page alone.

Source: https://github.com/jekyll/jekyll-mentions (1.6.0).
"""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING, Final

from jinkyll.errors import ConfigurationError
from jinkyll.plugins.api import hook
from jinkyll.plugins.html import escape_addresses, replace_text, rewrite_body

if TYPE_CHECKING:
    from jinkyll.content import Document, Page

PURE = True

# The look back stands behind the letter that it looks from: so the search jumps from @ to @.
_MENTION: Final = re.compile(
    r"@(?<!\w@)(\w[\w-]*+)(?!/)"
    r"(?=\.+[ \t\W]|\.+$|[^0-9a-zA-Z_.]|$)",
    re.ASCII | re.MULTILINE,
)
#: Words that people write when they talk about mentions.
_NOBODY: Final = frozenset({"mention", "mentions", "mentioned", "mentioning"})


@hook(["pages", "documents"], "post_render")
def mentionify(item: Page | Document) -> None:
    """Link the names in the output of *item*, if it is HTML that gets written."""
    output = item.output
    setting = item.data.get("jekyll-mentions")
    if not output or "@" not in output or not item.is_written or setting is False:
        return
    if item.output_ext != ".html" and not (item.permalink or "").endswith("/"):
        return
    base = _base(setting if "jekyll-mentions" in item.data else item.site.config)

    def link(match: re.Match[str]) -> str:
        login = match[1]
        if login.lower() in _NOBODY:
            return match[0]
        return f'<a href="{base}{login}" class="user-mention">@{login}</a>'

    def body(html: str) -> str:
        if _MENTION.search(html) is None:
            return html
        html = replace_text(html, _MENTION, link, outside=("pre", "code", "a", "style", "script"))
        return escape_addresses(html)

    item.output = rewrite_body(output, body)


def _base(configuration: object) -> str:
    setting = configuration
    if isinstance(configuration, dict) and "jekyll-mentions" in configuration:
        setting = configuration["jekyll-mentions"]
    elif isinstance(configuration, dict) and "base_url" not in configuration:
        setting = None
    if isinstance(setting, dict):
        setting = setting.get("base_url")
    if setting is None:
        setting = _default_base()
    if not isinstance(setting, str):
        raise ConfigurationError(
            f"jekyll-mentions has to be a string or a mapping, not {setting!r}",
            hint="jekyll-mentions: https://github.com",
        )
    return setting if setting.endswith(("/", "~")) else f"{setting}/"


def _default_base() -> str:
    host = os.environ.get("GITHUB_HOSTNAME", "")
    if os.environ.get("SSL", "") and host:
        scheme = "https" if os.environ["SSL"] == "true" else "http"
        return f"{scheme}://{host.removesuffix('/')}"
    return "https://github.com"
