"""jekyll-email-protect: the filter ``encode_email``, a first hurdle for harvesters.

``{{ "me@example.org" | encode_email }}`` percent-encodes letters and digits, which browsers
resolve in ``mailto:`` links.

Source: https://github.com/vwochnik/jekyll-email-protect (1.1.0).
"""

from __future__ import annotations

import re
from typing import Final

from jinkyll.plugins.api import template_filter

PURE = True

_LETTER: Final = re.compile(r"[a-zA-Z0-9]")


@template_filter
def encode_email(value: object) -> str:
    """*value* with each letter and digit as ``%XX``; ``@``, dots and hyphens stay."""
    text = "" if value is None else str(value)
    return _LETTER.sub(lambda match: f"%{ord(match[0]):02X}", text)
