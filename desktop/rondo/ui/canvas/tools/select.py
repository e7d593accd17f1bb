"""The select tool: choose with a click or a rubber band, move by dragging, connect from a handle."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGraphicsSceneMouseEvent

from rondo.ui.canvas.hands import Hands
from rondo.ui.canvas.titles import Titles
from rondo.ui.canvas.tools.canvas_tool import LEFT, CanvasTool, dragged
from rondo.ui.canvas.tools.gesture import Gesture
from rondo.ui.canvas.tools.grips import Grips
from rondo.ui.canvas.tools.keys import Keys
from rondofile.records import Lane, Link, Note, Step

_MORE = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class SelectTool(CanvasTool):
    """The tool that is there when no other is."""

    def __init__(
        self, hands: Hands, titles: Titles, keys: Keys, carry: Callable[[tuple[str, ...]], None]
    ) -> None:
        super().__init__(hands, titles, keys)
        self._grips = Grips(hands, titles, carry)
        self._gesture: Gesture | None = None
        self._begun = False

    def press(self, pos: QPointF, event: QGraphicsSceneMouseEvent) -> bool:
        self.cancel()
        if event.button() == Qt.MouseButton.RightButton:
            self._point_at(pos)
            return True
        if event.button() != LEFT:
            return False
        self._gesture = self._grips.at(pos).take(bool(event.modifiers() & _MORE))
        return True

    def move(self, pos: QPointF, event: QGraphicsSceneMouseEvent) -> bool:
        if self._gesture is None or not event.buttons() & LEFT:
            self.hands.surface.point_with(self._grips.at(pos).cursor)
            return False
        self._begun = self._begun or dragged(event)
        if self._begun:
            self._gesture.move(pos, event)
            self.hands.creep.follow(event.screenPos())
        return True

    def release(self, pos: QPointF, event: QGraphicsSceneMouseEvent) -> bool:
        if event.button() != LEFT:
            return False
        self.hands.creep.stop()
        gesture, begun = self._gesture, self._begun
        self._gesture, self._begun = None, False
        if gesture is not None and begun:
            gesture.drop(pos)
        elif gesture is not None:
            gesture.click(pos)
        return True

    def key(self, event: QKeyEvent) -> bool:
        if self._gesture is not None:
            if event.key() == Qt.Key.Key_Escape:
                self.cancel()
            else:
                self._gesture.key(event)
            return True
        return super().key(event)

    def cancel(self) -> None:
        self.hands.creep.stop()
        gesture, self._gesture, self._begun = self._gesture, None, False
        if gesture is not None:
            gesture.cancel()

    def _point_at(self, pos: QPointF) -> None:
        """What a menu is to be about is chosen; what is chosen together stays so."""
        scene, selection = self.hands.scene, self.hands.desk.selection
        step, lane, link = scene.step_at(pos), self.lane_name_at(pos), scene.link_at(pos)
        note = scene.note_at(pos)
        if note is not None:
            if note not in self.hands.chosen_notes:
                selection.choose(Note, note)
        elif step is not None:
            if step not in self.hands.chosen:
                selection.choose(Step, step)
        elif lane is not None:
            selection.choose(Lane, lane)
        elif link is not None:
            selection.choose(Link, link)
        else:
            selection.clear()
