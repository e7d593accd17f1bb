"""Sheet: the ground of every dialog. A title, plain text or a form, and buttons that say what happens."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from rondo.ui.look import Look

WIDTH = 440
"""Pixels at 100 %."""


class Sheet(QDialog):
    """Esc closes it without changing anything."""

    def __init__(self, look: Look, title: str, parent: QWidget | None = None, width: int = WIDTH) -> None:
        super().__init__(parent)
        self.look = look
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        px = look.px
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(px(24), px(20), px(24), px(20))
        self._column.setSpacing(px(12))
        self._column.addWidget(_label(title, "heading"))
        self.body = QVBoxLayout()
        self.body.setSpacing(px(12))
        self._column.addLayout(self.body, 1)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(px(8))
        self._buttons.addStretch(1)
        self._column.addSpacing(px(4))
        self._column.addLayout(self._buttons)
        self.setMinimumWidth(min(px(width), 900))

    def add_text(self, text: str, kind: str = "") -> QLabel:
        """A paragraph of plain text."""
        label = _label(text, kind)
        self.body.addWidget(label)
        return label

    def add_button(self, label: str, kind: str = "") -> QPushButton:
        """A button at the lower right, before those added earlier. A primary one answers to Return."""
        button = QPushButton(label.replace("&", "&&"))
        button.setProperty("kind", kind)
        button.setAutoDefault(False)
        if kind == "primary":
            button.setDefault(True)
            button.setFocus()
        self._buttons.insertWidget(1, button)
        return button

    def add_cancel(self, label: str) -> QPushButton:
        """The button that leaves everything as it was, at the lower left."""
        button = QPushButton(label)
        button.setProperty("kind", "quiet")
        button.setAutoDefault(False)
        button.clicked.connect(self.reject)
        self._buttons.insertWidget(0, button)
        return button


def _label(text: str, kind: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("kind", kind)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
