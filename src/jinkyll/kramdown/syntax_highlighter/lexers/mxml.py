"""MXML, the interfaces of Flex."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from jinkyll.kramdown.syntax_highlighter.lookup import find
from jinkyll.kramdown.syntax_highlighter.machine import POP, Lexer, Run, States

if TYPE_CHECKING:
    import re

__all__ = ["Mxml"]


def _actionscript(run: Run, match: re.Match[str]) -> None:
    run.tokens += find("actionscript").tokens(match[0])


class Mxml(Lexer):
    """MXML, with ActionScript in attributes and CDATA."""

    states: ClassVar[States] = {
        "root": [
            (r"[^<&]+", ""),
            (r"&\S*?;", "ni"),
            (r"<!\[CDATA\[", "cp", "actionscript_content"),
            (r"<!--", "c", "comment"),
            (r"<\?.*?\?>", "cp"),
            (r"<![^>]*>", "cp"),
            (r"<\s*[\w:.-]+", "nt", "tag"),
            (r"<\s*/\s*[\w:.-]+\s*>", "nt"),
        ],
        "comment": [(r"[^-]+", "c"), (r"-->", "c", POP), (r"-", "c")],
        "tag": [
            (r"\s+", ""),
            (r"[\w.:-]+\s*=", "na", "attribute"),
            (r"/?\s*>", "nt", "root"),
        ],
        "attribute": [
            (r"\s+", ""),
            (r'(")(\{|@\{)', ("s", "p"), "actionscript_attribute"),
            (r"\".*?\"|'.*?'|[^\s>]+", "s", "tag"),
        ],
        "actionscript_content": [
            (r"\]\]>", "cp", POP),
            (r"(?s:.*?)(?=\]\]>)", _actionscript),
        ],
        "actionscript_attribute": [
            (r'(\})(")', ("p", "s"), "tag"),
            (r'(?s:.*?)(?=\}")', _actionscript),
        ],
    }
