"""Prose that looks like a person's blog: deterministic, and with the Markdown that people write."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

__all__ = ["heading", "paragraph", "phrase", "plain_sentence", "sentence"]
__all__ += ["table", "title", "words"]

_WORDS = {
    kind: words.split()
    for kind, words in (
        line.split(": ") for line in (Path(__file__).parent / "words.txt").read_text().splitlines()
    )
}
_NOUNS = _WORDS["nouns"]
_ADJECTIVES = _WORDS["adjectives"]
_VERBS = _WORDS["verbs"]
_ADVERBS = _WORDS["adverbs"]
_LINKS = _WORDS["links"]


def words(random: Random, count: int) -> str:
    return " ".join(random.choice(_NOUNS) for _ in range(count))


def phrase(random: Random) -> str:
    """A noun with its article and, mostly, an adjective."""
    article = random.choice(("the", "the", "a", "this", "every", "my", "our", "some"))
    adjective = random.choice(_ADJECTIVES) + " " if random.random() < 0.6 else ""
    if article == "a" and (adjective or "b")[0] in "aeiou":
        article = "an"
    return f"{article} {adjective}{random.choice(_NOUNS)}"


def _does(random: Random) -> str:
    verb = random.choice(_VERBS)
    return verb + ("es" if verb.endswith(("s", "sh", "ch")) else "s")


def _marked(random: Random, text: str) -> str:
    dice = random.random()
    if dice < 0.06:
        return f"*{text}*"
    if dice < 0.11:
        return f"**{text}**"
    if dice < 0.18:
        return f"[{text}](https://example.org/{random.choice(_LINKS)})"
    if dice < 0.24:
        return f"`{text.rsplit(' ', 1)[-1]}_{random.choice(_VERBS)}`"
    if dice < 0.27:
        return f'"{text}"'
    return text


def sentence(random: Random) -> str:
    subject = _marked(random, phrase(random))
    rest = f"{random.choice(_ADVERBS)} {_does(random)} {_marked(random, phrase(random))}"
    dice = random.random()
    if dice < 0.2:
        rest += f", and {phrase(random)} {_does(random)} {_marked(random, phrase(random))}"
    elif dice < 0.35:
        rest += f" -- {_marked(random, phrase(random))}, that is"
    elif dice < 0.5:
        rest += f" because {phrase(random)} doesn't {random.choice(_VERBS)} {phrase(random)}"
    elif dice < 0.55:
        rest += "..."
    text = f"{subject} {rest}"
    start = next(i for i, character in enumerate(text) if character.isalpha())
    first = text if text[0] == "`" else text[:start] + text[start].upper() + text[start + 1 :]
    return first if text.endswith("...") else first + random.choice((".", ".", ".", ".", "?", "!"))


def plain_sentence(random: Random) -> str:
    """A sentence without markup."""
    return f"{phrase(random)} {_does(random)} {phrase(random)}.".capitalize()


def paragraph(random: Random, size: int) -> str:
    """Sentences of about *size* characters in all, wrapped as an editor does."""
    text = ""
    while len(text) < size:
        text += (" " if text else "") + sentence(random)
    lines: list[str] = []
    line = ""
    for word in text.split(" "):
        # A wrapped line must not begin with what Markdown takes for a marker.
        if len(line) + len(word) > 88 and word[0].isalpha():
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    return "\n".join([*lines, line])


def title(random: Random) -> str:
    kind = random.randrange(4)
    one, two = random.choice(_NOUNS), random.choice(_NOUNS)
    adjective = random.choice(_ADJECTIVES)
    return (
        f"How I {random.choice(_VERBS)} {phrase(random)}",
        f"The {adjective} {one} and the {two}",
        f"{random.choice(_VERBS).capitalize()} your {adjective} {one}",
        f"On {adjective} {one}s",
    )[kind]


def heading(random: Random) -> str:
    return f"{random.choice(_ADJECTIVES).capitalize()} {words(random, 2)}"


def table(random: Random) -> str:
    rows = [
        f"| {words(random, 1)} | {words(random, 1)} | {words(random, 1)} |",
        "|:---|:---:|---:|",
    ]
    rows += [
        f"| {phrase(random)} | {random.choice(_ADJECTIVES)} | {random.randrange(10_000)} |"
        for _ in range(random.randint(3, 5))
    ]
    return "\n".join(rows)
