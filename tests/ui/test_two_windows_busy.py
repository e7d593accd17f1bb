"""Two windows at once on a slow disk: a drag while the other publishes, a close while a brief is made."""

from __future__ import annotations

import faulthandler
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from bench.maps import project as journey_of_steps
from helpers.applications import Application, running
from helpers.desks import park, wait_for
from helpers.slow_disk import SlowDisk
from helpers.windows import quiet
from rondo.ui.brief.export import export_brief
from rondo.ui.canvas.view import JourneyView
from rondo.ui.main_window import MainWindow
from rondo.ui.session import Session
from rondofile.document import Document
from rondofile.project import Project
from rondofile.records import Step
from rondofile.working.home import Home

LEFT = Qt.MouseButton.LeftButton
DEADLOCK = 60.0
"""Seconds after which every thread says where it stands; far more than a busy machine needs."""


@pytest.fixture(autouse=True)
def told_of_a_deadlock() -> Iterator[None]:
    faulthandler.dump_traceback_later(DEADLOCK)
    yield
    faulthandler.cancel_dump_traceback_later()


def opened(application: Application, path: Path, content: Project, disk: SlowDisk) -> MainWindow:
    home = Home(None, disk, disk.connect)
    session = Session(lambda: Document.create(path, home, content=content), idle=0.0, at_most=0.0)
    wait_for(lambda: session.standing is not None)
    window = application.show(session)
    window.resize(1000, 700)
    window.show_view("journey")
    quiet(50)
    return window


def press_and_move(window: MainWindow, parts: int) -> QPoint:
    """A step is held with the mouse and moved; where the mouse is then."""
    room = window.rooms["journey"]
    assert isinstance(room, JourneyView)
    box = room.scene.box_of(room.scene.step_ids()[0])
    assert box is not None
    room.surface.centerOn(box.center())
    at = room.surface.mapFromScene(box.center())
    QTest.mousePress(room.surface.viewport(), LEFT, pos=at)
    for part in range(1, parts + 1):
        QTest.mouseMove(room.surface.viewport(), at + QPoint(9, 4) * part)
        QApplication.processEvents()
    return at + QPoint(9, 4) * parts


def test_a_drag_while_both_windows_publish_then_ends_in_the_file(tmp_path: Path, qapp: QApplication) -> None:
    disk = SlowDisk(0.1)
    paths = tmp_path / "one.rondo", tmp_path / "two.rondo"
    with running(tmp_path) as application:
        windows = [opened(application, path, park(), disk) for path in paths]
        disk.flushed = 0
        sessions = [window.desk.session for window in windows]
        before = sessions[0].project
        at = press_and_move(windows[0], 4)
        for session in sessions:
            session.publish()
        quiet(150)
        assert sessions[0].project is before, "the drag is not over yet"
        room = windows[0].rooms["journey"]
        assert isinstance(room, JourneyView)
        QTest.mouseRelease(room.surface.viewport(), LEFT, pos=at + QPoint(9, 4))
        wait_for(lambda: sessions[0].project is not before)
        for session in sessions:
            session.publish()
        wait_for(lambda: not any(session.busy for session in sessions))
        assert disk.flushed >= 2
        moved = sessions[0].project.all(Step)
    assert Document.read(paths[0]).all(Step) == moved
    assert Document.read(paths[1]).all(Step) == park().all(Step)


def test_a_window_that_closes_during_an_export_then_is_gone_and_the_other_goes_on(
    tmp_path: Path, qapp: QApplication
) -> None:
    disk = SlowDisk(0.05)
    with running(tmp_path) as application, closing(application.helper):
        first = opened(application, tmp_path / "one.rondo", journey_of_steps(400), disk)
        second = opened(application, tmp_path / "two.rondo", park(), disk)
        job = export_brief(first.desk, first, lambda _: tmp_path / "one.pdf")
        assert job is not None
        wait_for(lambda: bool(application.helper.jobs))
        began = time.monotonic()
        first.close()
        wait_for(lambda: application.windows == [second])
        print(f"closed after {time.monotonic() - began:.2f} s")
        before = second.desk.session.project
        at = press_and_move(second, 3)
        room = second.rooms["journey"]
        assert isinstance(room, JourneyView)
        QTest.mouseRelease(room.surface.viewport(), LEFT, pos=at)
        wait_for(lambda: second.desk.session.project is not before)
    assert Document.read(tmp_path / "one.rondo").all(Step)
    assert Document.read(tmp_path / "two.rondo").all(Step) != park().all(Step)
