"""What an open document keeps by itself: before its file changes, every hour, disturbing nothing."""

from __future__ import annotations

import errno
import os
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from helpers.storage import FaultyFiles, add_step, whole_project, written
from rondofile.document import Document
from rondofile.errors import NoSpaceError, RondoFileError, VersionNotKeptError
from rondofile.kept.thinning import HOUR
from rondofile.kept.versions import Versions, Why
from rondofile.records import Step
from rondofile.thread import DocumentThread
from rondofile.working.home import Home


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    (tmp_path / "place").mkdir()
    written(tmp_path / "place" / "plan.rondo")
    return tmp_path / "place" / "plan.rondo"


def whys(document: Document) -> list[Why]:
    return [version.why for version in document.versions.all()]


def at_hours(monkeypatch: pytest.MonkeyPatch, document: Document, *passed: float) -> None:
    """A change, and a look at the clock, after each so many hours."""
    now = time.time()
    for n, hours in enumerate(passed):
        monkeypatch.setattr(time, "time", lambda hours=hours: now + hours * HOUR)
        add_step(document, f"h{document.rev}-{n}")
        document.keeping.regularly(document.project)
    monkeypatch.undo()


def test_the_first_change_of_the_file_then_keeps_its_bytes_as_they_were(plan: Path, tmp_path: Path) -> None:
    before = plan.read_bytes()
    with Document.open(plan, root=tmp_path / "home") as document:
        assert document.versions.all() == ()
        add_step(document, "new")
        document.publish()
        add_step(document, "more")
        document.publish()
        (kept,) = document.versions.all()
        assert (kept.why, kept.rev, kept.path.read_bytes()) == (Why.OPENED, 3, before)
    with Document.open(plan, root=tmp_path / "home") as document:
        add_step(document, "tomorrow")
    assert [one.why for one in document.versions.all()] == [Why.OPENED, Why.OPENED]


def test_closing_alone_then_keeps_what_was_opened_too(plan: Path, tmp_path: Path) -> None:
    before = plan.read_bytes()
    with Document.open(plan, root=tmp_path / "home") as document:
        add_step(document, "new")
    assert [one.path.read_bytes() for one in document.versions.all()] == [before]
    with Document.open(plan, root=tmp_path / "home") as document:
        pass
    assert len(document.versions.all()) == 1, "nothing was changed, so nothing is kept"


def test_an_hour_of_work_then_keeps_what_was_published_without_another_composition(
    plan: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Document.open(plan, root=tmp_path / "home") as document:
        add_step(document, "new")
        document.publish()
        monkeypatch.setattr("rondofile.kept.keeping.canonical_bytes", _never)
        keeping = document.keeping
        keeping.regularly(document.project)
        assert whys(document) == [Why.OPENED]
        keeping._running = lambda: time.monotonic() + HOUR
        keeping.regularly(document.project)
        keeping.regularly(document.project)
        newest = document.versions.all()[0]
        assert whys(document) == [Why.HOURLY, Why.OPENED]
        assert newest.path.read_bytes() == plan.read_bytes()


def _never(*_: object) -> None:
    raise AssertionError("composed although the file holds the very bytes")


def test_work_without_a_file_then_is_kept_every_hour_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Document.create(root=tmp_path / "home", content=whole_project()) as document:
        at_hours(monkeypatch, document, 0.5, 1.1, 1.2, 2.3)
        assert whys(document) == [Why.HOURLY, Why.HOURLY]
        newest = document.versions.all()[0]
        assert document.versions.read(newest).project == document.project


def test_a_file_that_cannot_be_reached_then_does_not_stop_the_hours(
    plan: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Document.open(plan, root=tmp_path / "home") as document:
        plan.rename(plan.with_name("moved.rondo"))
        at_hours(monkeypatch, document, 1.5)
        assert Why.HOURLY in whys(document)
        plan.with_name("moved.rondo").rename(plan)


def test_a_clock_that_jumps_then_keeps_more_and_never_less(
    plan: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = time.time()
    with Document.open(plan, root=tmp_path / "home") as document:
        for n, jump in enumerate((0, 3_650 * 86_400, -3_650 * 86_400, 3_600, -3_600, 0)):
            monkeypatch.setattr(time, "time", lambda jump=jump, n=n: now + jump + n)
            add_step(document, f"n{n}")
            document.keeping.regularly(document.project)
        monkeypatch.undo()
        kept = document.versions.all()
        assert len(kept) == 5
        assert [one.rev for one in kept] == sorted((one.rev for one in kept), reverse=True)
        assert document.versions.read(kept[0]).project == document.project


class OnlyVersions(FaultyFiles):
    """The place for versions is full, every other is not; publishing has a thread of its own."""

    def __init__(self, name: str, fault: Callable[[], None]) -> None:
        super().__init__(name, fault)
        self._own = threading.local()

    def open_new(self, path: Path, mode: int | None) -> int:
        self._own.here = "snapshots" in path.parts
        return super().open_new(path, mode)

    def replace(self, source: Path, target: Path) -> None:
        self._own.here = "snapshots" in target.parts
        super().replace(source, target)

    def _meet(self, name: str) -> None:
        if self._own.here:
            super()._meet(name)


@pytest.mark.parametrize("operation", ["open_new", "write", "fsync", "replace"])
def test_a_full_disk_at_a_version_then_disturbs_nothing_and_is_told_once(
    plan: Path, tmp_path: Path, operation: str
) -> None:
    def full() -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    files = OnlyVersions(operation, full)
    told: list[RondoFileError] = []
    thread = DocumentThread(
        lambda: Document.open(plan, root=Home(tmp_path / "home", files)),
        on_trouble=told.append,
        idle=0.02,
        at_most=0.1,
    )
    opened = thread.opened.result(10)
    opened.keeping._since = (-2 * HOUR, 0.0)
    edits = 0
    for n in range(12):
        thread.do(lambda document, n=n: add_step(document, f"n{n}")).result(10)  # type: ignore[misc]
        edits += 1
        time.sleep(0.3 if n % 4 == 3 else 0.02)
    thread.close()
    assert edits == 12 and files.failed >= 2
    assert [type(problem) for problem in told] == [VersionNotKeptError]
    assert {f"n{n}" for n in range(12)} <= {step.id for step in Document.read(plan).all(Step)}
    assert Versions(Home(tmp_path / "home"), "document").all() == ()


def test_what_could_not_be_kept_at_first_then_is_kept_when_there_is_room(plan: Path, tmp_path: Path) -> None:
    broken = True

    def fault() -> None:
        if broken and any("snapshots" in str(path) for path in (tmp_path / "home").rglob("*.tmp")):
            raise OSError(errno.ENOSPC, "full")

    files = FaultyFiles("fsync", fault)
    with Document.open(plan, root=Home(tmp_path / "home", files)) as document:
        add_step(document, "new")
        assert document.publish() and document.versions.all() == ()
        assert len(document.keeping.troubles.take()) == 1
        broken = False
        document.keeping.regularly(document.project)
        (kept,) = document.versions.all()
        assert (kept.why, document.versions.read(kept).project) == (Why.OPENED, whole_project())
        assert document.keeping.troubles.take() == ()


def test_a_session_that_broke_off_then_still_knows_what_it_began_with(plan: Path, tmp_path: Path) -> None:
    first = Document.open(plan, root=tmp_path / "home")
    add_step(first, "published")
    first.publish()
    add_step(first, "kept")
    _break_off(first)
    with Document.open(plan, root=tmp_path / "home") as again:
        assert again.project.find(Step, "kept") and again.keeping.resumed
        assert again.keeping.opened() == whole_project()
    with Document.open(plan, root=tmp_path / "home") as later:
        assert not later.keeping.resumed
        assert later.keeping.opened() == later.project != whole_project()


def test_a_session_that_broke_off_before_it_published_then_began_with_the_file(
    plan: Path, tmp_path: Path
) -> None:
    first = Document.open(plan, root=tmp_path / "home")
    add_step(first, "kept")
    _break_off(first)
    with Document.open(plan, root=tmp_path / "home") as again:
        assert again.project.find(Step, "kept")
        assert again.keeping.opened() == whole_project()


def _break_off(document: Document) -> None:
    """As a process that is killed leaves it."""
    document._place.work.close()
    document._place.lock.release()
    document._place.closed = True


def test_what_is_saved_over_then_is_a_version_of_what_took_its_place(plan: Path, tmp_path: Path) -> None:
    other = tmp_path / "place" / "other.rondo"
    before = written(other, doc_id="another")
    with Document.open(plan, root=tmp_path / "home") as document:
        add_step(document, "new")
        document.save_as(other, overwrite=True)
        kept = document.versions.all()
        assert [one.path.read_bytes() for one in kept if one.why is Why.REPLACED] == [before]


def test_names_that_take_too_much_then_are_told_and_stay(
    plan: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("rondofile.kept.keeping.MOST_BYTES", 1_000)
    monkeypatch.setattr("rondofile.kept.thinning.MOST_BYTES", 1_000)
    with Document.open(plan, root=tmp_path / "home") as document:
        for n in range(3):
            add_step(document, f"n{n}")
            document.keep_version(Why.NAMED, f"Name {n}")
        assert len(document.versions.all()) == 3
        (problem,) = document.keeping.troubles.take()
        assert problem.key == "file.versions-too-large"


def test_versions_that_are_due_at_every_pause_then_cost_no_edit_its_time(plan: Path, tmp_path: Path) -> None:
    thread = DocumentThread(lambda: Document.open(plan, root=tmp_path / "home"), idle=0.01, at_most=0.05)
    thread.opened.result(10)
    worst, edits = 0.0, 0
    for n in range(40):
        thread.do(lambda document: setattr(document.keeping, "_since", (-2 * HOUR, 0.0)))
        begun = time.monotonic()
        thread.do(lambda document, n=n: add_step(document, f"n{n}")).result(10)  # type: ignore[misc]
        worst = max(worst, time.monotonic() - begun)
        edits += 1
        time.sleep(0.3 if n % 10 == 9 else 0.03)
    kept = thread.do(lambda document: len(document.versions.all())).result(10)
    thread.close()
    assert edits == 40 and kept >= 2
    assert worst < 2


def test_errors_of_publishing_then_are_not_hidden_by_versions(plan: Path, tmp_path: Path) -> None:
    def fault() -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    files = FaultyFiles("write", fault, after=10_000)
    document = Document.open(plan, root=Home(tmp_path / "home", files))
    add_step(document, "new")
    files._after = 0
    with pytest.raises(NoSpaceError):
        document.publish()
    files._after = 10_000
    assert document.publish()
    document.close()
