"""Media that go away, are held by others or lie: the work is kept until it is in the file."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from helpers.faulty_folder import FaultyFolder
from helpers.storage import add_step, written
from helpers.watched_threads import AT_ONCE, added, thread_of
from rondofile.document import Document
from rondofile.errors import FileGoneError, FileInUseError
from rondofile.records import Step
from rondofile.status import Status
from rondofile.writing import underway
from rondofile.writing.exchange import NoSuchWayError


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    (tmp_path / "place").mkdir()
    path = tmp_path / "place" / "plan.rondo"
    written(path)
    return path


def test_a_stick_that_is_pulled_out_then_the_work_is_kept_and_published_when_it_is_back(
    plan: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(underway, "RETRY", 0.05)
    pulled = [False]

    def meet(name: str, _: int) -> None:
        if name == "write" and not pulled[0]:
            pulled[0] = True
            plan.parent.rename(plan.parent.with_name("elsewhere"))
            raise OSError(errno.ENXIO, "no such device")

    with thread_of(plan, home, meet, idle=0.02) as (thread, told):
        added(thread, "first").result(30)
        told.until(lambda: any(isinstance(trouble, FileGoneError) for trouble in told.troubles))
        assert told.statuses[-1] in (Status.KEPT, Status.SAVING)
        added(thread, "second").result(AT_ONCE)
        plan.parent.with_name("elsewhere").rename(plan.parent)
        told.until(lambda: told.statuses[-1] is Status.SAVED)
    assert {"first", "second"} <= set(Document.read(plan).tables["step"])


@pytest.mark.parametrize(("winerror", "times"), [(5, 1), (32, 7), (32, 50)])
def test_a_file_that_another_program_holds_then_is_tried_again_until_it_is_free(
    plan: Path, home: Path, monkeypatch: pytest.MonkeyPatch, winerror: int, times: int
) -> None:
    tries, replace = [0], Path.replace

    def held(source: Path, target: Path) -> Path:
        if target == plan and tries[0] < times:
            tries[0] += 1
            error = PermissionError(errno.EACCES, "in use")
            error.winerror = winerror  # type: ignore[attr-defined]
            raise error
        return replace(source, target)

    def plain(name: str, _: int) -> None:
        if name == "exchange":
            raise NoSuchWayError

    monkeypatch.setattr(Path, "replace", held)
    monkeypatch.setattr("rondofile.fsops._PAUSES", (0.0,) * 7)
    monkeypatch.setattr(underway, "RETRY", 0.01)
    before = plan.read_bytes()
    with thread_of(plan, home, plain, idle=0.02) as (thread, told):
        added(thread, "first").result(30)
        told.until(lambda: told.statuses[-1] is Status.SAVED)
        assert tries[0] == times
        in_use = [trouble for trouble in told.troubles if isinstance(trouble, FileInUseError)]
        assert len(in_use) == len(told.troubles) == times // 8
        assert (Status.KEPT in told.statuses[told.statuses.index(Status.SAVING) :]) == bool(in_use)
    assert Document.read(plan).find(Step, "first") and plan.read_bytes() != before
    assert list(plan.parent.iterdir()) == [plan]


def test_a_medium_that_once_gives_back_other_bytes_then_gets_another_file(plan: Path, home: Path) -> None:
    files = Forgetful(plan.parent)
    with Document.open(plan, root=home, files=files) as document:
        add_step(document, "first")
        files.lies = 1
        assert document.publish() and document.status is Status.SAVED
        assert len({path for path in files.made if path.parent == plan.parent}) == 2
        assert files.calls.count("exchange") == 1
    assert Document.read(plan).find(Step, "first")
    assert list(plan.parent.iterdir()) == [plan]


class Forgetful(FaultyFolder):
    """A medium that now and then gives back other bytes of a new file than were written to it."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.lies, self.made = 0, list[Path]()

    def open_new(self, path: Path, mode: int | None) -> int:
        self.made.append(path)
        return super().open_new(path, mode)

    def read(self, path: Path, limit: int = -1) -> bytes:
        data = super().read(path, limit)
        if self.lies and path in self.made and path.parent.name == "place":
            self.lies -= 1
            return bytes(len(data))
        return data
