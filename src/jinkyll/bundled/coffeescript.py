"""jekyll-coffeescript: ``.coffee`` files with front matter become ``.js``.

CoffeeScript's compiler is a program of its own; where ``coffee`` is on the path, it is used.

Source: https://github.com/jekyll/jekyll-coffeescript (2.0).
"""

from __future__ import annotations

import shutil
import subprocess

from jinkyll.errors import ConversionError
from jinkyll.plugins.api import Converter, Priority

PURE = True


class CoffeeScript(Converter):
    """Has the compiler turn CoffeeScript into JavaScript."""

    priority = Priority.LOW

    def matches(self, ext: str) -> bool:
        """It takes ``.coffee``."""
        return ext.lower() == ".coffee"

    def output_ext(self, ext: str) -> str:  # noqa: ARG002  (all the same)
        """It gives ``.js``."""
        return ".js"

    def convert(self, text: str) -> str:
        """The JavaScript for *text*.

        Raises:
            ConversionError: there is no compiler, or it refuses *text*.
        """
        compiler = shutil.which("coffee")
        if compiler is None:
            raise ConversionError(
                "CoffeeScript needs its compiler, the program coffee",
                hint="npm install --global coffeescript, or keep the compiled .js in the site",
            )
        done = subprocess.run(  # noqa: S603
            [compiler, "--compile", "--stdio"],
            input=text,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        if done.returncode:
            raise ConversionError(f"CoffeeScript: {done.stderr.strip()}")
        return done.stdout
