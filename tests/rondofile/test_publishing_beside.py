"""Publishing goes on beside the edits: a disk that takes its time delays none, and is waited for no longer
than a person waits.
"""

from __future__ import annotations

import errno
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from pathlib import Path

import pytest

from helpers.faulty_folder import FaultyFolder
from helpers.storage import add_step, written
from rondofile import underway
from rondofile.document import Document
from rondofile.errors import FileGoneError, FileInUseError, RondoFileError, SlowFileError
from rondofile.exchange import NoSuchWayError
from rondofile.records import Step
from rondofile.status import Status
from rondofile.thread import DocumentThread

AT_ONCE = 5.0
"""Seconds after which an answer would have waited for the disk: far more than it takes, also when busy."""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    (tmp_path / "place").mkdir()
    path = tmp_path / "place" / "plan.rondo"
    written(path)
    return path


class Gate:
    """An operation that blocks from `shut` until `open`."""

    def __init__(self, *names: str) -> None:
        self.met = threading.Event()
        self._names, self._free = names, threading.Event()
        self._free.set()

    def shut(self) -> None:
        self.met.clear()
        self._free.clear()

    def open(self) -> None:
        self._free.set()

    def meet(self, name: str, _: int) -> None:
        if name in self._names and not self._free.is_set():
            self.met.set()
            assert self._free.wait(60)


class Told:
    """What a document thread said."""

    def __init__(self) -> None:
        self.statuses: list[Status] = []
        self.troubles: list[RondoFileError] = []

    def until(self, true: Callable[[], bool]) -> None:
        end = time.monotonic() + 30
        while not true():
            assert time.monotonic() < end, (self.statuses, self.troubles)
            time.sleep(0.005)


@contextmanager
def thread_of(
    plan: Path, home: Path, meet: Callable[[str, int], None], idle: float = 600.0
) -> Iterator[tuple[DocumentThread, Told]]:
    told = Told()
    files = FaultyFolder(plan.parent, meet)
    thread = DocumentThread(
        lambda: Document.open(plan, root=home, files=files),
        told.troubles.append,
        told.statuses.append,
        idle,
        idle,
    )
    assert thread.opened.result(30)
    yield thread, told
    if thread._thread.is_alive():
        thread.close()


def added(thread: DocumentThread, key: str) -> Future[None]:
    return thread.do(lambda document: add_step(document, key))


@pytest.mark.parametrize("name", ["fsync", "stat", "read", "exchange", "fsync_folder"])
def test_a_disk_that_takes_seconds_then_delays_no_edit(plan: Path, home: Path, name: str) -> None:
    gate = Gate(name)
    with thread_of(plan, home, gate.meet) as (thread, told):
        added(thread, "first").result(30)
        gate.shut()
        saved = thread.publish()
        assert gate.met.wait(30)
        for number in range(20):
            added(thread, f"s{number}").result(AT_ONCE)
        thread.do(lambda document: document.undo()).result(AT_ONCE)
        assert told.statuses[-1] is Status.SAVING and not saved.done()
        gate.open()
        assert saved.result(30) is True
        found = Document.read(plan).tables["step"]
        assert "first" in found and "s0" not in found
        told.until(lambda: told.statuses[-1] is Status.KEPT)
        assert thread.publish().result(30) is True
        assert "s18" in Document.read(plan).tables["step"]
        assert told.statuses[-1] is Status.SAVED
        assert not told.troubles


def test_asked_again_while_it_is_under_way_then_the_next_one_has_everything(plan: Path, home: Path) -> None:
    gate = Gate("fsync")
    with thread_of(plan, home, gate.meet) as (thread, _):
        added(thread, "first").result(30)
        gate.shut()
        first = thread.publish()
        assert gate.met.wait(30)
        added(thread, "second").result(AT_ONCE)
        second, third = thread.publish(), thread.publish()
        gate.open()
        assert first.result(30) and second.result(30) and third.result(30)
        assert {"first", "second"} <= set(Document.read(plan).tables["step"])


def test_after_two_idle_seconds_then_it_is_published_and_again_for_what_came_meanwhile(
    plan: Path, home: Path
) -> None:
    gate = Gate("fsync")
    with thread_of(plan, home, gate.meet, idle=0.05) as (thread, told):
        gate.shut()
        added(thread, "first").result(30)
        assert gate.met.wait(30)
        added(thread, "second").result(AT_ONCE)
        gate.open()
        told.until(lambda: told.statuses[-1] is Status.SAVED)
        assert {"first", "second"} <= set(Document.read(plan).tables["step"])


def test_a_disk_that_does_not_answer_then_is_said_once(
    plan: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(underway, "SLOW", 0.1)
    gate = Gate("stat")
    with thread_of(plan, home, gate.meet) as (thread, told):
        added(thread, "first").result(30)
        gate.shut()
        saved = thread.publish()
        told.until(lambda: bool(told.troubles))
        time.sleep(0.3)
        assert [type(trouble) for trouble in told.troubles] == [SlowFileError]
        assert told.statuses[-1] is Status.SAVING
        gate.open()
        assert saved.result(30) is True


def test_closing_then_waits_no_longer_than_a_person_and_the_work_is_kept(plan: Path, home: Path) -> None:
    gate, before = Gate("fsync"), plan.read_bytes()
    with thread_of(plan, home, gate.meet) as (thread, _):
        added(thread, "first").result(30)
        gate.shut()
        saved = thread.publish()
        assert gate.met.wait(30)
        with pytest.raises(SlowFileError):
            thread.close(patience=0.2)
        with pytest.raises(SlowFileError):
            saved.result(0)
        gate.open()
        for other in threading.enumerate():
            if other.name == "rondo-publication":
                other.join(30)
    assert plan.read_bytes() == before, "what was given up has changed the file"
    assert list(plan.parent.iterdir()) == [plan]
    with Document.open(plan, root=home) as again:
        assert again.project.find(Step, "first") and again.status is Status.KEPT
    assert Document.read(plan).find(Step, "first")


def test_saving_elsewhere_while_it_is_under_way_then_comes_after(plan: Path, home: Path) -> None:
    gate, other = Gate("fsync"), plan.with_name("other.rondo")
    with thread_of(plan, home, gate.meet) as (thread, _):
        added(thread, "first").result(30)
        gate.shut()
        saved = thread.publish()
        assert gate.met.wait(30)
        moved = thread.do(lambda document: document.save_as(other))
        time.sleep(0.05)
        assert not moved.done()
        gate.open()
        moved.result(30)
        assert saved.result(30) is True
    assert Document.read(plan) == Document.read(other)


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


def test_a_disk_that_does_not_answer_when_it_is_looked_at_then_delays_no_edit(plan: Path, home: Path) -> None:
    gate = Gate("stat")
    with thread_of(plan, home, gate.meet) as (thread, _):
        gate.shut()
        looked = thread.do(lambda document: document.refresh(), reach=True)
        assert gate.met.wait(30)
        added(thread, "first").result(AT_ONCE)
        gate.open()
        assert looked.result(30) is None
        assert thread.publish().result(30) is True


def test_a_file_that_is_looked_at_while_it_is_published_then_nobody_waits(plan: Path, home: Path) -> None:
    gate = Gate("fsync")
    with thread_of(plan, home, gate.meet) as (thread, _):
        added(thread, "first").result(30)
        gate.shut()
        saved = thread.publish()
        assert gate.met.wait(30)
        assert thread.do(lambda document: document.refresh(), reach=True).result(AT_ONCE) is None
        gate.open()
        assert saved.result(30) is True


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
