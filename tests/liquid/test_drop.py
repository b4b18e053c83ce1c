"""Drops answer what they offer, and nothing of Python can be reached."""

from collections.abc import Iterator

import pytest

from jinkyll.errors import LiquidError
from jinkyll.liquid import Context, Drop, Environment, render


class Product(Drop):
    def __init__(self, name: str, price: int) -> None:
        self.cost = price
        self._name = name

    def title(self) -> str:
        return self._name

    @property
    def price(self) -> int:
        return self.cost

    def liquid_compare(self, other: object) -> int | None:
        return self.cost - other.cost if isinstance(other, Product) else None

    def liquid_to_s(self) -> str:
        return f"<{self._name}>"


class Shelf(Drop):
    def __iter__(self) -> Iterator[object]:
        yield from ("a", "b", "c")

    def liquid_get(self, key: str) -> object:
        return f"got {key}" if key.startswith("g") else None

    def liquid_has(self, key: str) -> bool:
        return key.startswith("g") or key == "nothing"


DATA = {
    "hat": Product("hat", 5),
    "shelf": Shelf(),
    "all": [Product("b", 2), Product("a", 1)],
    "text": "x",
    "object": object(),
    "function": print,
    "map": {"k": 1},
}


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("{{ hat.title }} {{ hat.price }} {{ hat['title'] }}", "hat 5 hat"),
        ("{{ hat.cost }}{{ hat._name }}{{ hat.liquid_get }}{{ hat.__class__ }}", ""),
        ("{{ hat }}|{{ shelf }}", "<hat>|Shelf"),
        ("{{ shelf.ghost }}{{ shelf.other }}{{ shelf.nothing }}", "got ghost"),
        ("{% for x in shelf %}{{ x }}{% endfor %} {{ shelf | join: '-' }}", "abc a-b-c"),
        ("{{ shelf.first }} {{ shelf | first }} {{ shelf | size }}", "a a 0"),
        ("{% if shelf contains 'b' %}yes{% endif %}", "yes"),
        ("{{ all | sort | map: 'title' | join }}", "a b"),
        ("{{ all | where: 'price', 2 | map: 'title' }}", "b"),
        ("{{ all | sort: 'title' }}", "<a><b>"),
        ("{% if hat == hat %}same{% endif %}{% if hat == text %}no{% endif %}", "same"),
    ],
)
def test_drop(source: str, expected: str) -> None:
    assert render(source, DATA, {}) == expected


PYTHON = [
    "__class__",
    "__init__",
    "__dict__",
    "__globals__",
    "mro",
    "func_globals",
    "format",
    "items",
]


@pytest.mark.parametrize("name", ["hat", "text", "object", "function", "map", "all", "shelf"])
@pytest.mark.parametrize("attribute", PYTHON)
def test_nothing_of_python_is_reached(name: str, attribute: str) -> None:
    for source in (f"{{{{ {name}.{attribute} }}}}", f"{{{{ {name}['{attribute}'] }}}}"):
        expected = f"got {attribute}" if name == "shelf" and attribute.startswith("g") else ""
        assert render(source, DATA, {}) == expected
    for filter_ in (
        f"map: '{attribute}'",
        f"sort: '{attribute}' | join",
        f"where: '{attribute}', 1",
    ):
        try:
            text = render(f"{{{{ {name} | {filter_} }}}}", DATA, {})
        except LiquidError:
            continue
        assert "<built-in" not in text
        assert "<class" not in text
        assert "<bound" not in text


@pytest.mark.parametrize(
    "expression",
    [
        "site.__class__", "''.__class__.__mro__", "page.title.__class__",
        "hat.__init__.__globals__",
        "hat.cost", "hat._name", "object.__class__", "function.__self__", "map.__class__",
        "[].__class__.__base__", "self.__class__", "hat|attr('__class__')", "namespace.__init__",
        "map['__class__']", "hat['__class__']", "text.format.__globals__",
        "'{0.__class__}'.format(1).x", "cycler.__init__.__globals__.os",
    ],
)  # fmt: skip
def test_nor_in_jinja(expression: str) -> None:
    environment = Environment()
    context = Context(environment, DATA)
    source = f"{{{{ {expression} }}}}"
    try:
        text = environment.from_source(source, path="x.jinja").render(context)
    except LiquidError:
        return
    assert text == ""


@pytest.mark.parametrize(
    "source",
    [
        "{{ ''.__class__.__mro__[1].__subclasses__() }}",
        "{% for x in range(999999999) %}{% endfor %}",
        "{{ '%s' % hat.__class__.x.y() }}",
    ],
)
def test_jinjas_sandbox_holds(source: str) -> None:
    environment = Environment()
    with pytest.raises(LiquidError):
        environment.from_source(source, path="x.jinja").render(Context(environment, DATA))


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("{{ hat.nosuch }}", "undefined method nosuch"),
        ("{{ shelf.other }}", "undefined variable other"),
        ("{{ nosuch }}", "undefined variable nosuch"),
        ("{{ map.x }}", "undefined variable x"),
    ],
)
def test_strict_variables_and_drops(source: str, message: str) -> None:
    environment = Environment(strict_variables=True)
    with pytest.raises(LiquidError, match=message):
        environment.render_once(source, Context(environment, DATA))
    with pytest.raises(LiquidError, match=message):
        environment.parse_liquid(source).render(Context(environment, DATA))
