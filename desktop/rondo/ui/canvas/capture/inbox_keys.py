"""Which key sorts what: the phases by their digits, the lanes by Alt and theirs, beside their names."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from rondo.ui.canvas.hands import Hands
from rondo.ui.fields.flow import Flow
from rondofile.enums import Phase

MOST = 9
"""Lanes that have a key."""


class SortKeys(QWidget):
    """Follows the lanes of the journey on the canvas."""

    def __init__(self, hands: Hands) -> None:
        super().__init__()
        self._hands = hands
        self._shown: tuple[tuple[str, str], ...] | None = None
        self._row = Flow(self)
        self.setAccessibleName(hands.desk.words("canvas_tools.sort_keys"))

    def refresh(self) -> None:
        """The keys are those of the phases and lanes that are there."""
        px = self._hands.desk.look.px
        self._row.setSpacing(px(12))
        wanted = (*self._phases(), *self._lanes())
        if wanted == self._shown:
            return
        self._shown = wanted
        while item := self._row.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for key, name in wanted:
            self._row.addWidget(self._entry(key, name))
        self.updateGeometry()

    def _phases(self) -> Iterator[tuple[str, str]]:
        for number, phase in enumerate(Phase, 1):
            yield str(number), self._hands.desk.framework.name(phase)

    def _lanes(self) -> Iterator[tuple[str, str]]:
        hands = self._hands
        there = hands.project.lanes_of(hands.journey) if hands.journey else ()
        for number, lane in enumerate(there[:MOST], 1):
            keys = QKeySequence(f"Alt+{number}").toString(QKeySequence.SequenceFormat.NativeText)
            yield keys, lane.name or hands.desk.framework.name(lane.role)

    def _entry(self, key: str, name: str) -> QWidget:
        entry = QWidget()
        cap, text = QLabel(key), QLabel(name)
        cap.setProperty("kind", "keycap")
        text.setProperty("kind", "hint")
        line = QHBoxLayout(entry)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(self._hands.desk.look.px(4))
        for label in (cap, text):
            label.setTextFormat(Qt.TextFormat.PlainText)
            line.addWidget(label)
        return entry
