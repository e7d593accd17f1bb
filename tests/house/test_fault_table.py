"""The table of faults in the README of the tests: every row has a test that is there, or a reason."""

from __future__ import annotations

import ast
import re
from pathlib import Path

TESTS = Path(__file__).parents[1]
ROW = re.compile(r"^\| (\d+) \| ([^|]+) \| ([^|]+) \|$", re.MULTILINE)
PROOF = re.compile(r"`([\w/]+\.py)::(\w+)`")
REASON = re.compile(r"Not (yet|here): .{20,}")

ROWS = 120
LEAST_PROVEN = 95


def rows() -> list[tuple[int, str]]:
    """The number of every row and what stands in its last column."""
    text = (TESTS / "README.md").read_text(encoding="utf-8")
    return [(int(number), proof) for number, _, proof in ROW.findall(text)]


def functions_of(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


def test_every_fault_then_has_a_row() -> None:
    assert [number for number, _ in rows()] == [*range(1, ROWS + 1)]


def test_every_row_then_names_tests_that_are_there_or_a_reason() -> None:
    known: dict[str, set[str]] = {}
    proven, wrong = 0, []
    for number, proof in rows():
        named = PROOF.findall(proof)
        proven += bool(named)
        if not named and not REASON.search(proof):
            wrong.append(f"{number}: no test and no reason")
        for file, function in named:
            path = TESTS / file
            if file not in known:
                known[file] = functions_of(path) if path.is_file() else set()
            if function not in known[file]:
                wrong.append(f"{number}: no {file}::{function}")
    assert not wrong, "\n".join(wrong)
    assert proven >= LEAST_PROVEN
