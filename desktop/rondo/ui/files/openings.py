"""Openings: sessions on their way to a window, and what is said where one cannot be opened."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QCoreApplication

from rondo.commands.sentence import sentence_of
from rondo.ui.files.knocking import Knocking
from rondo.ui.notices import Notices
from rondo.ui.session import Session
from rondofile.document import Document
from rondofile.errors import (
    FileMissingError,
    LockedElsewhereError,
    RecoveryStoppedError,
    RondoFileError,
    WorkDamagedError,
)
from rondofile.host import host
from rondofile.others.same import same_file
from rondofile.working.home import path_key

if TYPE_CHECKING:
    from rondo.ui.app import Application
    from rondo.ui.files.salvaging import Salvaging
    from rondo.ui.main_window import MainWindow
    from rondofile.rescuing.recovery import KeptWork

Then = Callable[["MainWindow"], None]


class _Opening(Struct, frozen=True):
    session: Session
    path: Path | None
    notices: Notices | None
    """Where the person who asked is looking."""
    kept: KeptWork | None = None
    then: Then | None = None
    instead_of: MainWindow | None = None
    """A window that only looks at the file, and goes when it is open."""


class Openings:
    """What is being opened; nothing is opened twice."""

    def __init__(self, application: Application) -> None:
        self._application = application
        self.knocking = Knocking(self._on_answered, self._on_unanswered)
        self.under_way: list[_Opening] = []
        """What is neither open nor refused yet."""
        self._damaged: dict[str, Salvaging] = {}

    def open_file(self, path: Path, notices: Notices | None = None) -> None:
        """The window that shows that file comes forward, or one opens on it."""
        window = self._showing(path)
        if window is not None:
            window.come_forward()
        if self._is_opening(path) or (window is not None and not window.desk.session.viewing):
            return
        self.begin(lambda: Document.open(path), path, notices, instead_of=window)

    def begin(
        self,
        open_document: Callable[[], Document],
        path: Path | None = None,
        notices: Notices | None = None,
        kept: KeptWork | None = None,
        then: Then | None = None,
        instead_of: MainWindow | None = None,
        held_by: str = "",
    ) -> None:
        """The document, of kept work where that is given, is opened beside; a window shows it as soon as it
        is there, and `then` gets that window. `held_by`: the computer that keeps it from being changed."""
        one = _Opening(Session(open_document), path, notices, kept, then, instead_of)
        one.session.held_by = held_by
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
        if one.instead_of is not None and one.instead_of in self._application.windows:
            one.instead_of.close_quietly()
        if one.then is not None:
            one.then(window)

    def _on_refused(self, one: _Opening, problem: RondoFileError) -> None:
        self._end(one)
        words = self._application.words
        said = sentence_of(problem, words)
        if isinstance(problem, LockedElsewhereError) and one.path is not None:
            if one.instead_of is not None:
                said = words("outside.viewing.still", file=one.path.name)
                one.instead_of.desk.notices.say(said, "bad", key="open")
                return
            self.knocking.knock(problem, one.path, one.notices)
            return
        if isinstance(problem, RecoveryStoppedError | WorkDamagedError):
            from rondofile.rescuing.rescue import troubled

            self._on_troubled(one, troubled(problem, one.kept))
            return
        if one.path is not None and self._is_damaged(one.path, problem, one.notices):
            return
        self._notices_for(one.notices).say(said, "bad", *self._ways_out(one, problem), key="open")

    def _is_damaged(self, path: Path, problem: RondoFileError, notices: Notices | None) -> bool:
        """Whether a way to save what can be saved was offered for a file that cannot be read."""
        from rondo.ui.files.salvaging import Salvaging, may_be_salvaged

        if not may_be_salvaged(path, problem):
            return False
        salvaging = Salvaging(self._application, self._notices_for(notices), path)
        self._damaged[path_key(path)] = salvaging
        salvaging.offer(problem)
        return True

    def _showing(self, path: Path) -> MainWindow | None:
        """The window that shows that file, under whatever name."""
        for window in self._application.windows:
            shown = window.desk.session.path
            if shown is not None and same_file(shown, path):
                return window
        return None

    def _is_opening(self, path: Path) -> bool:
        return any(one.path is not None and same_file(one.path, path) for one in self.under_way)

    def _on_answered(self, _: LockedElsewhereError, path: Path, notices: Notices | None) -> None:
        """The window of another start comes forward; a start for that file alone has done its part."""
        application = self._application
        said = application.words("app.elsewhere", file=path.name)
        if not application.windows and application.welcome_window is None and not self.under_way:
            sys.stderr.write(said + "\n")
            QCoreApplication.quit()
            return
        self._notices_for(notices).say(said, "bad", key="open")

    def _on_unanswered(self, held: LockedElsewhereError, path: Path, notices: Notices | None) -> None:
        """Nobody came: the file is opened if it is free by now, and otherwise to be read."""
        holder = str(held.facts.get("host") or "")
        away = holder if holder != host() else ""
        if self._showing(path) is None and not self._is_opening(path):
            self.begin(lambda: _open_or_view(path), path, notices, held_by=away)

    def _on_troubled(self, one: _Opening, kept: KeptWork) -> None:
        """Who asked is asked in turn; at the start of the program a notice waits until somebody looks."""
        from rondo.ui.recovery.said import name_of

        notices = self._notices_for(one.notices)
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

    def _notices_for(self, notices: Notices | None) -> Notices:
        """Those of the welcome page, where nobody is known to look elsewhere."""
        if notices is not None:
            return notices
        self._application.welcome()
        assert self._application.welcome_window is not None
        return self._application.welcome_window.notices


def _open_or_view(path: Path) -> Document:
    """The document in that file, to be read alone while somebody else holds it."""
    try:
        return Document.open(path)
    except LockedElsewhereError:
        return Document.view(path)
