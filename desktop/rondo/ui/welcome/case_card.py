"""A worked case on the welcome page: its picture, its title, its one lesson."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout

from rondo.ui.dress.look import Look
from rondo.ui.welcome.picture import Picture
from rondo.words import Words

if TYPE_CHECKING:
    from rondo.text.qt_engine import QtTextEngine
    from rondofile.project import Project


class CaseCard(QFrame):
    """Fills itself when the case was read; until then it says what it is."""

    wanted = Signal()

    def __init__(self, words: Words, look: Look, name: str) -> None:
        super().__init__()
        self._words, self._look = words, look
        self.project: Project | None = None
        self.setProperty("kind", "card")
        self.picture = Picture(look)
        self.picture.pressed.connect(self.wanted)
        self._title, self._lesson = QLabel(), QLabel()
        for label, kind in ((self._title, "heading"), (self._lesson, "caption")):
            label.setProperty("kind", kind)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        key = f"welcome.lesson.{name}"
        self._lesson.setText(words(key) if key in words else "")
        self._open = QPushButton(words("welcome.case.open"))
        self._open.setAutoDefault(True)
        self._open.clicked.connect(self.wanted)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.picture)
        self._column.addWidget(self._title)
        self._column.addWidget(self._lesson)
        self._column.addWidget(self._open, 0, Qt.AlignmentFlag.AlignLeft)
        self.relook()

    def show_case(self, project: Project, engine: QtTextEngine) -> None:
        """The card shows that case."""
        self.project = project
        title = project.info.title
        self._title.setText(title)
        self._lesson.setText(self._lesson.text() or project.info.subtitle)
        self._open.setAccessibleName(self._words("welcome.case.open.named", title=title))
        self.picture.draw(project, self._words, engine)

    def relook(self) -> None:
        """Measures follow the text size."""
        px = self._look.px
        self._column.setContentsMargins(px(12), px(12), px(12), px(14))
        self._column.setSpacing(px(8))
