"""Dragging the head of a lane: a line shows between which others it would stand."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtWidgets import QGraphicsSceneMouseEvent

from rondo.ui.canvas.hands import Hands
from rondo.ui.canvas.lanes import gestures_lanes
from rondo.ui.canvas.lanes.rows import gap_before, lanes_of, place_at
from rondo.ui.canvas.tools.gesture import Gesture
from rondo.ui.canvas.tools.overlay import Sketch
from rondofile.kinds import EditKind


class LaneDrag(Gesture):
    """Puts a lane elsewhere among the others."""

    def __init__(self, hands: Hands, lane: str, start: QPointF) -> None:
        self._hands, self._lane, self._start = hands, lane, start
        plan = hands.scene.plan
        self._at = [key for key, _ in lanes_of(plan)].index(lane) if plan else 0
        self._place = self._at

    def move(self, pos: QPointF, event: QGraphicsSceneMouseEvent | None = None) -> None:
        """The lane's frame follows the pointer."""
        plan = self._hands.scene.plan
        row = plan.row(self._lane) if plan else None
        if plan is None or row is None or not self._hands.can_edit:
            return
        by = pos.y() - self._start.y()
        self._place = place_at(plan, self._lane, row.cy + by)
        frame = QRectF(row.x, row.y + by, row.width, row.height)
        y = gap_before(plan, self._lane, self._place)
        goes = self._place != self._at
        gap = (row.x, y, row.right, y) if goes else None
        self._hands.overlay.show_sketch(Sketch(card=frame, gap=gap))

    def drop(self, pos: QPointF) -> None:
        """The lane stands there."""
        self.move(pos)
        self.cancel()
        lane, place = self._lane, self._place
        if place != self._at and self._hands.can_edit:
            self._hands.edit(EditKind.MOVE_LANE, lambda edit: gestures_lanes.put_at(edit, lane, place))

    def cancel(self) -> None:
        """Every lane stands where it stood."""
        self._hands.overlay.show_sketch(None)
