"""Run a command and say what it cost, its children included."""

from __future__ import annotations

import os
import subprocess
import threading
import time
from dataclasses import dataclass
from pathlib import Path

__all__ = ["Cost", "Failed", "peak_memory", "run"]

_PROC = Path("/proc")


class Failed(Exception):  # noqa: N818  (a build that failed, not a mistake of the benchmark)
    """The command ended with an error; the text is what it printed."""


@dataclass(frozen=True)
class Cost:
    wall: float  # seconds
    cpu: float  # seconds of user and system time, of the process and the children it waited for


def run(command: list[str], folder: Path, environment: dict[str, str] | None = None) -> Cost:
    """Time *command* in *folder* as a whole process."""
    with (folder.parent / "output.log").open("w+b") as output:
        start = time.perf_counter()
        process = subprocess.Popen(
            command,
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            env={**os.environ, **(environment or {})},
        )
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            output.seek(0)
            raise Failed(output.read().decode(errors="replace")[-2000:])
    return Cost(wall, usage.ru_utime + usage.ru_stime)


def peak_memory(command: list[str], folder: Path) -> int:
    """The most memory, in bytes, that *command* and all its children held at one time.

    Shared pages are counted once (PSS), looked at every 20 ms; the run is not for timing.
    Only on Linux; 0 elsewhere.
    """
    if not _PROC.exists():
        return 0
    process = subprocess.Popen(
        command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    peak = 0
    done = threading.Event()

    def watch() -> None:
        nonlocal peak
        while not done.wait(0.02):
            peak = max(peak, sum(map(_proportional_set, _family(process.pid))))

    watcher = threading.Thread(target=watch)
    watcher.start()
    process.wait()
    done.set()
    watcher.join()
    return peak


def _family(pid: int) -> list[int]:
    found = [pid]
    for parent in found:
        try:
            for task in (_PROC / str(parent) / "task").iterdir():
                found += [int(child) for child in (task / "children").read_text().split()]
        except OSError:
            continue
    return found


def _proportional_set(pid: int) -> int:
    try:
        for line in (_PROC / str(pid) / "smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * 1024
    except OSError:
        pass
    return 0
