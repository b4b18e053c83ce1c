"""Time jinkyll against Hugo and Jekyll: the same blog, in turn within one run, as whole processes.

    scripts/bench                         # 1,000 posts, 5 rounds
    scripts/bench --posts 10000 --rounds 3 --without Jekyll
    scripts/bench --growth                # 1,000 to 8,000 posts: seconds per post must not grow

What counts are the ratios of one run; seconds depend on the machine.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import sys
import tempfile
from pathlib import Path
from statistics import median

from blog import make, posts
from builders import EDITS, Blog, Builder, available, set_aside
from process import Cost, Failed, peak_memory, run
from served import save_to_served

GROWTH = (1000, 2000, 4000, 8000)


def main() -> None:
    arguments = _arguments()
    # What is installed has its bytecode; run from here, jinkyll keeps it from the first build on.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    builders = [one for one in available() if one.name not in arguments.without]
    folder = Path(arguments.folder or tempfile.mkdtemp(prefix="jinkyll-bench-"))
    try:
        print(_machine())
        if arguments.growth:
            _growth(builders, folder, arguments.rounds)
        else:
            _compare(builders, folder, arguments)
    finally:
        if not arguments.folder:
            shutil.rmtree(folder, ignore_errors=True)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--posts", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--without", action="append", default=[], metavar="BUILDER")
    parser.add_argument(
        "--only",
        action="append",
        metavar="SCENARIO",
        help="cold, memory, served or: " + ", ".join(EDITS),
    )
    parser.add_argument("--growth", action="store_true")
    parser.add_argument("--folder", help="where to work; kept afterwards")
    return parser.parse_args()


def _machine() -> str:
    model = platform.processor() or platform.machine()
    info = Path("/proc/cpuinfo")
    if info.exists():
        names = [
            line.split(": ", 1)[1]
            for line in info.read_text().splitlines()
            if line.startswith("model name")
        ]
        model = names[0] if names else model
    return (
        f"{os.cpu_count()} cores ({model}), {platform.system()}, Python {platform.python_version()}"
    )


def _copies(builders: list[Builder], folder: Path, count: int) -> dict[str, Blog]:
    """A site of its own for each builder, so that none finds what another left."""
    made = folder / f"made-{count}"
    make(count, made)
    sites = {}
    for builder in builders:
        site = folder / builder.name / builder.kind
        set_aside(site)
        shutil.copytree(made / builder.kind, site)
        sites[builder.name] = Blog(site, builder.kind, count)
    return sites


def _compare(builders: list[Builder], folder: Path, arguments: argparse.Namespace) -> None:
    count = arguments.posts
    sites = _copies(builders, folder, count)
    wanted = arguments.only or ["cold", *EDITS, "memory", "served"]
    header = [f"{count:,} posts"]
    for builder in builders:
        header += [f"{builder.name} s", "CPU s"]
    header += [f"/ {other.name}" for other in builders[1:]]
    print("\n| " + " | ".join(header) + " |\n|---|" + "---:|" * (len(header) - 1))

    def row(name: str, costs: dict[str, list[Cost]]) -> None:
        cells = [name]
        walls = {one: median(cost.wall for cost in costs[one]) for one in costs}
        for builder in builders:
            cpu = median(cost.cpu for cost in costs[builder.name]) if costs[builder.name] else 0
            cells += (
                [f"{walls[builder.name]:.2f}", f"{cpu:.2f}"]
                if cpu or walls[builder.name]
                else ["", ""]
            )
        cells += [f"{walls[builders[0].name] / walls[other.name]:.3f}" for other in builders[1:]]
        print("| " + " | ".join(cells) + " |", flush=True)

    if "cold" in wanted:
        costs: dict[str, list[Cost]] = {builder.name: [] for builder in builders}
        for _ in range(arguments.rounds):
            for builder in builders:
                builder.clean(sites[builder.name].site)
                costs[builder.name].append(_timed(builder, sites[builder.name]))
        row("cold", costs)
    else:
        for builder in builders:
            _timed(builder, sites[builder.name])
    for scenario, edit in EDITS.items():
        if scenario not in wanted:
            continue
        costs = {builder.name: [] for builder in builders}
        for number in range(arguments.rounds):
            for builder in builders:
                mark = f"mark{len(scenario)}x{number}"
                edit(sites[builder.name], mark)
                costs[builder.name].append(_timed(builder, sites[builder.name]))
        row(scenario, costs)
    if "served" in wanted:
        post = list(posts(count // 2 + 1))[-1]
        url = f"/{post.date:%Y/%m}/{post.slug}/"
        costs = {}
        for builder in builders:
            seconds = save_to_served(builder, sites[builder.name], url, arguments.rounds)
            costs[builder.name] = [Cost(one, 0) for one in seconds]
        row("save to served", costs)
    if "memory" in wanted:
        print("\n| peak memory, cold | MB |\n|---|---:|")
        for builder in builders:
            builder.clean(sites[builder.name].site)
            peak = peak_memory(builder.build, sites[builder.name].site)
            print(f"| {builder.name} | {peak / 1e6:.0f} |", flush=True)


def _growth(builders: list[Builder], folder: Path, rounds: int) -> None:
    """Milliseconds per post as the blog grows."""
    print(
        "\n| ms a post, cold | "
        + " | ".join(f"{count:,}" for count in GROWTH)
        + " | last / first |"
    )
    print("|---|" + "---:|" * (len(GROWTH) + 1))
    figures: dict[str, list[float]] = {builder.name: [] for builder in builders}
    for count in GROWTH:
        sites = _copies(builders, folder, count)
        for builder in builders:
            walls = []
            for _ in range(rounds):
                builder.clean(sites[builder.name].site)
                walls.append(_timed(builder, sites[builder.name]).wall)
            figures[builder.name].append(median(walls) / count * 1000)
    for name, row in figures.items():
        print(
            f"| {name} | "
            + " | ".join(f"{one:.2f}" for one in row)
            + f" | {row[-1] / row[0]:.2f} |"
        )


def _timed(builder: Builder, blog: Blog) -> Cost:
    try:
        return run(builder.build, blog.site)
    except Failed as failure:
        sys.exit(f"{builder.name} failed:\n{failure}")


if __name__ == "__main__":
    main()
