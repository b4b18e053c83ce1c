"""Documents made at random: constructs in constructs, soups of lines, and texts with random edits.

Each is made from a seed, so that a difference found once can be found again.
"""

from __future__ import annotations

from random import Random

__all__ = ["edited", "nested", "soup"]

SPANS = (
    "*em*", "**strong**", "_em_", "__strong__", "***both***", "`code`", "``co`de``",
    "[link](http://a.b/c)", '[link](</a b> "T")', '[l](x \'y "z"\')', "[ref][id]", "[id]",
    "[no such]", "[^1]", "[^2]", "[^nope]", "![img](a.png)", '![img](a.png "t"){: .c}',
    "<http://ex.com/a?b=c&d>", "<me@ex.com>", "http://bare.com/a_b_c",
    '<span class="x">html *em*</span>', "<b>b</b>", "<br>", "<br />", "<!-- c -->", "&copy;",
    "&amp;", "&#123;", "&#x1F600;", "&nosuch;", "AT&T", "a < b > c", '"quoted"', "'single'",
    "it's", "the '80s", "--", "---", "...", "<<guil>>", "<< g >>", "$$x^2$$", "$5", "\\*esc\\*",
    "\\_", '\\\\', "~~del~~", "~~ no ~~", "{:.cls}", '{: #id k="v"}', "{::comment}c{:/comment}",
    "{::nomarkdown}<x>{:/}", "|", "a|b", "\\|", "HTML", "snake_case_word", "*", "**", "_", "`",
    "[", "]", "(", ")", "!", '"', "'", "<", ">", "&", '\\', "~", "~~", "{", "}", "{:", "$", "$$",
    "日本語", "émoji 😀", "word", "lorem ipsum", "dolor", "&nbsp;", "&quot;", '<a href="x">y</a>',
    '<img src="a">', "</div>", "<div>", "</p>", "<script>x</script>", "<kbd>C-x</kbd>",
    "<code>a|b</code>", "[a[b]c](d)", "[![i](j)](k)", "[x](y_(z))", "**a*", "*a**", "_a__",
    "2 * 3 * 4", "a_b", '"a *b* c"', "''", '""', '"\'x\'"', "(c)", "1/2", "[ ]", "[x]",
    '{::options auto_ids="false" /}', '<span markdown="0">*a*</span>', "*a `b* c`", "[a `b](c)`",
    "*[HTML]", "<i>", "</i>", "`` ` ``", "\xa0", "\t", "{% liquid %}", "{{ var }}",
    "<https://x.y|z>", "www.x.y", "--opt", "->", "=>", "<-", "!=", "<3", "C++", "C#", "#tag",
    "@user", "50%", "10^2", "a^b^", "1.", "-", "+", "#", "=", " {:.a}", '\\"q\\"', "\\'",
)  # fmt: skip

LINES = (
    "", "# H1", "## H2 ##", "### H3 {#cid}", "#nospace", "#### H _em_ `c`", "Setext\n===",
    "Setext 2\n---", "* item", "- item", "+ item", "1. one", "2. two", "10. ten", "* [ ] task",
    "* [x] done", "  * nested", "    * deep", "    code", "\tcode", "> quote", "> > qq",
    ">no space", "```", "```ruby", "``` js", "~~~", "~~~ python", "~~~~", "```ruby?a=1", "---",
    "***", "* * *", "___", "===", "| a | b |", "|---|---|", "|:--|--:|", "a | b", "--|--", "| x",
    "x |", "|===", "^", ": def", "term", "  : def 2", '[id]: http://u.r/l "Title"', "[id]: <u>",
    "[^1]: footnote", "[^2]: fn *em*", "    cont", "*[HTML]: Hyper Text", "{: .klass #i}",
    "{:toc}", "{:.no_toc}", '{:ref: .x k="v"}', "{: ref}", "{::comment}", "{:/comment}", "{:/}",
    "{::nomarkdown}", '{::options parse_block_html="true" /}', "<div>", "</div>",
    '<div markdown="1">', '<div markdown="span">', '<div markdown="block">', "<p>", "</p>",
    "<p>para</p>", "<table>", "<tr><td>x</td></tr>", "</table>", "<!-- comment", "-->",
    "<!-- c -->", "<br>", "<hr>", "<pre>", "</pre>", "<script>", "</script>",
    '<iframe src="x"></iframe>', "<details>", "<summary>s</summary>", "</details>", "<ul>",
    "<li>a</li>", "</ul>", "$$", "$$x$$", "\\$$x$$", "$$ a", "b $$", "   three", "  two",
    "     five", "text", "text  ", 'text\\', 'text\\\\', "line with | pipe", "*em", "em*", "**",
    "> * a", "* > q", "1) x", "- a\n\n- b", "* a\n\n  p", "  \tx", "\x0c", "* a\n{:.x}",
    "*\t tab", "-\n", "*", "1.", "> ```", "> # h", "* ```", "* # h", "  ```", "   ```",
    "1. a\n   - b\n     1. c", "<div>a</div> text", "<b>inline</b>", "<custom-tag>",
    "</custom-tag>", '<section markdown="1">', "</section>", "a\n: b", "a\n\n: b", "{:footnotes}",
    "* TOC\n{:toc}", "1. x\n{:toc}", "| `a|b` | c |", "+---+", "|-", "-|", "a\\|b",
    "| <code>x|y</code> |", "![i](j){:standalone}", "<center>", "</center>", "<font color=red>",
    '<a name="x"></a>', "</a>", "<!DOCTYPE html>", "<?php x ?>", "&nbsp;", "<span>", "</span>",
    '<div class="a"\n id="b">', "<div a=b c>", "<DIV>", "</DIV>", "<video controls>",
    '<source src="a">', "</video>", "<td>", "{% raw %}", "{{ x }}",
)  # fmt: skip

_FIRST_AND_OTHER = (
    *(("* ", "  "), ("1. ", "   "), ("> ", "> "), ("    ", "    "), ("  ", "  "), (" ", " ")),
    *(("- ", ""), ("> ", ""), ("   ", "   "), ("\t", "\t"), ("*   ", "    "), (": ", "  ")),
)
_ITEMS = (("* ", "  "), ("1. ", "   "), ("- ", "    "), ("+   ", "    "), ("*\t", "\t"))


def spans(random: Random, count: int = 0) -> str:
    """Some words and span constructs."""
    return "".join(
        random.choice(SPANS) + random.choice((" ", " ", " ", " ", "", "", "\n", "  \n"))
        for _ in range(count or random.choice((1, 1, 2, 3, 3, 5, 8)))
    )


def _indented(text: str, first: str, other: str) -> str:
    lines = text.split("\n")
    return "\n".join([first + lines[0], *(line and other + line for line in lines[1:])])


def soup(seed: int) -> str:
    """Lines that have nothing to do with each other."""
    random = Random(seed)  # noqa: S311
    lines = []
    for _ in range(random.choice((1, 2, 3, 4, 6, 10, 15))):
        dice = random.random()
        if dice < 0.5:
            line = random.choice(LINES)
        else:
            line = spans(random)
            if dice > 0.75:
                starts = ("* ", "- ", "1. ", "> ", "# ", "| ", "    ", "  ", "[^1]: ", ": ")
                line = random.choice(starts) + line
        if random.random() < 0.25:
            line = _indented(line, *random.choice(_FIRST_AND_OTHER))
        lines.append(line + random.choice(("\n", "\n", "\n\n", "\n\n\n", "\n \n")))
    return "".join(lines)


def nested(seed: int) -> str:
    """Blocks in blocks."""
    return _blocks(Random(seed), 0)  # noqa: S311


def _blocks(random: Random, depth: int) -> str:
    count = random.choice((1, 1, 2, 3) if depth else (1, 2, 4, 6))
    return random.choice(("\n", "\n", "")).join(_block(random, depth) for _ in range(count))


def _block(random: Random, depth: int) -> str:
    dice = random.random()
    if depth > 3 or dice < 0.3:
        return spans(random) + "\n"
    if dice < 0.45:
        return _indented(_blocks(random, depth + 1), *random.choice(_ITEMS)) + "\n"
    if dice < 0.55:
        return _indented(_blocks(random, depth + 1), "> ", "> ") + "\n"
    if dice < 0.6:
        return "#" * random.randint(1, 6) + " " + spans(random, 2).replace("\n", " ") + "\n"
    if dice < 0.68:
        fence = random.choice(("```", "~~~", "````"))
        language = random.choice(("", "ruby", "js foo"))
        return f"{fence}{language}\n{_blocks(random, depth + 1)}{fence}\n"
    if dice < 0.76:
        return _table(random)
    if dice < 0.84:
        name = random.choice(("div", "p", "section", "table", "details", "b", "span", "pre"))
        markdown = random.choice(("", ' markdown="1"', ' markdown="span"', ' class="x"'))
        space, end = random.choice(("", "\n")), random.choice(("\n", "", " "))
        return f"<{name}{markdown}>{space}{_blocks(random, depth + 1)}{space}</{name}>{end}"
    if dice < 0.9:
        return f"{spans(random, 1)}\n: {_indented(_blocks(random, depth + 1), '', '  ')}\n"
    return random.choice(LINES) + random.choice(("\n", "\n{: .a #b}\n"))


def _table(random: Random) -> str:
    columns = random.randint(1, 4)
    rows = [
        "|".join(spans(random, 1).replace("\n", " ") for _ in range(columns))
        for _ in range(random.randint(1, 4))
    ]
    if random.random() < 0.7:
        separators = ("---", ":--", "--:", ":-:")
        rows.insert(1, "|".join(random.choice(separators) for _ in range(columns)))
    edges = [(random.choice(("| ", "|", "", "  ")), random.choice((" |", "", "|"))) for _ in rows]
    return "".join(f"{left}{row}{right}\n" for row, (left, right) in zip(rows, edges, strict=True))


def edited(text: str, seed: int) -> str:
    """Up to 40 lines of *text*, a few of them changed, dropped, doubled or new."""
    random = Random(seed)  # noqa: S311
    lines = text.split("\n")
    if len(lines) > 40:
        start = random.randrange(len(lines) - 40)
        lines = lines[start : start + 40]
    for _ in range(random.randint(1, 8)):
        at = random.randrange(len(lines)) if lines else 0
        dice = random.random()
        if dice < 0.2 and lines:
            del lines[at]
        elif dice < 0.4 or not lines:
            lines.insert(at, random.choice(LINES))
        elif dice < 0.5:
            lines.insert(at, random.choice(lines))
        elif dice < 0.6:
            lines[at] = (
                random.choice(("  ", "    ", "> ", "* ", "\t", " ", "1. ", ": ")) + lines[at]
            )
        elif dice < 0.65:
            lines[at] = lines[at].lstrip()
        else:
            lines[at] = _edited_line(random, lines[at])
    return "\n".join(lines) + "\n"


def _edited_line(random: Random, line: str) -> str:
    at = random.randrange(len(line) + 1)
    dice = random.random()
    if dice < 0.4:
        return line[:at] + random.choice(SPANS) + line[at:]
    if dice < 0.7:
        return line[:at] + line[at + 1 :]
    return line[:at] + random.choice("*_`[]()<>|\"'\\{}:!~$&#-. \t") + line[at:]
