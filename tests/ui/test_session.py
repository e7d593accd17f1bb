"""Session: edits come back as changes on this thread, in order, and the window never waits for them."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, wait
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QElapsedTimer, QTimer
from PySide6.QtWidgets import QApplication

from helpers.desks import edited, open_desk, park, settle, wait_for
from rondo.ui.session import Session
from rondofile.changes import Origin
from rondofile.document import Document
from rondofile.errors import FileMissingError
from rondofile.fsops import Files
from rondofile.kinds import EditKind
from rondofile.nouns import segments
from rondofile.records import Segment
from rondofile.status import Status
from rondofile.thread import DocumentThread


@pytest.fixture
def _qt(qapp: QApplication) -> None:
    """A Qt application runs."""


@pytest.mark.usefixtures("_qt")
def test_an_edit_comes_back_as_one_change_with_the_project_replaced(tmp_path: Path) -> None:
    with open_desk(tmp_path) as desk:
        seen: list[tuple[Origin, int, bool]] = []
        session = desk.session
        here = threading.get_ident()
        session.changed.connect(
            lambda changes: seen.append(
                (changes.origin, len(session.project.all(Segment)), threading.get_ident() == here)
            )
        )
        made = edited(session, EditKind.ADD_SEGMENT, lambda edit: segments.add(edit, "Families"))
        assert seen == [(Origin.EDIT, 1, True)]
        assert session.project.get(Segment, made.id).name == "Families"
        assert session.standing is not None
        assert session.standing.next_undo is EditKind.ADD_SEGMENT
        session.undo()
        settle(session)
        session.redo()
        settle(session)
        assert [origin for origin, _, _ in seen] == [Origin.EDIT, Origin.UNDO, Origin.REDO]
        assert session.project.get(Segment, made.id) == made


@pytest.mark.usefixtures("_qt")
@pytest.mark.parametrize("there", [True, False])
def test_an_answer_that_is_there_before_anyone_asks_then_is_heard(
    there: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin, path = DocumentThread.__init__, tmp_path / "plan.rondo"

    def begun(thread: DocumentThread, *given: Any) -> None:
        begin(thread, *given)
        assert (thread.opened.exception(timeout=20) is None) == there

    monkeypatch.setattr(DocumentThread, "__init__", begun)
    if there:
        Document.create(path, tmp_path / "made", content=park()).close()
    session, heard = Session(lambda: Document.open(path, root=tmp_path / "home")), list[str]()
    session.ready.connect(lambda: heard.append("ready"))
    session.refused.connect(lambda error: heard.append(type(error).__name__))
    wait_for(lambda: bool(heard))
    session.close()
    assert heard == ["ready" if there else "FileMissingError"]


@pytest.mark.usefixtures("_qt")
def test_a_result_arrives_after_the_change_it_belongs_to(tmp_path: Path) -> None:
    with open_desk(tmp_path) as desk:
        order: list[str] = []
        desk.session.changed.connect(lambda _: order.append("changed"))
        desk.session.edit(
            EditKind.ADD_SEGMENT, lambda edit: segments.add(edit, "A"), then=lambda _: order.append("then")
        )
        assert order == [] and desk.session.busy
        settle(desk.session)
        assert order == ["changed", "then"]


@pytest.mark.usefixtures("_qt")
def test_an_answer_that_is_there_before_anybody_waits_for_it_comes_after_the_change_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_desk(tmp_path) as desk:
        thread, order = desk.session._thread, list[str]()
        do = thread.do

        def at_once(command: Callable[[Document], object], _reach: bool = False) -> Future[object]:
            future = do(command)
            wait([future], 10)
            return future

        monkeypatch.setattr(thread, "do", at_once)
        desk.session.changed.connect(lambda _: order.append("changed"))
        desk.session.edit(
            EditKind.ADD_SEGMENT, lambda edit: segments.add(edit, "A"), then=lambda _: order.append("then")
        )
        assert order == [] and desk.session.busy
        settle(desk.session)
        assert order == ["changed", "then"]


@pytest.mark.usefixtures("_qt")
def test_an_answer_that_comes_after_the_session_was_closed_is_told_to_nobody(tmp_path: Path) -> None:
    answers: list[object] = []
    session = Session(lambda: Document.create(root=tmp_path / "area"))
    wait_for(lambda: session.standing is not None)
    session.do(lambda document: document.rev, answers.append)
    session.do(
        lambda document: document.save_as(tmp_path / "none" / "x.rondo"), answers.append, answers.append
    )
    session.close()
    settle(session)
    assert answers == []


@pytest.mark.usefixtures("_qt")
def test_a_file_that_is_not_there_is_refused_with_its_error(tmp_path: Path) -> None:
    refused: list[object] = []
    session = Session(lambda: Document.open(tmp_path / "none.rondo", root=tmp_path / "area"))
    session.refused.connect(refused.append)
    wait_for(lambda: bool(refused))
    assert isinstance(refused[0], FileMissingError)
    session.close()


@pytest.mark.usefixtures("_qt")
def test_records_that_are_undone_are_no_longer_chosen(tmp_path: Path) -> None:
    with open_desk(tmp_path, park()) as desk:
        made = edited(desk.session, EditKind.ADD_SEGMENT, lambda edit: segments.add(edit, "A"))
        desk.selection.choose(Segment, made.id)
        assert desk.selection.ids_of(Segment) == (made.id,)
        desk.session.undo()
        settle(desk.session)
        assert desk.selection.ids_of(Segment) == ()
        assert desk.selection.journey is not None


class SlowDisk(Files):
    """Every flush to the medium takes 100 ms."""

    PAUSE = 0.1
    flushed = 0

    def fsync(self, descriptor: int) -> None:
        type(self).flushed += 1
        time.sleep(self.PAUSE)
        os.fsync(descriptor)


@pytest.mark.usefixtures("_qt")
def test_a_disk_that_takes_its_time_never_holds_the_window_up(tmp_path: Path) -> None:
    path = tmp_path / "slow.rondo"
    session = Session(
        lambda: Document.create(path, root=tmp_path / "area", files=SlowDisk()), idle=0.0, at_most=0.0
    )
    try:
        wait_for(lambda: session.standing is not None)
        SlowDisk.flushed = 0
        calls = [_milliseconds(lambda n=n: _add(session, str(n))) for n in range(20)]
        gaps = _gaps_until(lambda: not session.busy and session.status is Status.SAVED)
    finally:
        session.close()
    assert len(session.project.all(Segment)) == 20
    assert SlowDisk.flushed, "nothing was flushed while the window was watched"
    assert len(gaps) > 20, "the window was not watched"
    held_up = [gap for gap in (*calls, *gaps) if gap > SlowDisk.PAUSE * 1000 * 0.8]
    assert held_up == [], "the window stood still while the disk was busy"


def _add(session: Session, name: str) -> None:
    session.edit(EditKind.ADD_SEGMENT, lambda edit: segments.add(edit, name))


def _milliseconds(call: Callable[[], None]) -> float:
    clock = QElapsedTimer()
    clock.start()
    call()
    return clock.nsecsElapsed() / 1e6


def _gaps_until(true: Callable[[], bool]) -> list[float]:
    """Milliseconds between the ticks of a timer that the event loop serves."""
    gaps: list[float] = []
    clock, timer = QElapsedTimer(), QTimer()
    timer.timeout.connect(lambda: gaps.append(clock.restart()))
    clock.start()
    timer.start(1)
    wait_for(true)
    timer.stop()
    return gaps
