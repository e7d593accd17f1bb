"""Stage: what the layers of the canvas paint now: the plan, and what was moved, pointed at and chosen."""

from __future__ import annotations

from dataclasses import dataclass, field

from rondo.figures.canvas_plan import MapPlan
from rondo.figures.layout_values import Box
from rondo.figures.route_field import Point
from rondofile.enums import Phase

Cell = tuple[Phase | None, str | None]


@dataclass(eq=False)
class Stage:
    """One per scene. `shifts` moves pictures while a gesture lasts; the plan stays as it is."""

    plan: MapPlan | None = None
    shifts: dict[str, tuple[float, float]] = field(default_factory=dict)
    chosen: frozenset[str] = frozenset()
    """The ids of the steps, links or lanes that are chosen."""
    hovered: str | None = None
    cell: Cell | None = None

    def box(self, step: str) -> Box | None:
        """Where the picture of a step is now."""
        box = self.plan.box_of(step) if self.plan else None
        move = self.shifts.get(step)
        return Box(box.x + move[0], box.y + move[1], box.width, box.height) if box and move else box

    def route(self, link: str, source: str, target: str) -> tuple[Point, ...] | None:
        """The corners of a link's picture now."""
        points = self.plan.picture.routes.get(link) if self.plan else None
        if points is None or not self.shifts:
            return points
        a, b = self.shifts.get(source), self.shifts.get(target)
        if a is None and b is None:
            return points
        if a is not None and a == b:
            return tuple((x + a[0], y + a[1]) for x, y in points)
        start, end = self.box(source), self.box(target)
        return elbow(start, end) if start and end else points


def elbow(a: Box, b: Box) -> tuple[Point, ...]:
    """A simple way between two boxes, around nothing: for links whose ends are being moved."""
    if a.right + 8 <= b.x or b.right + 8 <= a.x:
        x1, x2 = (a.right, b.x) if a.right <= b.x else (a.x, b.right)
        middle = (x1 + x2) / 2
        return ((x1, a.cy), (middle, a.cy), (middle, b.cy), (x2, b.cy))
    y1, y2 = (a.bottom, b.y) if a.cy <= b.cy else (a.y, b.bottom)
    middle = (y1 + y2) / 2
    return ((a.cx, y1), (a.cx, middle), (b.cx, middle), (b.cx, y2))
