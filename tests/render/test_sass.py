"""Style sheets: settings, imports, source maps, and mistakes told at their place."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from jinkyll.errors import ConversionError

if TYPE_CHECKING:
    from conftest import BuildSite

SHEET = "---\n---\n"


def test_partials_of_sass_dir_and_load_paths(build_site: BuildSite) -> None:
    built = build_site(
        {
            "_config.yml": "color: red\nsass: {style: ':compressed', sourcemap: never, "
            "load_paths: ['vendor/*']}\n",
            "css/main.scss": SHEET
            + '@import "a", "b", "beside";\n$c: {{ site.color }};\nq { r: $c }',
            "css/_beside.scss": "x { y: z }",
            "_sass/_a.scss": ".a { b: c }",
            "vendor/lib/b.scss": ".b { c: d }",
            "css/indented.sass": SHEET + "a\n  b: c\n",
        }
    )
    assert built["css/main.css"] == ".a{b:c}.b{c:d}x{y:z}q{r:red}"
    assert built["css/indented.css"] == "a{b:c}"
    assert not any(path.endswith(".map") for path in built)


def test_a_source_map_and_the_line_that_names_it(build_site: BuildSite) -> None:
    built = build_site(
        {"css/main.scss": SHEET + '@use "a";\nq { r: "é" }', "_sass/_a.scss": ".a { b: c }"}
    )
    assert built["css/main.css"] == (
        '@charset "UTF-8";\n.a {\n  b: c;\n}\n\nq {\n  r: "é";\n}\n\n'
        "/*# sourceMappingURL=main.css.map */"
    )
    source_map = json.loads(built["css/main.css.map"])
    assert source_map["file"] == "main.css"
    assert source_map["sources"] == ["_sass/_a.scss", "css/main.scss"]
    assert source_map["sourcesContent"][1].startswith("@use")


def test_source_maps_for_development_only(
    build_site: BuildSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = {"_config.yml": "sass: {sourcemap: development}\n", "a.scss": SHEET + "a { b: c }"}
    assert "a.css.map" in build_site(files)
    monkeypatch.setenv("JEKYLL_ENV", "production")
    assert "a.css.map" not in build_site(files)


def test_only_files_with_front_matter_are_compiled(build_site: BuildSite) -> None:
    assert build_site({"a.scss": "a { b: c }"}) == {"a.scss": "a { b: c }"}


def test_no_layout_wraps_a_style_sheet(build_site: BuildSite) -> None:
    built = build_site(
        {
            "_config.yml": "defaults: [{scope: {path: ''}, values: {layout: l}}]\n"
            "sass: {sourcemap: never}\n",
            "_layouts/l.html": "<{{ content }}>",
            "a.scss": SHEET + "a { b: c }",
        }
    )
    assert built["a.css"] == "a {\n  b: c;\n}"


@pytest.mark.parametrize(
    ("files", "place", "message"),
    [
        ({"a.scss": SHEET + "a { b: $nope }"}, "a.scss:3:8", "Undefined variable."),
        ({"a.scss": SHEET + "a {\n b: c"}, "a.scss:4:6", 'expected "}".'),
        ({"a.scss": SHEET + '@import "nope";'}, "a.scss:3:9", "Can't find stylesheet to import."),
        (
            {"a.scss": SHEET + '@import "p";', "_sass/_p.scss": "\na { b: $nope }"},
            "_sass/_p.scss:2:8",
            "Undefined variable.",
        ),
    ],
)
def test_a_mistake_is_told_at_its_place(
    build_site: BuildSite, files: dict[str, str], place: str, message: str
) -> None:
    with pytest.raises(ConversionError) as caught:
        build_site(files)
    assert str(caught.value).startswith(f"{place}: {message}")


def test_a_mistake_is_shown(build_site: BuildSite) -> None:
    with pytest.raises(ConversionError) as caught:
        build_site({"a.scss": SHEET + '@import "p";', "_sass/_p.scss": "\na { b: $nope }"})
    assert str(caught.value).splitlines() == [
        "_sass/_p.scss:2:8: Undefined variable.",
        "    a { b: $nope }",
        "           ^^^^^",
        "  in a.scss",
    ]


def test_a_missing_import_says_where_it_was_looked_for(build_site: BuildSite) -> None:
    with pytest.raises(ConversionError) as caught:
        build_site({"a.scss": SHEET + '@import "nope";'})
    hint = "there is no folder _sass, and it is not beside the style sheet"
    assert caught.value.hint == hint
    with pytest.raises(ConversionError) as caught:
        build_site({"_sass/_p.scss": "", "_config.yml": "sass: {load_paths: [_sass, css]}"})
    assert caught.value.hint == "looked for in _sass and beside the style sheet"


def test_with_live_reload_the_style_sheet_shows_its_mistake(
    build_site: BuildSite, capsys: pytest.CaptureFixture[str]
) -> None:
    built = build_site({"a.scss": SHEET + "a { b: $nope }"}, livereload=True)
    assert "body::before {" in built["a.css"]
    assert 'content: "Error: Undefined variable.' in built["a.css"]
    assert "a.scss:3:8: Undefined variable." in capsys.readouterr().err
    built = build_site({"a.scss": SHEET + "a { b: c }"}, livereload=True)
    assert built["a.css"].startswith("a {\n  b: c;\n}")


def test_what_a_style_sheet_says_is_printed(
    build_site: BuildSite, capsys: pytest.CaptureFixture[str]
) -> None:
    build_site({"a.scss": SHEET + '@warn "careful";\na { b: c }'}, quiet=False)
    assert "careful" in capsys.readouterr().err
