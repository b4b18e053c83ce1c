"""Build every case with the real Jekyll and its gems, and keep what they print.

    python tests/record_bundled.py [CASE...]

Needs ``jekyll`` and the gems of the bundled plugins (Debian: ``ruby-jekyll-*``); no network.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

CASES = Path(__file__).resolve().parent / "cases" / "bundled"
#: Modification time of every source file, which a sitemap shows: 2024-04-01 00:00:00 UTC.
MTIME = 1711929600


def prepared(case: Path, folder: Path) -> Path:
    """A copy of the source of *case* below *folder*, with known modification times."""
    source = folder / "source"
    shutil.copytree(case / "source", source)
    for path in source.rglob("*"):
        os.utime(path, (MTIME, MTIME))
    return source


def record(case: Path) -> None:
    expected = case / "expected"
    shutil.rmtree(expected, ignore_errors=True)
    with tempfile.TemporaryDirectory() as folder:
        source = prepared(case, Path(folder))
        subprocess.run(
            ["jekyll", "build", "--quiet", "--disable-disk-cache", "--destination", expected],
            cwd=source,
            check=True,
            env={**os.environ, "TZ": "UTC", "JEKYLL_ENV": "development"},
        )


if __name__ == "__main__":
    wanted = set(sys.argv[1:])
    for each in sorted(CASES.iterdir()):
        if not wanted or each.name in wanted:
            sys.stdout.write(f"{each.name}\n")
            record(each)
