"""Dragging notes: dropped on a step a note follows it from then on; elsewhere it keeps what it follows."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtWidgets import QGraphicsSceneMouseEvent

from rondo.ui.canvas.hands import Hands
from rondo.ui.canvas.notes import gestures_notes
from rondo.ui.canvas.notes.gestures_notes import Spot
from rondo.ui.canvas.tools.gesture import Gesture
from rondo.ui.canvas.tools.overlay import Sketch
from rondofile.kinds import EditKind
from rondofile.records import Note


class NoteDrag(Gesture):
    """Moves the chosen notes; the step under the pointer is the one that they would follow."""

    def __init__(self, hands: Hands, start: QPointF) -> None:
        self._hands, self._start = hands, start
        self._notes = hands.chosen_notes if hands.can_edit else ()
        self._over: str | None = None

    def move(self, pos: QPointF, event: QGraphicsSceneMouseEvent | None = None) -> None:
        """The notes follow the pointer."""
        way, hands = pos - self._start, self._hands
        hands.scene.picture.notes.shift(dict.fromkeys(self._notes, (way.x(), way.y())))
        self._over = hands.scene.step_at(pos) if self._notes else None
        target = hands.box(self._over) if self._over else None
        hands.overlay.show_sketch(Sketch(target=target) if target else None)

    def drop(self, pos: QPointF) -> None:
        """The notes stand there."""
        self.move(pos)
        hands = self._hands
        hands.overlay.show_sketch(None)
        spots = {key: spot for key in self._notes if (spot := self._spot(key))}
        now = {key: Spot(n.step, n.x, n.y) for key in spots if (n := hands.project.find(Note, key))}
        if spots == now:
            self.cancel()
            return
        hands.edit(
            EditKind.MOVE_NOTES,
            lambda edit: gestures_notes.put(edit, spots),
            then=lambda _: hands.scene.picture.notes.shift({}),
        )

    def cancel(self) -> None:
        """Every note lies where it lay."""
        self._hands.overlay.show_sketch(None)
        self._hands.scene.picture.notes.shift({})

    def _spot(self, key: str) -> Spot | None:
        note, box = self._hands.project.find(Note, key), self._hands.scene.picture.notes.box(key)
        return spot_of(self._hands, box, self._over or note.step) if note and box else None


def spot_of(hands: Hands, box: QRectF, step: str | None) -> Spot | None:
    """Where a note with that picture is, told from that step, or from the map."""
    plan, card = hands.scene.plan, hands.box(step) if step else None
    if plan is None:
        return None
    x, y = (card.left(), card.top()) if card else (plan.left, plan.top)
    return Spot(step if card else None, round(box.left() - x), round(box.top() - y))
