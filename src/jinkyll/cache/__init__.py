"""What a later build may use of an earlier one.

* :mod:`~jinkyll.cache.disk_cache`: the stores of a site and where they are.
* :mod:`~jinkyll.cache.store`: results under keys, bounded, safe for builds at the same time.
* :mod:`~jinkyll.cache.segment`: one file of a store.
* :mod:`~jinkyll.cache.keys`: digests of all that a result depends on.
"""

from __future__ import annotations

from jinkyll.cache.disk_cache import DiskCache, open_cache
from jinkyll.cache.store import Store

__all__ = ["DiskCache", "Store", "open_cache"]
