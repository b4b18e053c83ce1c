"""Code blocks in ten languages, no two alike: each holds names and numbers of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

__all__ = ["LANGUAGES", "code_block"]


def _python(a: str, b: str, n: int) -> str:
    return f'''from dataclasses import dataclass


@dataclass
class {a.capitalize()}:
    """Keep the {b}."""

    {b}: int = {n}

    def {b}s(self, limit: float = {n / 7:.2f}) -> list[str]:
        # one for each {a}
        return [f"{b}-{{i}}" for i in range(self.{b}) if i % {n % 9 + 2} == 0]
'''


def _javascript(a: str, b: str, n: int) -> str:
    return f"""import {{ {b} }} from './{a}-{n}.js';

export async function {a}{n}(options = {{}}) {{
  const result = await fetch(`/api/{b}/${{options.id}}?limit={n}`);
  if (!result.ok) throw new Error("no {a}: " + result.status);
  // keep only what is new
  return (await result.json()).filter((x) => x.{b} > {n % 100} && !/^{a}\\d+$/.test(x.name));
}}
"""


def _ruby(a: str, b: str, n: int) -> str:
    return f"""require "json"

module {a.capitalize()}
  class {b.capitalize()} < Struct.new(:name, :size)
    LIMIT = {n}

    def call(*args, &block)
      args.map {{ |x| x.to_s + "-{a}" }}.select(&block) # {b}
      @{b} ||= File.read("{a}/{b}.json").lines.first({n % 50})
    end
  end
end
"""


def _bash(a: str, b: str, n: int) -> str:
    return f"""#!/usr/bin/env bash
set -euo pipefail
{a.upper()}="${{1:-{n}}}"
for file in "$HOME"/{a}/*.{b}; do
  if [ -s "$file" ] && grep -q '{b}' "$file"; then
    cp "$file" "/srv/{a}/$(date +%F)-{n}.bak"   # keep {b}
  fi
done | sort -u | head -n {n}
"""


def _css(a: str, b: str, n: int) -> str:
    return f""".{a}-{n} > .{b}:hover {{
  color: #{n % 4096:03x};
  margin: {n % 13}px auto {n % 7}.5rem;
  background: url("../images/{a}.svg") no-repeat;
}}
@media (min-width: {n}px) {{
  #{b} a::before {{ content: "{b}"; transition: all .{n % 9 + 1}s ease-in; }}
}}
"""


def _html(a: str, b: str, n: int) -> str:
    return f"""<!-- {a} {n} -->
<section id="{a}-{n}" class="{b}">
  <h2>{a.capitalize()} &amp; {b}</h2>
  <a href="/{a}/{b}?page={n}" data-{b}="{n}">more</a>
  <img src="{b}.png" alt="{a}" width="{n}">
  <script>window.{a} = {n};</script>
</section>
"""


def _json(a: str, b: str, n: int) -> str:
    return f"""{{
  "name": "{a}-{n}",
  "{b}": [{n}, {n + 1}, {n / 3:.3f}],
  "private": true,
  "{a}": {{ "{b}": null, "path": "./{b}/{a}.js", "limit": {n % 77} }}
}}
"""


def _yaml(a: str, b: str, n: int) -> str:
    return f"""# {a} of the {b}
version: "{n}"
{a}:
  - name: {b}-{n}
    ports: ["{n}:80", "443:443"]
    enabled: yes
    command: >
      run --{b} {a}
  - &{b} {{ size: {n % 64}, tags: [{a}, {b}] }}
"""


def _go(a: str, b: str, n: int) -> str:
    return f"""package {a}

import "fmt"

// {b.capitalize()} counts what {a} holds.
type {b.capitalize()} struct {{
	size int
	name string
}}

func (x *{b.capitalize()}) Walk(limit int) (string, error) {{
	for i := 0; i < limit+{n}; i++ {{
		if x.size%{n % 9 + 2} == 0 {{
			return fmt.Sprintf("{a}-%d", i), nil
		}}
	}}
	return x.name, nil
}}
"""


def _sql(a: str, b: str, n: int) -> str:
    return f"""-- the {n} largest
SELECT {a}.id, {b}.name AS {b}_name, COUNT(*) AS total
FROM {a}
LEFT JOIN {b} ON {b}.{a}_id = {a}.id AND {b}.size > {n}
WHERE {a}.created_at >= '2021-0{n % 9 + 1}-01' AND {b}.name LIKE '%{b}%'
GROUP BY {a}.id, {b}.name
HAVING COUNT(*) > {n % 11}
ORDER BY total DESC
LIMIT {n};
"""


LANGUAGES: dict[str, Callable[[str, str, int], str]] = {
    "python": _python,
    "javascript": _javascript,
    "ruby": _ruby,
    "bash": _bash,
    "css": _css,
    "html": _html,
    "json": _json,
    "yaml": _yaml,
    "go": _go,
    "sql": _sql,
}


def code_block(random: Random, number: int, one: str, two: str) -> str:
    """The fenced block with this *number*; the names *one* and *two* appear in it."""
    language = random.choice(list(LANGUAGES))
    return f"```{language}\n{LANGUAGES[language](one, two, 1000 + number)}```"
