"""Live reload and rebuilding, with a real process and a real WebSocket."""

from __future__ import annotations

import base64
import json
import os
import re
import signal
import socket
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pytest

from jinkyll.serve.livereload import injected
from jinkyll.serve.websocket import accept_key
from preview import PATIENCE, Browser, Jinkyll

if TYPE_CHECKING:
    from pathlib import Path

Run = Callable[..., Jinkyll]


class Client:
    """A LiveReload client."""

    def __init__(self, connection: socket.socket) -> None:
        self._stream = connection.makefile("rwb")
        key = base64.b64encode(os.urandom(16)).decode()
        self._stream.write(
            b"GET /livereload HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\n"
            b"Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
            b"Sec-WebSocket-Key: " + key.encode() + b"\r\n\r\n"
        )
        self._stream.flush()
        head = b"".join(iter(self._stream.readline, b"\r\n")).decode()
        assert head.startswith("HTTP/1.1 101 ")
        assert f"Sec-WebSocket-Accept: {accept_key(key)}\r\n" in head
        self.hello = self.next()

    def send(self, message: dict[str, Any]) -> None:
        payload = json.dumps(message).encode()
        assert len(payload) < 126
        self._stream.write(bytes([0x81, 0x80 | len(payload), 0, 0, 0, 0]) + payload)
        self._stream.flush()

    def next(self) -> Any:
        first, length = self._stream.read(2)
        assert first == 0x81
        return json.loads(self._stream.read(length))

    def paths(self, last: str) -> list[str]:
        """The paths of the messages up to the one about *last*."""
        paths: list[str] = []
        while not paths or paths[-1] != last:
            message = self.next()
            assert message == {"command": "reload", "path": message["path"], "liveCSS": True}
            paths.append(message["path"])
        return paths

    def close(self) -> None:
        self._stream.close()


@contextmanager
def client(port: int) -> Iterator[Client]:
    with socket.create_connection(("127.0.0.1", port), timeout=PATIENCE) as connection:
        opened = Client(connection)
        try:
            yield opened
        finally:
            opened.close()


@pytest.fixture
def serve(site: Path, run: Run) -> Callable[..., tuple[Jinkyll, Browser, int]]:
    def start(*arguments: str) -> tuple[Jinkyll, Browser, int]:
        jinkyll = run(
            site, "serve", "--port", "0", "--livereload", "--livereload-port", "0", *arguments
        )
        port = int(jinkyll.wait_for(r"^LiveReload address: http://127\.0\.0\.1:(\d+)$")[1])
        browser = Browser(jinkyll.port)
        jinkyll.wait_for("Server running")
        return jinkyll, browser, port

    return start


Serve = Callable[..., tuple[Jinkyll, Browser, int]]


def change(path: Path, text: str) -> None:
    """Write a file as editors do, so that no half of it is ever seen."""
    beside = path.with_name(f"{path.name}~")
    beside.write_text(text, encoding="utf-8")
    beside.replace(path)


def test_pages_load_the_client_from_the_other_port(serve: Serve) -> None:
    _, browser, port = serve("--livereload-min-delay", "2", "--livereload-max-delay", "9")
    response, body = browser.ask("/")
    assert response.getheader("X-Rack-LiveReload") == "1"
    assert response.getheader("Content-Length") == str(len(body))
    address = f":{port}/livereload.js?snipver=1&amp;mindelay=2&amp;maxdelay=9&amp;port={port}"
    assert re.search(rb"<html><head><script>[^\0]*</script><title>", body)
    assert address.encode() in body
    assert b"<script" not in browser.ask("/style.css")[1]
    # The page for what is missing has no head here, and stays as it is.
    assert browser.ask("/nowhere")[1] == b"<p>not here</p>\n"
    response, script = Browser(port).ask("/livereload.js?snipver=1")
    assert response.getheader("Content-Type") == "application/javascript; charset=utf-8"
    assert b"official-7" in script
    response, body = Browser(port).ask("/")
    assert (response.status, body) == (400, b"This port only serves livereload.js over HTTP.\n")


def test_a_change_is_built_and_told_to_every_browser(serve: Serve, site: Path) -> None:
    jinkyll, browser, port = serve()
    with client(port) as one, client(port) as other:
        assert one.hello == {
            "command": "hello",
            "protocols": ["http://livereload.com/protocols/official-7"],
            "serverName": "jinkyll",
        }
        one.send({"command": "url", "url": "http://localhost/"})
        jinkyll.wait_for(r"LiveReload: Browser URL: http://localhost/$")
        change(site / "index.html", "---\n---\n<head></head>two\n")
        jinkyll.wait_for(
            r"^      Regenerating: 1 file\(s\) changed at \d{4}-\d\d-\d\d \d\d:\d\d:\d\d$"
        )
        jinkyll.wait_for(r"^                    index\.html$")
        jinkyll.wait_for(r"^                    \.\.\.done in [\d.]+ seconds\.$")
        assert one.paths("/") == ["/"]
        assert other.paths("/") == ["/"]
        assert b"two" in browser.ask("/")[1]
        change(site / "style.css", "b {}\n")
        assert one.paths("/style.css") == ["/style.css"]
    assert jinkyll.interrupt() == 0


def test_a_change_that_changes_no_page_reloads_nothing(serve: Serve, site: Path) -> None:
    jinkyll, _, port = serve()
    with client(port) as browser:
        (site / "_data").mkdir()
        change(site / "_data/unused.yml", "a: 1\n")
        jinkyll.wait_for(r"\.\.\.done in")
        change(site / "style.css", "b {}\n")
        assert browser.paths("/style.css") == ["/style.css"]


def test_ignored_files_reload_nothing(serve: Serve, site: Path) -> None:
    _, _, port = serve("--livereload-ignore", "*.css,feed/*")
    with client(port) as browser:
        change(site / "style.css", "b {}\n")
        change(site / "index.html", "---\n---\nthree\n")
        assert browser.paths("/") == ["/"]


def test_a_build_that_fails_keeps_the_last_good_site_and_shows_why(
    serve: Serve, site: Path
) -> None:
    jinkyll, browser, port = serve()
    with client(port) as reloading:
        change(site / "index.html", "---\n---\n<head></head>{% nothing_like_it %}\n")
        jinkyll.wait_for("Unknown tag 'nothing_like_it'")
        assert reloading.paths("/") == ["/"]
        response, body = browser.ask("/")
        assert response.status == 200
        assert b"<body>one " in body
        assert b'<div id="jinkyll-error" role="alert"' in body
        assert b"index.html:3" in body
        assert b"nothing_like_it" in body
        response, body = browser.ask("/nowhere")
        assert response.status == 500
        assert b"The site could not be built" in body
        assert b"livereload.js" in body
        change(site / "index.html", "---\n---\n<head></head>mended\n")
        assert reloading.paths("/") == ["/"]
        assert b"jinkyll-error" not in browser.ask("/")[1]
        assert b"mended" in browser.ask("/")[1]


def test_a_site_that_does_not_build_at_first_is_waited_for(serve: Serve, site: Path) -> None:
    good = (site / "index.html").read_text("utf-8")
    (site / "index.html").write_text("---\n---\n{% nothing_like_it %}\n", encoding="utf-8")
    jinkyll, browser, port = serve()
    assert browser.ask("/")[0].status == 500
    with client(port) as reloading:
        change(site / "index.html", good)
        reloading.paths("/")
    assert browser.ask("/")[0].status == 200
    assert jinkyll.interrupt() == 0


def test_a_changed_configuration_is_taken_up(serve: Serve, site: Path) -> None:
    (site / "title.html").write_text("---\n---\n{{ site.title }}\n", encoding="utf-8")
    jinkyll, browser, _ = serve()
    assert browser.ask("/title.html")[1] == b"t\n"
    change(site / "_config.yml", "title: u\nbaseurl: /blog\nwebrick: {headers: {X-A: b}}\n")
    jinkyll.wait_for(r"\.\.\.done in")
    response, body = browser.ask("/blog/title.html")
    assert (response.status, body, response.getheader("X-A")) == (200, b"u\n", "b")
    assert f"http://localhost:{browser.port}".encode() in browser.ask("/blog/")[1]
    assert browser.ask("/title.html")[0].status == 404
    change(site / "_config.yml", "title: [\n")
    jinkyll.wait_for(r"_config\.yml:\d")
    assert browser.ask("/blog/")[0].status == 200
    change(site / "_config.yml", "title: w\n")
    jinkyll.wait_for(r"\.\.\.done in")
    assert browser.ask("/title.html")[1] == b"w\n"


def test_detaching_gives_way_to_live_reload(serve: Serve) -> None:
    jinkyll, _, _ = serve("--detach")
    assert any("Choosing --livereload" in line for line in jinkyll.lines)
    assert jinkyll.interrupt() == 0


def test_polling_instead_of_events(serve: Serve, site: Path) -> None:
    jinkyll, browser, _ = serve("--force_polling")
    change(site / "index.html", "---\n---\nfour\n")
    jinkyll.wait_for(r"\.\.\.done in")
    assert browser.ask("/")[1] == b"four\n"


def test_build_watch_builds_again_until_it_is_stopped(run: Run, site: Path) -> None:
    jinkyll = run(site, "build", "--watch")
    jinkyll.wait_for(rf"^ Auto-regeneration: enabled for '{re.escape(str(site))}'$")
    change(site / "index.html", "---\n---\nfive\n")
    jinkyll.wait_for(r"^      Regenerating: 1 file\(s\) changed at ")
    jinkyll.wait_for(r"\.\.\.done in")
    assert (site / "_site/index.html").read_text("utf-8") == "five\n"
    assert jinkyll.interrupt() == 0
    assert jinkyll.lines[-1] == "                    Halting auto-regeneration."


def test_whoever_asks_twice_does_not_wait_for_the_build(run: Run, site: Path) -> None:
    jinkyll = run(site, "build", "--watch")
    jinkyll.wait_for("Auto-regeneration: enabled")
    (site / "_plugins").mkdir()
    change(
        site / "_plugins/slow.py",
        "import time\n\nfrom jinkyll.plugins.api import hook\n\n\n"
        '@hook("site", "post_read")\ndef wait(site):\n'
        '    print("waiting", flush=True)\n    time.sleep(600)\n',
    )
    jinkyll.wait_for("^waiting$")
    jinkyll.process.send_signal(signal.SIGINT)
    with pytest.raises(subprocess.TimeoutExpired):
        jinkyll.process.wait(1)
    assert jinkyll.interrupt() == 130
    assert "Traceback" not in "\n".join(jinkyll.lines)


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (b"<html><head><title>", b"<html><head>X<title>"),
        (b'<HEAD prefix="og: x">\n<header>', b'<HEAD prefix="og: x">X\n<header>'),
        (b"<head\n>", b"<head\n>X"),
        (b"<header>a</header>", None),
        (b"<p>no head</p>", None),
    ],
)
def test_the_script_goes_right_after_the_head(page: bytes, expected: bytes | None) -> None:
    assert injected(page, "X") == (expected or page, expected is not None)
