"""Steps that are dragged fall into line with the steps in view, else into the grid of their cell."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF

from rondo.figures.arranging.layout_values import Box
from rondo.ui.canvas.editing.guides import Fit, Guides, Segment, on_grid
from rondo.ui.canvas.hands import Hands
from rondo.ui.canvas.painting.stage import TITLES
from rondofile.enums import Phase

REACH = 6.0
"""Pixels within which a line draws a step to itself."""


class SnapSteps:
    """One drag: `grabbed` is the step under the pointer, with which the others move."""

    def __init__(self, hands: Hands, grabbed: str, start: QPointF, moving: frozenset[str]) -> None:
        self._hands, self._grabbed, self._start, self._moving = hands, grabbed, start, moving
        self._seen, self._guides = QRectF(), Guides(())

    def way(self, pos: QPointF, free: bool) -> tuple[QPointF, tuple[Segment, ...]]:
        """How far the steps have gone when the pointer is there, and the guides they stand on.

        `free`: exactly as far as the pointer."""
        way, plan = pos - self._start, self._hands.scene.plan
        box = plan.boxes.get(self._grabbed) if plan else None
        if free or box is None or self._hands.scene.phase_at(pos) is Phase.REPEAT:
            return way, ()
        moved = Box(box.x + way.x(), box.y + way.y(), box.width, box.height)
        fit = self._neighbours().fit(moved, REACH / self._hands.surface.transform().m11())
        return way + self._rest(moved, fit), fit.lines

    def _rest(self, box: Box, fit: Fit) -> QPointF:
        """The way to the lines that fit, and to the grid where none does."""
        place = self._hands.place_at(QPointF(box.cx + fit.dx, box.cy + fit.dy))
        plan = self._hands.scene.plan
        if plan is None or place.phase is None or place.lane is None:
            return QPointF(fit.dx, fit.dy)
        left, top = plan.origin_of(place.phase, place.lane)
        across = fit.dx if fit.on_x else left + on_grid(box.x - left) - box.x
        down = fit.dy if fit.on_y else top + on_grid(box.y - top) - box.y
        return QPointF(across, down)

    def _neighbours(self) -> Guides:
        """The guides of the steps in view that stay; found anew when another part comes into view.

        From afar there are too many lines to mean any of them."""
        seen, shown = self._hands.surface.seen(), self._hands.scene.stage.shown
        if self._hands.surface.transform().m11() < TITLES:
            return Guides(())
        if shown is not None and seen != self._seen:
            near = shown.cards.within(seen.left(), seen.top(), seen.right(), seen.bottom())
            boxes = shown.plan.boxes
            self._guides = Guides(boxes[key] for key in near if key not in self._moving)
            self._seen = seen
        return self._guides
