"""Regular expressions in compiled form, kept from one process to the next.

Python keeps the bytecode of a module, but compiles the patterns in it anew at each start: some four
hundred, which took a quarter of the time of a build after one edit. Most of that goes from the text
to the code of the matching engine. That code is kept beside the bytecode of this module, under the
same rules: no site has a say in what a pattern means.

This leans on the inside of `re`, as it is since Python 3.11: where that looks different, patterns
are compiled as ever. The module imports next to nothing, on purpose: see `jinkyll.repetition`.
"""

from __future__ import annotations

import re
import sys
from array import array

from jinkyll import checked

TYPE_CHECKING = False  # see jinkyll.checked
if TYPE_CHECKING:
    from typing import Any

__all__ = ["keep", "use"]

_MAGIC = f"jinkyll-patterns\x01{sys.version}\n".encode()
_MOST = 2000
"""A pattern may hold a word of the site, so they might become ever more."""

_kept: dict[Any, Any] = {}
_new: dict[Any, Any] = {}


def _file() -> str | None:
    """Where the patterns are kept; None where Python keeps no bytecode either."""
    cached = None if __spec__ is None else __spec__.cached
    return None if cached is None else f"{cached.removesuffix('.pyc')}.kept"


def use() -> None:
    """Compile by what an earlier process has left, from now on; learn what it lacks."""
    path = _file()
    if path is None:
        return
    compiler: Any = getattr(re, "_compiler", None)
    try:
        compile_text, make_code, make = compiler.compile, compiler._code, compiler._sre.compile
    except AttributeError:
        return
    _kept.update(checked.load(path, _MAGIC) or {})
    code: list[int] = []

    def code_of(parsed: Any, flags: Any) -> list[int]:
        nonlocal code
        code = make_code(parsed, flags)
        return code

    def compiled(pattern: Any, flags: int = 0) -> Any:
        key = (pattern, int(flags))
        if not isinstance(pattern, str | bytes) or flags & _UNLIKE:
            return compile_text(pattern, flags)
        kept = _kept.get(key)
        if kept is not None:
            all_flags, words, names = kept
            groups = {name: number for number, name in enumerate(names) if name is not None}
            try:
                return make(
                    pattern, all_flags, array("I", words).tolist(), len(names) - 1, groups, names
                )
            except (RuntimeError, TypeError, ValueError):
                del _kept[key]  # not what this engine takes
        found = compile_text(pattern, flags)
        names = [None] * (found.groups + 1)
        for name, number in found.groupindex.items():
            names[number] = name
        _new[key] = (found.flags, array("I", code).tobytes(), tuple(names))
        return found

    compiler._code = code_of
    compiler.compile = compiled


_UNLIKE = int(re.DEBUG | re.LOCALE)
"""Flags that make a pattern more than its text: something is printed, the locale is asked."""


def keep() -> None:
    """Leave what this process had to compile to later ones, beside what others have left."""
    path = _file()
    if not _new or path is None or sys.dont_write_bytecode:
        return
    known = {**(checked.load(path, _MAGIC) or {}), **_new}
    if len(known) > _MOST:
        known = _new
    try:
        checked.save(path, _MAGIC, known)
    except (OSError, ValueError):
        return
    _kept.update(_new)
    _new.clear()
