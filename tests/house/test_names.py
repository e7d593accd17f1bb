"""Files are named for their idea, and what is public says what it makes true."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from helpers.house import PACKAGES, ROOT, files, functions, none_of, place, product, python_files, tree

EMPTY_NAMES = {
    "utils",
    "util",
    "helpers",
    "helper",
    "manager",
    "managers",
    "common",
    "misc",
    "stuff",
    "base_classes",
}
DOCUMENTED = ("rondo", "rondofile")


def test_no_module_has_a_name_that_says_nothing() -> None:
    parts = {
        place(path)
        for path in python_files()
        if not path.is_relative_to(ROOT / "tests")
        and EMPTY_NAMES & {part.lower() for part in path.relative_to(ROOT).with_suffix("").parts}
    }
    none_of(parts)


def test_the_folder_packaging_never_shadows_the_library_of_that_name() -> None:
    assert not (ROOT / "packaging" / "__init__.py").exists()


def test_names_of_test_files_are_unique_over_the_whole_tree() -> None:
    names = [path.name for path in files() if path.name.startswith("test_") and path.suffix == ".py"]
    assert len(names) > 5
    assert sorted(names) == sorted(set(names))


def test_functions_and_arguments_are_in_snake_case_but_for_what_qt_calls() -> None:
    shouting = [
        f"{place(path)}:{node.lineno} {node.name}"
        for path in product()
        if not path.is_relative_to(PACKAGES["rondo"] / "ui")
        for node in functions(path)
        if node.name != node.name.lower()
    ]
    allowed = ("addObjects", "drawOn", "beforeDrawPage", "afterDrawPage", "getSpaceBefore", "getSpaceAfter")
    none_of([line for line in shouting if not line.endswith(allowed)])


def test_what_is_public_has_a_docstring() -> None:
    paths = [path for name in DOCUMENTED for path in sorted(PACKAGES[name].rglob("*.py"))]
    assert len(paths) > 10
    none_of([line for path in paths for line in undocumented(path)])


def undocumented(path: Path) -> Iterator[str]:
    """The module, its public classes with behaviour, and its public functions of more than one statement."""
    module = tree(path)
    if module.body and not ast.get_docstring(module):
        yield place(path)
    for node in module.body:
        named = isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
        if not named or node.name.startswith("_") or ast.get_docstring(node):
            continue
        behaves = any(isinstance(part, ast.FunctionDef) for part in node.body)
        if behaves if isinstance(node, ast.ClassDef) else len(node.body) > 1:
            yield f"{place(path)}:{node.lineno} {node.name}"
