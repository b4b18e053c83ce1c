"""Random templates through this engine and through Ruby's Liquid, compared.

    python tests/liquid_reference.py [--seed N] [--count N] [--show N]

Needs Ruby with its `liquid` gem. Templates mix every tag and filter, over data
of every type, with wrong and missing arguments and broken syntax.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import TYPE_CHECKING

from jinkyll.errors import LiquidError
from jinkyll.liquid import Context, Environment

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

HERE = Path(__file__).parent

DATA: dict[str, object] = {
    "nil_": None,
    "yes": True,
    "no": False,
    "zero": 0,
    "one": 1,
    "n": 17,
    "neg": -42,
    "big": 123456789012345678901234567890,
    "f": 2.5,
    "nf": -0.75,
    "tiny": 0.00001,
    "huge": 1.5e20,
    "e": "",
    "blanks": "  \t ",
    "s": "Hello World",
    "uni": "Ünïcödé ßtraße ☃ 日本 İi",
    "html": "<p class='x'>A &amp; B</p><script>x</script> & <!-- c --> \"q\"",
    "lines": "one\ntwo\r\nthree\n\nfour",
    "num": "12",
    "fnum": "3.75",
    "mixed": "12abc",
    "date": "2014-03-05 10:20:30 +0200",
    "day": "March 14, 2016",
    "csv": "b,a,,c,B,,",
    "slash": "a\\b\\1\\0 c",
    "pct": "a%20b+c%C3%A9 ~*",
    "arr": [3, 1, 2],
    "strs": ["b", "A", "c", "a", "B"],
    "mess": [3, "b", None, 1.5, True, ["x", ["y"]], {"k": 1}, "", "b"],
    "nils": [None, 2, None, 1],
    "empty_": [],
    "nested": [[1, 2], [3, [4]]],
    "floats": [1.5, 1, -2.25],
    "h": {"a": 1, "b": "two", "size": 99, "nested": {"x": [1, 2, {"y": "z"}]}},
    "eh": {},
    "first": {"first": "F", "last": "L"},
    "people": [
        {"name": "Zoe", "age": 30, "ok": True, "tags": ["x", "y"]},
        {"name": "adam", "age": 25, "ok": False},
        {"name": "Bob", "age": None, "ok": None, "tags": []},
        {"name": "adam", "age": 25.0, "email": "a@b"},
    ],
    "odd": [{"name": "x"}, "name", {"other": 1}],
    "time": {"$time": 1394014830},
    "local": {"$local": 1394014830, "$offset": 3600},
    "dt": {"$date": "2020-02-29"},
    "key": "a",
    "hyphen-ated": "hy",
    "q?": "question",
}
TEMPLATES = {
    "p": "[{{ p }}|{{ x }}|{{ forloop.index }}]",
    "set": "{% assign x = 'set' %}{% assign new = n %}",
    "brk": "a{% break %}b",
    "cont": "a{% continue %}b",
    "self": "{% if n > 0 %}{% include 'self' %}{% endif %}",
}


def revive(value: object) -> object:
    """Turn the notation for times and dates into them."""
    if isinstance(value, list):
        return [revive(each) for each in value]
    if isinstance(value, dict):
        if "$time" in value:
            return datetime.fromtimestamp(value["$time"], timezone.utc)  # noqa: UP017
        if "$local" in value:
            zone = timezone(timedelta(seconds=value["$offset"]), "")
            return datetime.fromtimestamp(value["$local"], UTC).astimezone(zone)
        if "$date" in value:
            return date.fromisoformat(value["$date"])
        return {key: revive(each) for key, each in value.items()}
    return value


FILTERS = """
abs append at_least at_most capitalize ceil compact concat date default divided_by
downcase escape escape_once first floor h join last lstrip map minus modulo newline_to_br
plus prepend remove remove_first replace replace_first reverse round rstrip size slice
sort sort_natural split strip strip_html strip_newlines times truncate truncatewords uniq
upcase url_decode url_encode where base64_encode base64_decode base64_url_safe_encode
base64_url_safe_decode remove_last replace_last nosuch
""".split()  # noqa: SIM905  (fifty names)
OPERATORS = ("==", "!=", "<>", "<", ">", "<=", ">=", "contains")


class Generator:
    """Writes random templates."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)  # noqa: S311

    def pick(self, *choices: str) -> str:
        return self.random.choice(choices)

    def chance(self, share: float) -> bool:
        return self.random.random() < share

    def variable(self) -> str:
        name = self.random.choice(list(DATA))
        while self.chance(0.3):
            name += self.pick(
                ".size", ".first", ".last", ".a", ".b", ".name", ".nested", ".x", "[0]", "[-1]",
                "[1]", "['a']", '["nested"]', "[key]", "[n]", "[one]", ".nosuch", "[nil_]", "[99]",
                ".0", "[-99]", "['size']", "[f]", "[0].name", "[h.b]",
            )  # fmt: skip
        return name

    def literal(self) -> str:
        return self.pick(
            "1", "0", "-3", "7", "2.5", "-0.5", "100", "1.0", "'a'", '"b"', "''", "'12'", "' '",
            "nil", "true", "false", "blank", "empty", "null", "'name'", "'age'", "'ok'", "','",
            "'%Y-%m-%d'", "'%-d %b %y %H:%M'", "'\\\\0'", "10", "3", "'x y z'", "'o'", "'ß'",
            "'now'", "'%s %j %U %z %%'", "'1.0e3'", "'-7'", "' 3 '", "'0x1F'", "'1_000'", "1e3",
            "1.2.3", "'tags'", "'nested'", "'%'", "'January 5th, 2012 3pm'", "'1394014830'",
            "'<b>'", "'&amp;'",
        )  # fmt: skip

    def expression(self) -> str:
        roll = self.random.random()
        if roll < 0.62:
            return self.variable()
        if roll < 0.94:
            return self.literal()
        first = self.pick("1", "one", "n", "-1", "nil_", "s", "f")
        return f"({first}..{self.pick('3', 'n', '0', 'num', 'e')})"

    def filters(self) -> str:
        text = ""
        while self.chance(0.55):
            text += f" | {self.random.choice(FILTERS)}"
            if self.chance(0.6):
                text += ": " + ", ".join(
                    self.argument() for _ in range(self.random.choice([1, 1, 1, 2, 2, 3]))
                )
        return text

    def argument(self) -> str:
        if self.chance(0.04):
            return f"{self.pick('allow_false', 'key')}: {self.expression()}"
        return self.expression()

    def output(self) -> str:
        return self.expression() + self.filters()

    def condition(self) -> str:
        text = self.comparison()
        while self.chance(0.3):
            text += f" {self.pick('and', 'or')} {self.comparison()}"
        return text

    def comparison(self) -> str:
        if self.chance(0.3):
            return self.expression()
        return f"{self.expression()} {self.random.choice(OPERATORS)} {self.expression()}"

    def dash(self) -> str:
        return "-" if self.chance(0.1) else ""

    def tag(self, text: str) -> str:
        return f"{{%{self.dash()} {text} {self.dash()}%}}"

    def body(self, depth: int) -> str:
        return "".join(self.piece(depth) for _ in range(self.random.randint(0, 3)))

    def piece(self, depth: int) -> str:
        roll = self.random.random()
        if roll < 0.3:
            return self.pick(" ", "\n", "text ", " x ", "", "é")
        if roll < 0.65 or depth > 3:
            return f"{{{{{self.dash()} {self.output()} {self.dash()}}}}}"
        return self.statement(depth + 1)

    def statement(self, depth: int) -> str:
        tag, body = self.tag, self.body
        kind = self.random.randint(0, 17)
        if kind <= 3:
            text = tag(f"if {self.condition()}") + body(depth)
            while self.chance(0.25):
                text += tag(f"elsif {self.condition()}") + body(depth)
            if self.chance(0.4):
                text += tag("else") + body(depth)
            return text + tag("endif")
        if kind == 4:
            middle = tag("else") + body(depth) if self.chance(0.4) else ""
            return tag(f"unless {self.condition()}") + body(depth) + middle + tag("endunless")
        if kind <= 7:
            return self.loop(depth)
        if kind == 8:
            text = tag(f"case {self.expression()}") + self.pick("", " ", "z")
            for _ in range(self.random.randint(0, 3)):
                values = self.pick(", ", " or ").join(
                    self.expression() for _ in range(self.random.randint(1, 2))
                )
                text += tag(f"when {values}") + body(depth)
                if self.chance(0.2):
                    text += tag("else") + body(depth)
            return text + tag("endcase")
        if kind <= 10:
            return tag(f"assign {self.pick('x', 'y', 'item', 's', 'n')} = {self.output()}")
        if kind == 11:
            return tag(f"capture {self.pick('x', 'y', 's')}") + body(depth) + tag("endcapture")
        if kind == 12:
            group = self.pick("", "", "'g': ", "s: ")
            values = ", ".join(self.expression() for _ in range(self.random.randint(1, 3)))
            return tag(f"cycle {group}{values}")
        if kind == 13:
            return tag(f"{self.pick('increment', 'decrement')} {self.pick('x', 'c', 'n', 'zero')}")
        if kind == 14:
            return self.tablerow(depth)
        if kind == 15:
            return self.pick(
                tag("comment") + body(depth) + tag("endcomment"),
                tag("raw") + self.pick("{{ a }}", "{% if %}", " x ") + tag("endraw"),
                tag("ifchanged") + body(depth) + tag("endifchanged"),
                tag("break"),
                tag("continue"),
            )
        if kind == 16:
            return self.partial()
        return self.pick(
            tag(f"echo {self.output()}"), tag("# remark"), tag("liquid\nassign x = 5\necho x")
        )

    def loop(self, depth: int) -> str:
        head = f"for {self.pick('x', 'item', 'p')} in {self.expression()}"
        for _ in range(self.random.choice([0, 0, 0, 1, 2])):
            head += " " + self.pick(
                "reversed", "limit:2", "limit: one", "offset:1", "offset:continue", "limit: nil_",
                "limit: num", "offset: n", "limit: f", "offset: s", "limit:-1", "offset:-2",
                "cols:2",
            )  # fmt: skip
        inner = self.body(depth) + self.pick(
            "", "{{ x }}", "{{ forloop.index }}", "{{ item }}-", "{{ forloop.last }}",
            "{{ forloop.parentloop.index }}", "{{ x.name }},", "{{ forloop.rindex0 }}{{ x[0] }}",
        ) + self.body(depth)  # fmt: skip
        middle = self.tag("else") + self.body(depth) if self.chance(0.2) else ""
        return self.tag(head) + inner + middle + self.tag("endfor")

    def tablerow(self, depth: int) -> str:
        head = f"tablerow x in {self.expression()}"
        for _ in range(self.random.randint(0, 2)):
            head += " " + self.pick(
                "cols:2", "limit:2", "offset:1", "cols: num", "cols: nil_", "limit: f"
            )
        inner = self.body(depth) + self.pick(
            "{{ x }}", "{{ tablerowloop.col }}", "{{ tablerowloop.row }}"
        )
        return self.tag(head) + inner + self.tag("endtablerow")

    def partial(self) -> str:
        name = self.pick(
            "'p'", "'p'", "'set'", "'brk'", "'cont'", "nil_", "'nosuch'", "s", "'self'"
        )
        rest = self.pick("", "", f" with {self.variable()}", f" for {self.variable()}", " as p")
        if self.chance(0.4):
            rest += f", x: {self.expression()}"
        return self.tag(f"{self.pick('include', 'include', 'render')} {name}{rest}")

    def damage(self, text: str) -> str:
        """Break the syntax somewhere."""
        for _ in range(self.random.randint(1, 3)):
            at = self.random.randint(0, len(text))
            kind = self.random.randint(0, 3)
            if kind == 0:
                text = text[:at] + text[at + self.random.randint(1, 4) :]
            elif kind == 1:
                text = (
                    text[:at]
                    + self.pick(
                        *" |:,.-'\"()[]{}%=!<>#@$&;\\/?\n\taé1_", "{{", "%}", "}}", " and ", " in "
                    )
                    + text[at:]
                )
            elif kind == 2:
                end = at + self.random.randint(1, 10)
                text = text[:at] + text[at:end] * 2 + text[end:]
            else:
                words = text.split(" ")
                if len(words) > 2:
                    index = self.random.randrange(len(words) - 1)
                    words[index], words[index + 1] = words[index + 1], words[index]
                text = " ".join(words)
        return text

    def template(self) -> str:
        text = "".join(self.piece(0) for _ in range(self.random.randint(1, 3)))
        if self.chance(0.3):
            text = self.damage(text)
        return text


def ruby(requests: Sequence[Mapping[str, object]]) -> Iterator[dict[str, object]]:
    """Ask Ruby."""
    lines = "".join(json.dumps(request) + "\n" for request in requests)
    done = subprocess.run(
        ["ruby", str(HERE / "liquid_reference.rb")],
        input=lines,
        capture_output=True,
        text=True,
        check=True,
        env={"TZ": "UTC", "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"},
    )
    for line in done.stdout.splitlines():
        yield json.loads(line)


def ours(source: str, mode: str = "warn") -> dict[str, object]:
    """Ask this engine."""
    warnings: list[str] = []
    environment = Environment(
        error_mode=mode,
        templates=TEMPLATES,
        timezone=UTC,
        warn=lambda warning: warnings.append(warning.message),
    )
    data = {key: revive(value) for key, value in DATA.items()}
    try:
        template = environment.parse_liquid(source)
        return {"out": template.render(Context(environment, data)), "warnings": warnings}
    except LiquidError as error:
        return {"error": error.message, "kind": type(error).__name__}
    except Exception as error:  # noqa: BLE001  (a crash is a finding)
        return {"error": f"{error}", "kind": f"CRASH {type(error).__name__}"}


def same(theirs: dict[str, object], mine: dict[str, object]) -> bool:
    """Tell whether both printed the same, or both refused."""
    if "CRASH" in str(mine.get("kind", "")):
        return False
    if "error" in theirs or "error" in mine:
        return "error" in theirs and "error" in mine
    return theirs["out"] == mine["out"]


def same_words(theirs: dict[str, object], mine: dict[str, object]) -> bool:
    """Tell whether also the error, or the warnings, are worded alike."""
    if "error" in theirs:
        return _bare(theirs["error"]) == _bare(mine["error"])
    return _all_bare(theirs["warnings"]) == _all_bare(mine["warnings"])


def _all_bare(messages: object) -> list[str]:
    return [_bare(each) for each in messages] if isinstance(messages, list) else []


def _bare(message: object) -> str:
    return re.sub(r"^Liquid (syntax )?error( \(.*?line \d+\))?: ", "", str(message))


def differences(
    seed: int, count: int, *, words: bool = False, mode: str = "warn"
) -> list[tuple[str, dict[str, object], dict[str, object]]]:
    """Compare *count* templates; answer those that differ."""
    generator = Generator(seed)
    sources = [generator.template() for _ in range(count)]
    requests = [
        {"source": source, "data": DATA, "templates": TEMPLATES, "mode": mode} for source in sources
    ]
    return [
        (source, theirs, mine)
        for source, theirs in zip(sources, ruby(requests), strict=True)
        for mine in [ours(source, mode)]
        if not same(theirs, mine) or (words and not same_words(theirs, mine))
    ]


def record(path: Path, seed: int, count: int) -> None:
    """Write cases with Ruby's answers, the error's first line without its place."""
    generator = Generator(seed)
    sources = [generator.template() for _ in range(count)]
    sources = [each for each in sources if len(each) < 500 and "date" not in each]  # now changes
    requests = [{"source": source, "data": DATA, "templates": TEMPLATES} for source in sources]
    lines = []
    for source, answer in zip(sources, ruby(requests), strict=True):
        if answer.get("kind") in {"Encoding", "RangeError", "Encoding::CompatibilityError"}:
            continue  # what can't be printed, and numbers that C can't count
        case = {"source": source, **{key: answer[key] for key in ("out",) if key in answer}}
        if "error" in answer:
            case["error"] = _bare(answer["error"])
        elif answer["warnings"]:
            case["warnings"] = _all_bare(answer["warnings"])
        lines.append(json.dumps(case, ensure_ascii=False))
    path.write_text("[\n" + ",\n".join(lines) + "\n]\n", encoding="utf-8")


def main() -> None:
    """Run, and print what differs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument("--show", type=int, default=20)
    parser.add_argument("--record", type=Path, help="write what Ruby prints, as test cases")
    parser.add_argument("--mode", choices=("lax", "warn", "strict"), default="warn")
    parser.add_argument("--words", action="store_true", help="compare messages too")
    arguments = parser.parse_args()
    if arguments.record:
        record(arguments.record, arguments.seed, arguments.count)
        return
    found = differences(arguments.seed, arguments.count, words=arguments.words, mode=arguments.mode)
    found.sort(key=lambda each: len(each[0]))
    for source, theirs, mine in found[: arguments.show]:
        sys.stdout.write(f"{source!r}\n  ruby {theirs}\n  ours {mine}\n")
    sys.stdout.write(f"{len(found)} of {arguments.count} differ\n")


if __name__ == "__main__":
    main()
