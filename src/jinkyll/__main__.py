"""Run the command line: the script ``jinkyll``, and ``python -m jinkyll``."""

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
    from jinkyll import cli  # noqa: PLC0415  (start-up time)

    cli.main(words)


if __name__ == "__main__":
    main()
