"""The sentence of an offer, typed where it stands. Return keeps it, Esc leaves it as it was."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout

from rondo.ui.fields.text_box import TextBox
from rondo.ui.matrix.grid import MatrixGrid
from rondofile.records import Placement


class Editing:
    """At most one sentence at a time. It is one edit, made at the end; without a change there is none."""

    def __init__(self, grid: MatrixGrid) -> None:
        self._grid = grid
        self._key: str | None = None
        # Beside the grid, not in it: what is inside a painted table is hidden from a screen reader.
        self._room = grid.parentWidget() or grid
        self._frame = QFrame(self._room)
        self._frame.setObjectName("offer-sentence")
        self._box = TextBox(True, self._frame)
        self._box.setAccessibleName(grid.desk.words("matrix.sentence"))
        self._box.setPlaceholderText(grid.desk.words("matrix.sentence_hint"))
        column = QVBoxLayout(self._frame)
        column.addWidget(self._box)
        self._column = column
        self._frame.hide()
        self._box.typed.connect(self.follow)
        for signal in (self._box.done, self._box.left, self._box.history_wanted):
            signal.connect(self._on_box_done)
        self._box.escaped.connect(self._on_box_escaped)

    def begin(self, key: str) -> None:
        """The sentence of that offer can be typed; all of it is chosen."""
        self._end(keep=True)
        grid, look = self._grid, self._grid.desk.look
        self._key = key
        self._box.setFont(look.font(12, QFont.Weight.DemiBold))
        self._box.relook()
        side = look.px(6)
        self._column.setContentsMargins(side, side, side, side)
        self._frame.setStyleSheet(
            f"#offer-sentence {{ background: {look.theme['surface']};"
            f" border: 2px solid {look.theme['accent']}; border-radius: {look.px(6)}px; }}"
        )
        self._box.put(grid.desk.session.project.get(Placement, key).offer)
        self._box.selectAll()
        self._frame.show()
        self.follow()
        self._frame.raise_()
        self._box.setFocus(Qt.FocusReason.OtherFocusReason)

    def follow(self) -> None:
        """The editor lies over its offer, as high as its text needs; without the offer it is gone."""
        if self._key is None:
            return
        if self._key not in self._grid.plan.boxes:
            self._end(keep=False)
            return
        box, look = self._grid.box(self._key), self._grid.desk.look
        if not self._grid.viewport().rect().intersects(box):
            self._end(keep=True)
            return
        margins = self._column.contentsMargins()
        self._frame.setFixedWidth(box.width())
        self._box.relook()
        high = self._box.minimumHeight() + margins.top() + margins.bottom() + 4
        at = self._grid.viewport().mapTo(self._room, box.topLeft())
        self._frame.setGeometry(at.x(), at.y(), box.width(), max(high, min(box.height(), look.px(44))))

    def _end(self, keep: bool) -> None:
        if self._key is None:
            return
        key, self._key = self._key, None
        text = self._box.said().strip()
        self._box.composing = False
        if self._box.hasFocus():
            self._grid.setFocus(Qt.FocusReason.OtherFocusReason)
        self._frame.hide()
        placement = self._grid.desk.session.project.find(Placement, key)
        if keep and placement is not None and placement.offer != text:
            self._grid.deeds.write(key, text)

    def _on_box_done(self) -> None:
        self._end(keep=True)

    def _on_box_escaped(self, event: QKeyEvent) -> None:
        event.accept()
        self._end(keep=False)
