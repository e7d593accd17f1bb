"""The sentence of an offer, typed where it stands. Return keeps it, Esc leaves it as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout

from rondo.figures.coverage.coverage_draw import Spot
from rondo.ui.fields.text_box import TextBox
from rondofile.kinds import EditKind
from rondofile.records import Placement

if TYPE_CHECKING:
    from rondo.ui.coverage.grid import CoverageGrid


class SentenceLine:
    """At most one sentence at a time; it is one edit, made at the end, and without a change there is none."""

    def __init__(self, grid: CoverageGrid) -> None:
        self._grid = grid
        self._spot: Spot | None = None
        # Beside the grid, not in it: what is inside a painted table is hidden from a screen reader.
        self._room = grid.parentWidget() or grid
        self._frame = QFrame(self._room)
        self._frame.setObjectName("coverage-sentence")
        self.box = TextBox(True, self._frame)
        self.box.setAccessibleName(grid.desk.words("matrix.sentence"))
        self.box.setPlaceholderText(grid.desk.words("matrix.sentence_hint"))
        self._column = QVBoxLayout(self._frame)
        self._column.addWidget(self.box)
        self._frame.hide()
        self.box.typed.connect(self.follow)
        for signal in (self.box.done, self.box.left, self.box.history_wanted):
            signal.connect(lambda: self.end(keep=True))
        self.box.escaped.connect(self._on_escaped)

    @property
    def is_open(self) -> bool:
        """Whether a sentence is being typed."""
        return self._spot is not None

    def begin(self, spot: Spot) -> None:
        """The sentence of the offer there can be typed; all of it is chosen."""
        self.end(keep=True)
        grid, look = self._grid, self._grid.desk.look
        offer = grid.desk.session.project.find(Placement, spot[2])
        if offer is None or grid.desk.session.read_only or grid.box(spot).isEmpty():
            return
        grid.bring_into_view(spot)
        self._spot = spot
        side = look.px(5)
        self._column.setContentsMargins(side, side, side, side)
        self.box.setFont(look.font(12, QFont.Weight.DemiBold))
        self._frame.setStyleSheet(
            f"#coverage-sentence {{ background: {look.theme['surface']};"
            f" border: 2px solid {look.theme['accent']}; border-radius: {look.px(5)}px; }}"
        )
        self.box.put(offer.offer)
        self.box.selectAll()
        self._frame.show()
        self.follow()
        self._frame.raise_()
        self.box.setFocus(Qt.FocusReason.OtherFocusReason)

    def follow(self) -> None:
        """The editor lies over its offer, as high as its text needs; without the offer it is gone."""
        if self._spot is None:
            return
        grid = self._grid
        box = grid.box(self._spot)
        if grid.desk.session.project.find(Placement, self._spot[2]) is None:
            self.end(keep=False)
            return
        if not grid.viewport().rect().intersects(box):
            self.end(keep=True)
            return
        px = grid.desk.look.px
        self._frame.setFixedWidth(box.width() + 2 * px(4))
        self.box.relook()
        high = self.box.minimumHeight() + 2 * px(5) + 4
        at = grid.viewport().mapTo(self._room, box.topLeft())
        self._frame.setGeometry(at.x() - px(4), at.y() - px(6), box.width() + 2 * px(4), high)

    def end(self, keep: bool) -> None:
        """What was typed is kept, or not."""
        if self._spot is None:
            return
        spot, self._spot = self._spot, None
        text = self.box.said().strip()
        self.box.composing = False
        if self.box.hasFocus():
            self._grid.setFocus(Qt.FocusReason.OtherFocusReason)
        self._frame.hide()
        key, project = spot[2], self._grid.desk.session.project
        offer = project.find(Placement, key)
        if keep and offer is not None and offer.offer != text:
            self._grid.desk.session.edit(
                EditKind.SET_OFFER, lambda edit: edit.change(Placement, key, offer=text)
            )

    def _on_escaped(self, event: QKeyEvent) -> None:
        event.accept()
        self.end(keep=False)
