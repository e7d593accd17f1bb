"""A bug on the document thread: whoever waits is told, the work is kept, and the document is free again."""

from __future__ import annotations

import threading
from concurrent.futures import Future
from pathlib import Path

import pytest

from helpers.storage import add_step, whole_project, written
from rondofile.document import Document
from rondofile.errors import EndedError
from rondofile.records import Step
from rondofile.status import Status
from rondofile.thread import DocumentThread


class UnforeseenError(Exception):
    """Nobody foresaw this."""


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    written(tmp_path / "plan.rondo")
    return tmp_path / "plan.rondo"


def test_everybody_who_waits_is_told_and_everything_acknowledged_is_kept(plan: Path, tmp_path: Path) -> None:
    ended: list[BaseException] = []
    armed, go = threading.Event(), threading.Event()

    def on_status(status: Status) -> None:
        if armed.is_set():
            raise UnforeseenError

    thread = DocumentThread(
        lambda: Document.open(plan, root=tmp_path / "home"),
        on_status=on_status,
        idle=60,
        at_most=60,
        on_end=ended.append,
    )
    thread.do(lambda document: add_step(document, "first")).result(10)

    def last(document: Document) -> None:
        go.wait(10)
        add_step(document, "second")
        document.publish()
        armed.set()

    done = thread.do(last)
    waiting: list[Future[None]] = [thread.do(lambda document: add_step(document, "never")) for _ in range(5)]
    go.set()
    done.result(10)
    for future in waiting:
        with pytest.raises(EndedError):
            future.result(10)
    with pytest.raises(EndedError):
        thread.do(lambda document: document.project).result(10)
    thread.close()
    thread.close()
    assert [type(error) for error in ended] == [UnforeseenError]
    with Document.open(plan, root=tmp_path / "home") as again:
        assert {"first", "second"} <= again.project.tables["step"].keys()
        assert not again.project.find(Step, "never")


def test_a_bug_before_it_is_open_is_told_too(plan: Path, tmp_path: Path) -> None:
    def on_status(status: Status) -> None:
        raise UnforeseenError

    thread = DocumentThread(lambda: Document.open(plan, root=tmp_path / "home"), on_status=on_status)
    with pytest.raises(EndedError):
        thread.opened.result(10)
    thread.close()
    with Document.open(plan, root=tmp_path / "home") as again:
        assert again.project == whole_project()


def test_an_error_of_a_command_ends_nothing(plan: Path, tmp_path: Path) -> None:
    ended: list[BaseException] = []
    thread = DocumentThread(lambda: Document.open(plan, root=tmp_path / "home"), on_end=ended.append)
    for error in (UnforeseenError, SystemExit, KeyboardInterrupt, MemoryError):

        def raising(document: Document, error: type[BaseException] = error) -> None:
            add_step(document, "kept" + error.__name__)
            raise error

        with pytest.raises(error):
            thread.do(raising).result(10)
    thread.close()
    assert ended == [] and len(Document.read(plan).all(Step)) == 7
