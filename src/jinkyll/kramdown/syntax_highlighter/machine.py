"""The machine that runs the lexers: states of rules, tried in order at one position of the text.

A lexer is a table of states.  A rule is ``(pattern, emit)`` or ``(pattern, emit, move)``; a
string in place of a rule mixes in the rules of the state of that name.

The rules of a state become one alternation, so that the regular expression engine itself finds
the first rule that holds; each rule ends in an empty group whose number tells which rule it was.
(The empty group stands at the end because an alternative that begins with a literal or a set is
skipped by looking at one character.)

Where no rule holds, one character becomes an error token, as with Rouge.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from typing import Any, ClassVar, NamedTuple, TypeAlias

__all__ = [
    "AGAIN",
    "ALNUM",
    "LETTERS",
    "POP",
    "RESET",
    "WORD",
    "Emit",
    "Lexer",
    "Move",
    "Rule",
    "Run",
    "StandIns",
    "States",
    "Token",
    "Words",
    "words",
]

Token: TypeAlias = tuple[str, str]
"""A short class name as style sheets know it (``""`` is plain text) and the text it covers."""

Words: TypeAlias = Mapping[str, str]
"""Token types by word; the default stands under the key ``""``."""

Callback: TypeAlias = "Callable[[Any, re.Match[str]], None]"
Emit: TypeAlias = "str | tuple[str, ...] | Words | Callback"
"""What a rule gives: one type for all it matched, a type for each of its groups, the type of the
word it matched, or whatever a function does with the run and the match."""

Move: TypeAlias = "str | int | tuple[str, ...] | tuple[int, *tuple[str, ...]]"
"""The state to enter, or several of them; AGAIN; POP, twice POP and so on to leave states; or POP
and the state to enter instead."""

Rule: TypeAlias = "tuple[str, Emit] | tuple[str, Emit, Move] | str"
States: TypeAlias = Mapping[str, list[Rule]]

AGAIN = "#push"
"""The move that enters the current state once more."""

POP = -1
"""The move that leaves the current state."""

RESET = -1_000_000
"""The move that goes back to the root."""

_EMPTY_MATCHES_IN_A_ROW = 5
_MANY_RULES = 10


def words(default: str, **kinds: str) -> dict[str, str]:
    """A table for a rule that matches any word: `kinds` maps a token type to a list of words.

    A word named twice keeps the type it was given first.
    """
    table: dict[str, str] = {"": default}
    for kind, names in kinds.items():
        for name in names.split():
            table.setdefault(name, kind)
    return table


class Run:
    """One text on its way through a lexer: what a rule's function may look at and change."""

    __slots__ = ("lexer", "stack", "text", "tokens")

    def __init__(self, lexer: Lexer, text: str) -> None:
        self.lexer = lexer
        self.text = text
        self.tokens: list[Token] = []
        self.stack: list[str] = list(lexer.start)

    def reset(self) -> None:
        """Go back to where a text begins."""
        self.stack[:] = self.lexer.start

    def token(self, kind: str, value: str | None) -> None:
        """Add one token, if there is any text to it."""
        if value:
            self.tokens.append((kind, value))

    def delegate(self, other: Run, text: str) -> None:
        """Let `other` go on with `text` from the state it was left in; its tokens become ours."""
        other.text = text
        other.tokens = self.tokens
        other.lexer.run(other)

    def push(self, *states: str) -> None:
        """Enter states."""
        self.stack.extend(states)

    def pop(self, times: int = 1) -> None:
        """Leave states; below the last one is always the root."""
        del self.stack[-times:]
        if not self.stack:
            self.stack.append("root")

    def goto(self, state: str) -> None:
        """Change the current state for another."""
        self.stack[-1] = state


_Table: TypeAlias = "tuple[Callable[[str, str], str], str]"
"""The look-up of a word's type, and the type of words that are not found."""


class _Action(NamedTuple):
    kind: str | None
    table: _Table | None
    kinds: tuple[str, ...] | None
    call: Callback | None
    push: tuple[str, ...] | None
    entry: str | None
    """The characters that must follow for the last state of `push` to be entered."""
    pop: int
    base: int


class _State(NamedTuple):
    match: Callable[[str, int], re.Match[str] | None]
    plain: list[str | None]
    """By group number: the token type of a rule that does nothing but give one token."""
    tables: list[_Table | None]
    """By group number: the types of words, for a rule that only gives a word its type."""
    actions: list[_Action | None]
    otherwise: str | None
    """The state to try when no rule of this one holds, instead of mixing in its many rules."""


_MARKS = frozenset(["Mn", "Mc", "Me", "Pc"])
_UNDERSCORE = ord("_")


class StandIns(dict[int, int]):
    """What stands for characters that only Ruby, or only Python, counts as parts of words.

    While a text is lexed it is a letter that stands for the former, and a sign for the latter.
    Marks are parts of words if their combining class is less than `marks`.
    """

    def __init__(self, *, marks: int) -> None:
        self.marks = marks

    def __missing__(self, code: int) -> int:
        category = unicodedata.category(chr(code))
        stand_in = code
        if category == "No":
            stand_in = ord("¤")
        elif category in _MARKS and code != _UNDERSCORE:
            stand_in = ord("ª") if unicodedata.combining(chr(code)) < self.marks else code
        self[code] = stand_in
        return stand_in


WORD = StandIns(marks=256)
"""For names of all that Ruby counts as parts of a word."""

ALNUM = StandIns(marks=200)
"""For names of letters and digits: vowel signs are letters, accents are not."""

LETTERS = StandIns(marks=0)
"""For names of letters and digits in the narrow sense."""


class Lexer:
    """A table of states; subclasses fill `states` and may have a `start`.

    Patterns are compiled with MULTILINE and ASCII; `.` does not match a newline; a word boundary is
    one for all letters.  Groups that a
    rule's function or a back-reference needs have names, unique within the state.
    """

    states: ClassVar[States] = {}
    start: ClassVar[tuple[str, ...]] = ("root",)
    stand_ins: ClassVar[StandIns | None] = WORD
    """What names are made of; None is for letters and all numbers, as Python's words are."""
    entries: ClassVar[Mapping[str, str]] = {}
    """States that are left again at once unless one of these characters follows; a rule then does
    not enter them to begin with."""
    _compiled: ClassVar[dict[str, _State]]

    def __init_subclass__(cls) -> None:
        cls._compiled = {}

    def __init__(self, options: Mapping[str, str] | None = None) -> None:
        self.options = options or {}

    def option(self, name: str, *, default: bool) -> bool:
        """Whether an option is on."""
        return self.options[name] not in {"0", "false", "off"} if name in self.options else default

    def tokens(self, text: str) -> list[Token]:
        """The tokens of `text` in order; neighbours of one type may be separate."""
        stand_ins = self.stand_ins
        if stand_ins is not None and not text.isascii():
            stand_in = text.translate(stand_ins)
            if stand_in != text:
                tokens = _restored(self.run(self.begin(stand_in)), text)
                if tokens:
                    return tokens
        return self.run(self.begin(text))

    def begin(self, text: str = "") -> Run:
        """A run over `text`; lexers that remember more than a stack have a run class."""
        return Run(self, text)

    def run(self, run: Run) -> list[Token]:
        """Lex the text of `run`, beginning in the state it is in."""
        text, stack, out = run.text, run.stack, run.tokens
        append = out.append
        states = self._compiled
        position, end = 0, len(text)
        empty = 0
        name = stack[-1]
        match, plain, tables, actions, otherwise = self._state(name)
        while position < end:
            if name != stack[-1]:
                name = stack[-1]
                match, plain, tables, actions, otherwise = states.get(name) or self._compile(name)
            # Most rules do nothing but give one token: this loop is for them alone.
            while hit := match(text, position):
                number = hit.lastindex or 0
                value = hit[0]
                kind = plain[number]
                if kind is None:
                    table = tables[number]
                    if table is None:
                        break
                    kind = table[0](value, table[1])
                if not value:
                    break
                append((kind, value))
                position += len(value)
                empty = 0
            if position >= end:
                break
            if hit:
                action = actions[hit.lastindex or 0]
            else:
                other = otherwise
                while other is not None and hit is None:
                    mixed_in = states.get(other) or self._compile(other)
                    hit = mixed_in.match(text, position)
                    other = mixed_in.otherwise
                if hit is None:
                    append(("err", text[position]))
                    position += 1
                    continue
                number = hit.lastindex or 0
                kind = mixed_in.plain[number]
                if kind is not None:
                    value = hit[0]
                    if value:
                        append((kind, value))
                        position += len(value)
                        empty = 0
                        continue
                action = mixed_in.actions[number]
            if action is None:  # pragma: no cover  (only numbers of rules can be last)
                break
            after = hit.end()
            kind, table, kinds, call, push, entry, pop, base = action
            if call is not None:
                call(run, hit)
            elif kinds is not None:
                for kind in kinds:
                    base += 1
                    value = hit[base]
                    if value:
                        append((kind, value))
            elif after != position:
                if table is not None:
                    kind = table[0](hit[0], table[1])
                append((kind or "", hit[0]))
            if pop:
                del stack[pop:]
                if not stack and push is None:
                    stack.append("root")
            if push is not None:
                if entry is None or after >= end or text[after] in entry:
                    stack.extend(push or (name,))
                else:
                    stack.extend(push[:-1])
                    if not stack:
                        stack.append("root")
            if after != position:
                empty = 0
                position = after
            else:
                empty += 1
                if empty > _EMPTY_MATCHES_IN_A_ROW:
                    append(("err", text[position]))
                    position += 1
        return out

    @classmethod
    def _state(cls, name: str) -> _State:
        return cls._compiled.get(name) or cls._compile(name)

    @classmethod
    def rules(cls, state: str) -> list[Rule]:
        """The rules of a state; lexers that make up states as they go build them here."""
        return cls.states[state]

    @classmethod
    def _flat(cls, rules: list[Rule]) -> list[tuple[str, Emit] | tuple[str, Emit, Move]]:
        flat: list[tuple[str, Emit] | tuple[str, Emit, Move]] = []
        for rule in rules:
            if isinstance(rule, str):
                flat += cls._flat(cls.rules(rule))
            else:
                flat.append(rule)
        return flat

    @classmethod
    def _compile(cls, state: str) -> _State:
        parts: list[str] = []
        plain: list[str | None] = [None]
        tables: list[_Table | None] = [None]
        actions: list[_Action | None] = [None]
        rules = cls.rules(state)
        last = rules[-1]
        otherwise = None
        if isinstance(last, str) and len(cls._flat(cls.rules(last))) >= _MANY_RULES:
            otherwise = last
            rules = rules[:-1]
        seen: set[str] = set()
        for rule in cls._flat(rules):
            pattern, emit = rule[0], rule[1]
            if pattern in seen:  # mixed in twice; the first always wins
                continue
            seen.add(pattern)
            action = _action(emit, rule[2] if len(rule) == 3 else 0, len(actions) - 1, cls.entries)
            pattern = _WORD_BOUNDARY.sub(r"\1(?u:\\b)", pattern)
            skeleton = _NOISE.sub("_", pattern)
            inner = len(_GROUP.findall(skeleton))
            actions += [None] * inner
            plain += [None] * inner
            tables += [None] * inner
            actions.append(action)
            moves = action.push is not None or bool(action.pop)
            plain.append(None if moves else action.kind)
            tables.append(None if moves else action.table)
            parts.append(f"(?:{pattern})()" if "|" in skeleton else f"{pattern}()")
        compiled = re.compile("|".join(parts) if parts else r"(?!)", re.MULTILINE | re.ASCII)
        made = cls._compiled[state] = _State(compiled.match, plain, tables, actions, otherwise)
        return made


def _restored(tokens: list[Token], text: str) -> list[Token] | None:
    """`tokens` with the characters of `text`; None if some of it is lost or there twice."""
    restored: list[Token] = []
    position = 0
    for kind, value in tokens:
        end = position + len(value)
        restored.append((kind, text[position:end]))
        position = end
    return restored if position == len(text) else None


# Ruby's word boundary knows all letters, its classes only ASCII.
_WORD_BOUNDARY = re.compile(r"(?<!\\)((?:\\\\)*)\\b")
_NOISE = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]", re.DOTALL)
_GROUP = re.compile(r"\((?!\?)|\(\?P<")


def _action(emit: Emit, move: Move, base: int, entries: Mapping[str, str]) -> _Action:
    kind = table = kinds = call = push = None
    pop = 0
    if isinstance(emit, str):
        kind = emit
    elif isinstance(emit, tuple):
        kinds = emit
    elif isinstance(emit, Mapping):
        table = (emit.get, emit[""])
    else:
        call = emit
    if isinstance(move, int):
        pop = move
    elif isinstance(move, tuple):
        if isinstance(move[0], int):
            pop = move[0]
            move = move[1:]
        push = tuple(str(state) for state in move)
    else:
        push = () if move == AGAIN else (move,)
    entry = entries.get(push[-1]) if push else None
    return _Action(kind, table, kinds, call, push, entry, pop, base)
