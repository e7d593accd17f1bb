"""The tool that adds steps: a click says where, then the title is written."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGraphicsSceneMouseEvent

from rondo.ui.canvas.editing.place import Place
from rondo.ui.canvas.titles import NEW
from rondo.ui.canvas.tools.canvas_tool import LEFT, CanvasTool
from rondo.ui.canvas.tools.overlay import Sketch


class AddStepTool(CanvasTool):
    """After one step selecting is the tool again; with Shift held it stays."""

    def press(self, pos: QPointF, event: QGraphicsSceneMouseEvent) -> bool:
        return event.button() == LEFT

    def move(self, pos: QPointF, event: QGraphicsSceneMouseEvent) -> bool:
        """A card to be follows the pointer; its cell is marked."""
        inside = self.hands.scene.phase_at(pos) is not None
        self.hands.scene.mark_cell(self.hands.scene.cell_at(pos) if inside else None)
        corner = pos - QPointF(NEW.width() / 2, NEW.height() / 2)
        self.hands.overlay.show_sketch(Sketch(card=QRectF(corner, NEW)) if inside else None)
        return True

    def release(self, pos: QPointF, event: QGraphicsSceneMouseEvent) -> bool:
        if event.button() != LEFT:
            return False
        if self.hands.scene.phase_at(pos) is not None:
            self._write(self.hands.place_at(pos), pos, bool(event.modifiers() & _SHIFT))
        return True

    def key(self, event: QKeyEvent) -> bool:
        """Enter writes a step in the cell of the chosen step, or in the first."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._write(self.hands.cell_of_keys, None, False)
            return True
        return super().key(event)

    def cancel(self) -> None:
        self.hands.scene.mark_cell(None)
        self.hands.overlay.show_sketch(None)

    def _write(self, place: Place, at: QPointF | None, stays: bool) -> None:
        self.cancel()
        if not stays:
            self.leave()
        self.titles.new_step(place, at)


_SHIFT = Qt.KeyboardModifier.ShiftModifier
