"""Run the command line: the script ``jinkyll``, and ``python -m jinkyll``."""

import atexit
import os
import sys
from typing import NoReturn

from jinkyll import repetition

__all__ = ["main"]


def main() -> NoReturn:
    """Do what the words of the command line ask for; nothing, if that was the last thing done."""
    words = sys.argv[1:]
    if repetition.repeat(words):
        sys.exit(0)
    repetition.arguments = words
    from jinkyll import patterns  # noqa: PLC0415  (start-up time)

    patterns.use()
    from jinkyll import cli  # noqa: PLC0415  (start-up time)

    try:
        cli.main(words)
    except SystemExit as end:
        patterns.keep()
        _leave(end)
        raise


def _leave(end: SystemExit) -> None:
    """Go without tidying up memory object by object, which of a big site takes a while."""
    from jinkyll.processes import has_one_thread  # noqa: PLC0415  (start-up time)

    if not has_one_thread() or not (end.code is None or isinstance(end.code, int)):
        return
    atexit._run_exitfuncs()
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:
        return
    os._exit(end.code or 0)


if __name__ == "__main__":
    main()
