"""How long it takes from saving a post to seeing it in the browser."""

from __future__ import annotations

import contextlib
import http.client
import os
import signal
import socket
import subprocess
import time
from typing import TYPE_CHECKING

from builders import EDITS
from process import Failed

if TYPE_CHECKING:
    from builders import Blog, Builder

__all__ = ["save_to_served"]

_PATIENCE = 120.0  # seconds


def save_to_served(builder: Builder, blog: Blog, url: str, rounds: int) -> list[float]:
    """Seconds from the save of a post to the first answer that holds the edit, *rounds* times.

    *url* is the post's path on the server.
    """
    builder.clean(blog.site)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with (blog.site.parent / "server.log").open("wb") as log:
        server = subprocess.Popen(
            [*builder.serve, str(port)],
            cwd=blog.site,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        try:
            _wait_for(port, url, "</html>", server)
            seconds = []
            for number in range(rounds):
                time.sleep(1.0)  # servers that poll or wait for calm are not caught half-way
                mark = f"served{number}x{os.getpid()}"
                EDITS["one post's body"](blog, mark)
                start = time.perf_counter()
                _wait_for(port, url, mark, server)
                seconds.append(time.perf_counter() - start)
            return seconds
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(server.pid, signal.SIGTERM)
            server.wait(30)


def _wait_for(port: int, url: str, text: str, server: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + _PATIENCE
    while time.monotonic() < deadline:
        if server.poll() is not None:
            raise Failed(f"the server ended with {server.returncode}")
        with contextlib.suppress(OSError, http.client.HTTPException):
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
            connection.request("GET", url)
            body = connection.getresponse().read()
            connection.close()
            if text.encode() in body:
                return
        time.sleep(0.005)
    raise Failed(f"{url} never held {text}")
