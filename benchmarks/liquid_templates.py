"""How fast templates render, against python-liquid and Ruby's Liquid.

    python benchmarks/liquid_templates.py

A theme's page: 25 includes, a loop over 100 posts, 40 calls of filters; a
post's body of 5 KB with three outputs, parsed and rendered. The best of several
rounds each, in one run. Needs the package `python-liquid`, and Ruby with its
`liquid`; each is left out where it is missing.
"""

from __future__ import annotations

import importlib.util
import json
import shutil
import subprocess
import time
from pathlib import Path
from typing import TYPE_CHECKING

from jinkyll.liquid import Context, Environment

if TYPE_CHECKING:
    from collections.abc import Callable

ROUNDS = 60

FOLDER = Path(__file__).parent / "liquid"
BUTTONS = "\n".join(
    f"{{% include 'button' kind: 'k{number}', url: '/u/{number}', label: 'label {number}' %}}"
    for number in range(17)
)
PARAGRAPH = "Lorem ipsum dolor sit amet, consectetur adipiscing elit. " * 28
BODY = (
    f"{PARAGRAPH}\n\n![x]({{{{ site.baseurl }}}}/a.png)\n\n{PARAGRAPH}\n\n"
    f"{{{{ page.title | escape }}}}\n\n{PARAGRAPH}\n\n{{{{ page.url | prepend: site.url }}}}\n"
)
TEMPLATES = {
    "body": BODY,
    **{
        path.stem: path.read_text(encoding="utf-8").replace("BUTTONS", BUTTONS).rstrip("\n")
        for path in sorted(FOLDER.glob("*.html"))
    },
}
DATA = {
    "site": {
        "title": "A <blog>",
        "description": "About things & other things",
        "baseurl": "/base",
        "url": "https://example.com",
        "email": "me@example.com",
        "lang": "en",
        "year": 2026,
        "navigation": [{"title": f"Item {n}", "url": f"/item/{n}/"} for n in range(8)],
        "authors": [{"name": name} for name in ("Zoe", "Adam", "Mia")],
        "posts": [
            {
                "title": f"Post number {n} & more",
                "url": f"/2026/post-{n}.html",
                "date": "2026-01-02 00:00:00 +0000",
                "excerpt": f"<p>The excerpt of <em>post</em> {n}, with some words more.</p>",
                "words": n * 37,
                "featured": n % 9 == 0,
                "category": ("news", "code", "life")[n % 3],
                "tags": ["one tag", "another", f"tag {n % 7}"],
            }
            for n in range(100)
        ],
    },
    "page": {"title": "Home & more", "url": "/item/3/", "lang": None},
}


def best(call: Callable[[], object]) -> float:
    """Answer the shortest time of many."""
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        call()
        times.append(time.perf_counter() - start)
    return min(times)


def jinkyll_times() -> dict[str, object]:
    environment = Environment(templates=TEMPLATES)
    page = environment.parse_liquid(TEMPLATES["page"])
    body = TEMPLATES["body"]
    plain = PARAGRAPH * 3
    return {
        "page": best(lambda: page.render(Context(environment, DATA))),
        "body": best(lambda: environment.render_once(body, Context(environment, DATA))),
        "plain": best(lambda: environment.render_once(plain, Context(environment, DATA))),
        "compile": best(lambda: Environment(templates=TEMPLATES).parse_liquid(TEMPLATES["page"])),
        "out": page.render(Context(environment, DATA)),
    }


def python_liquid_times() -> dict[str, object] | None:
    if not importlib.util.find_spec("liquid"):
        return None
    from liquid.extra import filters  # noqa: F401, PLC0415

    import liquid  # noqa: PLC0415  (not everybody has it)

    environment = liquid.Environment(loader=liquid.DictLoader(TEMPLATES))
    page = environment.get_template("page")
    return {
        "page": best(lambda: page.render(**DATA)),
        "body": best(lambda: environment.from_string(TEMPLATES["body"]).render(**DATA)),
        "out": page.render(**DATA),
    }


def ruby_times() -> dict[str, object] | None:
    ruby = shutil.which("ruby")
    if not ruby:
        return None
    done = subprocess.run(
        [ruby, str(Path(__file__).with_suffix(".rb"))],
        input=json.dumps({"templates": TEMPLATES, "data": DATA, "rounds": ROUNDS}),
        capture_output=True,
        text=True,
        check=False,
    )
    return json.loads(done.stdout) if done.returncode == 0 else None


def main() -> None:
    results = {
        "jinkyll": jinkyll_times(),
        "python-liquid": python_liquid_times(),
        "Ruby's Liquid": ruby_times(),
    }
    own = results["jinkyll"]
    print(f"{'ms':16}{'theme page':>12}{'':>8}{'5 KB body':>12}{'':>8}  same output")
    for name, times in results.items():
        if not times:
            print(f"{name:16} not installed")
            continue
        page, body = (
            f"{times[key] * 1000:12.3f}{times[key] / own[key]:7.1f}x" for key in ("page", "body")
        )
        print(f"{name:16}{page}{body}  {times['out'] == own['out']}")
    compiling, plain = own["compile"] * 1000, own["plain"] * 1e6
    print(f"compiling the page {compiling:.2f} ms; a body without Liquid {plain:.2f} µs")


if __name__ == "__main__":
    main()
