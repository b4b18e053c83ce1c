"""Keys and values that older versions of Jekyll had: what they mean today, and a word about it.

Source: https://jekyllrb.com/docs/upgrading/ and Jekyll 3's configuration.
"""

from __future__ import annotations

from typing import Any, Final

from jinkyll import log

__all__ = ["RENAMED", "renamed"]

RENAMED: Final = {
    "gems": "plugins",
    "layouts": "layouts_dir",
    "data_source": "data_dir",
    "server_port": "port",
    "pygments": "highlighter",
}
"""Old keys, and what they are called now."""


def renamed(configuration: dict[str, Any]) -> dict[str, Any]:
    """*configuration* with old keys under their present names; each is warned about."""
    for old, new in RENAMED.items():
        if old not in configuration:
            continue
        log.warn(
            "Deprecation:",
            f"The '{old}' configuration option has been renamed to '{new}'. "
            "Please update your config file accordingly.",
        )
        if old != "pygments" and new not in configuration:
            configuration[new] = configuration[old]
    return configuration
