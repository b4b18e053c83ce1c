"""The last step: outputs to files, then clean what nobody claims."""

from jinkyll.write.writer import Written, warn_of_conflicts, write, write_rendered

__all__ = ["Written", "warn_of_conflicts", "write", "write_rendered"]
