"""The site's configuration: defaults, then files, then the command line.

Source: https://jekyllrb.com/docs/configuration/
"""

from jinkyll.configuration.configuration import Configuration, environment
from jinkyll.configuration.defaults import DEFAULT_EXCLUDES, DEFAULTS
from jinkyll.configuration.loading import configuration_files, load
from jinkyll.configuration.merging import deep_merge

__all__ = [
    "DEFAULTS",
    "DEFAULT_EXCLUDES",
    "Configuration",
    "configuration_files",
    "deep_merge",
    "environment",
    "load",
]
