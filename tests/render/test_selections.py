"""``where`` reads a property of a list once for all that a template picks out of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from jinkyll.render.filters import lists, properties, selections

if TYPE_CHECKING:
    from conftest import BuildSite

MENU = (
    "---\n---\n{% assign paths = site.pages | map: 'path' %}{% for path in paths %}"
    "{% assign one = site.pages | where: 'path', path | first %}{{ one.title }} {% endfor %}"
)


def files(number: int) -> dict[str, str]:
    pages = {f"p{at:02}.html": f"---\ntitle: T{at}\n---\n" for at in range(number)}
    return {**pages, "zz.html": MENU}


@pytest.mark.parametrize("number", [20, 40])
def test_a_menu_takes_time_for_each_page_not_for_each_pair(
    build_site: BuildSite, number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks = 0
    read = properties.item_property

    def counted(item: object, name: str) -> object:
        nonlocal looks
        looks += 1
        return read(item, name)

    monkeypatch.setattr(lists, "item_property", counted)
    monkeypatch.setattr(selections, "item_property", counted)
    built = build_site(files(number), jobs=1)
    assert built["zz.html"] == "".join(f"T{at} " for at in range(number)) + " "
    assert looks == 2 * (number + 1)


def test_what_was_found_is_forgotten_with_the_page(build_site: BuildSite) -> None:
    by_content = MENU.replace("'path', path", "'content', 'Hello'").replace("title", "name")
    built = build_site(
        {"a.html": by_content, "b.html": "---\n---\nHel{{ 'lo' }}", "c.html": by_content}
    )
    assert built["a.html"].split() == []
    assert built["c.html"].split() == ["b.html"] * 3


def test_a_changed_page_is_seen_by_a_later_build(build_site: BuildSite) -> None:
    build_site(files(5))
    built = build_site({"p03.html": "---\ntitle: New\n---\n"}, incremental=True)
    assert built["zz.html"] == "T0 T1 T2 New T4  "


def test_lists_are_not_kept_without_end() -> None:
    known = selections.Selections({})
    for _ in range(100):
        assert known.find([{"a": "b"}], "a", "b") is None
    assert len(known._looked_at) <= selections._MOST
