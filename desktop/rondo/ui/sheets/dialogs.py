"""Dialogs that ask: for a file, or for one of a few things to do. Esc and cancel always change nothing."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtWidgets import QWidget

from rondo.ui.dress.look import Look
from rondo.words import Words

if TYPE_CHECKING:
    from rondo.ui.sheets.sheet import Sheet

ENDING = ".rondo"


class Choice(Struct, frozen=True):
    """A button that says what happens. `kind`: "primary" for what is most likely wanted."""

    key: str
    label: str
    kind: str = ""


class Question(Struct, frozen=True):
    """What is asked, in one sentence, and what a person should know for the answer."""

    title: str
    text: str
    choices: tuple[Choice, ...]


class Dialogs:
    """Asks on the screen. Tests answer with a subclass of their own."""

    def __init__(self, words: Words, look: Look) -> None:
        self.words, self.look = words, look

    def ask_open(self, parent: QWidget | None, folder: Path | None) -> Path | None:
        """The file to open; None where the person thought better of it."""
        from rondo.ui.sheets.file_dialogs import to_open

        return to_open(self.words, parent, folder)

    def ask_save(self, parent: QWidget | None, suggestion: Path) -> Path | None:
        """The file to write, which may be there already; None where the person thought better of it."""
        from rondo.ui.sheets.file_dialogs import to_save

        return to_save(self.words, parent, suggestion)

    def ask_text(self, parent: QWidget | None, suggestion: Path) -> Path | None:
        """The text file to write, which may be there already; None where the person thought better of it."""
        return self._ask_other(parent, suggestion, "received.save.title", "received.texts")

    def ask_zip(self, parent: QWidget | None, suggestion: Path) -> Path | None:
        """The compressed file to write; one that is there already is replaced only when that was said."""
        return self._ask_other(parent, suggestion, "dialogs.zip", "dialogs.zips")

    def ask_choice(self, parent: QWidget | None, question: Question) -> str:
        """The key of the choice; "" where the person thought better of it."""
        sheet = self._sheet(question.title, parent)
        sheet.add_text(question.text)
        answer: list[str] = []

        def take(key: str) -> None:
            answer.append(key)
            sheet.accept()

        for choice in question.choices:
            button = sheet.add_button(choice.label, choice.kind)
            button.clicked.connect(lambda _=False, key=choice.key: take(key))
        sheet.add_cancel(self.words("dialogs.cancel"))
        sheet.exec()
        sheet.deleteLater()
        return answer[0] if answer else ""

    def tell(self, parent: QWidget | None, title: str, text: str) -> None:
        """The person has read it."""
        sheet = self._sheet(title, parent)
        sheet.add_text(text)
        sheet.add_button(self.words("dialogs.understood"), "primary").clicked.connect(sheet.accept)
        sheet.exec()
        sheet.deleteLater()

    def _sheet(self, title: str, parent: QWidget | None) -> Sheet:
        from rondo.ui.sheets.sheet import Sheet

        return Sheet(self.look, title, parent)

    def _ask_other(self, parent: QWidget | None, suggestion: Path, title: str, kinds: str) -> Path | None:
        from rondo.ui.sheets.file_dialogs import to_write

        return to_write(self.words, parent, suggestion, title, kinds)
