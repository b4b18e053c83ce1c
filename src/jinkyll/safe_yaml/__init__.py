"""YAML as Jekyll reads it: libyaml underneath, Ruby's idea of scalars on top.

Plain scalars become what Psych, Ruby's YAML library, makes of them: ``yes`` and
``off`` are booleans, ``1_000`` and ``1,000`` are the same number, ``0x1F`` and
``017`` are numbers of other bases, ``1:30`` is a number of base 60 (with Psych's
own weights), ``2020-01-01`` is a date. A ``:symbol`` stays text with its colon.
A time with a zone keeps its offset; one without is meant in UTC, and given in the
site's zone.

Front matter is mostly lines of ``key: value``; those are read without libyaml,
and anything that might not be one goes to it.

Source: https://yaml.org/spec/1.1/, Psych's ``ScalarScanner``, and the rules of the
safe_yaml gem.
"""

from jinkyll.safe_yaml.loading import load
from jinkyll.safe_yaml.mistakes import InvalidYAML
from jinkyll.safe_yaml.scalars import scalar

__all__ = ["InvalidYAML", "load", "scalar"]
