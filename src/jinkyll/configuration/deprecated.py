"""Keys that older versions of Jekyll had: what they mean today, and a word about it.

Source: https://jekyllrb.com/docs/upgrading/ and Jekyll 3's ``Configuration``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from jinkyll import log

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["REMOVED", "RENAMED", "renamed"]

RENAMED: Final = {
    "gems": "plugins",
    "layouts": "layouts_dir",
    "data_source": "data_dir",
    "server_port": "port",
    "pygments": "highlighter",
}
"""Old keys, and what they are called now."""

REMOVED: Final = {
    "server": "Use the 'jekyll serve' subcommand to serve your site.",
    "auto": "Use the '--watch' switch to rebuild on changes.",
    "post_ext": "Every file in '_posts' with a date in its name is a post.",
}
"""Old keys that mean nothing any more, and what to do instead."""

_FOLDERS: Final = {"layouts": "_layouts", "data_source": "_data"}


def renamed(configuration: dict[str, Any], source: Path) -> dict[str, Any]:
    """*configuration* with old keys under their present names; each is warned about.

    An old key that names a folder counts only in a *source* without the folder that
    is used since: Jekyll 4 ignores the key, and sites may use its name for something else.
    """
    for old, new in RENAMED.items():
        if old not in configuration:
            continue
        value = configuration[old]
        folder = _FOLDERS.get(old)
        if folder is not None and (not isinstance(value, str) or (source / folder).is_dir()):
            continue
        log.warn(
            "Deprecation:",
            f"The '{old}' configuration option has been renamed to '{new}'. "
            "Please update your config file accordingly.",
        )
        if old != "pygments" and new not in configuration:
            configuration[new] = value
    for old, advice in REMOVED.items():
        # Sites use these names for data of their own; Jekyll's were switches, or an extension.
        if isinstance(configuration.get(old), bool if old != "post_ext" else str):
            log.warn(
                "Deprecation:", f"The '{old}' configuration option is no longer accepted. {advice}"
            )
    return configuration
