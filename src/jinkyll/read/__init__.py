"""First step: files become a site.

Nothing here renders anything; what a file says is taken as it stands, and put
into the nouns of :mod:`jinkyll.content`.
"""

from jinkyll.read.again import read_again
from jinkyll.read.site import empty_site, read

__all__ = ["empty_site", "read", "read_again"]
