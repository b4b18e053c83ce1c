"""The real Rouge, for recording what it says and for comparing with it.

    python tests/rouge_reference.py record           record all cases again
    python tests/rouge_reference.py compare LANGUAGE FILE...    cut files into snippets and compare

Needs Ruby with rouge and kramdown (Debian: ruby-rouge, ruby-kramdown).
"""

from __future__ import annotations

import json
import random
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from jinkyll.kramdown.syntax_highlighter import highlight

HERE = Path(__file__).resolve().parent
CASES = HERE / "cases" / "rouge"
SCRIPT = HERE / "kramdown" / "syntax_highlighter" / "rouge.rb"


_DAMAGE = ('"', "'", "\\", "{", "(", "/*", "#", "`", "é", "\t", "\n")


def available() -> bool:
    """Whether there is a Ruby that has what the script needs."""
    if shutil.which("ruby") is None:
        return False
    libraries = ["ruby", "-rjson", "-rrouge", "-rkramdown", "-e", ""]
    return subprocess.run(libraries, capture_output=True, check=False).returncode == 0


def ask(requests: list[dict[str, Any]]) -> list[Any]:
    """The answers to *requests*, None for those that Rouge fails at."""
    lines = "".join(json.dumps(request) + "\n" for request in requests)
    done = subprocess.run(
        ["ruby", str(SCRIPT)], input=lines, capture_output=True, text=True, check=True
    )
    return [json.loads(line).get("answer") for line in done.stdout.splitlines()]


def sources() -> list[Path]:
    """The code of the cases, below a folder for each language."""
    return sorted(CASES.glob("*/*.txt"))


def snippets(text: str, seed: str, count: int = 4) -> list[str]:
    """Pieces of 5 to 40 lines, always the same ones for a *seed*."""
    chance = random.Random(seed)  # noqa: S311  (tests must repeat)
    lines = text.split("\n")
    pieces = []
    for _ in range(count if len(lines) > 30 else 1):
        start = chance.randrange(max(1, len(lines) - 5))
        pieces.append("\n".join(lines[start : start + chance.randint(5, 40)]) + "\n")
    return [piece for piece in pieces if piece.strip()]


def damaged(text: str, seed: str, count: int = 20) -> list[str]:
    """Lines of *text* in any order, with characters lost, added and doubled."""
    chance = random.Random(seed)  # noqa: S311  (tests must repeat)
    lines = text.split("\n")
    pieces = []
    for _ in range(count):
        piece = "\n".join(chance.choice(lines) for _ in range(chance.randint(1, 8)))
        for _ in range(chance.choice((0, 1, 3))):
            at = chance.randrange(len(piece) + 1)
            extra = chance.choice(
                ["", "", '"', "'", "\\", "{", "(", "/*", "#", "`", "é", "\t", "\n"]
            )
            piece = piece[:at] + extra + piece[at + chance.randint(0, 2) :]
        pieces.append(piece + chance.choice(["\n", "\n", ""]))
    return [piece for piece in pieces if piece.strip()]


def record() -> None:
    """Write what the reference says beside every case."""
    paths = sources()
    requests = [
        {"what": "spans", "language": path.parent.name, "code": path.read_text("utf-8")}
        for path in paths
    ]
    for path, answer in zip(paths, ask(requests), strict=True):
        path.with_suffix(".html").write_text(answer, "utf-8")
    for name in ("adapter", "tag", "guess"):
        path = CASES / f"{name}.json"
        cases = json.loads(path.read_text("utf-8"))
        for case, answer in zip(
            cases, ask([{**case, "what": name} for case in cases]), strict=True
        ):
            case["expected"] = answer
        path.write_text(json.dumps(cases, indent=1, ensure_ascii=False) + "\n", "utf-8")
    names = json.dumps(ask([{"what": "names"}])[0], indent=1, sort_keys=True)
    (CASES / "names.json").write_text(names + "\n", "utf-8")


def compare(language: str, paths: list[Path]) -> None:
    """Print how many snippets of *paths* come out as Rouge gives them, and where others differ."""
    pieces = [
        piece for path in paths for piece in snippets(path.read_text("utf-8", "replace"), path.name)
    ]
    answers = ask([{"what": "spans", "language": language, "code": piece} for piece in pieces])
    equal = 0
    for piece, expected in zip(pieces, answers, strict=True):
        got = highlight(piece, language)
        if expected is None or got == expected:
            equal += 1
            continue
        for ours, theirs in zip(_spans(got), _spans(expected), strict=False):
            if ours != theirs:
                break


def _spans(html: str) -> list[str]:
    return re.findall(r"<span.*?</span>|[^<]+", html, re.DOTALL)


if __name__ == "__main__":
    if sys.argv[1:] == ["record"]:
        record()
    elif sys.argv[1:2] == ["compare"] and len(sys.argv) > 3:
        compare(sys.argv[2], [Path(name) for name in sys.argv[3:]])
    else:
        sys.exit(__doc__)
