"""Whole applications for tests: a working area of the test, dialogs that are answered beforehand."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from helpers.desks import clear_away, settle, wait_for
from rondo.ui.app import Application
from rondo.ui.main_window import MainWindow
from rondo.ui.settings import Settings
from rondo.ui.sheets.dialogs import Dialogs, Question
from rondo.words import Words
from rondofile.document import Document
from rondofile.kinds import EditKind
from rondofile.nouns import conclusions


class Answers(Dialogs):
    """Answers in the order given; AssertionError for a question that nobody expected."""

    def __init__(self, application: Application) -> None:
        super().__init__(application.words, application.look)
        self.answers: list[Any] = []
        self.asked: list[Any] = []

    def ask_open(self, parent: QWidget | None, folder: Path | None) -> Path | None:
        return self._answer("open")

    def ask_save(self, parent: QWidget | None, suggestion: Path) -> Path | None:
        return self._answer(suggestion)

    def ask_zip(self, parent: QWidget | None, suggestion: Path) -> Path | None:
        return self._answer(suggestion)

    def ask_text(self, parent: QWidget | None, suggestion: Path) -> Path | None:
        return self._answer(suggestion)

    def ask_choice(self, parent: QWidget | None, question: Question) -> str:
        answer: str = self._answer(question)
        assert answer in ("", *(choice.key for choice in question.choices))
        return answer

    def tell(self, parent: QWidget | None, title: str, text: str) -> None:
        self.asked.append(text)

    def _answer(self, asked: Any) -> Any:
        self.asked.append(asked)
        assert self.answers, f"nobody expected to be asked {asked}"
        return self.answers.pop(0)


@contextmanager
def running(folder: Path, language: str = "en") -> Iterator[Application]:
    """An application with its settings and working area in the folder; everything closed at the end."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RONDO_HOME", str(folder / "home"))
        application = Application(Words(language), Settings(folder / "settings.ini"))
        application.dialogs = Answers(application)
        try:
            yield application
        finally:
            wait_for(lambda: not application.openings.under_way)
            application.leave()
            application.look.choose("light")
            application.look.set_scale(1.0)
            put_away_sheets()
            clear_away()


def put_away_sheets() -> None:
    """Nothing that a test that failed left open keeps the mouse from the windows of the next."""
    while (sheet := QApplication.activeModalWidget() or QApplication.activePopupWidget()) is not None:
        sheet.hide()
        sheet.deleteLater()


def answers(application: Application, *what: Any) -> Answers:
    """The dialogs will be answered like this."""
    dialogs = application.dialogs
    assert isinstance(dialogs, Answers)
    dialogs.answers.extend(what)
    return dialogs


def window_of(application: Application, count: int = 1) -> MainWindow:
    """The window that opened last, once there are that many."""
    wait_for(lambda: len(application.windows) == count)
    window = application.windows[-1]
    settle(window.desk.session)
    return window


def project_file(folder: Path, name: str = "plan.rondo", title: str = "Plan") -> Path:
    """A project file with a title."""
    path = folder / name
    root = folder / "elsewhere"
    with Document.create(path, root=root) as document, document.edit(EditKind.SET_PROJECT) as edit:
        conclusions.set_cover(edit, title=title)
    return path


def title_in(path: Path) -> str:
    """The title that is in the file."""
    return Document.read(path).info.title
