"""Grips: what a press at a place takes hold of, and how the pointer says so beforehand."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from msgspec import Struct
from PySide6.QtCore import QPointF, Qt

from rondo.ui.canvas.acting.choosing import Choosing
from rondo.ui.canvas.hands import Hands
from rondo.ui.canvas.lanes.drag import LaneDrag
from rondo.ui.canvas.lanes.resize import LaneResize
from rondo.ui.canvas.lanes.rows import border_at
from rondo.ui.canvas.notes.note_drag import NoteDrag
from rondo.ui.canvas.titles import Titles
from rondo.ui.canvas.tools.band import Band
from rondo.ui.canvas.tools.drag import DragSteps
from rondo.ui.canvas.tools.feeling import FeelingDrag
from rondo.ui.canvas.tools.gesture import Gesture
from rondo.ui.canvas.tools.link import LinkDrag
from rondo.ui.canvas.tools.link_end import LinkEnd, capsule_at, end_at, take_capsule
from rondofile.records import Lane, Link, Note, Step

Shape = Qt.CursorShape
Carry = Callable[[tuple[str, ...]], None]
NEAR_BORDER = 5.0
"""Pixels from the border of a lane within which it is taken hold of."""


class Grip(Struct, frozen=True):
    """`take` chooses what is there and begins what a drag does; the argument: with Shift or Ctrl held."""

    cursor: Shape
    take: Callable[[bool], Gesture | None]


class Grips:
    """Finds the grip at a place of the scene; the first that is there counts."""

    def __init__(self, hands: Hands, titles: Titles, carry: Carry) -> None:
        self._hands, self._titles, self._carry = hands, titles, carry
        self._choosing = Choosing(hands)

    def at(self, pos: QPointF) -> Grip:
        """Where nothing is, a rubber band begins."""
        over = (self._names, self._note, self._end, self._handle)
        finds = (*over, self._step, self._capsule, self._link, self._contact, self._feeling)
        found = (grip for find in finds if (grip := find(pos)))
        return next(found, Grip(Shape.ArrowCursor, lambda more: Band(self._hands, pos, more)))

    def _names(self, pos: QPointF) -> Grip | None:
        """The border of a lane, its head, the head of a phase."""
        surface, scene = self._hands.surface, self._hands.scene
        phase = surface.phase_named_at(pos)
        if phase is not None:
            return Grip(Shape.PointingHandCursor, lambda _: self._choosing.in_phase(phase))
        if scene.plan is None or not surface.names_lanes_at(pos):
            return None
        border = border_at(scene.plan, pos.y(), NEAR_BORDER / surface.transform().m11())
        if border is not None and self._hands.can_edit:
            return Grip(Shape.SplitVCursor, lambda _: self._choose_lane(border, LaneResize, pos))
        lane = scene.lane_at(pos)
        if lane is not None:
            return Grip(Shape.OpenHandCursor, lambda _: self._choose_lane(lane, LaneDrag, pos))
        return None

    def _choose_lane(self, lane: str, drag: type[LaneDrag] | type[LaneResize], pos: QPointF) -> Gesture:
        self._hands.desk.selection.choose(Lane, lane)
        return drag(self._hands, lane, pos)

    def _note(self, pos: QPointF) -> Grip | None:
        note = self._hands.scene.note_at(pos)
        return Grip(Shape.SizeAllCursor, partial(self._take_note, note, pos)) if note is not None else None

    def _take_note(self, note: str, pos: QPointF, more: bool) -> Gesture:
        chosen = self._hands.chosen_notes
        if more and note in chosen:
            chosen = tuple(key for key in chosen if key != note)
        elif note not in chosen:
            chosen = (*(chosen if more else ()), note)
        self._hands.desk.selection.choose(Note, *chosen)
        return NoteDrag(self._hands, pos)

    def _end(self, pos: QPointF) -> Grip | None:
        found = end_at(self._hands, pos)
        if found is None:
            return None
        return Grip(Shape.CrossCursor, lambda _: LinkEnd(self._hands, self._titles, *found))

    def _handle(self, pos: QPointF) -> Grip | None:
        scene = self._hands.scene
        handle = scene.handle_at(pos) if self._hands.can_edit else None
        if handle is None or scene.step_at(pos) is not None:
            return None
        return Grip(Shape.CrossCursor, lambda _: LinkDrag(self._hands, self._titles, handle))

    def _step(self, pos: QPointF) -> Grip | None:
        step = self._hands.scene.step_at(pos)
        if step is None:
            return None
        moves = self._hands.can_edit and not self._hands.project.get(Step, step).locked
        cursor = Shape.SizeAllCursor if moves else Shape.ArrowCursor
        return Grip(cursor, partial(self._take_step, step, pos))

    def _take_step(self, step: str, pos: QPointF, more: bool) -> Gesture | None:
        """The step is chosen: alone, or with others, or no longer."""
        selection, chosen = self._hands.desk.selection, self._hands.chosen
        if more and step in chosen:
            selection.choose(Step, *(key for key in chosen if key != step))
            return None
        if more or step not in chosen:
            selection.choose(Step, *(chosen if more else ()), step)
        alone = step if step in chosen else None
        return DragSteps(self._hands, step, pos, self._carry, alone)

    def _capsule(self, pos: QPointF) -> Grip | None:
        """What is learned is chosen by a press, and dragged to the step that uses it."""
        found, take = capsule_at(self._hands, pos), partial(take_capsule, self._hands, self._titles)
        return Grip(Shape.OpenHandCursor, lambda _: take(*found)) if found else None

    def _link(self, pos: QPointF) -> Grip | None:
        link, choose = self._hands.scene.link_at(pos), self._hands.desk.selection.choose
        return Grip(Shape.PointingHandCursor, lambda _: choose(Link, link)) if link is not None else None

    def _contact(self, pos: QPointF) -> Grip | None:
        """A contact on a ruler leads to its step, also in the journey of another ruler."""
        tick = self._hands.scene.picture.below.tick_at(pos.x(), pos.y())
        if tick is None:
            return None

        def choose(_: bool) -> None:
            self._hands.desk.selection.look_at(tick.journey)
            self._hands.choose(tick.step)

        return Grip(Shape.PointingHandCursor, choose)

    def _feeling(self, pos: QPointF) -> Grip | None:
        spot = self._hands.scene.picture.spot_at(pos)
        if spot is None:
            return None
        if spot.fixed:
            return Grip(Shape.ArrowCursor, lambda _: None)
        return Grip(Shape.SizeVerCursor, lambda _: FeelingDrag(self._hands, spot))
