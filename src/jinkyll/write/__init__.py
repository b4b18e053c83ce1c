"""The last step: outputs to files, then clean what nobody claims."""

from jinkyll.write.writer import Written, write

__all__ = ["Written", "write"]
