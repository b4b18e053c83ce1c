"""Tables.

https://kramdown.gettalong.org/syntax.html#tables
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from jinkyll.kramdown.block.boundary import BEFORE
from jinkyll.kramdown.characters import WHITESPACE
from jinkyll.kramdown.element import Element
from jinkyll.kramdown.spans import Spans

if TYPE_CHECKING:
    from jinkyll.kramdown.blocks import Blocks

__all__ = ["parse"]

_SPACE: Final = " \t\n\v\f\r"
_PIPE: Final = re.compile(r"\||.*?[^\\\n]\|")
_SEPARATOR: Final = re.compile(r"([+|: \t-]*?-[+|: \t-]*?)[ \t]*\n")
_FOOT_SEPARATOR: Final = re.compile(r"[+|: \t=]*?=[+|: \t=]*?[ \t]*\n")
_ROW: Final = re.compile(r"(.*?)[ \t]*\n")
_LOOKS_LIKE_A_TABLE: Final = re.compile(r"[ \t]*(?:\||[+|: \t=-]+\Z)")
_ALIGNMENT: Final = re.compile(r"[ \t]?(:?)-+(:?)[ \t]?")
_UNESCAPED_PIPE: Final = re.compile(r"(?<!\\)\|")
_CODE_ELEMENT: Final = re.compile(r"(<code.*?>.*?</code>)")
_BACKTICKS: Final = re.compile("`+")


def parse(blocks: Blocks, position: int, first: int) -> bool:
    """Take lines that have a pipe, up to a block boundary, if one of them belongs to a body."""
    text = blocks.text
    line_end = text.find("\n", first)
    if text.find("|", first, line_end) < 0 or text[first] in _SPACE:
        return False
    if _PIPE.match(text, first) is None or not blocks.after_block_boundary():
        return False
    # kramdown hands over a waiting attribute list now, and forgets it if this is no table.
    table = Element("table", "", None, blocks.line(position))
    table.ial, blocks.ial = blocks.ial, None

    leading_pipe = text[position:line_end].lstrip(_SPACE).startswith("|")
    end = _Rows(blocks, table, leading_pipe=leading_pipe).read(position)
    if end < 0 or not BEFORE.match(text, end):
        return False
    if not _pipe_on_every_line(blocks, text[position : end - 1]):
        return False
    if all(group.type != "tbody" for group in table.children if isinstance(group, Element)):
        return False
    blocks.tree.children.append(table)
    blocks.position = end
    if not leading_pipe and not any(
        _LOOKS_LIKE_A_TABLE.match(line) for line in text[position:end].split("\n")
    ):
        blocks.document.diagnose(
            table.location,
            "this text has become a table because of a |",
            "write \\| or, if a table was meant, begin the lines with |",
        )
    return True


class _Rows:
    """The rows of a table, as they are read."""

    def __init__(self, blocks: Blocks, table: Element, *, leading_pipe: bool) -> None:
        self.blocks = blocks
        self.table = table
        self.leading_pipe = leading_pipe
        self.rows: list[Element] = []
        self.has_footer = False
        self.columns = 0
        self.alignment: list[str] = []

    def read(self, position: int) -> int:
        """Read lines and return where they end."""
        text = self.blocks.text
        size = len(text)
        line = self.table.location
        leading = _SEPARATOR.match(text, position)
        if leading is not None:
            position = leading.end()
            line += 1
        while position < size and _PIPE.match(text, position):
            character = text[position]
            if character in "+|: \t-=":
                separator = _SEPARATOR.match(text, position)
                foot = None if separator else _FOOT_SEPARATOR.match(text, position)
            else:
                separator = foot = None
            if separator is not None:
                position = separator.end()
                self._separate(separator[1])
            elif foot is not None:
                position = foot.end()
                if self.rows:
                    self._close("tbody", force=True)
                self.has_footer = True
            else:
                row = _ROW.match(text, position)
                if row is None:
                    break
                position = row.end()
                self._add(row[1], line)
            line += 1
        if self.rows:
            self._close("tfoot" if self.has_footer else "tbody")
        self._even_out()
        return position

    def _separate(self, line: str) -> None:
        if not self.rows:
            return
        if self.alignment or self.has_footer:
            self._close("tbody")
            return
        self._close("thead")
        self.alignment = [
            "center" if left and right else "left" if left else "right" if right else "default"
            for left, right in _ALIGNMENT.findall(line)
        ]

    def _close(self, kind: str, *, force: bool = False) -> None:
        if not self.has_footer or kind != "tbody" or force:
            group = Element(kind)
            group.children, self.rows = list(self.rows), []
            self.table.children.append(group)

    def _add(self, line: str, number: int) -> None:
        cells = self._cells(line)
        if self.leading_pipe and cells and not cells[0].strip(WHITESPACE):
            del cells[0]
        if cells and not cells[-1].strip(WHITESPACE):
            del cells[-1]
        row = Element("tr")
        for cell in cells:
            row.children.append(Element("td", cell.strip(WHITESPACE), None, number))
        self.columns = max(self.columns, len(cells))
        self.rows.append(row)

    def _cells(self, line: str) -> list[str]:
        if "`" not in line and "<code" not in line:
            return _split(line)
        cells: list[str] = []
        parts = _CODE_ELEMENT.split(line) if "</code>" in line else [line]
        for index, part in enumerate(parts):
            if index % 2:
                _append(cells, part)
                continue
            for is_code, value in Spans(self.blocks.document).code_spans(part):
                if is_code:
                    runs = _BACKTICKS.findall(value)
                    delimiter = "`" * (max(map(len, runs), default=0) + 1)
                    space = " " if len(delimiter) > 1 else ""
                    _append(cells, f"{delimiter}{space}{value}{space}{delimiter}")
                else:
                    head, *more = _split(value)
                    _append(cells, head)
                    cells += more
        return cells

    def _even_out(self) -> None:
        columns = self.columns
        for group in self.table.children:
            for row in group.children if isinstance(group, Element) else ():
                if isinstance(row, Element):
                    row.children += [Element("td") for _ in range(columns - len(row.children))]
        self.table.alignment = (self.alignment + ["default"] * columns)[:columns]


def _split(text: str) -> list[str]:
    if "\\" not in text:
        return text.split("|")
    return [cell.replace("\\|", "|") for cell in _UNESCAPED_PIPE.split(text)]


def _append(cells: list[str], text: str) -> None:
    if cells:
        cells[-1] += text
    else:
        cells.append(text)


def _pipe_on_every_line(blocks: Blocks, text: str) -> bool:
    """Tell whether pipes outside code make rows of the lines; as roughly as kramdown does it."""
    if "`" not in text and "<" not in text:
        return True
    pipe_on_line = False
    for is_code, value in Spans(blocks.document).code_and_html(text):
        lines = _lines(value)
        if is_code:
            if len(lines) > 2 or (len(lines) == 2 and not pipe_on_line):
                break
            if len(lines) == 2:
                pipe_on_line = False
        else:
            if len(lines) > 1 and not pipe_on_line and not _PIPE.match(lines[0]):
                break
            if len(lines) > 1:
                pipe_on_line = False
            pipe_on_line = pipe_on_line or (bool(lines) and bool(_PIPE.match(lines[-1])))
    return pipe_on_line


def _lines(text: str) -> list[str]:
    """The lines as Ruby's `split` gives them: empty ones at the end are dropped."""
    lines = text.split("\n")
    while lines and not lines[-1]:
        lines.pop()
    return lines
