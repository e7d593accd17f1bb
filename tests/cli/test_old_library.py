"""A Python whose SQLite is too old: one sentence at the start, and nothing is touched."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from helpers.storage import written
from helpers.terminal import in_process


@pytest.mark.parametrize("command", [("check",), ("open",), ("new",)])
def test_a_library_that_is_too_old_when_starting_then_says_what_is_needed(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    command: tuple[str, ...],
) -> None:
    rondo, path = in_process(capsys), tmp_path / "plan.rondo"
    before = written(path)
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 36, 0))
    said = rondo(*command, path).sentence()
    assert "3.36.0" in said and "3.37" in said
    assert path.read_bytes() == before and [*tmp_path.iterdir()] == [path]


def test_the_oldest_library_that_will_do_then_does(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "plan.rondo"
    written(path)
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 37, 0))
    assert "whole" in in_process(capsys)("check", path).fine()
