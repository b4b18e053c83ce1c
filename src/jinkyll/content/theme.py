"""A theme: layouts, includes, styles, assets and data that a site builds upon.

Source: https://jekyllrb.com/docs/themes/ and Jekyll's ``Theme``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from jinkyll import log

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["Theme"]


@dataclass(eq=False)
class Theme:
    """A folder that is a theme, and what its package says about it."""

    name: str
    root: Path
    version: str = ""
    authors: str = ""
    description: str = ""
    metadata: dict[str, str] = field(default_factory=dict)
    runtime_dependencies: dict[str, str] = field(default_factory=dict)
    """The gems that the theme needs, with what it asks of their versions: ``~> 4.0``."""

    @property
    def basename(self) -> str:
        """Name of the folder."""
        return self.root.name

    @cached_property
    def includes_path(self) -> Path | None:
        """``_includes``; None if the theme has none."""
        return self._folder("_includes")

    @cached_property
    def layouts_path(self) -> Path | None:
        """``_layouts``; None if the theme has none."""
        return self._folder("_layouts")

    @cached_property
    def sass_path(self) -> Path | None:
        """``_sass``; None if the theme has none."""
        return self._folder("_sass")

    @cached_property
    def assets_path(self) -> Path | None:
        """``assets``; None if the theme has none."""
        return self._folder("assets")

    @cached_property
    def data_path(self) -> Path | None:
        """``_data``; None if the theme has none."""
        return self._folder("_data")

    def _folder(self, name: str) -> Path | None:
        # Symlinks may point about within the theme, not out of it.
        try:
            path = (self.root / name).resolve(strict=True)
        except FileNotFoundError:
            return None
        except PermissionError:
            log.error("Theme error:", f"Directory '{name}' is not accessible.")
            return None
        except (OSError, RuntimeError):  # RuntimeError: what Python says of a circle of symlinks
            log.error("Theme error:", f"Directory '{name}' includes a symbolic link loop.")
            return None
        return path if path.is_dir() and path.is_relative_to(self.root) else None
