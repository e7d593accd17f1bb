"""What has no place in a program that opens files from strangers and keeps a project safe."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from helpers.house import ROOT, docstrings, imported, none_of, place, product, tree

MODULES = ("pickle", "cPickle", "dill", "marshal", "shelve", "yaml", "code", "codeop")
CALLS = {"eval", "exec", "compile", "__import__"}
METHODS = {"executescript", "setHtml", "insertHtml", "appendHtml", "toHtml", "system", "popen"}
OVERWRITING = ("insert or replace", "replace into")


def paths() -> list[Path]:
    found = [*product(), *(ROOT / "packaging").glob("*.py")]
    assert len(found) > 10
    return found


def dangers(module: ast.Module) -> Iterator[tuple[int, str]]:
    """Each forbidden call or sentence of SQL, with its line."""
    documentation = docstrings(module)
    for node in ast.walk(module):
        if isinstance(node, ast.Call):
            yield from dangerous_call(node)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documentation:
            text = " ".join(node.value.lower().split())
            yield from ((node.lineno, words) for words in OVERWRITING if words in text)


def dangerous_call(node: ast.Call) -> Iterator[tuple[int, str]]:
    if isinstance(node.func, ast.Name) and node.func.id in CALLS:
        yield node.lineno, node.func.id
    if isinstance(node.func, ast.Attribute) and node.func.attr in METHODS:
        yield node.lineno, node.func.attr
    for keyword in node.keywords:
        if keyword.arg in ("replace", "shell") and getattr(keyword.value, "value", False) is True:
            yield node.lineno, f"{keyword.arg}=True"


def test_no_module_that_runs_what_it_reads_is_imported() -> None:
    none_of([line for path in paths() for line in imported(path, *MODULES)])


def test_no_call_runs_text_as_code_reads_markup_or_overwrites_rows() -> None:
    found = [f"{place(path)}:{line} {what}" for path in paths() for line, what in dangers(tree(path))]
    none_of(found)


@pytest.mark.parametrize(
    "source",
    [
        "eval('1')",
        "exec(text)",
        "database.executescript(text)",
        "label.setHtml(text)",
        "table.insert(row, replace=True)",
        "run(text, shell=True)",
        "execute('INSERT  OR\\nREPLACE INTO step VALUES (1)')",
        "execute(f'replace into {table}')",
    ],
)
def test_each_danger_is_seen_when_it_is_there(source: str) -> None:
    assert len(list(dangers(ast.parse(source)))) >= 1


@pytest.mark.parametrize(
    "source",
    [
        "re.compile('a')",
        "text.replace('a', 'b')",
        "table.insert(row)",
        "def f():\n    'never insert or replace'",
    ],
)
def test_harmless_code_is_left_alone(source: str) -> None:
    assert list(dangers(ast.parse(source))) == []
