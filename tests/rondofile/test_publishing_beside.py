"""Publishing goes on beside the edits: a disk that takes its time delays none, and is waited for no longer
than a person waits.
"""

from __future__ import annotations

import threading
import time
from pathlib import Path

import pytest

from helpers.storage import written
from helpers.watched_threads import AT_ONCE, Gate, added, thread_of
from rondofile.document import Document
from rondofile.errors import SlowFileError
from rondofile.records import Step
from rondofile.status import Status
from rondofile.writing import underway


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    (tmp_path / "place").mkdir()
    path = tmp_path / "place" / "plan.rondo"
    written(path)
    return path


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
