"""The preview server as a browser meets it."""

from __future__ import annotations

import email.utils
import re
import signal
import socket
import ssl
import subprocess
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from preview import PATIENCE, Browser, Jinkyll

if TYPE_CHECKING:
    from pathlib import Path

Run = Callable[..., Jinkyll]
UNCACHED = "private, max-age=0, proxy-revalidate, no-store, no-cache, must-revalidate"


@pytest.fixture
def serve(site: Path, run: Run) -> Callable[..., tuple[Jinkyll, Browser]]:
    def start(*arguments: str, env: dict[str, str] | None = None) -> tuple[Jinkyll, Browser]:
        jinkyll = run(site, "serve", "--port", "0", *arguments, env=env)
        browser = Browser(jinkyll.port)
        jinkyll.wait_for(r"^  Server running\.\.\. press ctrl-c to stop\.$")
        return jinkyll, browser

    return start


Serve = Callable[..., tuple[Jinkyll, Browser]]


def test_the_messages_are_jekylls(serve: Serve, site: Path) -> None:
    jinkyll, browser = serve()
    assert jinkyll.interrupt() == 0
    output = "\n".join(jinkyll.lines)
    output = re.sub(r"done in [\d.]+ seconds", "done in N seconds", output)
    assert output == (
        f"Configuration file: {site}/_config.yml\n"
        f"            Source: {site}\n"
        f"       Destination: {site}/_site\n"
        " Incremental build: disabled. Enable with --incremental\n"
        "      Generating... \n"
        "                    done in N seconds.\n"
        f" Auto-regeneration: enabled for '{site}'\n"
        f"    Server address: http://127.0.0.1:{browser.port}/\n"
        "  Server running... press ctrl-c to stop."
    )


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_it_cleanly_and_frees_the_port(serve: Serve, number: int) -> None:
    jinkyll, browser = serve()
    assert browser.ask("/")[0].status == 200
    assert jinkyll.interrupt(number) == 0
    with socket.socket() as again:
        again.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        again.bind(("127.0.0.1", browser.port))


def test_a_page_comes_with_its_type_encoding_and_no_caching(serve: Serve) -> None:
    _, browser = serve()
    response, body = browser.ask("/")
    assert response.status == 200
    assert response.getheader("Content-Type") == "text/html; charset=utf-8"
    assert response.getheader("Cache-Control") == UNCACHED
    assert response.getheader("Content-Length") == str(len(body))
    assert response.getheader("X-Rack-LiveReload") is None
    # In development absolute URLs lead to the preview.
    assert body.decode().count(f"one http://localhost:{browser.port}<") == 1
    response, head = browser.ask("/", "HEAD")
    assert (response.status, head) == (200, b"")
    assert response.getheader("Content-Length") == str(len(body))


def test_in_production_the_url_is_the_configured_one(serve: Serve, site: Path) -> None:
    (site / "_config.yml").write_text("url: https://example.com\n", encoding="utf-8")
    _, browser = serve(env={"JEKYLL_ENV": "production"})
    assert b"one https://example.com<" in browser.ask("/")[1]


def test_what_is_missing_is_answered_with_the_sites_own_page(serve: Serve) -> None:
    _, browser = serve()
    response, body = browser.ask("/nowhere")
    assert (response.status, body) == (404, b"<p>not here</p>\n")
    assert response.getheader("Content-Type") == "text/html; charset=utf-8"
    assert browser.ask("/../site/_config.yml")[0].status == 400


def test_without_a_404_page_there_is_a_plain_one(serve: Serve, site: Path) -> None:
    (site / "404.html").unlink()
    _, browser = serve()
    response, body = browser.ask("/nowhere")
    assert response.status == 404
    assert b"<h1>Not Found</h1>" in body


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("style.css", "text/css; charset=utf-8"),
        ("a.js", "application/javascript; charset=utf-8"),
        ("a.json", "application/json; charset=utf-8"),
        ("a.xml", "application/xml"),
        ("a.svg", "image/svg+xml"),
        ("a.woff2", "font/woff2"),
        ("a.txt", "text/plain; charset=utf-8"),
        ("a.webmanifest", "application/manifest+json; charset=utf-8"),
        ("a.tar.gz", "application/gzip"),
        ("a.unheardof", "application/octet-stream"),
    ],
)
def test_files_have_the_types_that_jekylls_server_gives_them(
    serve: Serve, site: Path, name: str, kind: str
) -> None:
    (site / name).write_text("x\n", encoding="utf-8")
    _, browser = serve()
    response, body = browser.ask(f"/{name}")
    assert response.getheader("Content-Type") == kind
    assert response.getheader("Content-Encoding") is None
    assert body == (site / name).read_bytes()


def test_the_configured_encoding_is_told(serve: Serve, site: Path) -> None:
    (site / "_config.yml").write_text("encoding: iso-8859-1\n", encoding="utf-8")
    _, browser = serve()
    kind = browser.ask("/style.css")[0].getheader("Content-Type")
    assert kind == "text/css; charset=iso-8859-1"


def test_headers_of_the_configuration_go_out_with_files(serve: Serve, site: Path) -> None:
    (site / "_config.yml").write_text(
        "webrick:\n  headers:\n    X-Test: yes it is\n    Number: 3\n    Cache-Control: public\n"
        '    X-Broken: "a\\r\\nSet-Cookie: b"\n',
        encoding="utf-8",
    )
    _, browser = serve()
    for url in ("/", "/style.css"):
        response, _ = browser.ask(url)
        assert response.getheader("X-Test") == "yes it is"
        assert response.getheader("Number") == "3"
        assert response.getheader("Cache-Control") == "public"
        assert response.getheader("X-Broken") == "a Set-Cookie: b"
        assert response.getheader("Set-Cookie") is None


def test_below_a_baseurl_and_nowhere_else(serve: Serve) -> None:
    jinkyll, browser = serve("--baseurl", "/blog")
    assert f"    Server address: http://127.0.0.1:{browser.port}/blog/" in jinkyll.lines
    assert browser.ask("/blog/")[0].status == 200
    assert browser.ask("/")[0].status == 404
    assert browser.ask("/blogger/")[0].status == 404


def test_a_folder_gets_its_slash(serve: Serve, site: Path) -> None:
    (site / "sub").mkdir()
    (site / "sub/index.html").write_text("sub\n", encoding="utf-8")
    _, browser = serve()
    response, _ = browser.ask("/sub?a=b")
    assert (response.status, response.getheader("Location")) == (301, "/sub/?a=b")
    # What would be another host in a browser's eyes is not led to.
    response, _ = browser.ask("//sub")
    assert response.getheader("Location") == "/sub/"


def test_a_folder_is_listed_where_the_index_is_not_wanted(serve: Serve, site: Path) -> None:
    (site / "a&b:c.txt").write_text("x", encoding="utf-8")
    _, browser = serve("--show-dir-listing")
    response, body = browser.ask("/")
    assert response.status == 200
    assert b"<title>Index of /</title>" in body
    assert b'<a href="./a%26b%3Ac.txt">a&amp;b:c.txt</a>' in body
    assert browser.ask("/a%26b%3Ac.txt")[0].status == 200


@pytest.mark.parametrize(
    ("asked", "status", "part", "content_range"),
    [
        ("bytes=2-4", 206, b"234", "bytes 2-4/10"),
        ("bytes=7-", 206, b"789", "bytes 7-9/10"),
        ("bytes=-3", 206, b"789", "bytes 7-9/10"),
        ("bytes=0-99", 200, b"0123456789", None),
        ("bytes=20-30", 416, b"", "bytes */10"),
        ("bytes=4-2", 416, b"", "bytes */10"),
        ("bytes=-0", 416, b"", "bytes */10"),
        ("bytes=0-1,4-5", 200, b"0123456789", None),
        ("lines=1-2", 200, b"0123456789", None),
    ],
)
def test_a_part_of_a_file(
    serve: Serve, site: Path, asked: str, status: int, part: bytes, content_range: str | None
) -> None:
    (site / "ten.txt").write_text("0123456789", encoding="utf-8")
    _, browser = serve()
    response, body = browser.ask("/ten.txt", headers={"Range": asked})
    assert (response.status, body) == (status, part)
    assert response.getheader("Content-Range") == content_range


def test_what_a_browser_has_already_is_not_sent_again(serve: Serve) -> None:
    _, browser = serve()
    first, _ = browser.ask("/style.css")
    etag = first.getheader("ETag")
    modified = first.getheader("Last-Modified")
    assert etag
    assert modified
    for headers in ({"If-None-Match": f'"other", {etag}'}, {"If-Modified-Since": modified}):
        response, body = browser.ask("/style.css", headers=headers)
        assert (response.status, body) == (304, b"")
    for headers in (
        {"If-None-Match": '"other"', "If-Modified-Since": modified},
        {"If-Modified-Since": email.utils.formatdate(0, usegmt=True)},
        {"If-Modified-Since": "nonsense"},
    ):
        assert browser.ask("/style.css", headers=headers)[0].status == 200


def test_only_reading_is_allowed(serve: Serve) -> None:
    _, browser = serve()
    response, _ = browser.ask("/", "OPTIONS")
    assert (response.status, response.getheader("Allow")) == (200, "GET,HEAD,OPTIONS")
    assert browser.ask("/", "PUT")[0].status == 501


def test_a_client_that_says_nothing_holds_up_nobody(serve: Serve) -> None:
    _, browser = serve()
    with socket.create_connection(("127.0.0.1", browser.port)):
        assert browser.ask("/")[0].status == 200


def test_a_port_in_use_is_named_before_anything_is_built(run: Run, site: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        jinkyll = run(site, "serve", "--port", str(port))
        jinkyll.wait_for(rf"port {port} of 127\.0\.0\.1 is in use")
        jinkyll.wait_for(rf"hint: .*--port {port + 1}")
        assert jinkyll.process.wait(PATIENCE) == 1
    assert not (site / "_site").exists()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--port", "70000"), "there is no port 70000"),
        (("--port", "many"), "'many' is no port"),
        (("--host", "no-such-host.invalid", "--port", "0"), "can't listen on no-such-host"),
        (("--ssl-cert", "a.pem", "--port", "0"), "Missing --ssl-cert or --ssl-key."),
        (("--ssl-cert", "a.pem", "--ssl-key", "b.pem", "--port", "0"), "can't be used"),
        (("--livereload-port", "0"), "require the --livereload option."),
    ],
)
def test_switches_that_make_no_sense(
    run: Run, site: Path, arguments: tuple[str, ...], message: str
) -> None:
    jinkyll = run(site, "serve", *arguments)
    jinkyll.wait_for(re.escape(message))
    assert jinkyll.process.wait(PATIENCE) == 1


def test_https_with_the_two_files_of_the_source(run: Run, site: Path) -> None:
    subprocess.run(
        (
            *("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"),
            *("-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1"),
            *("-keyout", "key.pem", "-out", "cert.pem"),
        ),
        cwd=site,
        check=True,
        capture_output=True,
    )
    jinkyll = run(site, "serve", "--port", "0", "--ssl-cert", "cert.pem", "--ssl-key", "/key.pem")
    port = int(jinkyll.wait_for(r"Server address: https://127\.0\.0\.1:(\d+)/$")[1])
    jinkyll.wait_for("Server running")
    context = ssl.create_default_context(cafile=str(site / "cert.pem"))
    # Somebody who never begins the handshake does not keep others from theirs.
    with (
        socket.create_connection(("127.0.0.1", port)),
        socket.create_connection(("127.0.0.1", port), timeout=PATIENCE) as plain,
        context.wrap_socket(plain, server_hostname="localhost") as secure,
    ):
        secure.sendall(b"GET / HTTP/1.0\r\n\r\n")
        answer = b"".join(iter(lambda: secure.recv(4096), b""))
    assert answer.startswith(b"HTTP/1.1 200 OK\r\n")
    assert f"one https://localhost:{port}<".encode() in answer


def test_the_initial_build_may_be_skipped(serve: Serve, site: Path) -> None:
    (site / "_site").mkdir()
    (site / "_site/index.html").write_text("old\n", encoding="utf-8")
    jinkyll, browser = serve("--skip-initial-build")
    assert browser.ask("/")[1] == b"old\n"
    assert (
        "     Build Warning: Skipping the initial build. This may result in an out-of-date site."
        in jinkyll.lines
    )


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="there is no fork")
def test_a_detached_server_goes_on_by_itself(run: Run, site: Path) -> None:
    jinkyll = run(site, "serve", "--detach", "--port", "0")
    jinkyll.wait_for("Auto-regeneration: disabled when running server detached.")
    browser = Browser(jinkyll.port)
    process = int(jinkyll.wait_for(r"Server detached with pid '(\d+)'\.")[1])
    try:
        assert jinkyll.process.wait(PATIENCE) == 0
        assert browser.ask("/")[0].status == 200
    finally:
        subprocess.run(("kill", str(process)), check=True)


def test_the_site_is_opened_in_the_browser_on_request(
    serve: Serve, site: Path, tmp_path: Path
) -> None:
    opened = tmp_path / "opened"
    script = tmp_path / "browser"
    script.write_text(f'#!/bin/sh\necho "$1" > "{opened}"\n', encoding="utf-8")
    script.chmod(0o755)
    _, browser = serve("--open-url", env={"BROWSER": str(script)})
    assert opened.read_text("utf-8") == f"http://127.0.0.1:{browser.port}/\n"
