"""Desks for tests of the rooms of the window: a session on a folder of the test, and what it needs."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEvent, QEventLoop
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from helpers.cases import case
from helpers.engines import engine
from rondo.strategy.framework.whole import load as load_framework
from rondo.ui.actions import Actions
from rondo.ui.desk import Desk
from rondo.ui.dress.look import Look
from rondo.ui.notices import Notices
from rondo.ui.selection import Selection
from rondo.ui.session import Session
from rondo.ui.settings import Settings
from rondo.words import Words
from rondofile.document import Document
from rondofile.edits import Edit
from rondofile.kinds import EditKind
from rondofile.project import Project

T = TypeVar("T")
PATIENCE = 20_000
"""Milliseconds after which a test stops waiting for the document thread."""


@contextmanager
def open_desk(folder: Path, project: Project | None = None, words: Words | None = None) -> Iterator[Desk]:
    """A desk whose session holds the project (empty without one); closed and cleared away at the end.

    Needs a QApplication (the `qapp` fixture)."""
    assert isinstance(QApplication.instance(), QApplication)

    session = Session(lambda: Document.create(root=folder / "area", content=project))
    wait_for(lambda: session.standing is not None)
    words, settings = words or Words("en"), Settings(folder / "settings.ini")
    framework, look = load_framework(words.language), Look(settings)
    look.dress()
    desk = Desk(
        session, Selection(session), words, framework, engine(), look, settings, Notices(), Actions(words)
    )
    try:
        yield desk
        settle(session)
    finally:
        desk.helper.close()
        session.close(publish=False)
        end(desk)


def end(desk: Desk) -> None:
    """The parts of the desk are gone, and with them what anybody had connected to them: Qt keeps a function
    that was connected, and the function all that it speaks of, where no collector of garbage looks."""
    for part in (desk.session, desk.selection, desk.look, desk.notices, desk.actions):
        if isValid(part):
            part.deleteLater()
    clear_away()


def park() -> Project:
    """The worked case."""
    return case("theme-park")


def settle(session: Session) -> None:
    """Everything that was asked of the session is answered and shown."""
    wait_for(lambda: not session.busy)
    QCoreApplication.processEvents()


def edited(session: Session, kind: EditKind, change: Callable[[Edit], T]) -> T:
    """The result of a change that was made and shown."""
    results: list[T] = []
    session.edit(kind, change, then=results.append)
    settle(session)
    assert len(results) == 1, "the edit was refused"
    return results[0]


def wait_for(true: Callable[[], bool]) -> None:
    """It became true while events were handled. AssertionError when it did not in time."""
    clock = QElapsedTimer()
    clock.start()
    while not true():
        assert clock.elapsed() < PATIENCE, "it did not become true in time"
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        time.sleep(0.001)  # what is waited for runs in other threads and processes


def clear_away() -> None:
    """What was deleted later is deleted now."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)
