"""The sources of the house as the house tests read them: files, syntax trees, imports."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = {
    "rondo": ROOT / "desktop" / "rondo",
    "rondofile": ROOT / "storage" / "rondofile",
    "rondo_resources": ROOT / "resources" / "rondo_resources",
}
Function = ast.FunctionDef | ast.AsyncFunctionDef


def files() -> list[Path]:
    """Every file of the checkout but what tools made."""
    return sorted(_walk(ROOT))


def product() -> list[Path]:
    """The Python files that a user runs."""
    return [path for home in PACKAGES.values() for path in sorted(home.rglob("*.py"))]


def python_files() -> list[Path]:
    """Every Python file: product, packaging and tests."""
    return [path for path in files() if path.suffix == ".py"]


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def functions(path: Path) -> Iterator[Function]:
    for node in ast.walk(tree(path)):
        if isinstance(node, Function):
            yield node


def imports(path: Path) -> Iterator[tuple[int, str]]:
    """Each import with its line; `from a import b` counts as `a` and as `a.b`."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, name.name) for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.lineno, node.module
            yield from ((node.lineno, f"{node.module}.{name.name}") for name in node.names)


def imported(path: Path, *modules: str) -> list[str]:
    """Where a file imports one of these modules or something inside them."""
    return [
        f"{place(path)}:{line} imports {name}"
        for line, name in imports(path)
        if any(name == module or name.startswith(module + ".") for module in modules)
    ]


def room(path: Path) -> str:
    """The module of a product file with dots: rondo.figures.arranging.layout."""
    for name, home in PACKAGES.items():
        if path.is_relative_to(home):
            parts = path.relative_to(home).with_suffix("").parts
            return ".".join([name, *(part for part in parts if part != "__init__")])
    raise ValueError(f"not a file of the product: {path}")


def place(path: Path) -> str:
    """A path as a person of this checkout would write it."""
    return path.relative_to(ROOT).as_posix()


def none_of(found: Iterable[object]) -> None:
    """Fails with one line for each thing found."""
    lines = [str(thing) for thing in found]
    assert not lines, "\n" + "\n".join(lines)


def docstrings(module: ast.Module) -> set[int]:
    """The identities of the constants that are docstrings."""
    holders = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    return {
        id(node.body[0].value)
        for node in ast.walk(module)
        if isinstance(node, holders) and node.body and isinstance(node.body[0], ast.Expr)
    }


def standard_library() -> frozenset[str]:
    return sys.stdlib_module_names


def _walk(folder: Path) -> Iterator[Path]:
    for path in folder.iterdir():
        if path.name in {"__pycache__", "dist", "build"} or path.name.endswith(".egg-info"):
            continue
        if path.name.startswith(".") and path.name not in {".ci", ".gitignore"}:
            continue
        if path.is_dir():
            yield from _walk(path)
        else:
            yield path
