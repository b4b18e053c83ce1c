"""``markdown: CommonMark`` and ``markdown: GFM``, by GitHub's own cmark.

Configuration ``commonmark``: ``options`` (``SMART``, ``HARDBREAKS``, ``UNSAFE``, ...) and
``extensions`` (``table``, ``strikethrough``, ``autolink``, ``tagfilter``). Without ``UNSAFE`` raw
HTML is left out.

Source: https://github.com/jekyll/jekyll-commonmark (1.4.0), and for GitHub Pages
https://github.com/github/jekyll-commonmark-ghpages (0.5.1).
"""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING, Any, Final

from cmarkgfm import cmark

from jinkyll import log
from jinkyll.kramdown import syntax_highlighter

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = ["CommonMark"]

_OPTIONS: Final = frozenset(
    {
        "DEFAULT", "FOOTNOTES", "GITHUB_PRE_LANG", "HARDBREAKS", "LIBERAL_HTML_TAG", "NOBREAKS",
        "SMART", "SOURCEPOS", "STRIKETHROUGH_DOUBLE_TILDE", "TABLE_PREFER_STYLE_ATTRIBUTES",
        "UNSAFE", "VALIDATE_UTF8",
    }
)  # fmt: skip
_EXTENSIONS: Final = frozenset({"table", "tasklist", "strikethrough", "autolink", "tagfilter"})
_CODE: Final = re.compile(
    r'<pre(?P<attributes>(?: data-sourcepos="[^"]*")?)(?: lang="(?P<pre>[^"]*)")?>'
    r'<code(?: class="language-(?P<code>[^"]*)")?>(?P<text>.*?)</code></pre>',
    re.DOTALL,
)


class CommonMark:
    """CommonMark with what ``commonmark:`` adds to it; on GitHub Pages, GitHub's own mixture."""

    def __init__(self, configuration: Mapping[str, Any], *, github: bool) -> None:
        configured = configuration.get("commonmark")
        settings = configured if isinstance(configured, dict) else {}
        options = [str(name).upper() for name in settings.get("options") or ()]
        extensions = [str(name).lower() for name in settings.get("extensions") or ()]
        if github:
            options += ["UNSAFE", "FOOTNOTES"]
            extensions += ["table", "strikethrough", "autolink", "tagfilter"]
        self._options = 0
        for name in _known(options, _OPTIONS, "option"):
            self._options |= getattr(cmark.Options, f"CMARK_OPT_{name}")
        self._extensions = list(_known(extensions, _EXTENSIONS, "extension"))
        self._language_on_pre = "GITHUB_PRE_LANG" in options

    def convert(self, text: str, *, path: str | None = None, line: int = 1) -> str:
        """The HTML of *text*."""
        del path, line
        html: str = cmark.markdown_to_html_with_extensions(
            text, options=self._options, extensions=self._extensions
        )
        return _CODE.sub(self._block, html)

    def _block(self, match: re.Match[str]) -> str:
        """A block of code, coloured, in the wrapping that style sheets for Rouge expect."""
        language = match["pre"] or match["code"]
        colored = syntax_highlighter.highlight(unescape(match["text"]), language)
        names = f"language-{language} highlighter-rouge" if language else "highlighter-rouge"
        data = f' data-lang="{language}"' if language else ""
        on_pre, on_code = (data, "") if self._language_on_pre else ("", data)
        return (
            f'<div class="{names}"><div class="highlight">'
            f'<pre{match["attributes"]} class="highlight"{on_pre}><code{on_code}>{colored}'
            "</code></pre></div></div>"
        )


def _known(names: Iterable[str], known: frozenset[str], kind: str) -> Iterable[str]:
    for name in dict.fromkeys(names):
        if name in known:
            yield name
        else:
            log.warn("CommonMark:", f"{name} is not a valid {kind}")
            log.info(f"Valid {kind}s:", ", ".join(sorted(known)))
