"""Code highlighted as kramdown and Rouge show it.

Who does what: this package is kramdown's Rouge adapter and Rouge itself.  The converter finds the
language (the info string, a `language-x` class), calls `block` or `span`, and if it gets HTML
puts it into its ``<div class="language-x highlighter-rouge">`` or ``<code class="language-x
highlighter-rouge">``, where x is the language or, without one, `default_lang` of
`options.settings`; if it gets None it writes the plain ``<pre><code>`` or
``<code>`` as without a highlighter.
"""

from __future__ import annotations

from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import TYPE_CHECKING

from jinkyll.kramdown.syntax_highlighter import formatters
from jinkyll.kramdown.syntax_highlighter.lookup import PlainText, find_fancy
from jinkyll.kramdown.syntax_highlighter.options import Settings, settings

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping

    from jinkyll.kramdown.syntax_highlighter.machine import Lexer

    Around = Callable[[], AbstractContextManager[object]]

__all__ = ["block", "default_lang", "highlight", "highlight_tag", "is_plain", "span", "surrounded"]

_around: Around = nullcontext


@contextmanager
def surrounded(around: Around) -> Iterator[None]:
    """While the body runs, each piece of code is highlighted within *around*: to take the time."""
    global _around  # noqa: PLW0603  (converters are many, and know no site)
    before, _around = _around, around
    try:
        yield
    finally:
        _around = before


def block(code: str, language: str | None, options: Mapping[str, object]) -> str | None:
    """A code block's ``<div class="highlight"><pre class="highlight"><code>...``, or None.

    `options` is kramdown's `syntax_highlighter_opts`.  None means that the block is not to be
    highlighted: there is no language and no default, Rouge does not know it, or highlighting is
    disabled.
    """
    return _call(code, language, settings(options, "block"))


def span(code: str, language: str | None, options: Mapping[str, object]) -> str | None:
    """The inner HTML of a code span, or None if it is not to be highlighted; see `block`."""
    return _call(code, language, settings(options, "span"))


def is_plain(options: Mapping[str, object]) -> bool:
    """Tell whether code spans that name no language come out as they are, but for escapes."""
    return settings(options, "span").plain


def default_lang(options: Mapping[str, object], kind: str) -> str | None:
    """The language that names the class of a highlighted "block" or "span" that has none."""
    return settings(options, kind).default_lang or None


def highlight(code: str, language: str | None, options: Mapping[str, object] | None = None) -> str:
    """`code` with Rouge's spans and no wrapper; plain text in a language Rouge does not know."""
    del options
    found = find_fancy(language, code)
    return formatters.html(found[1].tokens(code) if found else [("", code)])


def highlight_tag(
    code: str, language: str, *, linenos: bool = False, mark_lines: Collection[int] = ()
) -> str:
    """What Jekyll's ``{% highlight %}`` puts into its ``<code>``, except that Jekyll chomps it.

    `code` is the tag's body without its first and last newlines, `language` is in lower case,
    `mark_lines` are line numbers from 1.
    """
    with _around():
        found = find_fancy(language, code)
        lexer: Lexer = found[1] if found else PlainText()
        tokens = lexer.tokens(code)
        if mark_lines:
            formatted = formatters.html_line_highlighter(tokens, mark_lines)
        else:
            formatted = formatters.html(tokens)
        if linenos:
            classes = {"gutter_class": "gutter", "code_class": "code"}
            formatted = formatters.html_table(code, formatted, classes)
        return formatted


def _call(code: str, language: str | None, how: Settings) -> str | None:
    name = how.default_lang if language is None else language
    if (name is None and not how.guess_lang) or how.disable:
        return None
    with _around():
        found = find_fancy(name, code)
        if found is None and how.pygments and name is not None:
            from jinkyll.kramdown.syntax_highlighter import (  # noqa: PLC0415  (slow, and for few)
                pygments_lexer,
            )

            found = pygments_lexer.find(name.partition("?")[0])
        if found is None or (found[0] == "plaintext" and not how.guess_lang):
            return None
        tokens = found[1].tokens(code)
        return formatters.by_name(how.options.get("formatter"), code, tokens, how.options)
