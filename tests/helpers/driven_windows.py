"""Whole applications in processes of their own, driven from inside, for tests that kill or end them."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from itertools import count
from pathlib import Path

from PySide6.QtCore import SIGNAL, QTimer
from PySide6.QtWidgets import QApplication

from rondo.ui import app
from rondo.ui.main_window import MainWindow
from rondo.ui.session import Session
from rondo.ui.settings import Settings
from rondo.ui.sheets.dialogs import Question
from rondo.words import Words
from rondofile.edits import Edit
from rondofile.fsops import Files
from rondofile.kinds import EditKind
from rondofile.nouns import conclusions
from rondofile.records import Segment

Say = Callable[[str], None]
Drive = Callable[[app.Application, MainWindow], None]
MUCH = 400
"""Records of one import."""


def _run(
    home: str, path: str, drive: Drive, crash: str = "-", first: Callable[..., None] | None = None
) -> int:
    """The application as it is started by a person; `drive` gets each window that it shows."""
    os.environ.update(RONDO_HOME=home, QT_QPA_PLATFORM="offscreen")

    class Driven(app.Application):
        def __init__(self, words: Words, settings: Settings | None = None) -> None:
            super().__init__(words, settings)
            self.dialogs.ask_choice = _thinks_better  # type: ignore[method-assign]
            if first is not None:
                first(self)

        def show(self, session: Session) -> MainWindow:
            window = super().show(session)
            if session.project.info.title == crash:
                QTimer.singleShot(0, os.abort)
            drive(self, window)
            return window

    app.Application = Driven  # type: ignore[misc]
    return app.run(Words("en"), Path(path) if path else None)


def _thinks_better(_parent: object, _question: Question) -> str:
    return ""


def work_without_end(say: Say, path: str, home: str, begin: int) -> None:
    """Adds a segment after the other and says so; saves every fifth time and imports much every ninth."""

    def drive(application: app.Application, window: MainWindow) -> None:
        numbers, session = count(begin), window.desk.session

        def go_on() -> None:
            number = next(numbers)
            kind, change = EditKind.ADD_SEGMENT, lambda edit: _add(edit, number)
            if number % 9 == 8:
                kind, change = EditKind.IMPORT, lambda edit: _import(edit, number)
            session.edit(kind, change, then=lambda _: acknowledged(number))

        def acknowledged(number: int) -> None:
            say(str(number))
            if number % 5 == 4:
                window.carry_out("file.save")
            QTimer.singleShot(0, go_on)

        say("open")
        go_on()

    _run(home, path, drive)


def _add(edit: Edit, number: int) -> None:
    edit.insert(Segment(id=f"s{number}", name=f"Segment {number}", position=number))


def _import(edit: Edit, number: int) -> None:
    _add(edit, number)
    for more in range(MUCH):
        edit.insert(Segment(id=f"m{number}x{more}", name="Imported", position=10_000 + more))


def crash_on_sight(say: Say, path: str, home: str) -> None:
    """The process aborts as soon as a project called Crash is shown."""
    _run(home, path, lambda application, window: None, crash="Crash")


def start_after_crashes(say: Say, path: str, home: str, other: str) -> None:
    """Started with a project that ends the process when shown: says what is said, then opens another."""

    def first(application: app.Application) -> None:
        def look() -> None:
            page = application.welcome_window
            if page is None or not page.isVisible():
                QTimer.singleShot(20, look)
                return
            say(f"modal {QApplication.activeModalWidget() is not None}")
            QTimer.singleShot(0, lambda: application.open_file(Path(other), page.notices))

        QTimer.singleShot(20, look)

    def drive(application: app.Application, window: MainWindow) -> None:
        say(window.desk.session.project.info.title)
        QTimer.singleShot(0, application.leave)

    say(str(_run(home, path, drive, crash="Crash", first=first)))


class NeverAnswering(Files):
    """A medium on which nothing takes its place within half a minute."""

    def replace(self, source: Path, target: Path) -> None:
        time.sleep(30)


def change_and_wait(say: Say, path: str, home: str, way: str) -> None:
    """The title becomes Changed; then the process waits to be ended. `way`: what is particular about it."""

    def drive(application: app.Application, window: MainWindow) -> None:
        def changed(_: object) -> None:
            if way == "close refused":
                assert not window.close()
            if way == "logout":
                QTimer.singleShot(0, log_out)
                return
            say("changed")

        def log_out() -> None:
            running = QApplication.instance()
            assert running is not None and running.receivers(SIGNAL("commitDataRequest(QSessionManager&)"))
            application.publish()  # what hears it; no session manager can be had without a desktop
            say("changed")

        session = window.desk.session
        if way == "medium hangs":
            session.do(_hang)
        session.edit(
            EditKind.SET_PROJECT, lambda edit: conclusions.set_cover(edit, title="Changed"), then=changed
        )

    def first(application: app.Application) -> None:
        if not path:
            QTimer.singleShot(0, application.new)

    say(str(_run(home, path, drive, first=first)))


def _hang(document: object) -> None:
    document._place.home.files = NeverAnswering()  # type: ignore[attr-defined]
