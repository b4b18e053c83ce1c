"""From a permalink template to a URL, and from a URL to a file.

Pages, documents and the static files of collections all get their URL here;
they differ in the placeholders they know.

Source: https://jekyllrb.com/docs/permalinks/ and Jekyll's ``URL``.
"""

from __future__ import annotations

import posixpath
import re
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import quote, unquote_to_bytes

from jinkyll.errors import PermalinkError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date

__all__ = [
    "DATE_PLACEHOLDERS",
    "STYLES",
    "add_suffix",
    "escape_path",
    "expand",
    "file_of",
    "replace",
    "sanitized",
    "tells_the_date",
    "unescape_path",
]

STYLES: Final[Mapping[str, str]] = {
    "none": "/:categories/:title:output_ext",
    "date": "/:categories/:year/:month/:day/:title:output_ext",
    "ordinal": "/:categories/:year/:y_day/:title:output_ext",
    "pretty": "/:categories/:year/:month/:day/:title/",
    "weekdate": "/:categories/:year/W:week/:short_day/:title:output_ext",
}
"""The templates behind the names that ``permalink`` may have in the configuration."""

_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_DAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

DATE_PLACEHOLDERS: Final[Mapping[str, Callable[[date], str]]] = {
    "year": lambda day: f"{day.year:04d}",
    "month": lambda day: f"{day.month:02d}",
    "day": lambda day: f"{day.day:02d}",
    "hour": lambda day: f"{getattr(day, 'hour', 0):02d}",
    "minute": lambda day: f"{getattr(day, 'minute', 0):02d}",
    "second": lambda day: f"{getattr(day, 'second', 0):02d}",
    "i_day": lambda day: str(day.day),
    "i_month": lambda day: str(day.month),
    "short_month": lambda day: _MONTHS[day.month - 1][:3],
    "long_month": lambda day: _MONTHS[day.month - 1],
    "short_year": lambda day: f"{day.year % 100:02d}",
    "w_year": lambda day: f"{day.isocalendar().year:04d}",
    "week": lambda day: f"{day.isocalendar().week:02d}",
    "w_day": lambda day: str(day.isoweekday()),
    "short_day": lambda day: _DAYS[day.weekday()][:3],
    "long_day": lambda day: _DAYS[day.weekday()],
    "y_day": lambda day: f"{day.timetuple().tm_yday:03d}",
}
"""What each placeholder makes of a document's date."""

_PLACEHOLDER: Final = re.compile(r":([a-z_]+)")
_PLAIN: Final = re.compile(r"[a-zA-Z0-9./-]*")
_SLASHES: Final = re.compile(r"/{2,}")

# RFC 3986's pchar plus the delimiters that Addressable leaves alone.
_SAFE: Final = "/?:@!$&'()*+,;=-._~"


def expand(
    template: str,
    placeholder: Callable[[str], str | None],
    known: Iterable[str],
    *,
    path: str,
) -> str:
    """Fill *template* for a document, and sanitize the result.

    *placeholder* gives the value of one of the *known* names; each value is
    escaped on its own. A ``_`` after a name belongs to the text around it.

    Raises:
        PermalinkError: a placeholder that is not *known*; *path* is for the message.
    """
    pieces: list[str] = []
    for text, name in _pieces(template):
        pieces.append(text)
        if name is None:
            continue
        key = name.removesuffix("_")
        if key not in known:
            raise PermalinkError(
                f"The URL template doesn't have {key} keys. Check your permalink template!",
                path=path,
                hint=f"the permalink is {template!r}; placeholders are "
                + ", ".join(f":{one}" for one in sorted(known)),
            )
        pieces.append(escape_path(placeholder(key) or ""))
        if key is not name:
            pieces.append("_")
    return sanitized("".join(pieces))


def replace(template: str, placeholders: Mapping[str, str | None]) -> str:
    """Fill *template* for a page, and sanitize the result.

    Plain replacement of text: unknown placeholders stay, and one whose value is
    None takes the slash before it with it.
    """
    result = template
    for name, value in placeholders.items():
        if ":" not in result:
            break
        if value is None:
            result = result.replace(f"/:{name}", "")
        elif f":{name}" in result:
            result = result.replace(f":{name}", escape_path(value))
    return sanitized(result)


def sanitized(url: str) -> str:
    """*url* with one slash in front, no ``..``, no ``./`` and no doubled slashes."""
    url = f"/{url}".replace("..", "/").replace("./", "")
    return _SLASHES.sub("/", url) if "//" in url else url


def escape_path(path: str) -> str:
    """Percent-encode what may not stand in a URL's path; ``/`` stays."""
    if _PLAIN.fullmatch(path):
        return path
    return quote(path, safe=_SAFE, errors="surrogateescape")


def unescape_path(path: str) -> str:
    """The file system's name for a URL's path."""
    if "%" not in path:
        return path
    return unquote_to_bytes(path.encode("utf-8", "surrogateescape")).decode(
        "utf-8", "surrogateescape"
    )


def below(base: str, path: str) -> str:
    """The normal form of *path*, which begins with a slash, below the folder *base*."""
    joined = base + path
    return str(Path(joined)) if "//" in joined or "/." in joined else joined


def file_of(url: str) -> str:
    """The path below the destination that *url* names: unescaped, and unable to leave it.

    Raises:
        PermalinkError: a null character, which no file's name can hold.
    """
    path = unescape_path(url)
    if "\0" in path:
        raise PermalinkError(
            f"the URL {url!r} holds a null character", hint="remove %00 from the permalink"
        )
    if "." in path or "//" in path:
        path = posixpath.normpath("/" + path.lstrip("/"))
    elif path != "/":
        path = path.rstrip("/")
    return path


def add_suffix(template: str, style: str) -> str:
    """*template* with the ending of the site's permalink *style*, for pages and collections."""
    if style == "pretty" or style.endswith("/"):
        return template + "/"
    if style in {"date", "ordinal", "none"} or style.endswith(":output_ext"):
        return template + ":output_ext"
    return template


def tells_the_date(template: str) -> bool:
    """Tell whether *template* makes an address of the date."""
    names = (name.removesuffix("_") for _, name in _pieces(template) if name is not None)
    return not DATE_PLACEHOLDERS.keys().isdisjoint(names)


@lru_cache(maxsize=512)
def _pieces(template: str) -> tuple[tuple[str, str | None], ...]:
    pieces: list[tuple[str, str | None]] = []
    end = 0
    for match in _PLACEHOLDER.finditer(template):
        pieces.append((template[end : match.start()], match[1]))
        end = match.end()
    pieces.append((template[end:], None))
    return tuple(pieces)
