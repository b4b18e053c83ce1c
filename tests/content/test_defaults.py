"""Front matter defaults: which sets apply, and which wins."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from jinkyll.configuration import load
from jinkyll.content import FrontMatterDefaults
from reading import write_site

if TYPE_CHECKING:
    from pathlib import Path


def _defaults(source: Path, *sets: dict[str, Any], **options: Any) -> FrontMatterDefaults:
    return FrontMatterDefaults(
        load({"skip_config_files": True, "source": str(source), "defaults": list(sets), **options})
    )


def _set(value: str, **scope: Any) -> dict[str, Any]:
    return {"scope": scope, "values": {"v": value}}


@pytest.mark.parametrize(
    ("sets", "path", "kind", "value"),
    [
        ([_set("a", path="")], "x.md", "pages", "a"),
        ([_set("a", path="docs")], "docsy/x.md", "pages", "a"),
        ([_set("a", path="docs/")], "docsy/x.md", "pages", None),
        ([_set("a", path="/docs")], "docs/x.md", "pages", None),
        ([_set("a", type="posts")], "x.md", "pages", None),
        ([_set("a", type="posts")], "_posts/x.md", "posts", "a"),
        ([_set("a", type="posts")], "/x.png", None, None),
        ([_set("a", path="")], "/x.png", None, "a"),
        ([_set("a", path="img")], "/img/x.png", None, "a"),
        ([{"values": {"v": "a"}}], "x.md", "pages", "a"),
        ([_set("a", path="docs"), _set("b", path="")], "docs/x.md", "pages", "a"),
        ([_set("a", path=""), _set("b", path="docs")], "docs/x.md", "pages", "b"),
        ([_set("a", path=""), _set("b", path="")], "x.md", "pages", "b"),
        ([_set("a", path="", type="pages"), _set("b", path="")], "x.md", "pages", "a"),
        ([_set("a", path=""), _set("b", path="", type="pages")], "x.md", "pages", "b"),
    ],
)
def test_find(
    sets: list[dict[str, Any]], path: str, kind: str | None, value: str | None, tmp_path: Path
) -> None:
    defaults = _defaults(tmp_path, *sets)
    assert defaults.find(path, kind, "v") == value
    assert defaults.all(path, kind).get("v") == value


def test_drafts_have_defaults_of_their_own(tmp_path: Path) -> None:
    defaults = _defaults(tmp_path, _set("p", type="posts"), _set("d", type="drafts"))
    assert defaults.find("_drafts/a.md", "posts", "v", draft=True) == "d"
    assert defaults.find("_posts/a.md", "posts", "v") == "p"


def test_mappings_merge(tmp_path: Path) -> None:
    defaults = _defaults(
        tmp_path,
        {"scope": {"path": "docs"}, "values": {"a": {"x": 1, "y": 1}, "l": [1]}},
        {"scope": {"path": ""}, "values": {"a": {"y": 2, "z": 2}, "l": [2], "m": 2}},
    )
    assert defaults.all("docs/x.md", "pages") == {"a": {"x": 1, "y": 1, "z": 2}, "l": [1], "m": 2}


@pytest.mark.parametrize(
    ("pattern", "path", "applies"),
    [
        ("docs/*/a.md", "docs/x/a.md", True),
        ("docs/*", "docs/x/y/b.md", True),
        ("docs/*.md", "docs/x/a.md", False),
        ("docs/**/a.md", "docs/x/y/a.md", True),
        ("docs/**", "docs/x/y/b.md", True),
        ("docs/{x,z}*", "docs/x/a.md", True),
        ("docs/nothing*", "docs/nothing.md", False),
    ],
)
def test_globs_look_at_the_files(pattern: str, path: str, applies: bool, tmp_path: Path) -> None:
    write_site(tmp_path, {"docs/x/a.md": "", "docs/x/y/a.md": "", "docs/x/y/b.md": ""})
    defaults = _defaults(tmp_path, _set("a", path=pattern))
    assert (defaults.find(path, "pages", "v") == "a") is applies


def test_the_collections_directory_is_not_part_of_paths(tmp_path: Path) -> None:
    defaults = _defaults(tmp_path, _set("a", path="stuff/_posts"), collections_dir="stuff")
    assert defaults.find("_posts/x.md", "posts", "v") == "a"


def test_what_is_no_set_is_passed_over(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    defaults = _defaults(tmp_path, {"scope": {"path": ""}}, _set("a", type="post"))
    assert defaults.find("x.md", "posts", "v") == "a"
    printed = capsys.readouterr().err
    assert "Defaults: An invalid front-matter default set was found:" in printed
    assert "Defaults: The 'post' type has become 'posts'." in printed
