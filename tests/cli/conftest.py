"""Every test of the command line has its own working area, speaks English and stands in its own folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.terminal import Rondo, in_process


@pytest.fixture(autouse=True)
def working_area(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    home = tmp_path_factory.mktemp("working-area")
    monkeypatch.setenv("RONDO_HOME", str(home))
    monkeypatch.setenv("RONDO_LANGUAGE", "en")
    return home


@pytest.fixture
def rondo(capsys: pytest.CaptureFixture[str]) -> Rondo:
    """`rondo(*arguments)` in this process."""
    return in_process(capsys)


@pytest.fixture
def park(tmp_path: Path, rondo: Rondo) -> Path:
    """A copy of the worked case."""
    path = tmp_path / "park.rondo"
    rondo("new", path, "--from", "theme-park").fine()
    return path
