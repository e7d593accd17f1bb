"""Dragging steps: pictures move; a drop gives phase, lane and place to all of them in one edit."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QGraphicsSceneMouseEvent

from rondo.ui.canvas.editing import gestures
from rondo.ui.canvas.editing.place import Place
from rondo.ui.canvas.hands import Hands
from rondo.ui.canvas.tools.gesture import Gesture
from rondo.ui.canvas.tools.overlay import Sketch
from rondo.ui.canvas.tools.snap import SnapSteps
from rondofile.enums import Phase
from rondofile.kinds import EditKind
from rondofile.records import Step


class DragSteps(Gesture):
    """Moves the chosen steps that are not locked; they fall into line with others but while Ctrl is held.
    Off the canvas, or with Alt, they are carried away: `carry` hands them to whatever they are dropped on."""

    def __init__(
        self,
        hands: Hands,
        grabbed: str,
        start: QPointF,
        carry: Callable[[tuple[str, ...]], None],
        alone: str | None = None,
    ) -> None:
        """`alone`: the step that becomes the only one chosen, if this is a click and no drag."""
        self._alone = alone
        self._hands, self._grabbed, self._start, self._carry = hands, grabbed, start, carry
        self._moving = hands.free(hands.chosen) if hands.can_edit else ()
        self._snap = SnapSteps(hands, grabbed, start, frozenset(self._moving))
        self._over = False

    def move(self, pos: QPointF, event: QGraphicsSceneMouseEvent | None = None) -> None:
        """The pictures follow the pointer; where they would drop is marked."""
        if self._over or event is None:
            return
        if self._is_leaving(event):
            self.cancel()
            self._carry(self._hands.chosen)
        elif self._grabbed in self._moving:
            free = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            way, guides = self._snap.way(pos, free)
            self._hands.scene.shift(self._moving, way.x(), way.y())
            self._hands.overlay.show_sketch(Sketch(guides=guides) if guides else None)
            place = self._place(self._grabbed, pos)
            self._hands.scene.mark_cell((place.phase, place.lane))
        else:
            self.cancel()
            self._say_locked()

    def drop(self, pos: QPointF) -> None:
        """The steps stand where they were dropped."""
        hands = self._hands
        hands.scene.mark_cell(None)
        hands.overlay.show_sketch(None)
        if self._over or self._grabbed not in self._moving:
            hands.scene.unshift()
            return
        places = {key: self._place(key, pos) for key in self._moving}
        first_lane = hands.first_lane
        if all(_stands(hands.project.get(Step, key), place) for key, place in places.items()):
            hands.scene.unshift()
            return
        hands.edit(
            EditKind.MOVE_STEPS,
            lambda edit: gestures.move(edit, places, first_lane),
            then=lambda _: hands.scene.unshift(),
        )

    def click(self, pos: QPointF) -> None:
        """One of several chosen steps is chosen alone."""
        self.cancel()
        if self._alone is not None:
            self._hands.desk.selection.choose(Step, self._alone)

    def cancel(self) -> None:
        """Every picture stands where it stood."""
        self._over = True
        self._hands.scene.mark_cell(None)
        self._hands.overlay.show_sketch(None)
        self._hands.scene.unshift()

    def _place(self, key: str, pointer: QPointF) -> Place:
        step, box = self._hands.project.get(Step, key), self._hands.box(key)
        if key == self._grabbed and self._hands.scene.phase_at(pointer) is Phase.REPEAT:
            return Place(Phase.REPEAT, step.lane)
        if box is None:
            return Place(step.phase, step.lane, step.x, step.y)
        return self._hands.place_at(box.center(), key, step)

    def _is_leaving(self, event: QGraphicsSceneMouseEvent) -> bool:
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            return True
        viewport = self._hands.surface.viewport()
        return not viewport.rect().contains(viewport.mapFromGlobal(event.screenPos()))

    def _say_locked(self) -> None:
        if self._hands.can_edit:
            words = self._hands.desk.words
            self._hands.desk.notices.say(words("canvas_tools.locked"), key="canvas.refused")


def _stands(step: Step, place: Place) -> bool:
    return (step.phase, step.lane, step.x, step.y) == (place.phase, place.lane, place.x, place.y)
