"""From one kind of text to another, by the extension of the file."""

from jinkyll.render.converters.converters import Converters

__all__ = ["Converters"]
