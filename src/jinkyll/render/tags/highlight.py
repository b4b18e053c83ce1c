"""``{% highlight ruby linenos mark_lines="1 3" %} ... {% endhighlight %}``.

Source: https://jekyllrb.com/docs/liquid/tags/#code-snippet-highlighting
"""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from jinkyll import log
from jinkyll.kramdown.syntax_highlighter import highlight_tag
from jinkyll.liquid import Block
from jinkyll.liquid.lexer import SPACE
from jinkyll.render.errors import RubyError

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinkyll.content.site import Site
    from jinkyll.liquid import Context, Environment

__all__ = ["HighlightBlock"]

_SYNTAX = re.compile(
    r'^([a-zA-Z0-9.+#_-]+)((\s+\w+(=(\w+|"([0-9]+\s)*[0-9]+"))?)*)$', re.MULTILINE | re.ASCII
)
_OPTION = re.compile(r'(?:\w="[^"]*"|\w=\w|\w)+', re.ASCII)


class HighlightBlock(Block):
    """A block of code, coloured by Rouge's classes."""

    name = "highlight"

    def __init__(
        self, markup: str, *, environment: Environment, path: str | None = None, line: int = 1
    ) -> None:
        """Read language and options.

        Raises:
            RubyError: there is no language, or the options are not as above.
        """
        super().__init__(markup, environment=environment, path=path, line=line)
        syntax = _SYNTAX.search(markup.strip())
        if syntax is None:
            raise RubyError(
                "Syntax Error in tag 'highlight' while parsing the following markup: "
                + f"{markup.strip()} Valid syntax: highlight <lang> [linenos]".lstrip()
            )
        self.language = syntax[1].lower()
        options = _options(syntax[2])
        self.linenos = "linenos" in options
        self.mark_lines = _mark_lines(options["mark_lines"]) if "mark_lines" in options else ()

    def render(self, context: Context, body: Callable[[], str]) -> str:
        """The figure with the code; a converter's prefix and suffix keep it from Markdown."""
        code = body().strip("\r\n")
        site: Site = context.registers["site"]  # type: ignore[assignment]
        highlighter = site.configuration.get("highlighter")
        if highlighter == "pygments":
            log.warn("Warning:", "Highlight Tag no longer supports rendering with Pygments.")
            log.warn("", "Using the default highlighter, Rouge, instead.")
        if highlighter in ("rouge", "pygments"):
            text = highlight_tag(
                code, self.language, linenos=self.linenos, mark_lines=self.mark_lines
            )
        else:
            text = html.escape(code).replace("&#x27;", "&#39;").strip(SPACE)
        if text.endswith("\n"):
            text = text[:-2] if text.endswith("\r\n") else text[:-1]
        css_class = self.language.replace("+", "-")
        figure = (
            f'<figure class="highlight"><pre><code class="language-{css_class}" '
            f'data-lang="{self.language}">{text}</code></pre></figure>'
        )
        return f"{_affix(context, 'prefix')}{figure}{_affix(context, 'suffix')}"


def _options(text: str) -> dict[str, str]:
    options: dict[str, str] = {}
    for option in _OPTION.findall(text):
        key, _, value = option.partition("=")
        options[key] = value
    return options


def _mark_lines(value: str) -> tuple[int, ...]:
    if not value.startswith('"'):
        raise RubyError(
            "Syntax Error for mark_lines declaration. Expected a double-quoted list of integers."
        )
    return tuple(int(number) for number in value.strip('"').split())


def _affix(context: Context, which: str) -> str:
    value = context.get(f"highlighter_{which}")
    return value if isinstance(value, str) else ""
