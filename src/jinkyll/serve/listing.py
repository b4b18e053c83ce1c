"""The page that lists a folder without an index."""

from __future__ import annotations

import html
import urllib.parse
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

__all__ = ["listing"]

_PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Index of {title}</title>
<style>
:root {{ color-scheme: light dark; }}
body {{ font: 1rem/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 48rem; }}
table {{ border-collapse: collapse; width: 100%; }}
th, td {{ padding: .25rem 1rem .25rem 0; text-align: left; white-space: nowrap; }}
td:first-child {{ overflow-wrap: anywhere; white-space: normal; }}
.size {{ text-align: right; }}
</style>
</head>
<body>
<h1>Index of {title}</h1>
<table>
<thead><tr><th>Name</th><th>Last modified</th><th class="size">Size</th></tr></thead>
<tbody>
<tr><td><a href="../">Parent folder</a></td><td></td><td></td></tr>
{rows}
</tbody>
</table>
</body>
</html>
"""
_ROW = (
    '<tr><td><a href="{href}">{name}</a></td><td>{modified}</td><td class="size">{size}</td></tr>'
)


def listing(url: str, entries: Iterable[Path]) -> str:
    """An HTML page that links *entries*, the content of the folder at *url* (encoded)."""
    rows = "\n".join(_row(entry) for entry in entries)
    return _PAGE.format(title=html.escape(urllib.parse.unquote(url)), rows=rows)


def _row(entry: Path) -> str:
    status = entry.stat()
    slash = "/" if entry.is_dir() else ""
    modified = datetime.fromtimestamp(status.st_mtime).astimezone()
    return _ROW.format(
        # The dot keeps a name with a colon from being read as a scheme.
        href=html.escape("./" + urllib.parse.quote(entry.name, errors="surrogateescape") + slash),
        name=html.escape(entry.name.encode(errors="replace").decode() + slash),
        modified=f"{modified:%Y-%m-%d %H:%M}",
        size="" if slash else f"{status.st_size:,}",
    )
