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
from collections.abc import Callable
from pathlib import Path

from jinkyll.liquid import Context, Environment

ROUNDS = 60

HEAD = """<!DOCTYPE html><html lang="{{ page.lang | default: site.lang | default: 'en' }}">
<head><title>{% if page.title %}{{ page.title | escape }} | {% endif %}{{ site.title | escape }}</title>
<meta name="description" content="{{ page.excerpt | default: site.description | strip_html | strip_newlines | truncate: 160 | escape }}">
<link rel="canonical" href="{{ page.url | replace: 'index.html', '' | prepend: site.baseurl | prepend: site.url }}">
</head>"""
NAVIGATION = """<nav>{% for item in site.navigation %}
<a href="{{ item.url | prepend: site.baseurl }}"{% if item.url == page.url %} class="active"{% endif %}>{{ item.title | escape }}</a>
{% endfor %}</nav>"""
BUTTON = '<a class="btn btn--{{ kind }}" href="{{ site.baseurl }}{{ url }}">{{ label | capitalize }}</a>'
TAGS = """{% if post.tags.size > 0 %}<ul>{% for tag in post.tags %}
<li><a href="{{ site.baseurl }}/tag/{{ tag | downcase | replace: ' ', '-' | url_encode }}">{{ tag }}</a>{% unless forloop.last %}, {% endunless %}</li>
{% endfor %}</ul>{% endif %}"""
PAGE = """{% include 'head' %}
<body>{% include 'navigation' %}
{% assign featured = site.posts | where: 'featured', true | sort: 'title' %}
{% assign names = site.authors | map: 'name' | sort | join: ', ' | upcase %}
<p>{{ names | append: '!' | strip }}</p>
{% for post in site.posts limit: 100 %}
<article{% if post.featured %} class="featured"{% endif %}>
<h2><a href="{{ site.baseurl }}{{ post.url }}">{{ post.title | escape }}</a></h2>
<time datetime="{{ post.date }}">{{ post.words | divided_by: 200 | plus: 1 }} min</time>
{% if post.excerpt and post.excerpt != '' %}<p>{{ post.excerpt | strip_html | truncatewords: 20 }}</p>{% else %}-{% endif %}
{% case post.category %}{% when 'news' %}N{% when 'code' or 'dev' %}C{% else %}O{% endcase %}
{% if forloop.first %}first{% elsif forloop.last %}last{% else %}{{ forloop.index }}/{{ forloop.length }}{% endif %}
</article>
{% endfor %}
{% for post in featured limit: 6 %}{% include 'tags' %}{% endfor %}
INCLUDES
{% capture footer %}{{ site.title }} {{ site.year | minus: 1 }}{% endcapture %}
<footer>{{ footer | split: ' ' | reverse | join: ' ' | size }} {{ site.email | replace: '@', ' at ' | remove: '.' }}</footer>
</body></html>"""
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
    "page": PAGE.replace("INCLUDES", BUTTONS),
    "head": HEAD,
    "navigation": NAVIGATION,
    "button": BUTTON,
    "tags": TAGS,
    "body": BODY,
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
                "excerpt": f"<p>The excerpt of <em>post</em> {n}, which says a few words more than is good.</p>",
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
    import liquid  # noqa: PLC0415  (not everybody has it)
    from liquid.extra import filters  # noqa: F401, PLC0415

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
        page, body = (f"{times[key] * 1000:12.3f}{times[key] / own[key]:7.1f}x" for key in ("page", "body"))
        print(f"{name:16}{page}{body}  {times['out'] == own['out']}")
    print(f"compiling the page {own['compile'] * 1000:.2f} ms; a body without Liquid {own['plain'] * 1e6:.2f} µs")


if __name__ == "__main__":
    main()
