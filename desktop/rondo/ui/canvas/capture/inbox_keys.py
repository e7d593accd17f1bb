"""Which key sorts what: the phases by their digits, the lanes by Alt and theirs, beside their names.

Where the chosen steps have their phase and lack a lane, that alone is asked: digits are lanes then.
"""

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
        self._shown: tuple[str, tuple[tuple[str, str], ...]] | None = None
        self._row = Flow(self)
        self.setAccessibleName(hands.desk.words("canvas_tools.sort_keys"))

    def refresh(self, sorted_into: Phase | None = None, away: bool = False) -> None:
        """The keys are those of what is there; a phase that was given already asks for the lane. `away`:
        a key comes first that leads to the steps, for digits are written where the keys are now."""
        words, name = self._hands.desk.words, self._hands.desk.framework.name
        self._row.setSpacing(self._hands.desk.look.px(12))
        asked = words("canvas_tools.now_lane", phase=name(sorted_into)) if sorted_into else ""
        keys = self._lanes("") if sorted_into else (*self._phases(), *self._lanes("Alt+"))
        lead = ((words("canvas_tools.down_key"), words("canvas_tools.to_the_steps")),) if away else ()
        wanted = asked, (*lead, *keys)
        if wanted == self._shown:
            return
        self._shown = wanted
        while item := self._row.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        if asked:
            self._row.addWidget(self._question(asked))
        for key, text in wanted[1]:
            self._row.addWidget(self._entry(key, text))
        self.updateGeometry()

    def said(self) -> str:
        """What is asked and by which keys it is answered; nothing where nothing is asked."""
        asked, keys = self._shown or ("", ())
        return " ".join((asked, *(f"{key} {name}" for key, name in keys))) if asked else ""

    def _phases(self) -> Iterator[tuple[str, str]]:
        for number, phase in enumerate(Phase, 1):
            yield str(number), self._hands.desk.framework.name(phase)

    def _lanes(self, before: str) -> Iterator[tuple[str, str]]:
        hands = self._hands
        there = hands.project.lanes_of(hands.journey) if hands.journey else ()
        for number, lane in enumerate(there[:MOST], 1):
            keys = QKeySequence(f"{before}{number}").toString(QKeySequence.SequenceFormat.NativeText)
            yield keys, lane.name or hands.desk.framework.name(lane.role)

    def _question(self, text: str) -> QLabel:
        label = QLabel(text)
        label.setProperty("kind", "awaited")
        label.setTextFormat(Qt.TextFormat.PlainText)
        return label

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
