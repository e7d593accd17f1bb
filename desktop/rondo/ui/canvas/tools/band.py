"""The rubber band: chooses the steps that it touches."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtWidgets import QGraphicsSceneMouseEvent

from rondo.ui.canvas.hands import Hands
from rondo.ui.canvas.tools.overlay import Sketch
from rondofile.records import Step


class Band:
    """Begins on empty ground; with `more`, what was chosen stays chosen."""

    def __init__(self, hands: Hands, start: QPointF, more: bool) -> None:
        self._hands, self._start = hands, start
        selection = hands.desk.selection
        self._before = selection.kind, selection.ids, selection.cell
        self._kept = hands.chosen if more else ()
        self._drawn = False
        if not more:
            selection.clear()

    def move(self, pos: QPointF, event: QGraphicsSceneMouseEvent) -> None:
        """What lies in the band now is chosen."""
        self._drawn = True
        band = QRectF(self._start, pos).normalized()
        self._hands.overlay.show_sketch(Sketch(band=band))
        boxes = ((key, self._hands.box(key)) for key in self._hands.scene.step_ids())
        inside = [key for key, box in boxes if box and box.intersects(band) and key not in self._kept]
        self._hands.desk.selection.choose(Step, *self._kept, *inside)

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
