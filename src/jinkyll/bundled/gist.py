"""jekyll-gist: ``{% gist ID [FILE] %}`` embeds a gist of GitHub.

ID and FILE may be variables. The gem also fetches the gist for readers without JavaScript, unless
``gist: {noscript: false}``; jinkyll builds without the network, so it leaves that out, as GitHub
Pages does.

Source: https://github.com/jekyll/jekyll-gist (1.5.0).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from jinkyll.errors import LiquidError
from jinkyll.liquid.printing import to_s
from jinkyll.plugins.api import Tag

if TYPE_CHECKING:
    from jinkyll.liquid import Context

PURE = True

_ARGUMENTS: Final = re.compile(r"\A(\S+|.*(?=/).+)\s?(\S*)\Z")


class Gist(Tag):
    """``{% gist user/1234567 foo.js %}``."""

    name = "gist"

    def render(self, context: Context) -> str:
        """The script that embeds the gist."""
        match = _ARGUMENTS.match(self.markup.strip())
        if match is None:
            raise LiquidError(
                f"Syntax error in tag 'gist': {self.markup.strip()}",
                path=self.path,
                line=self.line,
                hint="{% gist user/1234567 %} or {% gist user/1234567 file.js %}",
            )
        gist, file = (_resolved(context, each.strip()) for each in match.groups())
        query = f"?file={file}" if file else ""
        return f'<script src="https://gist.github.com/{gist}.js{query}"> </script>'


def _resolved(context: Context, name: str) -> str:
    value = context.evaluate(name) if name else None
    return name if value is None else to_s(value)
