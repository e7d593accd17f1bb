"""A brief in the making and a disk that takes its time never hold the window up."""

from __future__ import annotations

import time
from contextlib import closing
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from helpers.applications import Application, running
from helpers.desks import park, wait_for
from helpers.slow_disk import SlowDisk, Waits
from helpers.windows import VIEWS, quiet
from rondo.ui.brief.view import BriefView
from rondo.ui.canvas.view import JourneyView
from rondo.ui.main_window import MainWindow
from rondo.ui.session import Session
from rondofile.document import Document
from rondofile.kinds import EditKind
from rondofile.nouns import journeys
from rondofile.project import Project
from rondofile.records import Journey, Step
from rondofile.working.home import Home

COPIES, ROUNDS, PAUSE = 12, 6, 0.5
LEFT = Qt.MouseButton.LeftButton


class Watch:
    """How long the event loop stood still without working: time that passed less time spent computing."""

    def __init__(self) -> None:
        self.waits: list[float] = []
        self.longest_work = 0.0
        self._timer = QTimer()
        self._timer.timeout.connect(self._on_tick)
        self._last = time.perf_counter(), time.thread_time()
        self._timer.start(1)

    def stop(self) -> None:
        self._timer.stop()

    def _on_tick(self) -> None:
        now = time.perf_counter(), time.thread_time()
        passed, worked = now[0] - self._last[0], now[1] - self._last[1]
        self._last = now
        self.waits.append(passed - worked)
        self.longest_work = max(self.longest_work, worked)


def large(folder: Path) -> Project:
    """The worked case with many more journeys."""
    with Document.create(root=folder, content=park()) as document:
        first = document.project.all(Journey)[0].id
        for number in range(COPIES):
            with document.edit(EditKind.COPY_JOURNEY) as edit:
                journeys.copy(edit, first, f"Copy {number}")
        return document.project


def test_a_brief_in_the_making_and_a_slow_disk_never_hold_the_window_up(
    tmp_path: Path, qapp: QApplication
) -> None:
    content, path = large(tmp_path / "made"), tmp_path / "slow.rondo"
    disk = SlowDisk(PAUSE)
    with running(tmp_path) as application, closing(application.helper):
        window = opened(application, path, content, Home(None, disk))
        window.show_view("brief")
        brief = window.rooms["brief"]
        assert isinstance(brief, BriefView)
        wait_for(lambda: bool(application.helper.jobs))
        disk.flushed = overlapped = 0
        before, watch = window.desk.session.project, Watch()
        for number in range(ROUNDS):
            work(window, number)
            overlapped += bool(application.helper.jobs)
            quiet(150)
        wait_for(lambda: not window.desk.session.busy and not application.helper.jobs)
        watch.stop()
        longest = max(watch.waits)
        print(f"longest wait {longest * 1000:.0f} ms, longest work {watch.longest_work * 1000:.0f} ms")
        assert window.desk.session.project is not before
        assert disk.flushed >= 3, "the disk was not slow while the window was watched"
        assert overlapped >= 3, "no brief was being made while the window was watched"
        assert len(watch.waits) > 100
        held = sum(wait > PAUSE * 0.8 for wait in watch.waits)
        assert held < disk.flushed / 2, "a window that waited for the disk would wait at every flush"


def test_on_a_slow_disk_then_the_window_waits_for_no_other_thread_and_no_file(
    tmp_path: Path, qapp: QApplication
) -> None:
    """Whatever the speed of this machine: no call of the window is one that could wait."""
    disk = SlowDisk(0.1)
    with running(tmp_path) as application, closing(application.helper):
        window = opened(application, tmp_path / "slow.rondo", park(), Home(None, disk, disk.connect))
        disk.flushed, before = 0, window.desk.session.project
        with Waits() as waits:
            for number in range(ROUNDS):
                work(window, number)
                window.desk.session.undo()
                window.desk.session.publish()
                quiet(50)
            wait_for(lambda: not window.desk.session.busy)
        assert window.desk.session.project is not before
        assert disk.flushed >= 3 * ROUNDS, "nothing was flushed while the window was watched"
        assert waits.met == []


def test_a_wait_for_another_thread_then_is_noticed(tmp_path: Path) -> None:
    session = Session(lambda: Document.create(tmp_path / "plan.rondo", root=tmp_path / "home"))
    with Waits() as waits:
        session.close()
        Document.create(root=tmp_path / "other").close()
    assert "Future.result" in waits.met[0]
    assert any("connect" in met for met in waits.met)


def opened(application: Application, path: Path, content: Project, home: Home) -> MainWindow:
    """A window on a file that lies on the slow disk, and is written after every change."""
    session = Session(lambda: Document.create(path, home, content=content), idle=0.0, at_most=0.0)
    wait_for(lambda: session.standing is not None)
    window = application.show(session)
    window.resize(1280, 800)
    quiet(100)
    return window


def work(window: MainWindow, number: int) -> None:
    """A step is dragged, its name typed, and every view shown."""
    desk = window.desk
    window.show_view("journey")
    room = window.rooms["journey"]
    assert isinstance(room, JourneyView)
    quiet(20)
    drag(room, number)
    desk.selection.choose(Step, room.scene.step_ids()[number])
    QApplication.processEvents()
    window.carry_out("edit.rename")
    QApplication.processEvents()
    for letter in f"Typed {number}":
        QTest.keyClicks(QApplication.focusWidget() or room.surface, letter)
        QApplication.processEvents()
    QTest.keyClick(QApplication.focusWidget() or room.surface, Qt.Key.Key_Return)
    for view in VIEWS:
        window.show_view(view)
        QApplication.processEvents()


def drag(room: JourneyView, number: int) -> None:
    box = room.scene.box_of(room.scene.step_ids()[number])
    assert box is not None
    room.surface.centerOn(box.center())
    start, viewport = room.surface.mapFromScene(box.center()), room.surface.viewport()
    QTest.mousePress(viewport, LEFT, pos=start)
    for part in range(1, 6):
        QTest.mouseMove(viewport, start + QPoint(6, 3) * part)
        QApplication.processEvents()
    QTest.mouseRelease(viewport, LEFT, pos=start + QPoint(30, 15))
    QApplication.processEvents()
