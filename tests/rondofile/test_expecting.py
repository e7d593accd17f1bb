"""A file that is about to be opened: a stranger's finds its reading room ready, ours needs none."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from helpers.storage import add_step, whole_project, written
from rondofile.apart import expecting, lines
from rondofile.apart.expecting import expect
from rondofile.apart.line import Line
from rondofile.apart.lines import Lines
from rondofile.document import Document
from rondofile.working.home import Home


class Counted(Lines):
    """Lines that count how many rooms they had to start."""

    def __init__(self) -> None:
        self.started = 0
        super().__init__(self._count)

    def _count(self) -> Line:
        self.started += 1
        return Line()


@pytest.fixture
def rooms(monkeypatch: pytest.MonkeyPatch) -> Iterator[Counted]:
    rooms = Counted()
    monkeypatch.setattr(lines, "_lines_of", lambda _: rooms)
    yield rooms
    rooms.close()


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    written(tmp_path / "plan.rondo")
    return tmp_path / "plan.rondo"


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "home")


def test_a_file_from_elsewhere_when_it_is_expected_then_is_read_in_the_room_that_waits(
    rooms: Counted, plan: Path, home: Home
) -> None:
    expect(plan, home).join()
    assert rooms.started == 1
    expect(plan, home).join()
    with Document.open(plan, home) as document:
        assert document.project == whole_project()
    assert rooms.started == 1
    assert [one.alive for one in rooms._idle] == [True]


def test_a_room_that_was_asked_already_when_a_file_is_expected_then_is_enough(
    rooms: Counted, plan: Path, home: Home
) -> None:
    Document.open(plan, home).close()
    (plan.parent / "other").mkdir()
    written(plan.parent / "other" / "plan.rondo")
    expect(plan.parent / "other" / "plan.rondo", home).join()
    assert rooms.started == 1


def test_a_file_that_was_published_from_here_when_it_is_expected_then_needs_no_room(
    rooms: Counted, tmp_path: Path, home: Home
) -> None:
    with Document.create(tmp_path / "ours.rondo", home, content=whole_project()) as document:
        add_step(document, "new")
    moved = (tmp_path / "ours.rondo").rename(tmp_path / "moved.rondo")
    expect(moved, home).join()
    Document.open(moved, home).close()
    assert rooms.started == 0


def test_a_file_with_work_on_it_when_it_is_expected_then_needs_no_room(
    rooms: Counted, plan: Path, home: Home
) -> None:
    Document.open(plan, home).close()
    rooms._wanted = False
    expect(plan, home).join()
    assert rooms.started == 1


@pytest.mark.parametrize("make", ["nothing", "folder", "large"])
def test_what_cannot_be_looked_at_when_it_is_expected_then_is_left_to_opening(
    make: str, rooms: Counted, plan: Path, home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    if make == "large":
        monkeypatch.setattr(expecting, "SMALL", 10)
    else:
        plan.unlink()
    if make == "folder":
        plan.mkdir()
    expect(plan, home).join()
    assert rooms.started == 0
