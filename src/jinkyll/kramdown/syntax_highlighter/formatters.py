"""Rouge's formatters: token streams to HTML.

Each takes tokens and gives a string; the options are Rouge's, under Rouge's names.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from jinkyll.kramdown.syntax_highlighter.machine import Token

__all__ = [
    "by_name",
    "html",
    "html_legacy",
    "html_line_highlighter",
    "html_line_table",
    "html_linewise",
    "html_table",
]


def escape(text: str) -> str:
    """`text` with the three characters escaped that Rouge escapes."""
    if "&" in text:
        text = text.replace("&", "&amp;")
    if "<" in text:
        text = text.replace("<", "&lt;")
    if ">" in text:
        text = text.replace(">", "&gt;")
    return text


def html(tokens: Iterable[Token]) -> str:
    """Spans with class names; neighbours of one type share a span, plain text has none."""
    out: list[str] = []
    append = out.append
    before: str | None = None
    for kind, value in tokens:
        if "&" in value:
            value = value.replace("&", "&amp;")
        if "<" in value:
            value = value.replace("<", "&lt;")
        if ">" in value:
            value = value.replace(">", "&gt;")
        if kind == before:
            append(value)
            continue
        if before:
            append("</span>")
        before = kind
        append(f'<span class="{kind}">{value}' if kind else value)
    if before:
        append("</span>")
    return "".join(out)


def lines(tokens: Iterable[Token]) -> list[list[Token]]:
    """The tokens line by line, without the newlines."""
    all_lines: list[list[Token]] = []
    line: list[Token] = []
    before: str | None = None
    for kind, value in tokens:
        first, *others = value.split("\n")
        if first:
            if kind == before and line:
                line[-1] = (kind, line[-1][1] + first)
            else:
                line.append((kind, first))
        for piece in others:
            all_lines.append(line)
            line = [(kind, piece)] if piece else []
        before = kind
    if line:
        all_lines.append(line)
    return all_lines


def html_line_highlighter(
    tokens: Iterable[Token], highlight_lines: Collection[int], highlight_line_class: str = "hll"
) -> str:
    """`html` line by line, the lines of the numbers given (from 1) in a span of their own."""
    out: list[str] = []
    for number, line in enumerate(lines(tokens), 1):
        text = f"{html(line)}\n"
        if number in highlight_lines:
            text = f'<span class="{highlight_line_class}">{text}</span>'
        out.append(text)
    return "".join(out)


def html_table(code: str, formatted: str, options: Mapping[str, object] | None = None) -> str:
    """A table of one row: the line numbers, and `formatted`, the HTML of `code`.

    Options: start_line, line_format, table_class, gutter_class, code_class.
    """
    options = options or {}
    start = _integer(options.get("start_line"), 1)
    line_format = str(options.get("line_format", "%i"))
    count = code.count("\n")
    if not code.endswith("\n"):
        count += 1
        formatted += "\n"
    numbers = "\n".join(_sprintf(line_format, number) for number in range(start, start + count))
    return (
        f'<table class="{options.get("table_class", "rouge-table")}"><tbody><tr>'
        f'<td class="{options.get("gutter_class", "rouge-gutter")} gl">'
        f'<pre class="lineno">{numbers}\n</pre></td>'
        f'<td class="{options.get("code_class", "rouge-code")}"><pre>{formatted}</pre></td>'
        "</tr></tbody></table>"
    )


def html_line_table(tokens: Iterable[Token], options: Mapping[str, object] | None = None) -> str:
    """A table of one row for each line.

    Options: start_line, table_class, gutter_class, code_class, line_class, line_id.
    """
    options = options or {}
    start = _integer(options.get("start_line"), 1)
    line_class = options.get("line_class", "lineno")
    line_id = str(options.get("line_id", "line-%i"))
    gutter = options.get("gutter_class", "rouge-gutter")
    code = options.get("code_class", "rouge-code")
    out = [f'<table class="{options.get("table_class", "rouge-line-table")}"><tbody>']
    out += [
        f'<tr id="{_sprintf(line_id, number)}" class="{line_class}"><td class="{gutter} gl" '
        'style="-moz-user-select: none;-ms-user-select: none;'
        '-webkit-user-select: none;user-select: none;">'
        f'<pre>{number}</pre></td><td class="{code}"><pre>{html(line)}\n</pre></td></tr>'
        for number, line in enumerate(lines(tokens), start)
    ]
    out.append("</tbody></table>")
    return "".join(out)


def html_linewise(tokens: Iterable[Token], options: Mapping[str, object] | None = None) -> str:
    """An element for each line.  Options: tag_name, class."""
    options = options or {}
    tag = options.get("tag_name", "div")
    class_format = str(options.get("class", "line-%i"))
    return "".join(
        f'<{tag} class="{_sprintf(class_format, number)}">{html(line)}\n</{tag}>'
        for number, line in enumerate(lines(tokens), 1)
    )


def by_name(name: object, code: str, tokens: list[Token], options: Mapping[str, object]) -> str:
    """`tokens` through the formatter of that name, by default `html_legacy`.

    Rouge itself cannot make the ones that wrap another formatter from kramdown's options; here they
    wrap `html`.
    """
    if name == "HTML":
        return html(tokens)
    if name == "HTMLTable":
        return html_table(code, html(tokens), options)
    if name == "HTMLLineTable":
        return html_line_table(tokens, options)
    if name == "HTMLLinewise":
        return html_linewise(tokens, options)
    if name == "HTMLLineHighlighter":
        marked = options.get("highlight_lines")
        numbers = marked if isinstance(marked, list) else []
        line_class = str(options.get("highlight_line_class", "hll"))
        return html_line_highlighter(tokens, numbers, line_class)
    return html_legacy(code, tokens, options)


def html_legacy(code: str, tokens: Iterable[Token], options: Mapping[str, object]) -> str:
    """What kramdown asks of Rouge.

    Options: line_numbers and those of `html_table`; wrap, css_class.
    """
    formatted = html(tokens)
    if options.get("line_numbers") not in {None, False}:
        formatted = html_table(code, formatted, options)
    if options.get("wrap", True) in {None, False}:
        return formatted
    css_class = options.get("css_class", "codehilite")
    return f'<div class="highlight"><pre class="{css_class}"><code>{formatted}</code></pre></div>'


def _integer(value: object, default: int) -> int:
    return int(value) if isinstance(value, int | float) else default


def _sprintf(template: str, number: int) -> str:
    try:
        return template % number
    except (TypeError, ValueError):
        return template
