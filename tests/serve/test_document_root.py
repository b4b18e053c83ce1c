from __future__ import annotations

import json
from pathlib import Path

import pytest

from jinkyll.serve.document_root import (
    Answer,
    BadPath,
    DocumentRoot,
    File,
    Listing,
    NotThere,
    Redirect,
)

CASES = json.loads(
    Path(__file__).parent.with_name("cases").joinpath("serve/urls.json").read_text("utf-8")
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    destination = tmp_path / "_site"
    for name in CASES["files"]:
        path = destination / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, encoding="utf-8")
    return destination


def as_recorded(answer: Answer, root: Path, query: str) -> list[object]:
    match answer:
        case File(path):
            return [200, path.relative_to(root).as_posix()]
        case Redirect(url):
            return [301, url + query]
        case NotThere():
            return [404, None]
        case BadPath():
            return [400, None]
        case Listing(path):
            return [200, path.relative_to(root).as_posix() + "/"]


@pytest.mark.parametrize(("url", "expected"), CASES["answers"].items())
def test_urls_lead_to_the_files_that_jekylls_server_sends(
    root: Path, url: str, expected: list[object]
) -> None:
    path, question_mark, query = url.partition("?")
    answer = DocumentRoot(root, "/base").answer(path)
    assert as_recorded(answer, root, question_mark + query) == expected


def test_a_folder_without_index_is_listed(root: Path) -> None:
    answer = DocumentRoot(root, "/base").answer("/base/noindex/")
    assert answer == Listing(root / "noindex")


def test_a_listing_instead_of_the_index_where_that_is_wanted(root: Path) -> None:
    served = DocumentRoot(root, "", show_dir_listing=True)
    assert served.answer("/") == Listing(root)
    assert [path.name for path in served.listed(root)][:4] == ["both", "both2", "noindex", "sp ace"]
    assert ".htx.html" not in {path.name for path in served.listed(root)}


@pytest.mark.parametrize("baseurl", ["", "/", None])
def test_without_baseurl_everything_is_at_the_root(root: Path, baseurl: str | None) -> None:
    assert DocumentRoot(root, baseurl or "").answer("/about") == File(root / "about.html")


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("/../secret.txt", BadPath()),
        ("/%2e%2e/secret.txt", BadPath()),
        ("/..%2fsecret.txt", BadPath()),
        ("/..%5csecret.txt", BadPath()),
        ("/sub/../index.html", BadPath()),
        ("/%00", BadPath()),
        ("index.html", BadPath()),
        ("/" + "a" * 5000, NotThere()),
        ("/linked.txt", NotThere()),
        ("/linked/secret.txt", NotThere()),
        ("//etc/passwd", NotThere()),
    ],
)
def test_nothing_outside_of_the_site_is_served(
    root: Path, tmp_path: Path, url: str, expected: Answer
) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.txt").write_text("secret", encoding="utf-8")
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    (root / "linked.txt").symlink_to(outside / "secret.txt")
    (root / "linked").symlink_to(outside)
    assert DocumentRoot(root).answer(url) == expected


def test_a_symlink_within_the_site_is_served(root: Path) -> None:
    (root / "alias.html").symlink_to(root / "about.html")
    assert DocumentRoot(root).answer("/alias") == File(root / "alias.html")
