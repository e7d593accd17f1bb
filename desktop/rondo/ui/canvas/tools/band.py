"""The rubber band: chooses the steps that it touches."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtWidgets import QGraphicsSceneMouseEvent

from rondo.ui.canvas.hands import Hands
from rondo.ui.canvas.tools.gesture import Gesture
from rondo.ui.canvas.tools.overlay import Sketch
from rondofile.records import Step


class Band(Gesture):
    """Begins on empty ground; with `more`, what was chosen stays chosen."""

    def __init__(self, hands: Hands, start: QPointF, more: bool) -> None:
        self._hands, self._start = hands, start
        selection = hands.desk.selection
        self._before = selection.kind, selection.ids, selection.cell
        self._kept = hands.chosen if more else ()
        self._drawn = False
        if not more:
            selection.clear()

    def move(self, pos: QPointF, event: QGraphicsSceneMouseEvent | None = None) -> None:
        """What lies in the band now is chosen."""
        self._drawn = True
        band = QRectF(self._start, pos).normalized()
        self._hands.overlay.show_sketch(Sketch(band=band))
        shown = self._hands.scene.stage.shown
        if shown is not None:
            inside = shown.cards.within(band.left(), band.top(), band.right(), band.bottom())
            self._hands.desk.selection.choose(Step, *dict.fromkeys((*self._kept, *inside)))

    def drop(self, pos: QPointF) -> None:
        """The choice stays."""
        self._hands.overlay.show_sketch(None)

    def cancel(self) -> None:
        """What was chosen before is chosen again, unless this was only a click beside everything."""
        self._hands.overlay.show_sketch(None)
        kind, ids, cell = self._before
        selection = self._hands.desk.selection
        if not self._drawn:
            return
        if kind is not None:
            selection.choose(kind, *ids)
        elif cell is not None:
            selection.choose_cell(cell)
        else:
            selection.clear()
