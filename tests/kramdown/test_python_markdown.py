"""kramdown's dialect inside Python-Markdown, beside other extensions."""

import subprocess
import sys
from xml.etree import ElementTree as ET

import markdown
from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

from jinkyll import kramdown
from jinkyll.kramdown.element_tree import build, serialize

TEXT = 'a "b" [c](d){: .e} &amp; &copy; <b>f</b>\n\n* x < y\n\n<div>\n<p>raw &nbsp;</p>\n</div>\n'


class Links(Treeprocessor):
    def run(self, root: ET.Element) -> None:
        for link in root.iter("a"):
            link.set("rel", 'nofollow "<')


class Shout(Preprocessor):
    def run(self, lines: list[str]) -> list[str]:
        return [line.replace("a ", "A ") for line in lines]


class Sign(Postprocessor):
    def run(self, text: str) -> str:
        return text + "<!-- signed -->"


class Other(Extension):
    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802
        md.treeprocessors.register(Links(md), "links", 5)
        md.preprocessors.register(Shout(md), "shout", 5)
        md.postprocessors.register(Sign(md), "sign", 5)


def test_other_extensions_work_on_the_tree() -> None:
    html = markdown.markdown(TEXT, extensions=["jinkyll.kramdown", Other()])
    assert html == (
        '<p>A “b” <a href="d" class="e" rel="nofollow &quot;&lt;">c</a> &amp; © <b>f</b></p>\n\n'
        "<ul>\n  <li>x &lt; y</li>\n</ul>\n\n<div>\n<p>raw &nbsp;</p>\n</div><!-- signed -->"
    )


def test_both_doors_give_the_same() -> None:
    html = markdown.markdown(TEXT, extensions=["jinkyll.kramdown"])
    assert html == kramdown.convert(TEXT).html.strip()
    assert markdown.markdown(TEXT, extensions=[kramdown.KramdownExtension()]) == html
    assert markdown.markdown(TEXT, extensions=[kramdown.makeExtension(auto_ids=False)]) == html


def test_an_instance_converts_again() -> None:
    md = markdown.Markdown(extensions=["jinkyll.kramdown"])
    first = md.convert("# a\n\nb[^1]\n\n[^1]: c\n")
    assert md.reset().convert("# a\n\nb[^1]\n\n[^1]: c\n") == first
    assert md.convert("") == ""


def test_a_tree_is_written_as_it_was_read() -> None:
    for html in (
        '<p class="a &amp; b">x &lt; y &amp;copy; &copy; <br /> > z</p>\n',
        "<p>unclosed <b>x</p>\n<i>y</b>\n",
        '<!-- <p> --><script>a < b && c</script><img src="a&quot;b" />\n',
        "<ul>\n  <li>a <!-- b --> c</li>\n</ul>tail</ul>\n",
    ):
        root = ET.Element("div")
        build(root, html)
        assert serialize(root) == f"<div>{html}</div>"


def test_the_fast_door_imports_no_python_markdown() -> None:
    code = (
        "import sys, jinkyll.kramdown as k; k.convert('a');"
        "sys.exit(','.join({'markdown', 'jinja2', 'pygments'} & set(sys.modules)) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
