"""The public plugin API, hooks, and how plugins are found.

* :mod:`~jinkyll.plugins.api`: what a plugin's author imports.
* :mod:`~jinkyll.plugins.hooks`: the registry of hooks, and who triggers which event when.
* :mod:`~jinkyll.plugins.discovery`: which plugins a configuration asks for, and where each one is.
* :mod:`~jinkyll.plugins.loading`: :func:`load`, the one call that the build makes.
"""

from __future__ import annotations

from jinkyll.plugins.hooks import Hooks
from jinkyll.plugins.loading import Plugins, load

__all__ = ["Hooks", "Plugins", "load"]
