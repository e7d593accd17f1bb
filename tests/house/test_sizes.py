"""A file holds one idea and a function fits a screen."""

from __future__ import annotations

from helpers.house import functions, none_of, place, python_files

FILE_LINES = 300
FUNCTION_LINES = 40


def test_no_file_is_longer_than_one_idea() -> None:
    lengths = {place(path): len(path.read_text(encoding="utf-8").splitlines()) for path in python_files()}
    assert len(lengths) > 20
    none_of({name: length for name, length in lengths.items() if length > FILE_LINES}.items())


def test_no_function_is_longer_than_a_screen() -> None:
    lengths = {
        f"{place(path)}:{node.lineno} {node.name}": (node.end_lineno or node.lineno) - node.lineno + 1
        for path in python_files()
        for node in functions(path)
    }
    assert len(lengths) > 100
    none_of({name: length for name, length in lengths.items() if length > FUNCTION_LINES}.items())
