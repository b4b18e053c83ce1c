"""``markdown: CommonMark`` and ``markdown: GFM``, by markdown-it-py.

Source: https://github.com/jekyll/jekyll-commonmark
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jinkyll.errors import ConfigurationError
from jinkyll.kramdown import syntax_highlighter

try:
    from markdown_it import MarkdownIt
except ImportError as error:  # pragma: no cover
    raise ConfigurationError(
        "`markdown: CommonMark` needs the package markdown-it-py",
        hint="pip install 'jinkyll[commonmark]'",
    ) from error

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from markdown_it.renderer import RendererHTML
    from markdown_it.token import Token
    from markdown_it.utils import EnvType, OptionsDict

__all__ = ["CommonMark"]

#: Names of cmark's extensions to those of markdown-it.
_EXTENSIONS = {"table": "table", "strikethrough": "strikethrough"}


class CommonMark:
    """CommonMark with the extensions that ``commonmark:`` lists; GitHub's has them on its own."""

    def __init__(self, configuration: Mapping[str, Any], *, github: bool) -> None:
        settings = configuration.get("commonmark") or {}
        options = {str(name).upper() for name in settings.get("options") or ()}
        extensions = {str(name).lower() for name in settings.get("extensions") or ()}
        if github:
            extensions |= {"table", "strikethrough", "autolink"}
        self._parser = MarkdownIt(
            "commonmark", {"html": True, "breaks": bool(options & {"HARDBREAKS"})}
        )
        self._parser.options["typographer"] = "SMART" in options
        if "SMART" in options:
            self._parser.enable(["replacements", "smartquotes"])
        self._parser.enable([_EXTENSIONS[name] for name in sorted(extensions & _EXTENSIONS.keys())])
        self._parser.add_render_rule("fence", _fence)

    def convert(self, text: str, *, path: str | None = None, line: int = 1) -> str:
        """The HTML of *text*."""
        del path, line
        return str(self._parser.render(text))


def _fence(
    renderer: RendererHTML,
    tokens: Sequence[Token],
    index: int,
    options: OptionsDict,
    env: EnvType,
) -> str:
    """A fenced block, coloured as kramdown's are."""
    del renderer, options, env
    token = tokens[index]
    language = token.info.split(maxsplit=1)[0] if token.info.strip() else "plaintext"
    code = syntax_highlighter.highlight(token.content, language)
    return (
        f'<div class="language-{language} highlighter-rouge"><div class="highlight">'
        f'<pre class="highlight"><code>{code}</code></pre></div></div>\n'
    )
