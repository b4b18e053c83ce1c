"""URLs with any letters in them, made into URLs with ASCII only.

Jekyll hands every URL that it prints through the Addressable gem; which
characters that escapes, unescapes or drops is part of a site's output. This
module does what the parts of Addressable that Jekyll calls do: `normalize`
(``URI.parse(...).normalize``) for ``relative_url`` and ``absolute_url``,
`encode` (``URI.encode``) for permalinks, `normalize_component` for the filter
``uri_escape``.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from jinkyll.content.front_matter import STRIPPED

__all__ = ["encode", "is_absolute", "normalize", "normalize_component", "unencode"]

_PARTS = re.compile(
    r"^(?:([^:/?#]+):)?(?://([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$", re.MULTILINE
)
_SCHEME = re.compile(r"\A[a-z][a-z0-9.+-]*\Z", re.IGNORECASE)
_SEGMENT = r"[A-Za-z0-9_~!$&'()*+,;=:@-][A-Za-z0-9_~!$&'()*+,;=:@.-]*"
_PLAIN = re.compile(
    rf"(?:https?://[a-z0-9-]+(?:\.[a-z0-9-]+)*)?/(?:{_SEGMENT}(?:/{_SEGMENT})*/?)?\Z"
)
"""What is its own normal form: a path, or a URL with a plain host."""
_ESCAPE = re.compile(rb"%([0-9a-fA-F]{2})")
_ESCAPE_BUT_PLUS = re.compile(rb"%(?!2[Bb])([0-9a-fA-F]{2})")
_USER = re.compile(r"^([^\[\]]*)@")
_PORT = re.compile(r":([^:@\[\]]*?)$")
_AMBIGUOUS = re.compile(r"^(?!/)[^/:]*:.*$", re.MULTILINE)

_ALPHANUMERIC = "a-zA-Z0-9"
_UNRESERVED = _ALPHANUMERIC + r"\-._~"
_DELIMITERS = r"!$&'()*+,;="
_PCHAR = _UNRESERVED + _DELIMITERS + ":@"


def _but(allowed: str) -> re.Pattern[bytes]:
    return re.compile(f"[^{allowed}]".encode("ascii"))


_NOT_ANY = _but(r":/?#\[\]@" + _DELIMITERS + _UNRESERVED)
_NOT_HOST = _but(_UNRESERVED + _DELIMITERS + r"\[:\]")
_NOT_UNRESERVED = _but(_UNRESERVED)
_NOT_PCHAR = _but(_PCHAR)
_NOT_SCHEME = _but(_ALPHANUMERIC + r"\-+.")
_NOT_AUTHORITY = _but(_PCHAR + r"\[:\]")
_NOT_PATH = _but(_PCHAR + "/")
_NOT_QUERY = _but(_PCHAR + "/?")
# What stays as it is in a query: separators are escaped, but an escaped plus stays escaped.
_NOT_PAIR = re.compile(rb"[^a-zA-Z0-9\-._~!$'()*+,=:@/?%]|%(?!2B|2b)")

_DEFAULT_PORTS = {"http": 80, "https": 443, "ftp": 21, "ssh": 22, "svn+ssh": 22}


class _Uri(NamedTuple):
    scheme: str | None
    authority: str | None
    path: str
    query: str | None
    fragment: str | None

    def text(self) -> str:
        text = self.path
        if self.authority is not None:
            text = f"//{self.authority}{text}"
        if self.scheme is not None:
            text = f"{self.scheme}:{text}"
        if self.query is not None:
            text += f"?{self.query}"
        if self.fragment is not None:
            text += f"#{self.fragment}"
        return text


def is_absolute(url: str) -> bool:
    """Tell whether *url* names its scheme.

    Raises:
        ValueError: what stands before the first colon is no scheme.
    """
    return ":" in url and _parse(url).scheme is not None


@lru_cache(maxsize=65536)
def normalize(url: str) -> str:
    """The one spelling of *url*: percent-encoded where needed, dots resolved, host in lower case.

    Raises:
        ValueError: *url* is none, with the reason.
    """
    if _PLAIN.match(url):
        return url
    uri = _parse(url)
    scheme = None
    if uri.scheme is not None:
        scheme = _normalized(uri.scheme.strip(STRIPPED).lower(), _NOT_SCHEME)
    authority = None if uri.authority is None else _normalized_authority(uri.authority, scheme)
    path = uri.path
    if uri.scheme is None and _AMBIGUOUS.match(path):
        path = path.replace(":", "%2F", 1)
    path = "/".join(_normalized(segment, _NOT_PCHAR) for segment in path.strip(STRIPPED).split("/"))
    path = _without_dots(path)
    if not path and scheme in ("http", "https", "ftp", "tftp"):
        path = "/"
    query = None
    if uri.query:
        pairs = (_normalized(pair, _NOT_PAIR, keep_plus=True) for pair in uri.query.split("&"))
        query = "&".join(pairs) or None
    fragment = _normalized(uri.fragment, _NOT_QUERY) if uri.fragment else None
    if authority is None and path.startswith("//"):
        raise ValueError(
            "Cannot have a path with two leading slashes without an authority set: "
            f"'{_Uri(scheme, authority, path, query, fragment).text()}'"
        )
    return _Uri(scheme, authority, path, query, fragment).text()


def encode(url: str) -> str:
    """*url* with what may not stand in each of its parts percent-encoded; ``%`` itself too.

    Raises:
        ValueError: *url* is none, with the reason.
    """
    uri = _parse(url)
    return _Uri(
        None if uri.scheme is None else _encoded(uri.scheme, _NOT_SCHEME),
        None if uri.authority is None else _encoded(uri.authority, _NOT_AUTHORITY),
        _encoded(uri.path, _NOT_PATH),
        None if uri.query is None else _encoded(uri.query, _NOT_QUERY),
        None if uri.fragment is None else _encoded(uri.fragment, _NOT_QUERY),
    ).text()


def normalize_component(text: str) -> str:
    """*text* unescaped, then escaped again except for letters, digits and reserved characters."""
    return _normalized(text, _NOT_ANY)


def unencode(text: str) -> str:
    """*text* with its percent escapes resolved; bytes that are no UTF-8 stay visible as U+FFFD."""
    if "%" not in text:
        return text
    return _unescaped(text.encode("utf-8", "surrogatepass"), _ESCAPE).decode("utf-8", "replace")


def _parse(url: str) -> _Uri:
    match = _PARTS.search(url)
    if match is None:
        return _Uri(None, None, url, None, None)
    scheme, authority, path, query, fragment = match.groups()
    if scheme is not None and not _SCHEME.match(scheme):
        raise ValueError(f"Invalid scheme format: '{scheme}'")
    if scheme in _DEFAULT_PORTS and not authority and not path:
        raise ValueError(f"Absolute URI missing hierarchical segment: '{scheme}://'")
    return _Uri(scheme, authority, path, query, fragment)


def _normalized_authority(authority: str, scheme: str | None) -> str:
    user = _USER.match(authority)
    rest = _USER.sub("", authority)
    port_match = _PORT.search(rest)
    port = port_match[1] if port_match else ""
    host = _normalized_host(_PORT.sub("", rest))
    text = host
    if port:
        if not port.isdecimal():
            raise ValueError(f'Invalid port number: "{port}"')
        if int(port) and _DEFAULT_PORTS.get(scheme or "") != int(port):
            text += f":{int(port)}"
    if user:
        name, colon, password = user[1].strip(STRIPPED).partition(":")
        if name or password or not (scheme or "").startswith("http"):
            text = _normalized(name, _NOT_UNRESERVED) + (
                f":{_normalized(password, _NOT_UNRESERVED)}@{text}" if colon else f"@{text}"
            )
    return text


def _normalized_host(host: str) -> str:
    host = host.strip(STRIPPED).lower()
    if not host:
        return ""
    if re.search(r"""[<>{}/\\?#@"\s]""", host):
        raise ValueError(f"Invalid character in host: '{host}'")
    host = unencode(host)
    if not host.isascii():
        host = ".".join(_idna(label) for label in host.split("."))
    if len(host) > 1 and host.endswith(".") and host[-2] != ".":
        host = host[:-1]
    return _normalized(host, _NOT_HOST)


def _idna(label: str) -> str:
    if label.isascii():
        return label
    return "xn--" + unicodedata.normalize("NFKC", label).encode("punycode").decode("ascii")


def _without_dots(path: str) -> str:
    """Resolve ``.`` and ``..`` (RFC 3986, section 5.2.4); what climbs above the root is dropped."""
    if "." not in path:
        return path
    segments: list[str] = []
    parts = path.split("/")
    rooted = path.startswith("/")
    for at, part in enumerate(parts):
        last = at == len(parts) - 1
        if part == ".":
            if last:
                segments.append("")
        elif part == "..":
            if len(segments) > (1 if rooted else 0):
                segments.pop()
            if last:
                segments.append("")
        else:
            segments.append(part)
    return "/".join(segments)


def _normalized(text: str, escaped: re.Pattern[bytes], *, keep_plus: bool = False) -> str:
    data = text.encode("utf-8", "surrogatepass")
    if b"%" in data:
        data = _unescaped(data, _ESCAPE_BUT_PLUS if keep_plus else _ESCAPE)
    if not data.isascii():
        # Bytes that are no UTF-8 are escaped again one by one.
        composed = data.decode("utf-8", "surrogateescape")
        data = unicodedata.normalize("NFKC", composed).encode("utf-8", "surrogateescape")
    result = escaped.sub(_percent, data).decode("ascii")
    return result.replace("%2b", "%2B") if keep_plus else result


def _encoded(text: str, escaped: re.Pattern[bytes]) -> str:
    return escaped.sub(_percent, text.encode("utf-8", "surrogatepass")).decode("ascii")


def _unescaped(data: bytes, escape: re.Pattern[bytes]) -> bytes:
    return escape.sub(lambda match: bytes((int(match[1], 16),)), data)


def _percent(match: re.Match[bytes]) -> bytes:
    return b"%%%02X" % match[0][0]
