"""The configuration that several sources make; `scripts/record_reading.rb` records Jekyll's."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

from jinkyll.configuration import load
from jinkyll.configuration.kinds import array_of, hash_of
from jinkyll.errors import ConfigurationError
from reading import plain, write_site

CASES = json.loads(
    (Path(__file__).parent.parent / "cases" / "configuration" / "merged.json").read_text("utf-8")
)["cases"]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TZ", "UTC")
    return tmp_path


@pytest.mark.parametrize("case", CASES, ids=lambda case: json.dumps(case["files"])[:40])
def test_load(case: dict[str, Any], folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    write_site(folder, case["files"])
    recorded = case["jekyll"]
    if "x.txt" in case["files"]:
        # Jekyll says so, and goes on with its defaults.
        with pytest.raises(ConfigurationError, match="No parser for"):
            load(case.get("overrides"))
        return
    if "error" in recorded:
        with pytest.raises(ConfigurationError) as caught:
            load(case.get("overrides"))
        assert caught.value.message == recorded["error"].replace("SOURCE", str(folder))
    else:
        configuration = load(case.get("overrides"))
        assert configuration.source == folder
        assert configuration.destination == folder / "_site"
        value = plain(dict(configuration.items()))
        del value["source"], value["destination"]
        assert value == recorded["value"]
        assert list(value) == list(recorded["value"])
    printed = "".join(capfd.readouterr()).replace(str(folder), "SOURCE")
    assert [line.strip() for line in printed.splitlines()] == recorded["messages"]


def test_toml(folder: Path) -> None:
    write_site(
        folder,
        {
            "_config.toml": 'title = "T"\nday = 2020-01-02\nat = 2020-01-02T03:04:05\n'
            'clock = 07:32:00\n[author]\nname = "A"\n'
        },
    )
    configuration = load({})
    assert configuration["title"] == "T"
    assert configuration["author"] == {"name": "A"}
    assert configuration["day"] == dt.date(2020, 1, 2)
    assert plain(configuration["at"]) == "time 2020-01-02 03:04:05 +0000"
    assert configuration["clock"] == "07:32:00"


@pytest.mark.parametrize(
    ("files", "place"),
    [
        ({"_config.yml": "a: 1\nb: c: d\n"}, "_config.yml:2:5: mapping values are not allowed"),
        ({"_config.toml": "a = \n"}, "_config.toml: Invalid value"),
        ({"_config.yml": {"base64": "YTogMQpiOiD/Cg=="}}, "_config.yml:2: the file is not UTF-8"),
        ({"_config.yml": "- a\n"}, "Configuration file: (INVALID)"),
    ],
)
def test_a_mistake_has_a_place(files: dict[str, Any], place: str, folder: Path) -> None:
    write_site(folder, files)
    with pytest.raises(ConfigurationError) as caught:
        load({})
    assert place in str(caught.value)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("permalink: [pretty]", """'permalink' should be a string, but was: ["pretty"]."""),
        ("kramdown: GFM", """'kramdown' should be a hash, but was: "GFM"."""),
        ("keep_files: a", """'keep_files' should be an array, but was: "a"."""),
        ("plugins_dir: 5", "'plugins_dir' should be a string or an array, but was: 5."),
    ],
)
def test_a_value_of_the_wrong_kind_has_its_key(line: str, message: str, folder: Path) -> None:
    write_site(folder, {"_config.yml": f"{line}\n"})
    with pytest.raises(ConfigurationError) as caught:
        load({})
    assert message in str(caught.value)


@pytest.mark.parametrize("key", ["permalink", "kramdown", "liquid", "keep_files", "layouts_dir"])
def test_a_key_without_a_value_is_no_mistake(key: str, folder: Path) -> None:
    write_site(folder, {"_config.yml": f"{key}:\n"})
    load({})


def test_settings_of_plugins_name_the_key_that_they_stand_below() -> None:
    settings = {"categories": "news", "tags": ["a"], "collections": None}
    assert array_of(settings, "tags", below="feed") == ["a"]
    assert hash_of(settings, "collections", below="feed") == {}
    with pytest.raises(ConfigurationError, match="'feed: categories' should be an array"):
        array_of(settings, "categories", below="feed")
    with pytest.raises(ConfigurationError, match="'tags' should be a hash"):
        hash_of(settings, "tags")


def test_old_names_mean_the_new(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_site(folder, {"_config.yml": "gems: [a]\nlayouts: l\ndata_source: d\nserver_port: 1\n"})
    configuration = load({})
    assert configuration.plugins == ["a"]
    assert configuration["layouts_dir"] == "l"
    assert configuration["data_dir"] == "d"
    assert configuration["port"] == 1
    assert (
        "Deprecation: The 'gems' configuration option has been renamed to 'plugins'. "
        "Please update your config file accordingly." in capsys.readouterr().err
    )


def test_old_names_of_folders_count_only_without_the_new_folder(folder: Path) -> None:
    write_site(folder, {"_config.yml": "layouts: l\n", "_layouts/a.html": ""})
    assert load({})["layouts_dir"] == "_layouts"


def test_removed_keys_are_warned_about(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_site(folder, {"_config.yml": "auto: true\nserver: {name: own data}\npost_ext: md\n"})
    load({})
    printed = capsys.readouterr().err
    assert "Deprecation: The 'auto' configuration option is no longer accepted." in printed
    assert "Deprecation: The 'post_ext' configuration option is no longer accepted." in printed
    assert "'server'" not in printed


def test_new_names_win_over_old_ones(folder: Path) -> None:
    write_site(folder, {"_config.yml": "gems: [a]\nplugins: [b]\n"})
    assert load({}).plugins == ["b"]


def test_defaults_are_not_shared(folder: Path) -> None:
    load({})["kramdown"]["input"] = "changed"
    load({})["exclude"].append("changed")
    assert load({})["kramdown"]["input"] == "GFM"
    assert "changed" not in load({})["exclude"]


@pytest.mark.parametrize(
    ("questionable", "path"),
    [
        ("a", "a"), ("/a", "a"), ("../a", "a"), ("a/../../b", "b"), ("", ""), ("//a//b", "a/b"),
        ("~/a", "~/a"),
    ],
)  # fmt: skip
def test_nothing_leaves_the_source(questionable: str, path: str, folder: Path) -> None:
    configuration = load({})
    assert configuration.in_source(questionable) == (folder / path if path else folder)
    assert configuration.in_source(str(folder / "x")) == folder / "x"


@pytest.mark.parametrize(
    ("name", "offset"),
    [
        ("Asia/Tokyo", 9),
        ("JST-9", 9),
        ("UTC", 0),
        ("Foo/Bar", 0),
        ("EST5EDT", -5),
        ("<+03>-3", 3),
        (":Europe/Berlin", 1),
        ("", 0),
    ],
)
def test_timezone(name: str, offset: int, folder: Path) -> None:
    configuration = load({"timezone": name})
    january = dt.datetime(2020, 1, 1, tzinfo=configuration.timezone)
    assert january.utcoffset() == dt.timedelta(hours=offset)
