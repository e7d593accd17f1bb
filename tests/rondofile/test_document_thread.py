"""The document thread: commands in order, publishing by itself, every error where it belongs."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from helpers.storage import add_step, whole_project, written
from rondofile.changes import ChangeSet
from rondofile.document import Document
from rondofile.errors import ChangedOutsideError, FileMissingError, RondoFileError
from rondofile.project import Project
from rondofile.records import Step
from rondofile.status import Status
from rondofile.thread import DocumentThread


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    (tmp_path / "place").mkdir()
    written(tmp_path / "place" / "plan.rondo")
    return tmp_path / "place" / "plan.rondo"


def within(seconds: float, what: Callable[[], bool]) -> bool:
    """Whether it becomes true in that time."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if what():
            return True
        time.sleep(0.01)
    return what()


def test_commands_then_run_in_order_on_one_thread_and_close_flushes(plan: Path, tmp_path: Path) -> None:
    thread = DocumentThread(lambda: Document.open(plan, root=tmp_path / "home"), idle=60, at_most=60)
    heard: list[ChangeSet] = []
    thread.do(lambda document: document.subscribe(heard.append))
    futures = [thread.do(lambda document, n=n: add_step(document, f"n{n}")) for n in range(50)]  # type: ignore[misc]
    idents = {thread.do(lambda _: threading.get_ident()).result(10) for _ in range(3)}
    assert len(idents) == 1 and threading.get_ident() not in idents
    assert all(future.done() for future in futures)
    assert Document.read(plan) == whole_project()
    thread.close()
    assert [next(iter(changes.of(Step))) for changes in heard] == [f"n{n}" for n in range(50)]
    assert len(Document.read(plan).all(Step)) == 53
    with pytest.raises(RuntimeError):
        thread.do(lambda document: document.project)


def test_a_pause_then_publishes(plan: Path, tmp_path: Path) -> None:
    told: list[Status] = []
    thread = DocumentThread(
        lambda: Document.open(plan, root=tmp_path / "home"), on_status=told.append, idle=0.05, at_most=60
    )
    thread.do(lambda document: add_step(document, "more")).result(10)
    assert within(10, lambda: told[-1:] == [Status.SAVED] and Status.SAVING in told)
    assert Document.read(plan).find(Step, "more")
    assert told == [Status.SAVED, Status.KEPT, Status.SAVING, Status.SAVED]
    thread.close()


def test_editing_without_a_pause_then_is_published_all_the_same(plan: Path, tmp_path: Path) -> None:
    thread = DocumentThread(lambda: Document.open(plan, root=tmp_path / "home"), idle=0.3, at_most=0.5)
    published = edits = 0
    end = time.monotonic() + 10
    while not published and time.monotonic() < end:
        thread.do(lambda document, n=edits: add_step(document, f"n{n}")).result(10)  # type: ignore[misc]
        edits += 1
        published = len(Document.read(plan).all(Step)) - 3
        time.sleep(0.02)
    assert 0 < published <= edits
    thread.close()


def test_a_command_that_fails_then_tells_its_own_future_alone(plan: Path, tmp_path: Path) -> None:
    thread = DocumentThread(lambda: Document.open(plan, root=tmp_path / "home"))
    failing = thread.do(lambda _: 1 / 0)
    fine = thread.do(lambda document: document.project)
    assert isinstance(failing.exception(10), ZeroDivisionError)
    assert isinstance(fine.result(10), Project)
    thread.close()


def test_a_document_that_cannot_be_opened_then_fails_every_future_and_ends(tmp_path: Path) -> None:
    thread = DocumentThread(lambda: Document.open(tmp_path / "none.rondo", root=tmp_path / "home"))
    with pytest.raises(FileMissingError):
        thread.opened.result(10)
    with pytest.raises(RuntimeError):
        thread.do(lambda document: document.project)


def test_a_publication_that_is_not_possible_then_is_told_and_the_work_is_kept(
    plan: Path, tmp_path: Path
) -> None:
    troubles: list[RondoFileError] = []
    thread = DocumentThread(
        lambda: Document.open(plan, root=tmp_path / "home"), on_trouble=troubles.append, idle=0.05
    )
    thread.opened.result(10)
    theirs = written(plan, Project({}))
    thread.do(lambda document: add_step(document, "ours")).result(10)
    assert within(10, lambda: bool(troubles))
    assert isinstance(troubles[0], ChangedOutsideError)
    assert thread.status is Status.KEPT
    with pytest.raises(ChangedOutsideError):
        thread.close()
    assert plan.read_bytes() == theirs
    with Document.open(plan, root=tmp_path / "home") as document:
        assert document.project.find(Step, "ours")
        document.save_as(plan.with_name("ours.rondo"))
