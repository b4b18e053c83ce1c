"""The tables of ``--profile``: how long each step and plugin took, what each template cost.

Source: Jekyll's ``Profiler`` and its ``LiquidRenderer::Table``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinkyll import log

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jinkyll.build import Report

__all__ = ["print_profile"]

_ROWS = 50


def print_profile(report: Report) -> None:
    """Print what *report* says of time and templates."""
    steps = [(name.upper(), f"{seconds:.4f}") for name, seconds in report.seconds.items()]
    total = f"{sum(report.seconds.values()):.4f}"
    log.info("\nBuild Process Summary:")
    log.info(_table([("PHASE", "TIME"), *steps, ("TOTAL TIME", total)]))
    if report.plugins:
        plugins = sorted(report.plugins.items(), key=lambda item: -item[1])
        shares = [(name, f"{seconds:.4f}") for name, seconds in plugins]
        log.info("\nPlugins:")
        log.info(_table([("Plugin", "Time"), *shares]))
    if report.statistics is None:
        return
    costs = sorted(report.statistics.costs.items(), key=lambda item: -item[1].seconds)[:_ROWS]
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
    log.info("\nSite Render Stats:")
    log.info(_table([("Filename", "Count", "Bytes", "Time"), *rows, totals]))


def _kilobytes(count: int) -> str:
    return f"{count / 1024:.2f}K"


def _table(rows: Sequence[Sequence[str]]) -> str:
    """*rows*, the first one the head, as text; the first column flush left, the others right."""
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
    return "\n" + "\n".join(lines) + "\n"
