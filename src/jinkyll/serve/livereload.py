"""Live reload: browsers learn what a build has changed, over a WebSocket of its own port.

Any LiveReload client may connect (protocol ``official-7``); pages get the one that is served
here, by a script element that the preview server puts after their ``<head>``.

Source: http://livereload.com/api/protocol/ and https://jekyllrb.com/docs/configuration/options/ .
"""

from __future__ import annotations

import json
import re
import threading
from dataclasses import dataclass
from fnmatch import fnmatch
from http import HTTPStatus
from pathlib import Path
from typing import TYPE_CHECKING

from jinkyll import log
from jinkyll.serve.listener import Listener, RequestHandler
from jinkyll.serve.websocket import WebSocket, accept_key, is_upgrade

if TYPE_CHECKING:
    import ssl
    from collections.abc import Iterable

__all__ = ["LiveReload", "LiveReloadOptions", "injected"]

_PROTOCOL = "http://livereload.com/protocols/official-7"
_CLIENT = Path(__file__).with_name("livereload.js")
_HEAD = re.compile(rb"<head(?=[\s>])[^>]*>", re.IGNORECASE)
# The script comes from the host that the page came from: localhost and 127.0.0.1 are two origins.
_SCRIPT = """<script>
document.write('<script src="' + location.protocol + '//' + (location.hostname || 'localhost') +
  ':{port}/livereload.js?snipver=1{arguments}"><' + '/script>');
</script>"""


@dataclass(frozen=True, slots=True)
class LiveReloadOptions:
    """The ``--livereload-*`` switches; delays are the client's, in seconds or as it reads them."""

    port: int = 35729
    ignore: tuple[str, ...] = ()
    min_delay: str | None = None
    max_delay: str | None = None


class LiveReload:
    """The server that browsers wait at; listens from the moment it is made.

    Raises:
        ConfigurationError: its address can't be listened on.
    """

    def __init__(
        self, host: str, options: LiveReloadOptions, *, tls: ssl.SSLContext | None = None
    ) -> None:
        self._options = options
        self._lock = threading.Lock()
        self._browsers: set[WebSocket] = set()
        self._greeted = False
        outer = self

        class Handler(_Handler):
            livereload = outer

        self._listener = Listener(host, options.port, Handler, switch="--livereload-port", tls=tls)
        self._thread = threading.Thread(
            target=self._listener.serve_forever, name="livereload", daemon=True
        )

    @property
    def port(self) -> int:
        """The port that browsers connect to."""
        return self._listener.port

    def start(self) -> None:
        """Begin to answer."""
        self._thread.start()

    def stop(self) -> None:
        """Say goodbye to the browsers and give the port back."""
        with self._lock:
            browsers, self._browsers = self._browsers, set()
        for browser in browsers:
            browser.close(1001)
        if self._thread.is_alive():
            self._listener.shutdown()
        self._listener.server_close()
        log.debug("LiveReload Server:", "halted")

    def reload(self, urls: Iterable[str]) -> None:
        """Tell every browser that *urls* (paths from the site's root) have changed."""
        for url in urls:
            name = url.lstrip("/")
            if any(fnmatch(name, pattern.lstrip("/")) for pattern in self._options.ignore):
                log.debug("LiveReload:", f"Ignoring {url}")
                continue
            log.debug("LiveReload:", f"Reloading URL {url}")
            self._send({"command": "reload", "path": url, "liveCSS": True})

    def script(self) -> str:
        """The script element that loads the client into a page."""
        arguments = ""
        if self._options.min_delay:
            arguments += f"&amp;mindelay={self._options.min_delay}"
        if self._options.max_delay:
            arguments += f"&amp;maxdelay={self._options.max_delay}"
        return _SCRIPT.format(port=self.port, arguments=f"{arguments}&amp;port={self.port}")

    def welcome(self, browser: WebSocket) -> None:
        """Greet *browser*, and take what it says until it goes."""
        with self._lock:
            self._browsers.add(browser)
            first, self._greeted = not self._greeted, True
        if first:
            log.info("LiveReload:", "Browser connected")
        try:
            browser.send(
                json.dumps({"command": "hello", "protocols": [_PROTOCOL], "serverName": "jinkyll"})
            )
            for message in browser.messages():
                _note(message)
        except OSError:
            pass
        finally:
            with self._lock:
                self._browsers.discard(browser)

    def _send(self, message: dict[str, object]) -> None:
        with self._lock:
            browsers = list(self._browsers)
        text = json.dumps(message)
        for browser in browsers:
            try:
                browser.send(text)
            except (OSError, ValueError):
                with self._lock:
                    self._browsers.discard(browser)


class _Handler(RequestHandler):
    livereload: LiveReload

    def do_GET(self) -> None:  # noqa: N802  (the base class calls it so)
        if is_upgrade(self.headers):  # type: ignore[arg-type]  # a Message looks up in any case
            self._upgrade()
        elif self.path.startswith("/livereload.js"):
            self._respond(
                HTTPStatus.OK, "application/javascript; charset=utf-8", _CLIENT.read_bytes()
            )
        else:
            self._respond(
                HTTPStatus.BAD_REQUEST,
                "text/plain; charset=utf-8",
                b"This port only serves livereload.js over HTTP.\n",
            )

    def _upgrade(self) -> None:
        self.send_response(HTTPStatus.SWITCHING_PROTOCOLS)
        self.send_header("Upgrade", "websocket")
        self.send_header("Connection", "Upgrade")
        self.send_header("Sec-WebSocket-Accept", accept_key(self.headers["Sec-WebSocket-Key"]))
        self.end_headers()
        self.close_connection = True
        # Browsers are quiet for as long as nothing changes.
        self.connection.settimeout(None)
        self.livereload.welcome(WebSocket(self.rfile, self.wfile))

    def _respond(self, status: HTTPStatus, kind: str, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(body)


def injected(page: bytes, markup: str) -> tuple[bytes, bool]:
    """*page* with *markup* right after its ``<head>``, and whether it has one."""
    head = _HEAD.search(page)
    if head is None:
        return page, False
    return page[: head.end()] + markup.encode() + page[head.end() :], True


def _note(message: str) -> None:
    try:
        data = json.loads(message)
    except ValueError:
        return
    if isinstance(data, dict) and data.get("command") == "url":
        log.info("LiveReload:", f"Browser URL: {data.get('url')}")
