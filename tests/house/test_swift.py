"""The folders of the tests: in memory where files there can be all that they are on a disk, else as ever."""

from __future__ import annotations

import importlib
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from helpers.house import ROOT


@pytest.fixture
def swift(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    monkeypatch.syspath_prepend(str(ROOT / "packaging"))
    monkeypatch.delenv("PYTEST_DEBUG_TEMPROOT", raising=False)
    yield importlib.import_module("swift")
    sys.modules.pop("swift", None)


def test_folders_of_tests_are_in_memory_meanwhile_and_gone_after(
    swift: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(swift, "MEMORY", tmp_path)
    monkeypatch.setattr(swift, "as_good_as_a_disk", lambda: True)
    with swift.swift_folders():
        place = Path(os.environ["PYTEST_DEBUG_TEMPROOT"])
        assert place.parent == tmp_path and place.is_dir()
        (place / "left").mkdir()
    assert not place.exists() and "PYTEST_DEBUG_TEMPROOT" not in os.environ


def test_a_place_that_somebody_chose_stays(swift: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTEST_DEBUG_TEMPROOT", "mine")
    with swift.swift_folders():
        assert os.environ["PYTEST_DEBUG_TEMPROOT"] == "mine"


def test_without_room_programs_or_attributes_the_disk_is_used(
    swift: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert not swift.as_good_as_a_disk(tmp_path, room=1 << 60)
    assert not swift.as_good_as_a_disk(tmp_path / "not there", room=1)
    monkeypatch.setattr(os, "setxattr", refuse, raising=False)
    assert not swift.as_good_as_a_disk(tmp_path, room=1)
    monkeypatch.setattr(swift, "as_good_as_a_disk", lambda: False)
    with swift.swift_folders():
        assert "PYTEST_DEBUG_TEMPROOT" not in os.environ


def refuse(*_: object) -> None:
    raise OSError(95, "not supported")


def test_what_is_compiled_is_kept_meanwhile_and_not_beside_the_sources(
    swift: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("PYTHONPYCACHEPREFIX", raising=False)
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    (tmp_path / "thing.py").touch()
    before = dict(os.environ)
    with swift.kept_bytecode(tmp_path / "kept"):
        subprocess.run([sys.executable, "-c", "import thing"], cwd=tmp_path, check=True)
    assert dict(os.environ) == before
    assert list((tmp_path / "kept").rglob("thing.*.pyc"))
    assert not (tmp_path / "__pycache__").exists()


def test_where_python_may_keep_what_it_compiles_nothing_is_changed(
    swift: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("PYTHONDONTWRITEBYTECODE", raising=False)
    before = dict(os.environ)
    with swift.kept_bytecode(tmp_path):
        assert dict(os.environ) == before


def test_pytest_makes_its_folders_there(tmp_path: Path) -> None:
    """The name of the place is one of pytest's own."""
    test = tmp_path / "test_place.py"
    test.write_text("def test_place(tmp_path): print(f'<{tmp_path}>')", encoding="utf-8")
    place = tmp_path / "place"
    place.mkdir()
    surroundings = {**os.environ, "PYTEST_DEBUG_TEMPROOT": str(place)}
    command = [sys.executable, "-m", "pytest", "-q", "-s", "-c", os.devnull, str(test)]
    done = subprocess.run(command, env=surroundings, cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout
    assert f"<{place}" in done.stdout
