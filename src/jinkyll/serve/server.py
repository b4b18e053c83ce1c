"""The preview server: a built site over HTTP, on this machine."""

from __future__ import annotations

import email.utils
import os
import re
import ssl
import threading
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import TYPE_CHECKING

from jinkyll.errors import ConfigurationError
from jinkyll.paths import sanitized
from jinkyll.serve.document_root import BadPath, DocumentRoot, File, Listing, Redirect
from jinkyll.serve.error_page import error_page, overlay
from jinkyll.serve.listener import Listener, RequestHandler
from jinkyll.serve.listing import listing
from jinkyll.serve.livereload import LiveReload, injected
from jinkyll.serve.media_types import charset_applies, media_type

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

__all__ = ["Exhibit", "Server", "tls_context"]

_UNCACHED = "private, max-age=0, proxy-revalidate, no-store, no-cache, must-revalidate"
_RANGE = re.compile(r"bytes=(?:(\d+)-(\d*)|-(\d+))\Z")
_BLOCK = 1 << 16


@dataclass(frozen=True, slots=True)
class Exhibit:
    """What the server shows: replaced as a whole when the configuration changes.

    ``headers`` go out with every file, ``encoding`` is the charset of text files.
    """

    root: DocumentRoot
    headers: Mapping[str, str] = field(default_factory=dict)
    encoding: str = "utf-8"


class Server:
    """Serves an :class:`Exhibit`; listens from the moment it is made.

    ``exhibit`` may be exchanged and ``failure`` set (to the message of the error that the sources
    fail with, ``None`` when they build) while it runs.

    Raises:
        ConfigurationError: the address can't be listened on.
    """

    def __init__(
        self,
        exhibit: Exhibit,
        host: str,
        port: int,
        *,
        tls: ssl.SSLContext | None = None,
        livereload: LiveReload | None = None,
    ) -> None:
        self.exhibit = exhibit
        self.failure: str | None = None
        self.livereload = livereload
        self.host = host
        self.secure = tls is not None
        outer = self

        class Handler(_Handler):
            preview = outer

        self._listener = Listener(host, port, Handler, switch="--port", tls=tls)
        self._serving = threading.Event()

    @property
    def port(self) -> int:
        """The port that is listened on."""
        return self._listener.port

    @property
    def address(self) -> str:
        """The URL of the site's front page."""
        scheme = "https" if self.secure else "http"
        host = f"[{self.host}]" if ":" in self.host else self.host
        baseurl = self.exhibit.root.baseurl.strip("/")
        return f"{scheme}://{host}:{self._listener.port}/{baseurl}{'/' if baseurl else ''}"

    def run(self) -> None:
        """Answer requests until :meth:`stop` is called from another thread."""
        self._serving.set()
        self._listener.serve_forever(poll_interval=0.1)

    def stop(self) -> None:
        """End :meth:`run`, if it runs, and give the port back."""
        if self._serving.is_set():
            self._listener.shutdown()
        self._listener.server_close()


class _Handler(RequestHandler):
    preview: Server

    def do_GET(self) -> None:  # noqa: N802  (the base class calls it so)
        self._answer()

    def do_HEAD(self) -> None:  # noqa: N802
        self._answer()

    def do_OPTIONS(self) -> None:  # noqa: N802
        self.send_response(HTTPStatus.OK)
        self.send_header("Allow", "GET,HEAD,OPTIONS")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _answer(self) -> None:
        path, question_mark, query = self.path.partition("?")
        exhibit = self.preview.exhibit
        answer = exhibit.root.answer(path)
        if isinstance(answer, File):
            self._file(answer.path, exhibit)
        elif isinstance(answer, Redirect):
            # Two slashes in front would be another host.
            self._redirect("/" + answer.url.lstrip("/") + question_mark + query)
        elif isinstance(answer, Listing) and self.preview.failure is None:
            page = listing(path, exhibit.root.listed(answer.path)).encode()
            self._page(HTTPStatus.OK, page, exhibit)
        elif isinstance(answer, BadPath):
            self._missing(HTTPStatus.BAD_REQUEST, exhibit)
        else:
            self._missing(HTTPStatus.NOT_FOUND, exhibit)

    def _file(self, path: Path, exhibit: Exhibit) -> None:
        kind = media_type(path.name)
        if kind == "text/html" and (self.preview.livereload or self.preview.failure):
            try:
                content = path.read_bytes()
            except OSError:
                self._missing(HTTPStatus.NOT_FOUND, exhibit)
                return
            self._page(HTTPStatus.OK, content, exhibit)
            return
        try:
            file = path.open("rb")
        except OSError:  # gone since it was found, or not for us
            self._missing(HTTPStatus.NOT_FOUND, exhibit)
            return
        with file:
            status = os.fstat(file.fileno())
            etag = f'"{status.st_ino:x}-{status.st_size:x}-{status.st_mtime_ns:x}"'
            if self._unchanged(etag, status.st_mtime):
                self._head(HTTPStatus.NOT_MODIFIED, exhibit, etag=etag)
                return
            span = self._range(status.st_size)
            if span is None:
                self._head(
                    HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE,
                    exhibit,
                    content_range=f"bytes */{status.st_size}",
                    length=0,
                )
                return
            first, end = span
            partial = (first, end) != (0, status.st_size)
            self._head(
                HTTPStatus.PARTIAL_CONTENT if partial else HTTPStatus.OK,
                exhibit,
                etag=etag,
                kind=f"{kind}; charset={exhibit.encoding}" if charset_applies(kind) else kind,
                modified=email.utils.formatdate(status.st_mtime, usegmt=True),
                content_range=f"bytes {first}-{end - 1}/{status.st_size}" if partial else None,
                length=end - first,
            )
            if self.command == "HEAD":
                return
            file.seek(first)
            left = end - first
            while left > 0 and (block := file.read(min(_BLOCK, left))):
                self.wfile.write(block)
                left -= len(block)
            # A file that got shorter meanwhile: what was promised can't be kept.
            if left > 0:
                self.close_connection = True

    def _page(
        self, status: HTTPStatus, content: bytes, exhibit: Exhibit, *, notice: bool = True
    ) -> None:
        """Answer with HTML: with live reload's client and what is wrong, where there is any."""
        reloading = False
        if self.preview.livereload is not None:
            content, reloading = injected(content, self.preview.livereload.script())
        if notice and self.preview.failure is not None:
            content += overlay(self.preview.failure).encode()
        self._head(
            status,
            exhibit,
            kind=f"text/html; charset={exhibit.encoding}",
            length=len(content),
            reloading=reloading,
        )
        if self.command != "HEAD":
            self.wfile.write(content)

    def _missing(self, status: HTTPStatus, exhibit: Exhibit) -> None:
        if self.preview.failure is not None:
            content = error_page(self.preview.failure).encode()
            self._page(HTTPStatus.INTERNAL_SERVER_ERROR, content, exhibit, notice=False)
            return
        try:
            content = (exhibit.root.path / "404.html").read_bytes()
        except OSError:
            content = _plain_page(status)
        self._page(status, content, exhibit)

    def _redirect(self, url: str) -> None:
        self.send_response(HTTPStatus.MOVED_PERMANENTLY)
        self.send_header("Location", url)
        self.send_header("Cache-Control", _UNCACHED)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _head(
        self,
        status: HTTPStatus,
        exhibit: Exhibit,
        *,
        kind: str | None = None,
        length: int | None = None,
        etag: str | None = None,
        modified: str | None = None,
        content_range: str | None = None,
        reloading: bool = False,
    ) -> None:
        self.send_response(status)
        headers = {
            "ETag": etag,
            "Content-Type": kind,
            "Content-Length": None if length is None else str(length),
            "Content-Range": content_range,
            "Last-Modified": modified,
            "X-Rack-LiveReload": "1" if reloading else None,
        }
        given = {name.lower() for name in exhibit.headers}
        for name, value in headers.items():
            if value is not None and name.lower() not in given - {"content-length"}:
                self.send_header(name, value)
        for name, value in exhibit.headers.items():
            if name.lower() != "content-length":
                self.send_header(name, value)
        if "cache-control" not in given:
            self.send_header("Cache-Control", _UNCACHED)
        self.end_headers()

    def _unchanged(self, etag: str, modified: float) -> bool:
        if (tags := self.headers.get("If-None-Match")) is not None:
            return etag in (tag.strip().removeprefix("W/") for tag in tags.split(","))
        if (since := self.headers.get("If-Modified-Since")) is not None:
            try:
                return int(modified) <= email.utils.parsedate_to_datetime(since).timestamp()
            except (ValueError, OverflowError):
                return False
        return False

    def _range(self, size: int) -> tuple[int, int] | None:
        """First byte and end of what is asked for: all if that is unclear, None if impossible."""
        asked = _RANGE.match(self.headers.get("Range", ""))
        if asked is None:
            return 0, size
        first, last, suffix = asked.groups()
        if suffix is not None:
            length = min(int(suffix), size)
            return (size - length, size) if length else None
        if int(first) >= size or (last and int(last) < int(first)):
            return None
        return int(first), min(int(last) + 1, size) if last else size


def _plain_page(status: HTTPStatus) -> bytes:
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{status.phrase}</title>\n</head>\n<body>\n<h1>{status.phrase}</h1>\n"
        "<p>The site has no page at this address, and no 404.html.</p>\n</body>\n</html>\n"
    ).encode()


def tls_context(source: Path, certificate: str | None, key: str | None) -> ssl.SSLContext | None:
    """The context for HTTPS with the two files, named relative to *source*; None without them.

    Raises:
        ConfigurationError: one is given without the other, or they can't be used.
    """
    if not certificate and not key:
        return None
    if not certificate or not key:
        raise ConfigurationError(
            "Missing --ssl-cert or --ssl-key. Both are required.",
            hint="both are names of PEM files, relative to the source",
        )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    try:
        context.load_cert_chain(sanitized(source, certificate), sanitized(source, key))
    except (OSError, ssl.SSLError) as error:
        raise ConfigurationError(
            f"the certificate {certificate} and the key {key} can't be used: {error}",
            hint="both are PEM files, relative to the source, and belong together",
        ) from error
    return context
