"""Mistakes that Jekyll's own tags and filters find."""

from __future__ import annotations

from typing import ClassVar

from jinkyll.liquid.errors import LiquidRuntimeError

__all__ = ["FatalException", "RubyError"]


class RubyError(LiquidRuntimeError):
    """One that is no Liquid error in Jekyll, whose message therefore stands alone."""

    def liquid_message(self, template_name: str | None = None) -> str:
        """The message as Ruby words it."""
        del template_name
        return self.message


class FatalException(RubyError):  # noqa: N818  (Jekyll's name)
    """One of Jekyll's own errors."""

    fatal: ClassVar[bool] = True
