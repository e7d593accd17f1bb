"""What is said while there is nothing to compare: the one next thing to do."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from rondo.ui.desk import Desk


class EmptyNote(QWidget):
    """A title, a reason, and the button that begins."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._action = desk, "journey.redesign"
        self._title, self._more = QLabel(), QLabel()
        for label, kind in ((self._title, "heading"), (self._more, "caption")):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setProperty("kind", kind)
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(True)
        self.button = QPushButton()
        self.button.setProperty("kind", "primary")
        self.button.clicked.connect(lambda: desk.actions[self._action].trigger())
        column = QVBoxLayout(self)
        column.setSpacing(desk.look.px(8))
        column.addStretch(2)
        column.addWidget(self._title)
        column.addWidget(self._more)
        column.addWidget(self.button, alignment=Qt.AlignmentFlag.AlignCenter)
        column.addStretch(3)

    def show_state(self, *, journey: bool, today: bool) -> None:
        """Without a journey, for a journey of today that has no redesign, for a redesign of nothing."""
        words = self._desk.words
        if not journey:
            title, more, self._action = "canvas.no_journey", "canvas.no_journey_why", "journey.new"
        elif today:
            title, more, self._action = "beside.none", "beside.none_why", "journey.redesign"
        else:
            title, more = "beside.based_on_none", "beside.based_on_none_why"
        self._title.setText(words(title))
        self._more.setText(words(more))
        self.button.setVisible(today or not journey)
        self.button.setText(self._desk.actions[self._action].text())
