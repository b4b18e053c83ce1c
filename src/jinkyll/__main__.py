"""Run the command line with ``python -m jinkyll``."""

from jinkyll.cli import main

main()
