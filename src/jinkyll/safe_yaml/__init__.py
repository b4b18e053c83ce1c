"""YAML as Jekyll reads it: libyaml underneath, Ruby's idea of scalars on top.

Plain scalars become what the gem safe_yaml makes of them: ``yes`` and ``off`` are
booleans, ``1_000`` and ``1,000`` are the same number, ``0x1F`` and ``017`` are
numbers of other bases, ``1:30`` is a number of base 60, ``2020-01-01`` is a date. A
``:symbol`` stays text with its colon. A time keeps the offset that it is written
with; one without is meant in UTC.

Front matter is mostly lines of ``key: value``; those are read without libyaml,
and anything that might not be one goes to it.

Source: https://yaml.org/spec/1.1/, the rules of the safe_yaml gem, and Psych's
``ScalarScanner``.
"""

from jinkyll.safe_yaml.loading import load
from jinkyll.safe_yaml.mistakes import InvalidYAML
from jinkyll.safe_yaml.scalars import scalar

__all__ = ["InvalidYAML", "load", "scalar"]
