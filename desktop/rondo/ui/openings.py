"""Openings: sessions on their way to a window, and what is said where one cannot be opened."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from rondo.commands.sentence import sentence_of
from rondo.ui.notices import Notices
from rondo.ui.recovery.said import name_of
from rondo.ui.session import Session
from rondofile.document import Document
from rondofile.errors import (
    FileMissingError,
    LockedElsewhereError,
    RecoveryStoppedError,
    RondoFileError,
    WorkDamagedError,
)
from rondofile.home import Home, path_key
from rondofile.locks import request
from rondofile.recovery import KeptWork
from rondofile.rescue import troubled

if TYPE_CHECKING:
    from rondo.ui.app import Application
    from rondo.ui.main_window import MainWindow

Then = Callable[["MainWindow"], None]


@dataclass(frozen=True, slots=True)
class _Opening:
    session: Session
    path: Path | None
    notices: Notices | None
    """Where the person who asked is looking."""
    kept: KeptWork | None = None
    then: Then | None = None


class Openings:
    """What is being opened; nothing is opened twice."""

    def __init__(self, application: Application) -> None:
        self._application = application
        self.under_way: list[_Opening] = []
        """What is neither open nor refused yet."""

    def open_file(self, path: Path, notices: Notices | None = None) -> None:
        """The window that shows that file comes forward, or one opens on it."""
        key = path_key(path)
        for window in self._application.windows:
            shown = window.desk.session.path
            if shown is not None and path_key(shown) == key:
                window.come_forward()
                return
        if not any(one.path is not None and path_key(one.path) == key for one in self.under_way):
            self.begin(lambda: Document.open(path), path, notices)

    def begin(
        self,
        open_document: Callable[[], Document],
        path: Path | None = None,
        notices: Notices | None = None,
        kept: KeptWork | None = None,
        then: Then | None = None,
    ) -> None:
        """The document, of kept work where that is given, is opened beside; a window shows it as soon as it
        is there, and `then` gets that window."""
        one = _Opening(Session(open_document), path, notices, kept, then)
        self.under_way.append(one)
        one.session.ready.connect(lambda: self._on_ready(one))
        one.session.refused.connect(lambda problem: self._on_refused(one, problem))

    def _end(self, one: _Opening) -> None:
        """It is under way no more; its session does not keep what was told of it."""
        self.under_way.remove(one)
        one.session.ready.disconnect()
        one.session.refused.disconnect()

    def _on_ready(self, one: _Opening) -> None:
        self._end(one)
        window = self._application.show(one.session)
        if one.then is not None:
            one.then(window)

    def _on_refused(self, one: _Opening, problem: RondoFileError) -> None:
        self._end(one)
        application, words = self._application, self._application.words
        said = sentence_of(problem, words)
        if isinstance(problem, LockedElsewhereError) and one.path is not None:
            request(Home(), path_key(one.path))
            said = words("app.elsewhere", file=one.path.name)
            if not application.windows and application.welcome_window is None:
                sys.stderr.write(said + "\n")
                QCoreApplication.quit()
                return
        if isinstance(problem, RecoveryStoppedError | WorkDamagedError):
            self._on_troubled(one, troubled(problem, one.kept))
            return
        self._notices_for(one).say(said, "bad", *self._ways_out(one, problem), key="open")

    def _on_troubled(self, one: _Opening, kept: KeptWork) -> None:
        """Who asked is asked in turn; at the start of the program a notice waits until somebody looks."""
        notices = self._notices_for(one)
        deeds = self._application.recovery(notices)
        if one.notices is not None:
            deeds.ask(kept)
            return
        name = name_of(kept.title, self._application.words)
        said = self._application.words("recovery.stopped-at-start", name=name)
        notices.say(
            said, "bad", (self._application.words("recovery.what"), lambda: deeds.ask(kept)), key="open"
        )

    def _ways_out(self, one: _Opening, problem: RondoFileError) -> list[tuple[str, Callable[[], None]]]:
        path, settings = one.path, self._application.settings
        if path is not None and isinstance(problem, FileMissingError) and path in settings.recent():
            return [(self._application.words("app.forget"), lambda: settings.forget_recent(path))]
        return []

    def _notices_for(self, one: _Opening) -> Notices:
        if one.notices is not None:
            return one.notices
        self._application.welcome()
        assert self._application.welcome_window is not None
        return self._application.welcome_window.notices
