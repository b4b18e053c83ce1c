"""Media types by file name, the same on every machine.

The machine's own tables are not asked. Source: the media types that Jekyll's preview server sends.
"""

from __future__ import annotations

import mimetypes
from functools import cache
from pathlib import PurePath

__all__ = ["charset_applies", "media_type"]

# Where Python's table has nothing, or something else than Jekyll's.
_MORE = {
    ".appcache": "text/cache-manifest",
    ".apng": "image/apng",
    ".atom": "application/atom+xml",
    ".avif": "image/avif",
    ".coffee": "text/coffeescript",
    ".conf": "text/plain",
    ".eot": "application/vnd.ms-fontobject",
    ".epub": "application/epub+zip",
    ".flac": "audio/x-flac",
    ".geojson": "application/geo+json",
    ".glb": "model/gltf-binary",
    ".gltf": "model/gltf+json",
    ".gz": "application/gzip",
    ".heic": "image/heic",
    ".ics": "text/calendar",
    ".js": "application/javascript",
    ".json": "application/json",
    ".jsonld": "application/ld+json",
    ".kml": "application/vnd.google-earth.kml+xml",
    ".less": "text/less",
    ".log": "text/plain",
    ".m4a": "audio/mp4",
    ".map": "application/json",
    ".markdown": "text/markdown",
    ".md": "text/markdown",
    ".mjs": "application/javascript",
    ".mkv": "video/x-matroska",
    ".ogg": "audio/ogg",
    ".ogv": "video/ogg",
    ".opus": "audio/ogg",
    ".otf": "font/otf",
    ".rss": "application/rss+xml",
    ".sass": "text/x-sass",
    ".scss": "text/x-scss",
    ".toml": "application/toml",
    ".tsv": "text/tab-separated-values",
    ".ttf": "font/ttf",
    ".vtt": "text/vtt",
    ".wasm": "application/wasm",
    ".weba": "audio/webm",
    ".webm": "video/webm",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".woff": "font/woff",
    ".woff2": "font/woff2",
    ".xht": "application/xhtml+xml",
    ".xhtml": "application/xhtml+xml",
    ".xml": "application/xml",
    ".yaml": "text/yaml",
    ".yml": "text/yaml",
}
_TEXT_BEYOND_TEXT = frozenset(
    {"application/javascript", "application/json", "application/manifest+json"}
)


@cache
def _table() -> mimetypes.MimeTypes:
    table = mimetypes.MimeTypes(filenames=())
    # A packed file is sent as what it is: browsers must not unpack an archive on the way.
    table.encodings_map.clear()
    table.suffix_map.clear()
    for extension, kind in _MORE.items():
        table.add_type(kind, extension)
    return table


def media_type(name: str) -> str:
    """The media type of a file called *name*; unknown ones are a stream of bytes."""
    extension = PurePath(name).suffix.lower()
    kinds = _table().types_map
    return kinds[True].get(extension) or kinds[False].get(extension) or "application/octet-stream"


def charset_applies(kind: str) -> bool:
    """Tell whether a file of media type *kind* is text, so that its encoding must be told."""
    return kind.startswith("text/") or kind in _TEXT_BEYOND_TEXT
