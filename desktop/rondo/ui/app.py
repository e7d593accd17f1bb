"""The application: what its windows share, and how windows come and go."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

import rondo_resources
from rondo.strategy.framework import load as load_framework
from rondo.text.qt_engine import QtTextEngine
from rondo.ui.actions import Actions
from rondo.ui.desk import Desk
from rondo.ui.jobs import Helper
from rondo.ui.look import Look
from rondo.ui.main_window import MainWindow
from rondo.ui.notices import Notices
from rondo.ui.selection import Selection
from rondo.ui.session import Session
from rondo.ui.settings import Settings
from rondo.ui.welcome.page import WelcomePage
from rondo.words import Words
from rondofile.document import Document
from rondofile.kinds import EditKind

WARM_AFTER = 2_000
"""Milliseconds after which the helper process starts: the window has been painted by then."""


class Application:
    """One process. Every window has a session of its own; words, look and settings are shared."""

    def __init__(self, words: Words, settings: Settings | None = None) -> None:
        self.words = words
        self.settings = settings or Settings()
        self.framework = load_framework(words.language)
        self.engine = QtTextEngine()
        self.look = Look(self.settings)
        self.look.dress()
        self.helper = Helper()
        self.windows: list[MainWindow] = []
        self._opening: list[Session] = []
        self._welcome: WelcomePage | None = None

    def new(self) -> None:
        """A window with a new project that has no file yet."""
        self._open(Document.create)

    def open_file(self, path: Path) -> None:
        """A window with the project in that file."""
        self._open(lambda: Document.open(path))

    def open_case(self, name: str) -> None:
        """A window with a copy of a worked case that has no file yet."""
        self._open(lambda: _case(name))

    def welcome(self) -> None:
        """The welcome page is in front."""
        page = self._welcome = WelcomePage(self.words, self.look, self.settings)
        page.new_wanted.connect(self.new)
        page.file_wanted.connect(self.open_file)
        page.case_wanted.connect(self.open_case)
        page.show()

    def desk(self, session: Session) -> Desk:
        """What the rooms of a window with that session work with."""
        return Desk(
            session,
            Selection(session),
            self.words,
            self.framework,
            self.engine,
            self.look,
            self.settings,
            Notices(),
            Actions(self.words),
            self.helper,
        )

    def _open(self, open_document: Callable[[], Document]) -> None:
        session = Session(open_document)
        self._opening.append(session)
        session.ready.connect(lambda: self._show(session))

    def _show(self, session: Session) -> None:
        self._opening.remove(session)
        window = MainWindow(self.desk(session))
        self.windows.append(window)
        window.closed.connect(lambda: self.windows.remove(window))
        window.resize(1280, 800)
        window.show()


def run(words: Words, path: Path | None = None, case: str | None = None) -> int:
    """The window is open until the person closes it; answers with the exit code."""
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    application.setApplicationName("Rondo")
    rondo = Application(words)
    if path is not None:
        rondo.open_file(path)
    elif case is not None:
        rondo.open_case(case)
    else:
        rondo.welcome()
    QTimer.singleShot(WARM_AFTER, rondo.helper.warm)
    try:
        return application.exec()
    finally:
        rondo.helper.close()


def _case(name: str) -> Document:
    from rondo.exchange.json_reader import read_json

    project = read_json(rondo_resources.read_bytes(f"samples/{name}.json")).project
    document = Document.create()
    with document.edit(EditKind.OPEN) as edit:
        edit.become(project)
    return document
