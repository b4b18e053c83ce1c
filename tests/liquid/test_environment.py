"""One environment: bodies rendered once, the cache of code, both syntaxes."""

import marshal
import os
from pathlib import Path

import jinja2
import pytest

import liquid_reference as reference
from jinkyll.errors import LiquidError
from jinkyll.liquid import Context, Drop, Environment, LiquidWarning, Tag, context_filter, to_s
from jinkyll.liquid.parser import Parser


class Page(Drop):
    def title(self) -> str:
        return "Home"

    def tags(self) -> list[str]:
        return ["b", "a"]


TEMPLATES = {
    "base.html.jinja": "<b>{% block body %}{% endblock %}</b>",
    "foot.html": "[{{ page.title | downcase }} {{ x }}]{% assign z = 3 %}",
    "macros.j2": "{% macro cut(text) %}({{ text | truncate(4) }}){% endmacro %}",
    "part.j2": "J{{ page.title }}{{ a }}{% include 'foot.html' %}",
    "bad.j2": "a\n{{ page.title | divided_by(0) }}",
}


@context_filter
def with_base(context: Context, value: object) -> object:
    return to_s(context.registers["base"]) + to_s(value)


def make(**options: object) -> tuple[Environment, Context]:
    environment = Environment(
        loader=jinja2.DictLoader(TEMPLATES),
        templates=TEMPLATES,
        **options,  # type: ignore[arg-type]
    )
    environment.filters["with_base"] = with_base
    return environment, Context(environment, {"page": Page(), "n": 1}, {"base": "/b/"})


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("{{ page.title | upcase | with_base }}", "/b/HOME"),
        ("{{ page.nothing.at.all }}|{{ nothing }}|{{ page.nothing | default('D') }}", "||D"),
        ("{{ true }} {{ 1.0 }} {{ [1, none, 'x'] }} {{ {'a': 1} }}", 'true 1.0 1x {"a"=>1}'),
        ("{{ page.tags | sort | join(', ') }} {{ page.tags.first }}", "a, b b"),
        ("{% from 'macros.j2' import cut %}{{ cut('abcdef') }}", "(a...)"),
        (
            "{% extends 'base.html.jinja' %}{% block body %}{{ page.title }}{% endblock %}",
            "<b>Home</b>",
        ),
        ("{% set x = 5 %}{% include 'foot.html' %}", "[home 5]"),
        ("{% for k, v in {'a': 1}.items() %}{{ k }}{{ v }}{{ loop.index }}{% endfor %}", "a11"),
        ("{{ '2014-03-05' | date('%-d %B') }} {{ page.tags | tojson }}", '5 March ["b", "a"]'),
        ("{{ false | default('x', allow_false=true) }}", "false"),
    ],
)
def test_jinja(source: str, expected: str) -> None:
    environment, context = make()
    assert environment.from_source(source, path="index.html.j2").render(context) == expected


def test_liquid_includes_jinja_which_includes_liquid() -> None:
    environment, context = make()
    source = "{% assign x = 1 %}{% include 'part.j2', a: 'A' %}{{ z }}"
    assert environment.from_source(source, path="index.html").render(context) == "JHomeA[home 1]3"


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("a\n{% if %}", "b.j2:5: Jinja error: Expected an expression"),
        ("\n\n{{ page.title + 1 }}", "b.j2:6: Jinja error: TypeError"),
        ("{% include 'none.html' %}", "b.j2:4: Jinja error: none.html"),
        ("{{ 1 | nosuch }}", "b.j2:4: Jinja error: No filter named 'nosuch'"),
        ("{% include 'bad.j2' %}", "bad.j2:2: Liquid error: divided by 0"),
    ],
)
def test_jinja_errors(source: str, expected: str) -> None:
    environment, context = make()
    with pytest.raises(LiquidError) as caught:
        environment.from_source(source, path="b.j2", first_line=4).render(context)
    assert str(caught.value).startswith(expected)


def test_a_body_without_liquid_is_answered_itself() -> None:
    environment, context = make()
    for body in ("plain text", "{: .class } and { more", ""):
        assert environment.render_once(body, context) is body


GENERATOR = reference.Generator(4)
BODIES = [" ".join(f"text {{{{ {GENERATOR.output()} }}}}" for _ in range(3)) for _ in range(300)]


def test_pieces_give_what_compiled_code_gives() -> None:
    environment, _ = make()
    data = {key: reference.revive(value) for key, value in reference.DATA.items()}
    compared = 0
    for body in BODIES:
        answers = []
        for render in (
            environment.render_once,
            lambda *args: environment.parse_liquid(args[0]).render(args[1]),
        ):
            try:
                answers.append(render(body, Context(environment, data)))
            except LiquidError as error:
                answers.append(str(error).splitlines()[0])
        assert answers[0] == answers[1]
        compared += not answers[0].startswith("1:")
    assert compared > 50


def test_warnings_have_a_place() -> None:
    told: list[LiquidWarning] = []
    environment = Environment(warn=told.append)
    source = "a\n {{ page title }}"
    environment.parse_liquid(source, path="p.md", first_line=10)
    environment.render_once(source, Context(environment), path="p.md", first_line=10)
    assert [(each.path, each.line, each.column) for each in told] == [("p.md", 11, 2)] * 2
    assert told[0].liquid_message() == (
        'Liquid syntax error (line 11): Expected end_of_string but found id in "{{ page title }}"'
    )


class Counting:
    """Counts how often the parser is made."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.count = 0
        parse = Parser.parse

        def counted(parser: Parser) -> object:
            self.count += 1
            return parse(parser)

        monkeypatch.setattr(Parser, "parse", counted)


class Echo(Tag):
    def render(self, context: Context) -> str:
        return f"<{self.markup.strip()}:{self.line}>"


SOURCE = "{% for x in (1..2) %}{% echoed hi %}{{ x }}{% endfor %}{{ a b }}"


def test_code_is_kept_between_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    counting = Counting(monkeypatch)
    told: list[LiquidWarning] = []

    def run(**options: object) -> str:
        environment, context = make(cache=tmp_path, warn=told.append, **options)
        environment.tags["echoed"] = Echo
        return environment.parse_liquid(SOURCE, path="p.md", first_line=3).render(context)

    assert run() == "<hi:3>1<hi:3>2"
    assert run() == "<hi:3>1<hi:3>2"
    assert counting.count == 1
    assert len(told) == 2
    with pytest.raises(LiquidError):
        run(error_mode="strict")
    assert counting.count == 2


@pytest.mark.parametrize("damage", [b"", b"x", b"\0" * 200, "cut", "foreign"])
def test_damaged_code_is_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, damage: bytes | str
) -> None:
    environment, context = make(cache=tmp_path)
    expected = environment.parse_liquid("{{ n }}{% if n %}y{% endif %}").render(context)
    (stored,) = tmp_path.rglob("*.liquid")
    whole = stored.read_bytes()
    if isinstance(damage, str):
        damage = whole[:-7] if damage == "cut" else marshal.dumps((1, 2))
    stored.write_bytes(damage)
    counting = Counting(monkeypatch)
    environment, context = make(cache=tmp_path)
    assert environment.parse_liquid("{{ n }}{% if n %}y{% endif %}").render(context) == expected
    assert counting.count == 1
    assert stored.read_bytes() == whole


@pytest.mark.skipif(os.getuid() == 0, reason="root may write anywhere")
def test_a_folder_that_cannot_be_written_to(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    environment, context = make(cache=tmp_path / "none")
    assert environment.parse_liquid("{{ n }}").render(context) == "1"


def test_unknown_error_mode() -> None:
    with pytest.raises(ValueError, match="error_mode"):
        Environment(error_mode="loose")
