"""One line is asked for: what a version is to be called."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from rondo.ui.dress.look import Look
from rondo.ui.sheets.sheet import Sheet
from rondo.words import Words
from rondofile.text import TITLE


class NameSheet(Sheet):
    """`called` is what was written, once it was accepted."""

    def __init__(self, look: Look, words: Words, name: str, parent: QWidget | None = None) -> None:
        super().__init__(look, words("versions.ask-name"), parent)
        self.add_text(words("versions.ask-name.text"), "caption")
        self.line = QLineEdit(name)
        self.line.setMaxLength(TITLE)
        self.line.setAccessibleName(words("versions.ask-name"))
        self.line.setPlaceholderText(words("versions.ask-name.example"))
        self.line.selectAll()
        self.body.addWidget(self.line)
        self.keep = self.add_button(words("versions.ask-name.keep"), "primary")
        self.keep.clicked.connect(self.accept)
        self.add_cancel(words("dialogs.cancel"))
        self.line.textChanged.connect(self._on_text_changed)
        self._on_text_changed()
        self.line.setFocus()

    @property
    def called(self) -> str:
        """The name as it is kept."""
        return " ".join(self.line.text().split())

    def _on_text_changed(self) -> None:
        self.keep.setEnabled(bool(self.called))
