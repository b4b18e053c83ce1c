"""jekyll-octicons: ``{% octicon NAME height:32 class:"x" aria-label:text %}`` draws an icon.

The drawings are those of the package ``octicons-pack``: ``pip install 'jinkyll[octicons]'``.

Source: https://github.com/primer/octicons, ``jekyll-octicons``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from jinkyll.errors import LiquidError
from jinkyll.liquid.printing import to_s
from jinkyll.plugins.api import Tag

try:
    import octicons_pack as drawings
except ImportError:  # pragma: no cover  (an extra)
    drawings = None  # type: ignore[assignment]

if TYPE_CHECKING:
    from jinkyll.liquid import Context

PURE = True

_OPTION: Final = re.compile(r"""([a-zA-Z_-]+)\s*:\s*("[^"]*"|'[^']*'|[^\s,|'"]+)""")
_SVG: Final = re.compile(r'viewBox="0 0 (\d+) (\d+)"[^>]*>(.*)</svg>', re.DOTALL)
_NATURAL_HEIGHTS: Final = (12, 16, 24, 48, 96)
_DEFAULT_HEIGHT: Final = 16


class Octicon(Tag):
    """``{% octicon alert %}``."""

    name = "octicon"

    def __init__(self, markup: str, **place: Any) -> None:
        super().__init__(markup, **place)
        self.symbol, _, rest = markup.strip().partition(" ")
        self.options = {key: value.strip("\"'") for key, value in _OPTION.findall(rest)}

    def render(self, context: Context) -> str:
        """The ``<svg>``.

        Raises:
            LiquidError: there is no such icon, or the drawings are not installed.
        """
        value = context.evaluate(self.symbol)
        symbol = self.symbol if value is None else to_s(value)
        options = {
            key: option if (found := context.evaluate(option)) is None else to_s(found)
            for key, option in self.options.items()
        }
        width, height, drawing = self._drawing(symbol, options)
        attributes = {
            **options,
            "class": f"octicon octicon-{symbol} {options.get('class', '')}".strip(),
            "viewBox": f"0 0 {width} {height}",
            "version": "1.1",
            "width": options.get("width") or _scaled(options.get("height"), height, width),
            "height": options.get("height") or _scaled(options.get("width"), width, height),
            **({"role": "img"} if "aria-label" in options else {"aria-hidden": "true"}),
        }
        written = " ".join(f'{key}="{value}"' for key, value in attributes.items())
        return f"<svg {written}>{drawing}</svg>"

    def _drawing(self, symbol: str, options: dict[str, str]) -> tuple[int, int, str]:
        """Width, height and inside of the icon that was drawn for about the wanted size."""
        if drawings is None:
            raise LiquidError(
                "jekyll-octicons needs the package octicons-pack",
                path=self.path,
                line=self.line,
                hint="pip install 'jinkyll[octicons]'",
            )
        wanted = options.get("height") or options.get("width") or ""
        size = int(wanted) if wanted.isdecimal() else _DEFAULT_HEIGHT
        fitting = [height for height in reversed(_NATURAL_HEIGHTS) if height <= size]
        larger = [height for height in _NATURAL_HEIGHTS if height > size]
        for height in (*fitting, *larger):
            icon = drawings.get_icon(f"{symbol}-{height}")
            if icon is not None and (match := _SVG.search(icon.svg)) is not None:
                return int(match[1]), int(match[2]), match[3]
        raise LiquidError(
            f"there is no octicon {symbol!r}",
            path=self.path,
            line=self.line,
            hint="https://primer.style/octicons/ shows all",
        )


def _scaled(wanted: str | None, across: int, along: int) -> int:
    """The other side's length when one of *across* is drawn as *wanted*."""
    if wanted is None or not wanted.isdecimal():
        return along
    return int(wanted) * along // across
