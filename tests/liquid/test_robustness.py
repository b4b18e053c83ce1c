"""Whatever a template holds, the answer is a text or a LiquidError, and it comes in time."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import liquid_reference as reference
from jinkyll.errors import LiquidError
from jinkyll.liquid import render

FRAGMENTS = st.sampled_from(
    [
        '{{', '}}', '{%', '%}', '{%-', '-%}', ' if ', ' for x in ', ' endif ',
        ' endfor ', ' else ', 'assign a = ', 'capture b', ' endcapture ', '|', ':', ',',
        '.', "'", '"', '(1..3)', '[', ']', 'page', 'list', '1', '-2.5', ' and ',
        ' or ', ' contains ', '==', '<>', '\n', ' raw ', ' endraw ', 'case ', ' when ',
        'cycle ', ' comment ', 'tablerow x in ', 'limit:', 'offset:continue', 'é', '\\',
        "include 'p'", "render 'p'", 'liquid', '#', 'break', 'increment x', 'date: ',
        'split: ', 'sort',
    ]
)  # fmt: skip
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4)
    ),
    max_leaves=12,
)  # fmt: skip


def text_or_liquid_error(source: str, data: dict[str, object]) -> None:
    try:
        text: object = render(source, data, {"p": "{{ p }}{{ x }}"})
    except LiquidError as error:
        text = str(error) if error.line is not None else None
    assert isinstance(text, str)


@settings(deadline=None, max_examples=150)
@given(st.lists(FRAGMENTS | st.text(max_size=3), max_size=30).map("".join))
def test_any_text(source: str) -> None:
    text_or_liquid_error(source, {"page": {"a": 1}, "list": [1, "a", None]})


@settings(deadline=None, max_examples=150)
@given(st.sampled_from(reference.FILTERS), VALUES, st.lists(VALUES, max_size=3), st.booleans())
def test_any_value_in_any_filter(
    name: str, value: object, arguments: list[object], printed: bool
) -> None:
    rest = ", ".join(f"a{index}" for index in range(len(arguments)))
    source = f"{{{{ v | {name}{': ' if rest else ''}{rest} {'| join' if printed else ''} }}}}"
    text_or_liquid_error(
        source, {"v": value, **{f"a{index}": each for index, each in enumerate(arguments)}}
    )


@settings(deadline=None, max_examples=100)
@given(st.sampled_from(reference.OPERATORS), VALUES, VALUES)
def test_any_comparison(operator: str, left: object, right: object) -> None:
    source = f"{{% if a {operator} b %}}y{{% endif %}}{{% case a %}}{{% when b %}}x{{% endcase %}}"
    text_or_liquid_error(source, {"a": left, "b": right})


@pytest.mark.parametrize("count", [10, 40, 100])
def test_deep_nesting(count: int) -> None:
    half = count // 2
    assert render("{% if true %}" * count + "x" + "{% endif %}" * count, {}, {}) == "x"
    loops = "{% for i in (1..2) %}" * half + "{{ i }}{% break %}" + "{% endfor %}" * half
    if half < 18:
        assert render(loops.replace("..2", "..1"), {}, {}) == "1"
    captures = "{% capture a %}" * count + "x" + "{% endcapture %}{{ a }}" * count
    assert render(captures, {}, {}) == "x"


def test_breaks_find_their_loop_however_deep() -> None:
    middle = "{% if true %}" * 80 + "{% break %}" + "{% endif %}" * 80
    source = "{% for i in (1..3) %}{{ i }}{% for j in (1..3) %}{{ j }}" + middle
    assert render(source + "x{% endfor %}y{% endfor %}", {}, {}) == "11y21y31y"


def test_case_with_many_branches_within_deep_nesting() -> None:
    source = "{% case a %}{% when b or 5 %}b{% when c %}c{% else %}e{% when 5 %}5{% endcase %}"
    wrapped = "{% for i in (1..1) %}{% if true %}" * 25 + source + "{% endif %}{% endfor %}" * 25
    for a, expected in ((5, "b5"), (7, "e"), ("c", "c")):
        assert render(wrapped, {"a": a, "c": "c"}, {}) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("{{ 'a'" + " | append: 'b'" * 1000 + " | size }}", "1001"),
        ("{% if " + " and ".join(["true"] * 1000) + " %}y{% endif %}", "y"),
        ("{% if " + " or ".join(["x"] * 1000) + " or 1 %}y{% endif %}", "y"),
        (
            "{% if x"
            + "".join(f"{{% elsif 5 == {n} %}}{n}" for n in range(500)).replace("{%", "%}{%", 1)
            + "{% endif %}",
            "5",
        ),
        (
            "{% case 5 %}" + "".join(f"{{% when {n} %}}{n}" for n in range(500)) + "{% endcase %}",
            "5",
        ),
        (
            "{% case 'v5' %}"
            + "".join(f"{{% when 'v{n}' %}}{n}" for n in range(500))
            + "{% endcase %}",
            "5",
        ),
        ("{% cycle " + ", ".join(["'a'"] * 1000) + " %}", "a"),
        ("{{ x" + ".b" * 1000 + " }}", ""),
        ("{{ (1..100000000000) | size }}", "100000000000"),
    ],
)
def test_long_chains(source: str, expected: str) -> None:
    assert render(source, {}, {}) == expected


@pytest.mark.parametrize(
    "source",
    [
        "{% for i in (1..100000000000) %}{% endfor %}",
        "{% for i in (1..9000) %}{% for j in (1..9000) %}{% endfor %}{% endfor %}",
        "{% tablerow i in (1..100000000000) %}{{ i }}{% endtablerow %}",
        "{{ (1..100000000000) | join }}",
        "{{ (1..100000000000) | reverse }}",
        "{% assign a = 10 %}{% for i in (1..40) %}{% assign a = a | times: a %}{% endfor %}",
        "{% assign a = 'xxxx' %}{% for i in (1..60) %}{% assign a = a | append: a %}{% endfor %}",
        "{% include 'again' %}",
        "{% render 'again' %}",
        "{% if true %}" * 101 + "{% endif %}" * 101,
    ],
)
def test_what_would_never_end(source: str) -> None:
    with pytest.raises(LiquidError):
        render(source, {}, {"again": "{% include 'again' %}{% render 'again' %}"})


@pytest.mark.timeout(60)
@pytest.mark.parametrize(
    "make",
    [
        lambda n: ("{% " * n, {}),
        lambda n: ("{{ " * n, {}),
        lambda n: ("{% raw %}" + "{% " * n + "{% endraw %}", {}),
        lambda n: ("{% raw %}" + "{% x %}" * n, {}),
        lambda n: ("{{ x | strip_html }}", {"x": "<script>" * n}),
        lambda n: ("{{ x | strip_html }}", {"x": "<!--" * n + "</script>"}),
        lambda n: ("{{ x | strip_html }}", {"x": "<" * n}),
        lambda n: ("{{ x | escape_once | url_decode }}", {"x": "&a" * n}),
        lambda n: ("{% for i in x" + "a" * n + " %}{% endfor %}", {}),
        lambda n: ("{{ '" + "'" * n + " }}", {}),
        lambda n: ("{{ x" + " | upcase" * (n // 300) + " }}", {"x": "a"}),
    ],
    ids=range(11),
)
def test_no_construct_is_quadratic(make: Callable[[int], tuple[str, dict[str, object]]]) -> None:
    """What took time in proportion to the square would take hours."""
    text_or_liquid_error(*make(300_000))
