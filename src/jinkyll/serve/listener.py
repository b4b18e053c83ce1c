"""A threaded HTTP server on one address, which says what is wrong if it can't have it."""

from __future__ import annotations

import errno
import socket
import sys
import traceback
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

from jinkyll import log
from jinkyll.errors import ConfigurationError

if TYPE_CHECKING:
    import ssl

__all__ = ["Listener", "RequestHandler"]

_HANDSHAKE_SECONDS = 10.0
_LAST_PORT = 65535


class Listener(ThreadingHTTPServer):
    """Listens from the moment it is made; answers once :meth:`serve_forever` runs.

    Port 0 is any free one: :attr:`port` says which. With *tls* it speaks HTTPS; the handshake is
    made by the thread of the connection, so a client that dawdles holds up nobody else.

    Raises:
        ConfigurationError: the address can't be listened on; *switch* is the option that gives
            another port.
    """

    daemon_threads = True
    # Elsewhere the flag frees the port of a server that has just ended; on Windows it would
    # let two servers have one port.
    allow_reuse_address = sys.platform != "win32"
    request_queue_size = 128

    def __init__(
        self,
        host: str,
        port: int,
        handler: type[BaseHTTPRequestHandler],
        *,
        switch: str,
        tls: ssl.SSLContext | None = None,
    ) -> None:
        self._tls = tls
        if not 0 <= port <= _LAST_PORT:
            raise ConfigurationError(
                f"there is no port {port}", hint=f"ports go from 0 to {_LAST_PORT}"
            )
        try:
            self.address_family, address = _address(host, port)
            super().__init__(address, handler)
        except OSError as error:
            raise _unavailable(host, port, switch, error) from error

    @property
    def port(self) -> int:
        """The port that is listened on."""
        return int(self.server_address[1])

    def server_bind(self) -> None:
        """Take the address; the host's name is not looked up, which may take seconds."""
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        if self.allow_reuse_address:
            self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self.socket.bind(self.server_address)
        self.server_address = self.socket.getsockname()
        self.server_name, self.server_port = str(self.server_address[0]), self.port

    def finish_request(self, request: object, client_address: object) -> None:
        """Answer one connection, in its own thread."""
        if self._tls is not None and isinstance(request, socket.socket):
            request.settimeout(_HANDSHAKE_SECONDS)
            request = self._tls.wrap_socket(request, server_side=True)
        super().finish_request(request, client_address)  # type: ignore[arg-type]

    def handle_error(self, request: object, client_address: object) -> None:  # noqa: ARG002
        """Note a failed connection: a browser that went away is nobody's concern."""
        error = sys.exception()
        if not isinstance(error, OSError):
            log.error("Server Error:", "".join(traceback.format_exception(error)))


class RequestHandler(BaseHTTPRequestHandler):
    """What both servers share: HTTP/1.1, connections that don't linger, Jekyll's log."""

    protocol_version = "HTTP/1.1"
    timeout = 60.0

    def version_string(self) -> str:
        """The ``Server`` header: no versions."""
        return "jinkyll"

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  (the base class's name)
        """Log requests under ``--verbose`` only, as Jekyll does."""
        log.debug("Server:", repr(format % args)[1:-1])


def _address(host: str, port: int) -> tuple[socket.AddressFamily, tuple[str, int]]:
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    # "localhost" may be both; browsers try IPv4 as well, and 127.0.0.1 is the default.
    family, *_, address = min(found, key=lambda entry: entry[0] != socket.AF_INET)
    return family, (str(address[0]), int(address[1]))


def _unavailable(host: str, port: int, switch: str, error: OSError) -> ConfigurationError:
    if error.errno == errno.EADDRINUSE:
        return ConfigurationError(
            f"port {port} of {host} is in use",
            hint="stop the server that has it (perhaps another jinkyll), or take another port: "
            f"{switch} {port + 1}",
        )
    if error.errno == errno.EACCES:
        return ConfigurationError(
            f"port {port} of {host} is not for everybody",
            hint=f"take one above 1023: {switch} 4000",
        )
    return ConfigurationError(
        f"can't listen on {host}, port {port}: {error.strerror or error}",
        hint="127.0.0.1 is this machine alone, 0.0.0.0 is every network it is part of",
    )
