"""Front matter as text: written as Ruby writes YAML, changed without touching the rest."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["changed", "value", "written"]

_BLOCK = re.compile(
    r"\A(\ufeff?---[ \t]*\r?\n)(.*?)^(?:---|\.\.\.)[ \t]*\r?$", re.DOTALL | re.MULTILINE
)
# What Ruby puts into double quotes although single ones would do.
_DOUBLE_QUOTED = re.compile(r'[^\w][^"]*\Z', re.DOTALL)


class _Dumper(yaml.SafeDumper):
    """Quotes and leaves empty what Ruby's Psych does."""

    def ignore_aliases(self, data: Any) -> bool:
        """Write everything out, however often it occurs."""
        del data
        return True


def _text(dumper: _Dumper, value: str) -> yaml.ScalarNode:
    style = '"' if _DOUBLE_QUOTED.match(value) else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style=style)


def _nothing(dumper: _Dumper, _: None) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:null", "")


_Dumper.add_representer(str, _text)
_Dumper.add_representer(type(None), _nothing)


def written(data: Mapping[str, Any]) -> str:
    """A file's text of front matter only, from *data* in its own order."""
    return f"---\n{_dumped(data)}---\n"


def changed(text: str, changes: Mapping[str, str | None]) -> str:
    """*text* with the keys of its front matter set as *changes* says; None takes a key away.

    Comments, order and quoting of everything else stay. Text without front matter, or with front
    matter that is no YAML map, stays as it is.
    """
    block = _BLOCK.match(text)
    if block is None:
        return text
    body = block[2]
    try:
        root = yaml.compose(body, Loader=yaml.SafeLoader)
    except yaml.YAMLError:
        return text
    if root is not None and (not isinstance(root, yaml.MappingNode) or root.flow_style):
        return text
    spans = (
        {} if root is None else {key.value: _span(body, key, value) for key, value in root.value}
    )
    lines = {name: "" if new is None else _dumped({name: new}) for name, new in changes.items()}
    for name, (start, end) in sorted(spans.items(), key=lambda item: -item[1][0]):
        if name in lines:
            body = body[:start] + lines[name] + body[end:]
    appended = "".join(line for name, line in lines.items() if name not in spans)
    if appended and body and not body.endswith("\n"):
        body += "\n"
    return text[: block.start(2)] + body + appended + text[block.end(2) :]


def value(text: str, name: str) -> object:
    """What the front matter of *text* has for the key *name*; None if it has nothing."""
    block = _BLOCK.match(text)
    if block is None:
        return None
    try:
        root = yaml.compose(block[2], Loader=yaml.SafeLoader)
    except yaml.YAMLError:
        return None
    if not isinstance(root, yaml.MappingNode):
        return None
    found = [node.value for key, node in root.value if key.value == name]
    return found[-1] if found else None


def _span(body: str, key: yaml.Node, value: yaml.Node) -> tuple[int, int]:
    """Where the lines of one entry begin and end in *body*."""
    start = body.rfind("\n", 0, key.start_mark.index) + 1
    end = max(value.end_mark.index, key.end_mark.index)
    # The end of a collection or block is the beginning of what comes next.
    if end > start and body[end - 1] == "\n":
        return start, end
    if isinstance(value, yaml.CollectionNode) and not value.flow_style:
        return start, body.rfind("\n", 0, end) + 1 or len(body)
    newline = body.find("\n", end)
    return start, len(body) if newline < 0 else newline + 1


def _dumped(data: Mapping[str, Any]) -> str:
    return yaml.dump(dict(data), Dumper=_Dumper, sort_keys=False, allow_unicode=True)
