"""Closing a window: a project without a file asks once; whatever fails, the work is kept."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QWidget

from rondo.commands.sentence import sentence_of
from rondo.ui.desk import Desk
from rondo.ui.files.file_deeds import FileDeeds
from rondo.ui.sheets.dialogs import Choice, Dialogs, Question
from rondofile.errors import RondoFileError


class Closing:
    """`ask` says whether the window may go; `end` ends the session."""

    def __init__(self, desk: Desk, dialogs: Dialogs, files: FileDeeds, window: QWidget) -> None:
        self._desk, self._dialogs, self._files, self._window = desk, dialogs, files, window
        self._discard = False

    def ask(self, close_again: Callable[[], object]) -> bool:
        """Whether the window may close now. `close_again` follows once the project has a file."""
        session = self._desk.session
        self._discard = False
        if session.path is not None or not session.standing or session.project is session.opened_as:
            return True
        if _session_of_the_person_ends():
            return True
        if not any(session.project.tables.values()):
            self._discard = True
            return True
        answer = self._dialogs.ask_choice(self._window, self._question())
        if answer == "save-as":
            self._files.save_as(close_again)
        self._discard = answer == "discard"
        return answer in ("keep", "discard")

    def end(self) -> None:
        """The session is closed: published, kept or in the trash. What stood in the way is said once."""
        session, words = self._desk.session, self._desk.words
        try:
            if self._discard:
                session.close_with(lambda document: document.discard())
            else:
                session.close()
        except RondoFileError as problem:
            said = words("dialogs.closed-kept", problem=sentence_of(problem, words))
            self._dialogs.tell(self._window, words("dialogs.closed-kept.title"), said)

    def _question(self) -> Question:
        words = self._desk.words
        return Question(
            words("dialogs.close"),
            words("dialogs.close.text"),
            (
                Choice("save-as", words("action.file.save-as"), "primary"),
                Choice("keep", words("dialogs.close.keep")),
                Choice("discard", words("dialogs.close.discard")),
            ),
        )


def _session_of_the_person_ends() -> bool:
    """Whether the computer logs the person off: then nothing is asked, and everything is kept."""
    application = QApplication.instance()
    return isinstance(application, QApplication) and application.isSavingSession()
