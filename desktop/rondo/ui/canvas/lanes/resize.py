"""Dragging the lower border of a lane: it is higher, but never lower than what stands in it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtWidgets import QGraphicsSceneMouseEvent

from rondo.ui.canvas.editing.guides import GRID, Segment
from rondo.ui.canvas.hands import Hands
from rondo.ui.canvas.lanes import gestures_lanes
from rondo.ui.canvas.lanes.rows import lanes_of, least_height
from rondo.ui.canvas.tools.gesture import Gesture
from rondo.ui.canvas.tools.overlay import Sketch
from rondofile.kinds import EditKind
from rondofile.records import Lane

REACH = 6.0
"""Pixels within which the height of another lane draws the border to itself."""


class LaneResize(Gesture):
    """Gives a lane a height of its own; at its least height it has none and grows with its steps."""

    def __init__(self, hands: Hands, lane: str, start: QPointF) -> None:
        self._hands, self._lane, self._start = hands, lane, start
        plan = hands.scene.plan
        rows = dict(lanes_of(plan)) if plan else {}
        self._row = rows[lane]
        self._least = least_height(plan, lane) if plan else 0.0
        self._others = {key: row for key, row in rows.items() if key != lane}
        self._height = self._row.height

    def move(self, pos: QPointF, event: QGraphicsSceneMouseEvent | None = None) -> None:
        """The border follows the pointer, by the grid or to the height of another lane."""
        if not self._hands.can_edit:
            return
        free = bool(event and event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        wanted = self._row.height + pos.y() - self._start.y()
        self._height, guides = (wanted, ()) if free else self._fit(wanted)
        self._height = max(self._height, self._least)
        row, y = self._row, self._row.y + self._height
        border: Segment = (row.x, y, row.right, y)
        frame = QRectF(row.x, row.y, row.width, self._height)
        self._hands.overlay.show_sketch(Sketch(card=frame, guides=(border, *guides)))

    def drop(self, pos: QPointF) -> None:
        """The lane is that high."""
        self.cancel()
        height = None if self._height <= self._least else round(self._height)
        lane = self._hands.project.find(Lane, self._lane)
        if lane is not None and lane.height != height and self._hands.can_edit:
            key = self._lane
            self._hands.edit(EditKind.SIZE_LANE, lambda edit: gestures_lanes.set_height(edit, key, height))

    def cancel(self) -> None:
        """The border is where it was."""
        self._hands.overlay.show_sketch(None)

    def _fit(self, wanted: float) -> tuple[float, tuple[Segment, ...]]:
        """The height of a lane near in height, with guides beside both; else the next line of the grid."""
        reach = REACH / self._hands.surface.transform().m11()
        near = [(abs(row.height - wanted), row) for row in self._others.values()]
        gap, row = min(near, key=lambda one: one[0], default=(reach + 1, self._row))
        if gap > reach:
            return round(wanted / GRID) * GRID, ()
        x = row.x + 3
        own: Segment = (x, self._row.y, x, self._row.y + row.height)
        return row.height, (own, (x, row.y, x, row.bottom))
