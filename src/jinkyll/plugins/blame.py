"""Turn what a plugin raises into an error that names the plugin."""

from __future__ import annotations

import traceback
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from jinkyll.errors import JinkyllError, PluginError

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["blamed"]

_OWN_CODE = Path(__file__).resolve().parent.parent


@contextmanager
def blamed(plugin: str, doing: str) -> Iterator[None]:
    """Report any exception of the body as *plugin*'s, with file and line inside of it.

    *doing* says what the plugin was called for, as ``"site post_read"`` or ``"generate"``. Errors
    of jinkyll itself pass: they know their place already.

    Raises:
        PluginError: wraps what the plugin raised.
    """
    try:
        yield
    except JinkyllError:
        raise
    except Exception as error:
        path, line = _place(error)
        what = f"{type(error).__name__}: {error}"
        raise PluginError(
            f"plugin {plugin or 'without a name'} failed in {doing}: {what}",
            path=path,
            line=line,
            hint="--trace shows where the plugin was",
        ) from error


def _place(error: Exception) -> tuple[str | None, int | None]:
    """The innermost line of the plugin's own file: not of libraries that it called."""
    if isinstance(error, SyntaxError) and error.filename and not _is_own(error.filename):
        return error.filename, error.lineno
    frames = traceback.extract_tb(error.__traceback__)
    outside = [frame for frame in frames if not _is_own(frame.filename)]
    frame = outside[0] if outside else (frames[-1] if frames else None)
    if frame is None:
        return None, None
    same_file = [each for each in frames if each.filename == frame.filename]
    return frame.filename, same_file[-1].lineno


def _is_own(filename: str) -> bool:
    path = Path(filename).resolve()
    if not path.is_relative_to(_OWN_CODE):
        return False
    return path.relative_to(_OWN_CODE).parts[0] != "bundled"
