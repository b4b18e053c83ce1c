"""Text through libyaml, and what it says of mistakes."""

from __future__ import annotations

from typing import Any

import yaml

from jinkyll.safe_yaml.mistakes import InvalidYAML, invalid
from jinkyll.safe_yaml.structures import built

__all__ = ["parse"]


def parse(text: str, path: str, line: int) -> Any:
    """The first document of *text*, as :func:`jinkyll.safe_yaml.load` has it."""
    parser = _Parser(text)
    try:
        return built(parser)
    except yaml.MarkedYAMLError as error:
        raise invalid(error, path, line) from error
    except yaml.reader.ReaderError as error:
        # libyaml gives an offset in bytes, PyYAML's own reader one in characters.
        above = text.encode("utf-8", "surrogatepass")[: error.position].count(b"\n")
        mistake = InvalidYAML(
            str(error.reason),
            path=path,
            line=line + above,
            hint="remove the character, or quote it",
        )
        mistake.problem = f"(<unknown>): {error.reason} at line {line + above} column 1"
        raise mistake from error
    finally:
        parser.dispose()


if yaml.__with_libyaml__:
    _Parser: Any = yaml._yaml.CParser
else:  # pragma: no cover  (every wheel of PyYAML brings libyaml)

    class _PurePythonParser(yaml.reader.Reader, yaml.scanner.Scanner, yaml.parser.Parser):
        def __init__(self, stream: str) -> None:
            yaml.reader.Reader.__init__(self, stream)
            yaml.scanner.Scanner.__init__(self)
            yaml.parser.Parser.__init__(self)

    _Parser = _PurePythonParser
