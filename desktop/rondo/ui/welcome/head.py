"""The head of the welcome page: the name, what it is for, and the two ways to begin."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from rondo.ui.dress.look import Look
from rondo.words import Words

NAME = "Rondo"


class Head(QWidget):
    """`first` is where the keyboard begins."""

    new_wanted = Signal()
    open_wanted = Signal()

    def __init__(self, words: Words, look: Look) -> None:
        super().__init__()
        self._look = look
        self._name, self._purpose = QLabel(NAME), QLabel(words("welcome.purpose"))
        for label in (self._name, self._purpose):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._purpose.setWordWrap(True)
        self.first = QPushButton(words("action.file.new"))
        self.first.setProperty("kind", "primary")
        self.first.setDefault(True)
        self.first.clicked.connect(self.new_wanted)
        self._open = QPushButton(words("action.file.open"))
        self._open.setAutoDefault(True)
        self._open.clicked.connect(self.open_wanted)
        self._buttons: QBoxLayout = QHBoxLayout()
        self._buttons.addWidget(self.first)
        self._buttons.addWidget(self._open)
        self._buttons.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._name)
        self._column.addWidget(self._purpose)
        self._column.addLayout(self._buttons)

    def relook(self) -> None:
        """Fonts and measures follow the text size."""
        look = self._look
        # Said in a style sheet: the application's own would take back a font that was set.
        self._name.setStyleSheet(f"font-size: {look.px(34)}px; font-weight: 700")
        shade = look["ink-secondary"].name()
        self._purpose.setStyleSheet(f"font-size: {look.px(15)}px; color: {shade}")
        self._purpose.setMaximumWidth(look.px(620))
        self._column.setSpacing(look.px(8))
        self._buttons.setSpacing(look.px(8))
        self._buttons.setContentsMargins(0, look.px(8), 0, 0)
        for button in (self.first, self._open):
            button.setIcon(
                look.icon("file-plus", "surface") if button is self.first else look.icon("folder-open")
            )
