"""A feeling on the curve, dragged up and down, or given where none was."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QGraphicsSceneMouseEvent

from rondo.ui.canvas.editing import feelings
from rondo.ui.canvas.hands import Hands
from rondo.ui.canvas.painting.below_spot import Spot
from rondo.ui.canvas.tools.gesture import Gesture
from rondofile.records import Step


class FeelingDrag(Gesture):
    """Changes one feeling. The curve follows the pointer; the project changes when it is let go.

    The step is chosen, and the line that was taken hold of is the one that can be changed from now on."""

    def __init__(self, hands: Hands, spot: Spot) -> None:
        self._hands, self._spot = hands, spot
        self._value = spot.feeling
        hands.scene.picture.edit_line_of(spot.segment)
        hands.desk.selection.choose(Step, spot.step)

    @property
    def value(self) -> int | None:
        """The feeling as it is shown now."""
        return self._value

    def move(self, pos: QPointF, event: QGraphicsSceneMouseEvent | None = None) -> None:
        """The feeling is the one nearest in height."""
        curve = self._hands.scene.picture.below.curve
        if curve is None or not self._hands.can_edit:
            return
        value = curve.feeling_at(pos.y())
        if value != self._value:
            self._value = value
            self._hands.scene.picture.preview(self._spot.segment, self._spot.step, value)

    def drop(self, pos: QPointF) -> None:
        """The feeling is that."""
        self.move(pos)
        steps = self._hands.steps([self._spot.step])
        if not steps or self._value == self._spot.feeling:
            self.cancel()
            return
        feelings.give(self._hands, {self._spot.step: self._value}, self._spot.segment)

    def click(self, pos: QPointF) -> None:
        """A step without a feeling gets the one that was pointed at."""
        if self._spot.feeling is None and self._hands.can_edit:
            self.drop(pos)
        else:
            self.cancel()

    def cancel(self) -> None:
        """The curve stands as it did."""
        self._hands.scene.picture.preview(None, None, None)
