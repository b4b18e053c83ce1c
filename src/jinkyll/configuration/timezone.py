"""The zone in which a site lives: ``timezone:`` of the configuration, or the machine's.

Source: https://jekyllrb.com/docs/configuration/options/ ("Time Zone"); Ruby hands
the setting to the C library as ``TZ``, so POSIX zones (``JST-9``) are valid too.
"""

from __future__ import annotations

import datetime as dt
import os
import re
from functools import lru_cache
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

__all__ = ["local", "zone"]

_LOCALTIME: Final = Path("/etc/localtime")
_FIXED: Final = re.compile(
    r"(?P<name>[A-Za-z]{3,}|<[-+\w]+>)(?P<sign>[-+]?)(?P<hours>1?\d|2[0-3])(?::(?P<minutes>\d\d))?"
)
_POSIX: Final = re.compile(r"(?:[A-Za-z]{3,}|<[^>]+>)[-+]?\d")


def local() -> dt.tzinfo:
    """The machine's zone; the environment variable ``TZ`` comes first."""
    name = os.environ.get("TZ")
    if name is not None:
        return zone(name)
    return _machine()


@lru_cache(maxsize=16)
def zone(name: str) -> dt.tzinfo:
    """The zone called *name*; as in the C library, a name that means nothing is UTC."""
    name = name.removeprefix(":")
    try:
        if name.startswith("/"):
            with Path(name).open("rb") as file:
                return ZoneInfo.from_file(file, key=name)
        if name:
            return ZoneInfo(name)
    except (OSError, ValueError, KeyError):  # KeyError: ZoneInfoNotFoundError
        pass
    fixed = _FIXED.fullmatch(name)
    if fixed is not None:
        # POSIX counts westwards.
        sign = 1 if fixed["sign"] == "-" else -1
        offset = dt.timedelta(hours=int(fixed["hours"]), minutes=int(fixed["minutes"] or 0))
        return dt.timezone(sign * offset, fixed["name"].strip("<>"))
    if _POSIX.match(name):
        from dateutil import tz as dateutil_tz  # noqa: PLC0415  (slow, and hardly ever needed)

        try:
            return dateutil_tz.tzstr(name, posix_offset=True)
        except ValueError:
            pass
    return ZoneInfo("UTC")


@lru_cache(maxsize=1)
def _machine() -> dt.tzinfo:
    try:
        place = str(_LOCALTIME.resolve(strict=True))
    except OSError:
        place = ""
    _, found, name = place.partition("/zoneinfo/")
    if found:
        try:
            return ZoneInfo(name)
        except (OSError, ValueError, KeyError):
            pass
    if place:
        with _LOCALTIME.open("rb") as file:
            return ZoneInfo.from_file(file, key=name or "localtime")
    from dateutil import tz as dateutil_tz  # noqa: PLC0415  (slow, and hardly ever needed)

    return dateutil_tz.tzlocal()
