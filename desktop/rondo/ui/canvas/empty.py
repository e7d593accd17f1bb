"""What the canvas says while there is nothing on it: the one next thing to do."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from rondo.ui.desk import Desk


class EmptyNote(QWidget):
    """Lies over the surface; without a button the mouse goes through it."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._title, self._more = QLabel(), QLabel()
        for label, kind in ((self._title, "heading"), (self._more, "caption")):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setProperty("kind", kind)
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(True)
        self.button = QPushButton()
        self.button.setProperty("kind", "primary")
        self.button.clicked.connect(desk.actions["journey.new"].trigger)
        column = QVBoxLayout(self)
        column.setSpacing(desk.look.px(8))
        column.addWidget(self._title)
        column.addWidget(self._more)
        column.addWidget(self.button, alignment=Qt.AlignmentFlag.AlignCenter)

    def show_state(self, *, journey: bool, steps: bool) -> None:
        """The note for a project without a journey, a journey without steps, or none at all."""
        words = self._desk.words
        self.setVisible(not (journey and steps))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, journey)
        self.button.setVisible(not journey)
        self.button.setText(words("canvas.first_journey"))
        self._title.setText(words("canvas.no_steps" if journey else "canvas.no_journey"))
        self._more.setText(words("canvas.no_steps_inbox" if journey else "canvas.no_journey_why"))
