"""The foot of a sweep: what the keys do, each also a button for the mouse."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from rondo.ui.desk import Desk
from rondo.ui.fields.flow import Flow

LOW = 440
"""Pixels at 100 % below which a window is low."""
ALWAYS = ("back", "leave")
ELSEWHERE = ("back", "whom")


class Foot(QWidget):
    """The keyboard stays in the line, whatever is pressed here."""

    def __init__(self, desk: Desk, does: Mapping[str, Callable[[], object]]) -> None:
        super().__init__()
        self._desk = desk
        self.buttons = {key: self._button(key, do) for key, do in does.items()}
        self._row = Flow(self)
        for button in self.buttons.values():
            self._row.addWidget(button)
        self._row.setSpacing(desk.look.px(8))

    def tell(self, is_end: bool, has_segments: bool, height: int) -> None:
        """What can be done now; in a low window the keys that lead elsewhere have no button."""
        low = height < self._desk.look.px(LOW)
        for key, button in self.buttons.items():
            wanted = not is_end or key in ALWAYS
            asked = key != "whom" or has_segments
            button.setVisible(wanted and asked and not (low and key in ELSEWHERE))

    def _button(self, key: str, do: Callable[[], object]) -> QPushButton:
        words = self._desk.words
        button = QPushButton(words("sweep.button", does=words(f"sweep.{key}"), key=words(f"sweep.{key}.key")))
        button.setAccessibleName(words(f"sweep.{key}"))
        button.setProperty("kind", "quiet")
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: do())
        return button
