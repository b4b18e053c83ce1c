"""A hook of the build: an editable installation is compiled like any other.

pip compiles what it installs, but not sources that stay where they are. Where Python is told
to write no byte code (PYTHONDONTWRITEBYTECODE, as in many containers), they would be compiled
anew at every start, which takes longer than building a small site.
"""

import compileall
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileEditable(BuildHookInterface):
    """Compiles the package, if it is installed from where it lies."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Called before a wheel of the kind *version* is built."""
        del build_data
        if version == "editable":
            compileall.compile_dir(Path(self.root, "src", "jinkyll"), quiet=2, workers=0)
