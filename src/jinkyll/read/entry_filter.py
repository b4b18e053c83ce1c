"""Which files and folders take part in the build.

The rules, in Jekyll's order: names ending in a dot are out; what ``exclude``
names is out unless ``include`` names it; in safe mode symlinks that leave the
source are out; what ``include`` names is in; names that begin with one of
``. _ # ~``, or end in ``~``, are out; the rest is in.

A pattern is a glob whose ``*`` crosses slashes, or the beginning of a path:
``exclude: [foo]`` excludes ``foobar.md`` too.

Source: https://jekyllrb.com/docs/configuration/options/ ("Exclude", "Include") and
Jekyll's ``EntryFilter``.
"""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING, Any, Final

from jinkyll import log

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jinkyll.configuration import Configuration

__all__ = ["EntryFilter", "glob_pattern"]

_SPECIAL: Final = (".", "_", "#", "~")
_MAGIC: Final = re.compile(r"[*?\[\\]")


class EntryFilter:
    """The rules of one configuration."""

    def __init__(self, configuration: Configuration) -> None:
        include = configuration.include
        exclude = [one for one in configuration.exclude if one not in include]
        self._include = _Patterns(include)
        self._exclude = _Patterns(exclude)
        self._safe = configuration.safe
        self._source = os.path.realpath(configuration.source)

    def accepts(self, entry: str, base: str, path: str, *, directory: bool) -> bool:
        """Tell whether *entry*, a path below *base*, takes part.

        *base* is relative to the source (``""``, ``"docs"``); *path* is the whole
        path, which is looked at only in safe mode.
        """
        if entry.endswith("."):
            return False
        name = entry[entry.rfind("/") + 1 :]
        included = self._include.match(entry, directory=directory) or (
            name is not entry and self._include.match(name, directory=directory)
        )
        whole = f"{base}/{entry}" if base else entry
        if not included and self._exclude.match(whole, directory=directory):
            log.debug("EntryFilter:", f"excluded /{whole}")
            return False
        if self._safe and self.leaves_the_source(path):
            return False
        return included or not (
            entry.startswith(_SPECIAL) or name.startswith(_SPECIAL) or entry.endswith("~")
        )

    def leaves_the_source(self, path: str) -> bool:
        """Tell whether safe mode refuses *path*: a symlink to somewhere outside the source."""
        return (
            self._safe
            and os.path.islink(path)  # noqa: PTH114
            and not os.path.realpath(path).startswith(self._source)
        )


class _Patterns:
    """Patterns of one list, compiled."""

    def __init__(self, patterns: Iterable[Any]) -> None:
        texts = [one.lstrip("/") for one in patterns if isinstance(one, str)]
        self._prefixes = tuple(texts)
        self._folders = frozenset(one[:-1] for one in texts if one.endswith("/"))
        globs = [glob_pattern(one) for one in texts if _MAGIC.search(one)]
        self._globs = re.compile("|".join(globs), re.DOTALL) if globs else None

    def match(self, path: str, *, directory: bool) -> bool:
        if path.startswith(self._prefixes):
            return True
        if directory and path in self._folders:
            return True
        return self._globs is not None and self._globs.fullmatch(path) is not None


def glob_pattern(glob: str) -> str:
    """The regular expression for Ruby's ``File.fnmatch`` without flags."""
    pieces: list[str] = []
    position, end = 0, len(glob)
    while position < end:
        character = glob[position]
        position += 1
        if character == "*":
            if not pieces or pieces[-1] != ".*":
                pieces.append(".*")
        elif character == "?":
            pieces.append(".")
        elif character == "\\" and position < end:
            pieces.append(re.escape(glob[position]))
            position += 1
        elif character == "[":
            pattern, position = _bracket(glob, position)
            pieces.append(pattern)
        else:
            pieces.append(re.escape(character))
    return "".join(pieces)


_NEVER: Final = "(?!)"


def _bracket(glob: str, position: int) -> tuple[str, int]:
    """The pattern for the set whose ``[`` stands before *position*, and where it ends."""
    end = len(glob)
    negated = glob[position : position + 1] in {"!", "^"}
    position += negated
    members: list[str] = []
    while position < end and glob[position] != "]":
        first, position = _member(glob, position)
        last = first
        if glob.startswith("-", position) and not glob.startswith("]", position + 1):
            last, position = _member(glob, position + 1)
        if first and last and first <= last:
            members.append(f"{re.escape(first)}-{re.escape(last)}")
    if position >= end:
        return _NEVER, end  # a set that nothing closes matches nothing
    if not members:
        return "." if negated else _NEVER, position + 1
    return f"[{'^' if negated else ''}{''.join(members)}]", position + 1


def _member(glob: str, position: int) -> tuple[str, int]:
    if glob.startswith("\\", position):
        position += 1
    return glob[position : position + 1], position + 1
