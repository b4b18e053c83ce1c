"""Custom tags and blocks, as Jekyll's own and plugins write them."""

from collections.abc import Callable

import pytest

from jinkyll.errors import JinkyllError, LayoutError
from jinkyll.liquid import (
    Block,
    Context,
    Environment,
    LiquidSyntaxError,
    RawBlock,
    Tag,
    Template,
    TemplateError,
)
from jinkyll.liquid.jinja_templates import JinjaTemplate


class Note(Tag):
    def __init__(
        self, markup: str, *, environment: Environment, path: str | None = None, line: int = 1
    ) -> None:
        super().__init__(markup, environment=environment, path=path, line=line)
        if not markup.strip():
            raise LiquidSyntaxError("a note needs a text")
        self.expression = markup.strip()

    def render(self, context: Context) -> str:
        return f"<{self.name} {context.evaluate(self.expression)} {self.path}:{self.line}>"


class Silent(Tag):
    blank = True

    def render(self, context: Context) -> str:
        context.set_local("local", "set")
        context.set("global", "set")
        return ""


class Twice(Block):
    def render(self, context: Context, body: Callable[[], str]) -> str:
        with context.scope({"turn": 1}):
            first = body()
        with context.scope({"turn": 2}):
            return f"{first}|{body()}"


class Code(RawBlock):
    def render(self, context: Context, text: str) -> str:
        return f"[{text}]"


class Insert(Tag):
    templates: dict[str, Template | JinjaTemplate]

    def render(self, context: Context) -> str:
        with context.scope({"include": {"a": "A"}}):
            return self.templates[self.markup.strip()].render(context)


class Refuse(Tag):
    def render(self, context: Context) -> str:
        raise LayoutError("no such layout")


@pytest.fixture
def environment() -> Environment:
    environment = Environment()
    environment.tags |= {
        "note": Note, "remark": Note, "silent": Silent, "twice": Twice, "code": Code,
        "insert": Insert, "refuse": Refuse,
    }  # fmt: skip
    Insert.templates = {
        "break": environment.parse_liquid("a{% break %}b", path="_includes/break"),
        "set": environment.parse_liquid("{{ include.a }}{% assign leaked = 5 %}"),
        "self": environment.parse_liquid("{% insert self %}", path="_includes/self"),
    }
    return environment


def rendered(environment: Environment, source: str, **data: object) -> str:
    template = environment.parse_liquid(source, path="page.md", first_line=4)
    return template.render(Context(environment, data))


def test_a_tag_knows_its_name_place_and_markup(environment: Environment) -> None:
    assert rendered(environment, "\n{% note x %}{% remark 'y' %}", x=5) == (
        "\n<note 5 page.md:5><remark y page.md:5>"
    )


def test_a_tag_may_refuse_its_markup(environment: Environment) -> None:
    with pytest.raises(LiquidSyntaxError) as caught:
        environment.parse_liquid("a\n  {% note %}", path="page.md", first_line=4)
    assert str(caught.value).startswith("page.md:5:3: Liquid syntax error: a note needs a text")


def test_local_variables_end_with_the_loop_but_assigned_ones_stay(environment: Environment) -> None:
    source = "{% for x in (1..1) %}{% silent %}{{ local }}{% endfor %}{{ local }}-{{ global }}"
    assert rendered(environment, source) == "set-set"


def test_a_block_calls_its_body_as_often_as_it_likes(environment: Environment) -> None:
    assert rendered(environment, "{% twice %}{{ turn }}{{ x }}{% endtwice %}{{ turn }}", x="x") == (
        "1x|2x"
    )


def test_a_blank_block_is_called_but_prints_nothing(environment: Environment) -> None:
    source = "{% twice %} {% assign y = turn %} {% endtwice %}{{ y }}"
    assert rendered(environment, source) == "2"


def test_a_raw_block_gets_its_text(environment: Environment) -> None:
    source = "{% code %}{{ x }}{% if %}{% endcode %}"
    assert rendered(environment, source) == "[{{ x }}{% if %}]"


def test_breaks_leave_blocks_and_includes(environment: Environment) -> None:
    block = "{% for i in (1..3) %}{{ i }}{% twice %}b{% continue %}c{% endtwice %}d{% endfor %}"
    assert rendered(environment, block) == "1b|b2b|b3b|b"
    include = "{% for i in (1..3) %}{{ i }}{% insert break %}d{% endfor %}e"
    assert rendered(environment, include) == "1ae"
    assert rendered(environment, "x{% insert break %}y") == "xa"


def test_an_include_shares_assigned_variables(environment: Environment) -> None:
    assert rendered(environment, "{% insert set %}{{ include.a }}{{ leaked }}") == "A5"


def test_an_include_of_itself_ends(environment: Environment) -> None:
    with pytest.raises(TemplateError, match="Nesting too deep") as caught:
        rendered(environment, "{% insert self %}")
    assert caught.value.trail[-1] == "page.md:4"


def test_other_errors_get_a_place_too(environment: Environment) -> None:
    with pytest.raises(JinkyllError) as caught:
        rendered(environment, "a\n b{% refuse %}")
    assert str(caught.value) == "page.md:5:3: no such layout"


def test_context_scopes() -> None:
    context = Context(Environment(), {"a": 1})
    context.push({"a": 2, "b": 3})
    context.set("a", 4)
    context.set("c", 5)
    assert [context.get(name) for name in "abc"] == [2, 3, 5]
    context.pop()
    assert [context.get(name) for name in "abc"] == [4, None, 5]
    with pytest.raises(TemplateError, match="no scope to pop"):
        context.pop()


def test_evaluate() -> None:
    context = Context(Environment(), {"page": {"title": "T", "n": [1, 2]}})
    assert context.evaluate("page.title") == "T"
    assert context.evaluate("page.n[1]") == 2
    assert context.evaluate("'text'") == "text"
    assert context.evaluate("(1..3)") == range(1, 4)
    assert context.evaluate("nothing.here") is None
