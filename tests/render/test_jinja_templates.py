"""Jinja beside Liquid in one site: pages, documents, layouts, includes, and their errors."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from jinkyll.errors import JinkyllError

if TYPE_CHECKING:
    from conftest import BuildSite

PAGE = "---\nlayout: post\ntitle: T\n---\n"


def test_the_suffix_falls_off_pages_and_documents(build_site: BuildSite) -> None:
    site = build_site(
        {
            "index.html.jinja": "---\n---\n{% set n = 2 %}{{ n * 21 }}",
            "robots.txt.j2": "---\n---\n{{ site.posts | size }}",
            "_posts/2020-01-02-a.md.jinja": "---\n---\n{{ page.slug }}: *{{ page.title }}*",
        }
    )
    assert site == {
        "index.html": "42",
        "robots.txt": "1",
        "2020/01/02/a.html": "<p>a: <em>A</em></p>\n",
    }


def test_a_layout_is_found_in_either_syntax(build_site: BuildSite) -> None:
    site = build_site(
        {
            "_layouts/post.html.jinja": "---\nlayout: base\n---\n<p>{{ page.title }}</p>"
            "{{ content }}",
            "_layouts/base.html": "<b>{{ content }}</b>{{ layout.layout }}",
            "a.html": PAGE + "{{ 1 | plus: 1 }}",
        }
    )
    assert site["a.html"] == "<b><p>T</p>2</b>base"


def test_inheritance_by_name_with_and_without_suffix(build_site: BuildSite) -> None:
    base = "---\nx: 1\n---\n<{% block main %}{{ content }}{% endblock %}>{{ page.title }}"
    files = {"_layouts/base.html.jinja": base, "a.html": PAGE + "A"}
    for name in ("base", "base.html", "base.html.jinja"):
        post = f"{{% extends '{name}' %}}{{% block main %}}[{{{{ super() }}}}]{{% endblock %}}"
        assert build_site(files | {"_layouts/post.html.jinja": post})["a.html"] == "<[A]>T"


def test_each_syntax_includes_the_other(build_site: BuildSite) -> None:
    site = build_site(
        {
            "_includes/l.html": "L{{ page.title | upcase }}{% assign leaked = 1 %}",
            "_includes/j.html.jinja": "J{{ include.x }}{% include 'l.html' %}",
            "_includes/m.jinja": "{% macro twice(x) %}{{ x }}{{ x }}{% endmacro %}",
            "a.html": "---\ntitle: t\n---\n{% include j.html x=5 %}{{ leaked }}",
            "b.html.jinja": "---\ntitle: t\n---\n{% import 'm' as m %}{{ m.twice('ab') }}"
            "{% include 'l.html' %}",
        }
    )
    assert site["a.html"].startswith("J5LT")
    assert site["b.html"] == "ababLT"


def test_filters_are_those_of_liquid_and_jekyll(build_site: BuildSite) -> None:
    site = build_site(
        {
            "a.html.jinja": "---\ndate: 2020-01-02\nl: [b, A]\n---\n"
            "{{ page.date | date('%-d %B') }} {{ '/x' | relative_url }} {{ page.l | jsonify }} "
            "{{ 'a b' | slugify }} {{ page.l | sort_natural | join('-') }} {{ nothing }}"
            "{{ page.nothing.at_all }} {{ 7 | divided_by(2) }} {{ '*x*' | markdownify }}"
        },
        baseurl="/base",
    )
    assert site["a.html"] == ('2 January /base/x ["b","A"] a-b A-b  3 <p><em>x</em></p>\n')


@pytest.mark.parametrize(
    ("layout", "place"),
    [
        ("---\nlayout: base\n---\n\n{{ 1 + }}", "_layouts/post.html.jinja:5"),
        ("---\nlayout: base\n---\n{% include 'gone.html' %}", "_layouts/post.html.jinja:4"),
        ("---\nlayout: base\n---\n{% extends 'wrong' %}", "_layouts/wrong.html.jinja:5"),
        ("{% for x in [1] %}", "_layouts/post.html.jinja:1"),
    ],
)
def test_an_error_names_the_line_of_the_file(
    build_site: BuildSite, layout: str, place: str
) -> None:
    files = {
        "_layouts/post.html.jinja": layout,
        "_layouts/base.html": "{{ content }}",
        "_layouts/wrong.html.jinja": "---\na: 1\n---\n\n{{ 'a' | no_such_filter }}",
        "a.html": PAGE,
    }
    with pytest.raises(JinkyllError) as caught:
        build_site(files)
    assert place in str(caught.value)


def test_no_template_reaches_python(build_site: BuildSite) -> None:
    source = "---\n---\n{{ site.__class__ }}{{ page.title.__class__ }}{{ site.posts.__len__ }}|"
    site = build_site({"a.html": source, "b.html.jinja": source})
    assert (site["a.html"], site["b.html"]) == ("|", "|")
