"""Fetch themes that are not installed: from a folder, a git repository or an archive.

What was fetched stays in the site's ``cache_dir`` (``remote_themes``), so that a site is built from
the network once; ``jinkyll clean`` forgets it. A theme without ``@ref`` is what its default branch
held on that day.
"""

from __future__ import annotations

import hashlib
import io
import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Final

from jinkyll import log
from jinkyll.errors import ConfigurationError
from jinkyll.paths import sanitized

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from jinkyll.configuration import Configuration

__all__ = ["fetch", "is_valid"]

_SECONDS: Final = 30
_BYTES_AT_MOST: Final = 200 * 1024 * 1024
_NAME: Final = re.compile(
    r"(?:(?P<scheme>https)://(?P<host>[\w.-]+)/)?(?P<owner>[\w.-]+)/(?P<name>[\w.-]+?)"
    r"(?:@(?P<ref>[^\s:]+))?",
    re.ASCII,
)
_GIT: Final = re.compile(r"(?P<url>(?:https://|ssh://|git@)[^\s]+?\.git)(?:@(?P<ref>[^\s@]+))?")
_ARCHIVE: Final = re.compile(r"(?:https|file)://\S+\.(?:zip|tar\.gz|tgz)")


def is_valid(where: str) -> bool:
    """Tell whether *where* has one of the forms that :func:`fetch` understands."""
    return _is_folder(where) or any(pattern.fullmatch(where) for pattern in (_NAME, _GIT, _ARCHIVE))


def fetch(
    where: str, configuration: Configuration, headers: Mapping[str, str] | None = None
) -> Path:
    """The folder of the theme at *where*, fetched if that has not been done before.

    *where* is ``owner/name`` or ``owner/name@ref`` on GitHub, ``https://host/owner/name@ref`` on
    another, the address of a repository that ends in ``.git`` (perhaps with ``@ref``), or of a
    ``.zip`` or ``.tar.gz``, or a folder: ``./theme``, relative to the source. *headers* go with
    each request.

    Raises:
        ConfigurationError: there is no such theme, or it can't be fetched.
    """
    if _is_folder(where):
        folder = configuration.source / Path(where).expanduser()
        if not folder.is_dir():
            raise ConfigurationError(f"there is no theme in the folder {where}")
        return folder
    digest = hashlib.sha256(where.encode()).hexdigest()[:12]
    plain = re.sub(r"[^\w.@-]+", "-", where.partition("://")[2] or where).strip("-")
    kept = configuration.cache_dir / "remote_themes" / f"{plain}-{digest}"
    if not kept.is_dir():
        log.info("Remote Theme:", f"Fetching {where}")
        kept.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=kept.parent) as temporary:
            fetched = Path(temporary) / "theme"
            _fetch(where, fetched, headers or {})
            fetched.rename(kept)
    return kept


def _is_folder(where: str) -> bool:
    return where.startswith(("./", "../", "/", "~/"))


def _fetch(where: str, folder: Path, headers: Mapping[str, str]) -> None:
    if match := _GIT.fullmatch(where):
        _clone(match["url"], match["ref"], folder)
        return
    if _ARCHIVE.fullmatch(where):
        url = where
    elif match := _NAME.fullmatch(where):
        host = match["host"] or "github.com"
        ref = match["ref"] or "HEAD"
        url = f"https://codeload.{host}/{match['owner']}/{match['name']}/zip/{ref}"
    else:
        raise ConfigurationError(
            f"{where!r} is not a valid remote theme", hint="remote_theme: owner/name@v1.0.0"
        )
    folder.mkdir()
    _unpack(_download(url, headers, where), folder)


def _clone(url: str, ref: str | None, folder: Path) -> None:
    command = ["git", "clone", "--quiet", "--depth", "1", "--config", "core.symlinks=false"]
    command += ["--branch", ref] if ref else []
    done = subprocess.run(  # noqa: S603
        [*command, "--", url, str(folder)],
        capture_output=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, "GIT_TERMINAL_PROMPT": "0"},
    )
    if done.returncode:
        raise ConfigurationError(f"the theme {url} can't be cloned: {done.stderr.strip()}")
    shutil.rmtree(folder / ".git")


def _download(url: str, headers: Mapping[str, str], where: str) -> bytes:
    import urllib.request  # noqa: PLC0415  (30 ms, and few sites fetch anything)

    request = urllib.request.Request(  # noqa: S310  (https and file only, see the patterns)
        url, headers={"User-Agent": "jinkyll", **headers}
    )
    try:
        with urllib.request.urlopen(request, timeout=_SECONDS) as response:  # noqa: S310
            content: bytes = response.read(_BYTES_AT_MOST + 1)
    except (OSError, ValueError) as error:
        # urllib wraps what the system says: <urlopen error [Errno -2] Name or service not known>.
        inner = getattr(error, "reason", None)
        what = inner.strerror if isinstance(inner, OSError) and inner.strerror else error
        raise ConfigurationError(
            f"the theme {where} can't be fetched from {url}: {what}",
            hint="a theme in a folder needs no network: remote_theme: ./path/to/theme",
        ) from error
    if len(content) > _BYTES_AT_MOST:
        raise ConfigurationError(f"the theme {where} is larger than {_BYTES_AT_MOST >> 20} MB")
    return content


def _unpack(archive: bytes, folder: Path) -> None:
    """Write the files of *archive* below *folder*, without the one folder that holds them all."""
    files = [(PurePosixPath(name), content) for name, content in _files(archive)]
    tops = {path.parts[0] for path, _ in files if path.parts}
    nested = len(tops) == 1 and all(len(path.parts) > 1 for path, _ in files)
    written = 0
    for path, content in files:
        written += len(content)
        if written > _BYTES_AT_MOST:
            raise ConfigurationError(f"the theme unpacks to more than {_BYTES_AT_MOST >> 20} MB")
        inner = PurePosixPath(*path.parts[1:]) if nested else path
        target = sanitized(folder, str(inner))
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)


def _files(archive: bytes) -> Iterator[tuple[str, bytes]]:
    """The regular files in *archive*: links might lead anywhere."""
    import tarfile  # noqa: PLC0415  (as above)
    import zipfile  # noqa: PLC0415  (as above)

    stream = io.BytesIO(archive)
    try:
        if zipfile.is_zipfile(stream):
            with zipfile.ZipFile(stream) as packed:
                for entry in packed.infolist():
                    is_link = entry.external_attr >> 28 == 0o12
                    if not (entry.is_dir() or is_link) and entry.file_size <= _BYTES_AT_MOST:
                        yield entry.filename, packed.read(entry)
            return
        stream.seek(0)
        with tarfile.open(fileobj=stream) as packed_tar:
            for member in packed_tar:
                file = packed_tar.extractfile(member) if member.isfile() else None
                if file is not None and member.size <= _BYTES_AT_MOST:
                    yield member.name, file.read()
    except (zipfile.BadZipFile, tarfile.TarError, OSError) as error:
        raise ConfigurationError(f"the theme's archive can't be unpacked: {error}") from error
