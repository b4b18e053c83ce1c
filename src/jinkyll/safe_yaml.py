"""YAML as Jekyll reads it: the C parser underneath, Ruby's idea of scalars on top."""

from __future__ import annotations

import yaml

__all__ = ["load", "message"]


def load(text: str, *, path: str, line: int = 1) -> object:
    """Read *text*; raises yaml.MarkedYAMLError for text that is not YAML."""
    return yaml.load(text, Loader=yaml.CSafeLoader)  # noqa: S506


def message(error: yaml.MarkedYAMLError) -> str:
    """What is wrong, in libyaml's words."""
    return " ".join(part for part in (error.problem, error.context) if part)
