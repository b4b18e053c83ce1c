"""``--profile``: how long each step took, and what templates, converters and plugins cost.

Jekyll's two tables come first, as Jekyll prints them, and then what Jekyll does not tell.
``--profile=json`` prints all of it as one JSON document; docs/profile.md has its keys.

Source: Jekyll's ``Profiler`` and its ``LiquidRenderer::Table``.
"""

from __future__ import annotations

import contextlib
import json
import sys
from typing import TYPE_CHECKING, Any, Final, TextIO

from jinkyll import __version__, log

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from jinkyll.build import Report
    from jinkyll.render.statistics import Cost, Statistics

__all__ = ["document", "print_profile", "reserved_output"]

_ROWS: Final = 50
_SLOWEST: Final = 10

_reserved: TextIO | None = None


@contextlib.contextmanager
def reserved_output() -> Iterator[None]:
    """Keep standard output for the JSON document: what the body says goes to standard error."""
    global _reserved  # noqa: PLW0603  (there is one standard output)
    _reserved = sys.stdout
    try:
        with contextlib.redirect_stdout(sys.stderr):
            yield
    finally:
        _reserved = None


def print_profile(report: Report) -> None:
    """Print what *report* says of time: as tables, or as JSON if the output is reserved for it."""
    if _reserved is None:
        _print_tables(report)
        return
    _reserved.write(json.dumps(document(report), ensure_ascii=False, indent=2) + "\n")
    _reserved.flush()


def document(report: Report) -> dict[str, Any]:
    """What ``--profile=json`` prints; times are in seconds, lists begin with what took longest."""
    statistics = report.statistics
    result: dict[str, Any] = {
        "jinkyll": __version__,
        "seconds": sum(report.seconds.values()),
        "steps": report.seconds,
        "counts": report.counts(),
        "plugins": dict(_longest(report.plugins)),
    }
    if statistics is None:
        return result
    return result | {
        "templates": [
            {"path": path, "kind": cost.kind, "bytes": cost.bytes, **_times(cost)}
            for path, cost in _by_time(statistics.templates)
        ],
        "converters": [
            {"name": name, **_times(cost)} for name, cost in _by_time(statistics.converters)
        ],
        "caches": {
            kind: {"hits": hits, "misses": misses}
            for kind, (hits, misses) in statistics.caches.items()
        },
        "slowest_pages": [
            {"path": path, "seconds": cost.seconds}
            for path, cost in _by_time(statistics.pages)[:_SLOWEST]
        ],
    }


def _times(cost: Cost) -> dict[str, float]:
    return {"count": cost.count, "seconds": cost.seconds, "own_seconds": cost.own_seconds}


def _by_time(costs: Mapping[str, Cost]) -> list[tuple[str, Cost]]:
    return sorted(costs.items(), key=lambda item: -item[1].seconds)


def _longest(seconds: Mapping[str, float]) -> list[tuple[str, float]]:
    return sorted(seconds.items(), key=lambda item: -item[1])


def _print_tables(report: Report) -> None:
    steps = [(name.upper(), f"{seconds:.4f}") for name, seconds in report.seconds.items()]
    total = f"{sum(report.seconds.values()):.4f}"
    _print("Build Process Summary:", [("PHASE", "TIME"), *steps, ("TOTAL TIME", total)])
    if report.statistics is not None:
        _print_render_stats(report.statistics)
    if report.plugins:
        shares = [(name, f"{seconds:.4f}") for name, seconds in _longest(report.plugins)]
        _print("Plugins:", [("Plugin", "Time"), *shares])
    if report.statistics is not None:
        _print_rest(report.statistics)


def _print_render_stats(statistics: Statistics) -> None:
    costs = _by_time(statistics.templates)[:_ROWS]
    rows = [
        (path, str(cost.count), _kilobytes(cost.bytes), f"{cost.seconds:.3f}")
        for path, cost in costs
    ]
    totals = (
        f"TOTAL (for {len(costs)} files)",
        str(sum(cost.count for _, cost in costs)),
        _kilobytes(sum(cost.bytes for _, cost in costs)),
        f"{sum(cost.seconds for _, cost in costs):.3f}",
    )
    _print("Site Render Stats:", [("Filename", "Count", "Bytes", "Time"), *rows, totals])


def _print_rest(statistics: Statistics) -> None:
    own = sorted(statistics.templates.items(), key=lambda item: -item[1].own_seconds)[:_ROWS]
    _print(
        "Templates, by the time of their own:",
        [
            ("Filename", "Kind", "Count", "Time", "Own Time"),
            *((path, cost.kind, *_cells(cost)) for path, cost in own),
        ],
    )
    _print(
        "Converters:",
        [
            ("Converter", "Count", "Time", "Own Time"),
            *((name, *_cells(cost)) for name, cost in _by_time(statistics.converters)),
        ],
    )
    _print(
        "Cache:",
        [
            ("Kind", "Hits", "Misses"),
            *((kind, f"{hits}", f"{misses}") for kind, (hits, misses) in statistics.caches.items()),
        ],
    )
    _print(
        "Slowest Pages:",
        [
            ("Page", "Time"),
            *(
                (path, f"{cost.seconds:.4f}")
                for path, cost in _by_time(statistics.pages)[:_SLOWEST]
            ),
        ],
    )


def _cells(cost: Cost) -> tuple[str, str, str]:
    return (str(cost.count), f"{cost.seconds:.3f}", f"{cost.own_seconds:.3f}")


def _kilobytes(count: int) -> str:
    return f"{count / 1024:.2f}K"


def _print(heading: str, rows: Sequence[Sequence[str]]) -> None:
    """Print *rows*, the first one the head; the first column flush left, the others right."""
    log.info(f"\n{heading}".ljust(19))  # or the log would set it flush right
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = [
        "| "
        + " | ".join(
            cell.rjust(width) if column else cell.ljust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        + " |"
        for row in rows
    ]
    lines.insert(1, "+" + "+".join("-" * (width + 2) for width in widths) + "+")
    log.info("\n" + "\n".join(lines) + "\n")
