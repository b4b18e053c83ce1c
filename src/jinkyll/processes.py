"""Whether this process is alone with itself, and may have copies."""

from __future__ import annotations

import os
import sys

__all__ = ["can_fork", "has_one_thread"]

_NO_FORK = "JINKYLL_NO_FORK"
"""A variable that makes any system one where forking is not safe, for tests."""


def can_fork() -> bool:
    """Tell whether a copy of this process would be a sane one."""
    if os.environ.get(_NO_FORK) or not hasattr(os, "fork") or sys.platform == "darwin":
        return False
    return has_one_thread()


def has_one_thread() -> bool:
    """Tell whether nothing goes on in this process beside the caller."""
    # What is not even imported has made no threads.
    threading = sys.modules.get("threading")
    return threading is None or threading.active_count() == 1
