"""The switch between the sections of a view."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QSizePolicy, QToolButton


class Switch(QFrame):
    """One of several sections is open; arrows move inside the switch."""

    chosen = Signal(str)

    def __init__(self, labels: Mapping[str, str], name: str) -> None:
        super().__init__()
        self.setProperty("kind", "switch")
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(1, 1, 1, 1)
        row.setSpacing(0)
        self._group, self._buttons = QButtonGroup(self), dict[str, QToolButton]()
        for key, label in labels.items():
            self._buttons[key] = button = QToolButton()
            button.setText(label.replace("&", "&&"))
            button.setAccessibleName(label)
            button.setObjectName(key)
            button.setCheckable(True)
            button.setProperty("kind", "segment")
            button.clicked.connect(lambda _=False, key=key: self.chosen.emit(key))
            self._group.addButton(button)
            row.addWidget(button)
        ends = list(self._buttons.values())
        ends[0].setProperty("place", "first")
        ends[-1].setProperty("place", "last")

    def show_chosen(self, key: str) -> None:
        """That section is open."""
        self._buttons[key].setChecked(True)
