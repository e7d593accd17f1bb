"""The select tool: choose with a click or a rubber band, move by dragging, connect from a handle."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGraphicsSceneMouseEvent

from rondo.ui.canvas.hands import Hands
from rondo.ui.canvas.titles import Titles
from rondo.ui.canvas.tools.band import Band
from rondo.ui.canvas.tools.canvas_tool import LEFT, CanvasTool, Gesture, dragged
from rondo.ui.canvas.tools.drag import DragSteps
from rondo.ui.canvas.tools.feeling import FeelingDrag
from rondo.ui.canvas.tools.keys import Keys
from rondo.ui.canvas.tools.link import LinkDrag
from rondofile.records import Lane, Link, Step

_MORE = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class SelectTool(CanvasTool):
    """The tool that is there when no other is."""

    def __init__(
        self, hands: Hands, titles: Titles, keys: Keys, carry: Callable[[tuple[str, ...]], None]
    ) -> None:
        super().__init__(hands, titles, keys)
        self._carry = carry
        self._gesture: Gesture | None = None
        self._begun = False
        self._alone: str | None = None
        """The step that becomes the only one chosen, if this was a click and no drag."""

    def press(self, pos: QPointF, event: QGraphicsSceneMouseEvent) -> bool:
        self.cancel()
        if event.button() == Qt.MouseButton.RightButton:
            self._point_at(pos)
            return True
        if event.button() != LEFT:
            return False
        self._gesture = self._gesture_at(pos, bool(event.modifiers() & _MORE))
        return True

    def move(self, pos: QPointF, event: QGraphicsSceneMouseEvent) -> bool:
        if self._gesture is None or not event.buttons() & LEFT:
            return False
        self._begun = self._begun or dragged(event)
        if self._begun:
            self._alone = None
            self._gesture.move(pos, event)
            self.hands.creep.follow(event.screenPos())
        return True

    def release(self, pos: QPointF, event: QGraphicsSceneMouseEvent) -> bool:
        if event.button() != LEFT:
            return False
        self.hands.creep.stop()
        gesture, begun, alone = self._gesture, self._begun, self._alone
        self._gesture, self._begun, self._alone = None, False, None
        if gesture is not None and begun:
            gesture.drop(pos)
        elif isinstance(gesture, FeelingDrag):
            gesture.click(pos)
        elif gesture is not None:
            gesture.cancel()
            if alone is not None:
                self.hands.desk.selection.choose(Step, alone)
        return True

    def key(self, event: QKeyEvent) -> bool:
        if self._gesture is not None:
            if event.key() == Qt.Key.Key_Escape:
                self.cancel()
            elif isinstance(self._gesture, LinkDrag):
                self._gesture.key(event)
            return True
        return super().key(event)

    def cancel(self) -> None:
        self.hands.creep.stop()
        gesture, self._gesture, self._begun, self._alone = self._gesture, None, False, None
        if gesture is not None:
            gesture.cancel()

    def _gesture_at(self, pos: QPointF, more: bool) -> Gesture | None:
        """What a press there begins; what is there is chosen at once."""
        scene, selection = self.hands.scene, self.hands.desk.selection
        handle, step = scene.handle_at(pos), scene.step_at(pos)
        if handle is not None and step is None:
            return LinkDrag(self.hands, self.titles, handle) if self.hands.can_edit else None
        if step is not None:
            self._choose(step, more)
            chosen = step in self.hands.chosen
            return DragSteps(self.hands, step, pos, self._carry) if chosen else None
        lane, link, spot = self.lane_name_at(pos), scene.link_at(pos), scene.picture.spot_at(pos)
        if lane is not None:
            selection.choose(Lane, lane)
        elif link is not None:
            selection.choose(Link, link)
        elif spot is not None:
            return None if spot.fixed else FeelingDrag(self.hands, spot)
        else:
            return Band(self.hands, pos, more)
        return None

    def _choose(self, step: str, more: bool) -> None:
        selection, chosen = self.hands.desk.selection, self.hands.chosen
        if more and step in chosen:
            selection.choose(Step, *(key for key in chosen if key != step))
        elif more:
            selection.choose(Step, *chosen, step)
        elif step in chosen:
            self._alone = step
        else:
            selection.choose(Step, step)

    def _point_at(self, pos: QPointF) -> None:
        """What a menu is to be about is chosen; what is chosen together stays so."""
        scene, selection = self.hands.scene, self.hands.desk.selection
        step, lane, link = scene.step_at(pos), self.lane_name_at(pos), scene.link_at(pos)
        if step is not None:
            if step not in self.hands.chosen:
                selection.choose(Step, step)
        elif lane is not None:
            selection.choose(Lane, lane)
        elif link is not None:
            selection.choose(Link, link)
        else:
            selection.clear()
