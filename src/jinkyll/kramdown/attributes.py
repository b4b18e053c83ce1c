"""Attribute lists: `{: .class #id key="value" reference}`.

https://kramdown.gettalong.org/syntax.html#attribute-list-definitions
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from jinkyll.kramdown.characters import WHITESPACE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["ANY_CHARACTERS", "ID_NAME", "AttributeList", "apply"]

ID_NAME: Final = r"[a-zA-Z0-9_][a-zA-Z0-9_-]*"
ANY_CHARACTERS: Final = r"(?:[^}\\]++|\\\}|\\)+"
"""What may stand between the braces; a backslash hides a closing brace."""

_ITEM: Final = re.compile(
    rf"(?:\A|\s)(?:({ID_NAME})=([\"'])((?:\\\}}|\\\2|[^}}\x02])*?)\2"
    rf"|({ID_NAME})"
    r"|((?:\#[A-Za-z][\w:-]*|\.[^\s.#]+)+))(?=\s|\Z)",
    re.ASCII,
)
_ID_OR_CLASS: Final = re.compile(r"\#([A-Za-z][\w:-]*)|\.([^\s.#]+)", re.ASCII)


class AttributeList:
    """What an attribute list says: attributes in order, and the names of lists it refers to."""

    __slots__ = ("attributes", "references")

    def __init__(self) -> None:
        self.attributes: dict[str, str] = {}
        self.references: list[str] = []

    def parse(self, text: str) -> bool:
        """Add what *text*, the part after the colon, says; false if it says nothing."""
        if text.strip(WHITESPACE) in {"", ":"}:
            return True
        found = False
        attributes = self.attributes
        for match in _ITEM.finditer(text):
            found = True
            key, quote, value, reference, ids_and_classes = match.groups()
            if reference:
                self.references.append(reference)
            elif ids_and_classes:
                for identifier, class_ in _ID_OR_CLASS.findall(ids_and_classes):
                    if class_:
                        before = attributes.get("class")
                        attributes["class"] = f"{before or ''} {class_}".lstrip(WHITESPACE)
                    else:
                        attributes["id"] = identifier
            else:
                attributes[key] = value.replace("\\}", "}").replace("\\" + quote, quote)
        return found

    def update(self, other: AttributeList) -> None:
        """Add another list's content; classes add up."""
        self.references += other.references
        for key, value in other.attributes.items():
            _set(self.attributes, key, value)

    def resolved(
        self, definitions: Mapping[str, AttributeList], seen: frozenset[str] = frozenset()
    ) -> Iterator[tuple[str, str]]:
        """Yield the attributes, those of the lists referred to first; circles are cut."""
        for name in self.references:
            if name in definitions and name not in seen:
                yield from definitions[name].resolved(definitions, seen | {name})
        yield from self.attributes.items()


def _set(attr: dict[str, str], key: str, value: str) -> None:
    if key == "class":
        value = f"{attr.get(key) or ''} {value}".lstrip(WHITESPACE)
    attr[key] = value


def apply(
    attr: dict[str, str | None], ial: AttributeList, definitions: Mapping[str, AttributeList]
) -> None:
    """Set on *attr*, an element's attributes, what *ial* says; classes add up."""
    if ial.references:
        items: Iterator[tuple[str, str]] = ial.resolved(definitions)
    else:
        items = iter(ial.attributes.items())
    for key, value in items:
        if key == "class":
            value = f"{attr.get(key) or ''} {value}".lstrip(WHITESPACE)
        attr[key] = value
