"""What a plugin written in Ruby registers, as far as its text tells."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["registrations"]

_KINDS: Final = (
    ("tag", re.compile(r"register_tag\(?\s*[:\"'](?P<name>[\w-]+)")),
    ("filters", re.compile(r"register_filter\(?\s*(?P<name>[\w:]+)")),
    ("generator", re.compile(r"class\s+(?P<name>\w+)\s*<\s*(?:::)?(?:Jekyll::)?Generator\b")),
    ("converter", re.compile(r"class\s+(?P<name>\w+)\s*<\s*[\w:]*\bConverter\b")),
    ("hook", re.compile(r"Hooks\.register\(?\s*(?P<name>\[[^\]]*\]|:\w+)")),
    ("command", re.compile(r"class\s+(?P<name>\w+)\s*<\s*(?:::)?(?:Jekyll::)?Command\b")),
)


def registrations(path: Path) -> str:
    """``"tag youtube, filters My::Filters"`` for the Ruby file at *path*; ``""`` if unclear."""
    try:
        text = path.read_text("utf-8", errors="replace")
    except OSError:
        return ""
    found = [f"{kind} {match['name']}" for kind, regex in _KINDS for match in regex.finditer(text)]
    return ", ".join(dict.fromkeys(found))
