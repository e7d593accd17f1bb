"""The end of a link, dragged to another step; what stands on the link stays on it.

What is learned is taken by its capsule: where it is dropped, it is used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtWidgets import QGraphicsSceneMouseEvent

from rondo.ui.canvas.editing.gestures_links import move_end
from rondo.ui.canvas.hands import Hands
from rondo.ui.canvas.titles import Titles
from rondo.ui.canvas.tools.gesture import Gesture
from rondo.ui.canvas.tools.overlay import Sketch
from rondofile.kinds import EditKind
from rondofile.records import Link

if TYPE_CHECKING:
    from rondo.strategy.rules import Verdict

NEAR = 7.0
"""Pixels from an end of the line within which it is taken hold of."""


def end_at(hands: Hands, pos: QPointF) -> tuple[Link, bool] | None:
    """The chosen link whose end is there; True: the end that it leads to."""
    link, plan = hands.chosen_link, hands.scene.plan
    if link is None or plan is None or link.id not in plan.links or not hands.can_edit:
        return None
    if hands.scene.covered(pos):
        return None
    route, reach = plan.routes.route(link.id), NEAR / hands.surface.transform().m11()
    if route and _is_near(QPointF(*route[-1]), pos, reach):
        return link, True
    return (link, False) if route and _is_near(QPointF(*route[0]), pos, reach) else None


def capsule_at(hands: Hands, pos: QPointF) -> tuple[Link, QPointF] | None:
    """What is learned whose capsule lies there, and where a line from it begins."""
    plan = hands.scene.plan
    if plan is None or not hands.can_edit or hands.scene.covered(pos):
        return None
    for capsule in plan.rail.capsules:
        box = QRectF(capsule.box.x, capsule.box.y, capsule.box.width, capsule.box.height)
        link = hands.project.find(Link, capsule.link.id) if box.contains(pos) else None
        if link is not None:
            return link, QPointF(box.center().x(), box.top())
    return None


def _is_near(end: QPointF, pos: QPointF, reach: float) -> bool:
    way = end - pos
    return max(abs(way.x()), abs(way.y())) <= reach


class LinkEnd(Gesture):
    """Draws the link as it would be, from `start` where that is known; dropped beside every step it is as
    it was."""

    def __init__(
        self, hands: Hands, titles: Titles, link: Link, at_target: bool, start: QPointF | None = None
    ) -> None:
        self._hands, self._link, self._at_target, self._start = hands, link, at_target, start
        self._step: str | None = None

    def move(self, pos: QPointF, event: QGraphicsSceneMouseEvent | None = None) -> None:
        """The end follows the pointer; it shows whether the link may lead there."""
        hands, link = self._hands, self._link
        self._step = hands.scene.step_at(pos)
        still = hands.box(link.source if self._at_target else link.target)
        if still is None:
            return
        fixed = self._start or QPointF(still.right() if self._at_target else still.left(), still.center().y())
        line = (fixed, pos) if self._at_target else (pos, fixed)
        target = hands.box(self._step) if self._step else None
        refused = not self._verdict().allowed
        hands.overlay.show_sketch(Sketch(line=line, refused=refused, target=target))

    def drop(self, pos: QPointF) -> None:
        """The link leads from there, or to there, where the rules allow it."""
        self.move(pos)
        self.cancel()
        source, target = self._ends()
        if self._step is None or (source, target) == (self._link.source, self._link.target):
            return
        verdict, key, kind = self._verdict(), self._link.id, self._link.kind
        if not verdict.allowed:
            self._hands.say_refusal(verdict.reason_key)
            return
        self._hands.edit(EditKind.MOVE_LINK, lambda edit: move_end(edit, key, source, target, kind))

    def cancel(self) -> None:
        """The link is as it was."""
        self._hands.overlay.show_sketch(None)

    def _ends(self) -> tuple[str, str]:
        link, step = self._link, self._step
        if self._at_target:
            return link.source, step or link.target
        return step or link.source, link.target

    def _verdict(self) -> Verdict:
        from rondo.strategy.rules import YES, can_connect

        source, target = self._ends()
        if (source, target) == (self._link.source, self._link.target):
            return YES
        return can_connect(self._hands.project, source, target, self._link.kind)


def take_capsule(hands: Hands, titles: Titles, link: Link, start: QPointF) -> LinkEnd:
    """What is learned there is chosen, and a drag leads it to the step that uses it."""
    hands.desk.selection.choose(Link, link.id)
    return LinkEnd(hands, titles, link, True, start)
