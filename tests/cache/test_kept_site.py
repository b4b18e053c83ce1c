"""Who made a site may have made its cache: what is kept brings no code and no other files along."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from jinkyll import checked, configuration
from jinkyll.cache import kept_site
from jinkyll.content import Page, Site
from jinkyll.content.text_slot import on_disk

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


class Calls:
    def __init__(self, function: Callable[..., object], *arguments: object) -> None:
        self._reduced = (function, arguments)

    def __reduce__(self) -> Any:
        return self._reduced


def site_in(folder: Path) -> Site:
    folder.mkdir(exist_ok=True)
    given = {"source": str(folder), "skip_config_files": True}
    return Site(configuration.load(given))


@pytest.mark.parametrize(
    ("function", "arguments"),
    [
        (os.system, ("touch ran",)),
        (subprocess.getoutput, ("touch ran",)),
        (exec, ("open('ran', 'w')",)),
        (getattr, (Page, "__init__")),
        (Page.output_path, (None, "/")),
    ],
)
def test_no_function_is_called(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    function: Callable[..., object],
    arguments: tuple[object, ...],
) -> None:
    monkeypatch.chdir(tmp_path)
    for place in range(2):
        parts = [pickle.dumps([]), pickle.dumps(None)]
        parts[place] = pickle.dumps(Calls(function, *arguments))
        checked.save(tmp_path / "site", kept_site._MAGIC, (b"key", parts[0], [], parts[1]))
        assert kept_site.load(tmp_path / "site", b"key", site_in(tmp_path / "source")) is None
    assert not (tmp_path / "ran").exists()


def test_no_module_is_imported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(tmp_path)
    (tmp_path / "planted.py").write_text("open('ran', 'w')\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    kinds = b"cplanted\nClass\n."
    checked.save(tmp_path / "site", kept_site._MAGIC, (b"key", kinds, [], pickle.dumps(None)))
    assert kept_site.load(tmp_path / "site", b"key", site_in(tmp_path / "source")) is None
    assert "planted" not in sys.modules


@pytest.mark.parametrize("path", ["{above}/secret", "{source}/../secret"])
def test_no_other_file_becomes_a_body(tmp_path: Path, path: str) -> None:
    site = site_in(tmp_path / "source")
    (tmp_path / "secret").write_text("Nobody's business.", encoding="utf-8")
    for name, goes in (("source/page.md", True), (path, False)):
        page = Page(site, "", "page.md", content="")
        where = name.format(above=tmp_path, source=tmp_path / "source")
        where = where if where.startswith("/") else f"{tmp_path}/{where}"
        page.content = on_disk(where, 0, b"")
        kept = kept_site.KeptSite([page], {})
        site.pages = [page]
        assert kept_site.save(tmp_path / "site", b"key", site, kept)
        found = kept_site.load(tmp_path / "site", b"key", site_in(tmp_path / "source"))
        assert found is not None
        if goes:
            assert found.items[0].extname == ".md"
        else:
            with pytest.raises(pickle.UnpicklingError):
                _ = found.items[0].extname
