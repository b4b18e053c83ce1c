"""WebSocket, as far as a server needs it that pushes short texts to browsers.

Source: RFC 6455.
"""

from __future__ import annotations

import base64
import hashlib
import struct
import threading
from enum import IntEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from io import BufferedIOBase

__all__ = ["ProtocolError", "WebSocket", "accept_key", "is_upgrade"]

_GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"
# Browsers send a few words to a live reload server; whoever sends more is not one.
_LONGEST_MESSAGE = 1 << 16
_LONGEST_CONTROL_PAYLOAD = 125


class Opcode(IntEnum):
    """What a frame carries."""

    CONTINUATION = 0x0
    TEXT = 0x1
    BINARY = 0x2
    CLOSE = 0x8
    PING = 0x9
    PONG = 0xA


class ProtocolError(Exception):
    """The other side breaks the rules: ``status`` is the code to say goodbye with."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


def is_upgrade(headers: Mapping[str, str]) -> bool:
    """Tell whether a request with *headers* (looked up in any case) asks for a WebSocket."""
    connection = {part.strip().lower() for part in headers.get("Connection", "").split(",")}
    return (
        "upgrade" in connection
        and headers.get("Upgrade", "").lower() == "websocket"
        and bool(headers.get("Sec-WebSocket-Key"))
    )


def accept_key(key: str) -> str:
    """The ``Sec-WebSocket-Accept`` that answers a ``Sec-WebSocket-Key``."""
    digest = hashlib.sha1((key + _GUID).encode(), usedforsecurity=False).digest()
    return base64.b64encode(digest).decode()


class WebSocket:
    """One open connection: read by one thread, written to by any."""

    def __init__(self, incoming: BufferedIOBase, outgoing: BufferedIOBase) -> None:
        self._incoming = incoming
        self._outgoing = outgoing
        self._writing = threading.Lock()

    def send(self, text: str) -> None:
        """Send one text message.

        Raises:
            OSError: the other side is gone.
        """
        self._send(Opcode.TEXT, text.encode())

    def close(self, status: int = 1000) -> None:
        """Say goodbye, if the other side still listens."""
        try:
            self._send(Opcode.CLOSE, struct.pack("!H", status))
        except (OSError, ValueError):
            return

    def messages(self) -> Iterator[str]:
        """The text messages that come in, until the connection ends; pings are answered.

        Raises:
            OSError: the connection broke.
        """
        try:
            yield from self._messages()
        except ProtocolError as error:
            self.close(error.status)

    def _messages(self) -> Iterator[str]:
        parts = bytearray()
        kind: int | None = None
        while (frame := self._frame()) is not None:
            final, opcode, payload = frame
            if opcode == Opcode.CLOSE:
                self.close()
                return
            if opcode == Opcode.PING:
                self._send(Opcode.PONG, payload)
                continue
            if opcode == Opcode.PONG:
                continue
            if (opcode == Opcode.CONTINUATION) != (kind is not None):
                raise ProtocolError(1002)
            if opcode != Opcode.CONTINUATION:
                kind = opcode
            parts += payload
            if len(parts) > _LONGEST_MESSAGE:
                raise ProtocolError(1009)
            if final:
                message, is_text = bytes(parts), kind == Opcode.TEXT
                parts.clear()
                kind = None
                if is_text:
                    yield _decoded(message)

    def _frame(self) -> tuple[bool, int, bytes] | None:
        head = self._incoming.read(2)
        if len(head) < 2:
            return None
        final, opcode = bool(head[0] & 0x80), head[0] & 0x0F
        masked, length = bool(head[1] & 0x80), head[1] & 0x7F
        # No extension was agreed on, and a browser masks whatever it sends.
        if head[0] & 0x70 or not masked or opcode not in set(Opcode):
            raise ProtocolError(1002)
        if opcode >= Opcode.CLOSE and (length > _LONGEST_CONTROL_PAYLOAD or not final):
            raise ProtocolError(1002)
        if length == 126:
            length = int.from_bytes(self._incoming.read(2))
        elif length == 127:
            length = int.from_bytes(self._incoming.read(8))
        if length > _LONGEST_MESSAGE:
            raise ProtocolError(1009)
        mask = self._incoming.read(4)
        payload = self._incoming.read(length)
        if len(mask) < 4 or len(payload) < length:
            return None
        return final, opcode, bytes(byte ^ mask[i & 3] for i, byte in enumerate(payload))

    def _send(self, opcode: Opcode, payload: bytes) -> None:
        length = len(payload)
        if length <= _LONGEST_CONTROL_PAYLOAD:
            head = struct.pack("!BB", 0x80 | opcode, length)
        elif length < 1 << 16:
            head = struct.pack("!BBH", 0x80 | opcode, 126, length)
        else:
            head = struct.pack("!BBQ", 0x80 | opcode, 127, length)
        with self._writing:
            self._outgoing.write(head + payload)
            self._outgoing.flush()


def _decoded(message: bytes) -> str:
    try:
        return message.decode()
    except UnicodeDecodeError as error:
        raise ProtocolError(1007) from error
