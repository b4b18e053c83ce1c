"""kramdown's dialect as an extension of Python-Markdown.

Python-Markdown's block and inline parser are replaced; its pipeline stays: preprocessors get the
lines, tree processors the element tree, postprocessors the HTML.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from xml.etree import ElementTree as ET

from markdown.blockparser import BlockParser
from markdown.extensions import Extension

from jinkyll.kramdown import conversion, element_tree
from jinkyll.kramdown.options import Options, parse

if TYPE_CHECKING:
    from collections.abc import Iterable

    from markdown import Markdown

__all__ = ["KramdownExtension"]

# What belongs to Python-Markdown's own syntax. Its other steps stay, and those of other
# extensions.
_PREPROCESSORS: Final = ("normalize_whitespace", "html_block")
_TREE_PROCESSORS: Final = ("inline", "prettify", "unescape")
_POSTPROCESSORS: Final = ("amp_substitute", "raw_html")


class KramdownExtension(Extension):
    """`markdown.markdown(text, extensions=["jinkyll.kramdown"])`; the options are kramdown's."""

    def __init__(self, **options: object) -> None:
        super().__init__()
        self.options: Options = parse(options)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  (Python-Markdown's name)
        """Put kramdown's parser in the place of Python-Markdown's."""
        for registry, names in (
            (md.preprocessors, _PREPROCESSORS),
            (md.treeprocessors, _TREE_PROCESSORS),
            (md.postprocessors, _POSTPROCESSORS),
        ):
            for name in names:
                if name in registry:
                    registry.deregister(name)
        md.parser = _Parser(md, self.options)
        # The serializer is looked up here once all extensions are in.
        serializers = dict.fromkeys(md.output_formats, element_tree.serialize)
        md.__dict__["output_formats"] = serializers


class _Parser(BlockParser):
    """Stands where Python-Markdown expects its block parser."""

    def __init__(self, md: Markdown, options: Options) -> None:
        super().__init__(md)
        self.options = options

    def parseDocument(  # noqa: N802  (Python-Markdown's name)
        self, lines: Iterable[str]
    ) -> ET.ElementTree:
        """Parse the lines of a document into a tree."""
        md = self.md
        html, _ = conversion.to_html("\n".join(lines), self.options)
        root = ET.Element(md.doc_tag)
        if len(md.treeprocessors):
            element_tree.build(root, html)
        else:
            element_tree.add_raw(root, html)
        self.root = root
        return ET.ElementTree(root)
