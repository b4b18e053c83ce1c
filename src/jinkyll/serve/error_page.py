"""What the browser shows while the sources do not build.

If there is a last good page it stays, below a notice; if there is none, the notice is the page.
"""

from __future__ import annotations

import html

__all__ = ["error_page", "overlay"]

_STYLE = (
    "all:initial;display:block;box-sizing:border-box;font:16px/1.5 system-ui,sans-serif;"
    "background:#2b0f12;color:#fff;padding:1em 1.5em;border-bottom:4px solid #e5484d;"
)
_STICKY = "position:fixed;inset:0 0 auto 0;z-index:2147483647;max-height:60vh;overflow:auto;"
_TEXT = (
    "all:initial;display:block;color:inherit;font:14px/1.5 ui-monospace,monospace;"
    "white-space:pre-wrap;overflow-wrap:anywhere;margin:.5em 0;"
)
_PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>The site could not be built</title>
</head>
<body style="margin:0">
{notice}
</body>
</html>
"""


def overlay(message: str) -> str:
    """A block of HTML that covers the top of the last good page with *message*."""
    return _notice(message, "This page is from the last good build.", _STYLE + _STICKY)


def error_page(message: str) -> str:
    """A whole page for *message*, for when there is no page to show it on."""
    return _PAGE.format(notice=_notice(message, "Save a fix, and the page comes back.", _STYLE))


def _notice(message: str, remark: str, style: str) -> str:
    return (
        f'<div id="jinkyll-error" role="alert" style="{style}">'
        f"<strong>The site could not be built.</strong> {remark}"
        f'<code style="{_TEXT}">{html.escape(message)}</code></div>'
    )
