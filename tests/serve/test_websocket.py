from __future__ import annotations

import io

import pytest

from jinkyll.serve.websocket import WebSocket, accept_key, is_upgrade

MASK = bytes([1, 2, 3, 4])


def frame(opcode: int, payload: bytes, *, final: bool = True, masked: bool = True) -> bytes:
    head = bytes([(0x80 if final else 0) | opcode])
    bit = 0x80 if masked else 0
    length = len(payload)
    if length < 126:
        head += bytes([bit | length])
    elif length < 1 << 16:
        head += bytes([bit | 126]) + length.to_bytes(2)
    else:
        head += bytes([bit | 127]) + length.to_bytes(8)
    if not masked:
        return head + payload
    return head + MASK + bytes(byte ^ MASK[i % 4] for i, byte in enumerate(payload))


def exchange(incoming: bytes) -> tuple[list[str], bytes]:
    """Messages that a server takes from *incoming*, and what it writes back."""
    outgoing = io.BytesIO()
    messages = list(WebSocket(io.BytesIO(incoming), outgoing).messages())
    return messages, outgoing.getvalue()


def test_the_key_of_the_rfc_is_accepted_as_the_rfc_says() -> None:
    assert accept_key("dGhlIHNhbXBsZSBub25jZQ==") == "s3pPLMBiTxaQ9kYGzzhZRbK+xOo="


def test_an_upgrade_is_recognised_among_other_words() -> None:
    headers = {
        "Connection": "keep-alive, Upgrade",
        "Upgrade": "websocket",
        "Sec-WebSocket-Key": "x",
    }
    assert is_upgrade(headers)
    assert not is_upgrade({**headers, "Connection": "keep-alive"})
    assert not is_upgrade({**headers, "Upgrade": "h2c"})


@pytest.mark.parametrize("length", [0, 125, 126, 60_000])
def test_text_of_any_length_is_read(length: int) -> None:
    assert exchange(frame(1, b"a" * length)) == (["a" * length], b"")


def test_fragments_become_one_message_with_pings_between_answered() -> None:
    incoming = frame(1, b"a\xc3", final=False) + frame(9, b"hi") + frame(0, b"\xbc")
    assert exchange(incoming) == (["aü"], b"\x8a\x02hi")


def test_binary_messages_and_pongs_are_passed_over() -> None:
    assert exchange(frame(2, b"x") + frame(10, b"") + frame(1, b"y")) == (["y"], b"")


def test_a_goodbye_is_answered() -> None:
    assert exchange(frame(8, b"\x03\xe8") + frame(1, b"late")) == ([], b"\x88\x02\x03\xe8")


@pytest.mark.parametrize(
    ("incoming", "status"),
    [
        pytest.param(frame(1, b"x", masked=False), 1002, id="not masked"),
        pytest.param(frame(3, b"x"), 1002, id="unknown opcode"),
        pytest.param(frame(0, b"x"), 1002, id="continues nothing"),
        pytest.param(frame(1, b"x", final=False) + frame(1, b"y"), 1002, id="starts anew"),
        pytest.param(frame(9, b"x", final=False), 1002, id="a ping in pieces"),
        pytest.param(frame(9, b"x" * 126), 1002, id="a long ping"),
        pytest.param(frame(1, b"x" * 70_000), 1009, id="too long"),
        pytest.param(frame(1, b"\xff"), 1007, id="not UTF-8"),
    ],
)
def test_whoever_breaks_the_rules_is_sent_away(incoming: bytes, status: int) -> None:
    assert exchange(incoming) == ([], b"\x88\x02" + status.to_bytes(2))


@pytest.mark.parametrize("length", [1, 4, 7])
def test_a_connection_that_breaks_in_a_frame_just_ends(length: int) -> None:
    assert exchange(frame(1, b"hello")[:length]) == ([], b"")


@pytest.mark.parametrize(
    ("length", "head"),
    [(125, b"\x81\x7d"), (126, b"\x81\x7e\x00\x7e"), (70_000, b"\x81\x7f" + (70_000).to_bytes(8))],
)
def test_what_is_sent_has_the_shortest_head(length: int, head: bytes) -> None:
    outgoing = io.BytesIO()
    WebSocket(io.BytesIO(), outgoing).send("a" * length)
    assert outgoing.getvalue() == head + b"a" * length
