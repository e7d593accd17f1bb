"""What happens to the file outside: others change it, another start of Rondo asks for its window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from rondo.commands.sentence import sentence_of
from rondo.ui.file_deeds import FileDeeds
from rondo.ui.notices import Notices
from rondo.ui.session import Session
from rondo.words import Words
from rondofile.errors import ChangedOutsideError, RondoFileError

if TYPE_CHECKING:
    from rondo.ui.main_window import MainWindow

EVERY = 1000
"""Milliseconds between two looks for the request of another start."""


class Outside(QObject):
    """Looks while the window lives; what it finds is a notice, or the window in front."""

    wanted = Signal()
    """Another start asked for this project."""

    def __init__(
        self, session: Session, notices: Notices, words: Words, files: FileDeeds, window: MainWindow
    ) -> None:
        super().__init__(window)
        self._session, self._notices, self._words, self._files = session, notices, words, files
        self._said = False
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(self._on_timer_timeout)
        self._timer.start()
        session.standing_changed.connect(self._on_standing_changed)
        self.wanted.connect(window.come_forward)

    def look(self) -> None:
        """A change of the file from outside is here too."""
        if self._timer.isActive() and self._session.path is not None:
            self._session.do(lambda document: document.refresh(), failed=self._on_refused)

    def stop(self) -> None:
        """Nothing is looked at any more."""
        self._timer.stop()

    def _on_timer_timeout(self) -> None:
        self._session.do(lambda document: document.take_request(), self._on_answer)

    def _on_answer(self, asked: bool) -> None:
        if asked:
            self.wanted.emit()

    def _on_refused(self, problem: RondoFileError) -> None:
        self._notices.say(sentence_of(problem, self._words), "bad", key="outside")

    def _on_standing_changed(self) -> None:
        standing = self._session.standing
        changed = standing is not None and standing.changed_outside
        if changed and not self._said:
            self._files.say(ChangedOutsideError(path=str(self._session.path)))
        if self._said and not changed:
            self._notices.withdraw("file")
        self._said = changed
