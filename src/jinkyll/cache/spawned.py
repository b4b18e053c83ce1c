"""Work that other processes do meanwhile, where forking is not safe: requests out, answers in.

A list of requests is worked through from both ends. Whoever owns it goes on with its own work
from the front and says how far it is; the others begin at the back. So nobody waits for a
process that is slow to start, and what one of them did not do, because it died or was not that
far, the owner does itself when its turn comes.
"""

from __future__ import annotations

import contextlib
import marshal
import subprocess
import sys
import threading
from collections import deque
from typing import TYPE_CHECKING, Any, BinaryIO, Final, cast

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Spawned"]

_CHUNK: Final = 50
"""So many requests are sent at once."""
_SWITCH: Final = 0.001
"""Seconds until the owner makes way for a thread that takes an answer in."""


class Spawned:
    """Up to *count* processes that answer *requests*, from the last to the first.

    *module*, run by ``python -m``, reads *preamble* and then lists of requests from its standard
    input, and writes a list of answers for each; all of it marshalled. An answer of None is none.
    """

    def __init__(self, module: str, preamble: Any, requests: list[Any], *, count: int) -> None:
        self._preamble = marshal.dumps(preamble)
        self._requests = requests
        self._waiting = deque(range(0, len(requests), _CHUNK))
        self._answers: deque[tuple[int, list[Any]]] = deque()
        self._processes: list[subprocess.Popen[bytes]] = []
        self._threads: list[threading.Thread] = []
        self._interval = sys.getswitchinterval()
        # A system that has no more processes to give is no error.
        with contextlib.suppress(OSError):
            for _ in range(count):
                self._start(module)
        if self._processes:
            sys.setswitchinterval(_SWITCH)

    def _start(self, module: str) -> None:
        process = subprocess.Popen(  # noqa: S603  (our own module)
            # Not from the current folder, which is the site's and may hold a re.py.
            (sys.executable, "-P", "-m", module),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self._processes.append(process)
        thread = threading.Thread(target=self._talk, args=(process,), name=module, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _talk(self, process: subprocess.Popen[bytes]) -> None:
        """Hand the last requests to *process* until all are done or it dies."""
        to, back = cast("BinaryIO", process.stdin), cast("BinaryIO", process.stdout)
        with contextlib.suppress(OSError, EOFError, ValueError, TypeError):
            to.write(self._preamble)
            while True:
                try:
                    start = self._waiting.pop()
                except IndexError:
                    return
                to.write(marshal.dumps(self._requests[start : start + _CHUNK]))
                to.flush()
                answers = marshal.load(back)  # noqa: S302  (from our own process)
                self._answers.append((start, answers))

    def take(self, reached: int) -> Iterator[tuple[int, Any]]:
        """The answers that have come in since the last call, with the numbers of the requests.

        Those up to number *reached* are left to the caller from now on.
        """
        with contextlib.suppress(IndexError):  # the last one may be taken at this moment
            while self._waiting[0] <= reached:
                self._waiting.popleft()
        while self._answers:
            start, answers = self._answers.popleft()
            for number, answer in enumerate(answers, start):
                if answer is not None:
                    yield number, answer

    def close(self) -> None:
        """End the processes, whatever they are at."""
        self._waiting.clear()
        for process in self._processes:
            process.kill()
        for thread in self._threads:
            thread.join()
        for process in self._processes:
            with contextlib.suppress(OSError):  # what was not sent has nowhere to go
                process.__exit__(None, None, None)
        if self._processes:
            sys.setswitchinterval(self._interval)
