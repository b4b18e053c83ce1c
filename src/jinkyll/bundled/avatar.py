"""jekyll-avatar: ``{% avatar USER [size=40] [lazy=true] %}`` shows a GitHub user's picture.

The user may come from a variable: ``{% avatar user=page.author %}``.

Source: https://github.com/jekyll/jekyll-avatar (0.8.0).
"""

from __future__ import annotations

import os
import re
import zlib
from typing import TYPE_CHECKING, Final

from jinkyll.liquid.printing import to_s
from jinkyll.plugins.api import Tag

if TYPE_CHECKING:
    from jinkyll.liquid import Context

PURE = True

_SIZE: Final = re.compile(r"\bsize=(\d+)\b", re.IGNORECASE | re.ASCII)
_USER: Final = re.compile(r"\buser=([\w.]+)\b", re.ASCII)
_SERVERS: Final = 4


class Avatar(Tag):
    """``{% avatar jekyllbot size=80 %}``."""

    name = "avatar"

    def render(self, context: Context) -> str:
        """The ``<img>``."""
        source = self.markup.strip()
        text = self.environment.render_once(source, context) if "{" in source else source
        size = match[1] if (match := _SIZE.search(source)) else "40"
        if match := _USER.search(source):
            value = context.evaluate(match[1])
            user = match[1] if value is None or value is False else to_s(value)
        else:
            user = text.partition(" ")[0].removeprefix("@")
        custom_host = os.environ.get("PAGES_AVATARS_URL", "")

        def address(scale: int) -> str:
            path = f"{user}?v=3&s={int(size) * scale if scale > 1 else size}"
            if custom_host:
                return f"{custom_host.rstrip('/')}/{path}"
            server = zlib.crc32(f"{user}?v=3&s={size}".encode()) % _SERVERS
            return f"https://avatars{server}.githubusercontent.com/{path}"

        sources = ", ".join(f"{address(scale)} {scale}x" for scale in (1, 2, 3, 4))
        classes = "avatar avatar-small" if int(size) < 48 else "avatar"
        start = (
            f'<img class="{classes}" alt="{user}" width="{size}" height="{size}"'
            ' data-proofer-ignore="true"'
        )
        if "lazy=true" in text:
            return f'{start} src="" data-src="{address(1)}" data-srcset="{sources}" />'
        return f'{start} src="{address(1)}" srcset="{sources}" />'
