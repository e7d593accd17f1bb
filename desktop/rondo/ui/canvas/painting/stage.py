"""Stage: what the layers of the canvas paint now: the plan, and what was moved, pointed at and chosen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from msgspec import Struct
from PySide6.QtCore import QElapsedTimer, QRectF

from rondo.figures.arranging.layout_values import Box
from rondo.figures.journeys.journey_pen import Pen
from rondo.figures.linking.link_way import Way, free_way
from rondo.figures.maps.canvas_plan import MapPlan
from rondo.figures.maps.canvas_routes import elbow
from rondo.ui.canvas.painting.index import Index
from rondofile.enums import Phase

if TYPE_CHECKING:
    from rondo.figures.show.showing import Showing

Cell = tuple[Phase | None, str | None]
Level = Literal["full", "titles", "names", "bars"]
FULL, TITLES, NAMES = 1.12, 0.75, 0.53
"""From so many pixels per point on, cards are painted whole, with large titles, or with titles that have the
card to themselves; below, as bars. So no letter on a card is ever lower than eight pixels or so."""
LINK_REACH = 120.0
MANY_BARS = 1500
UNHURRIED, FRAME = 150, 3
"""Of larger maps a layer draws for so many milliseconds; what is left comes with the next frame."""


def level_of(scale: float) -> Level:
    """How much of a card can be read at so many pixels per point."""
    if scale >= TITLES:
        return "full" if scale >= FULL else "titles"
    return "names" if scale >= NAMES else "bars"


class CardsNear(Struct, frozen=True, dict=True):
    """The cards of a large map by their places, as its links know them."""

    plan: MapPlan

    def within(self, left: float, top: float, right: float, bottom: float) -> list[str]:
        """The steps whose cards touch that part, the upper ones last."""
        steps = self.plan.steps
        return [key for key in self.plan.routes.ends_near(left, top, right, bottom) if key in steps]


class Shown(Struct, frozen=True, dict=True):
    """A plan with the pen it is drawn by, and what finds its parts."""

    plan: MapPlan
    pen: Pen
    showing: Showing | None = None
    """What is shown of all steps at once."""

    @cached_property
    def cards(self) -> CardsNear | Index:
        """The cards by their places."""
        if self.plan.routes.together:
            return Index((step, self.plan.boxes[step]) for step in self.plan.steps)
        return CardsNear(self.plan)

    def links_near(self, left: float, top: float, right: float, bottom: float) -> list[str]:
        """The links that may touch that part; where there are few, all of them."""
        near = self.plan.routes.near(left, top, right, bottom)
        return list(self.plan.links) if near is None else near

    @cached_property
    def links_of(self) -> Mapping[str, list[str]]:
        """The links of every step that has any."""
        return self.plan.routes.links_of()

    def around(self, link: str) -> Box | None:
        """Where a link runs, roughly: the place of both its ends and a little more."""
        wire = self.plan.routes.wires[link]
        a, b = self.plan.routes.end(wire.source), self.plan.routes.end(wire.target)
        if a is None or b is None:
            return None
        x, y = min(a.x, b.x) - LINK_REACH, min(a.y, b.y) - LINK_REACH
        return Box(x, y, max(a.right, b.right) + LINK_REACH - x, max(a.bottom, b.bottom) + LINK_REACH - y)


@dataclass(eq=False)
class Stage:
    """One per scene. `shifts` moves pictures while a gesture lasts, `glides` after a change; the plan stays
    as it is."""

    shown: Shown | None = None
    shifts: dict[str, tuple[float, float]] = field(default_factory=dict)
    glides: dict[str, tuple[float, float]] = field(default_factory=dict)
    """From where steps come, as long as they are on their way."""
    way: float = 0.0
    """The part of the way that they still have to go."""
    chosen: frozenset[str] = frozenset()
    """The ids of the steps, links or lanes that are chosen."""
    hovered: str | None = None
    cell: Cell | None = None
    wanted: Callable[[list[str]], None] = field(default=lambda _: None)
    """Told which links are in view and should be laid."""
    unfinished: Callable[[], None] = field(default=lambda: None)
    """Told that a frame was full before everything in view was drawn."""
    painted: Callable[[], None] = field(default=lambda: None)
    """Told that a frame was painted."""
    misjudged: Callable[[], None] = field(default=lambda: None)
    """Told that a card is higher than was guessed."""

    @property
    def plan(self) -> MapPlan | None:
        return self.shown.plan if self.shown else None

    @property
    def moving(self) -> dict[str, tuple[float, float]]:
        """The steps whose pictures stand elsewhere, and how far off."""
        if not self.glides:
            return self.shifts
        gliding = {step: (dx * self.way, dy * self.way) for step, (dx, dy) in self.glides.items()}
        return {**gliding, **self.shifts}

    def frame(self) -> Callable[[], bool]:
        """Says from now on whether this frame has time to draw more. Small maps take their time."""
        if self.plan is None or len(self.plan.steps) <= UNHURRIED:
            return lambda: True
        clock = QElapsedTimer()
        clock.start()
        return lambda: clock.elapsed() < FRAME

    def is_far(self, exposed: QRectF, scale: float) -> bool:
        """Whether cards and links are so many and so small that one image stands for all of them."""
        plan = self.plan
        if plan is None or self.shifts or scale >= TITLES or len(plan.steps) <= MANY_BARS:
            return False
        whole = (plan.right * plan.bottom) or 1.0
        return len(plan.steps) * exposed.width() * exposed.height() / whole > MANY_BARS

    def box(self, step: str) -> Box | None:
        """Where the picture of a step is now."""
        box = self.plan.boxes.get(step) if self.plan else None
        if box is None or not (self.shifts or self.glides):
            return box
        move = self.shifts.get(step)
        if move is None and step in self.glides:
            dx, dy = self.glides[step]
            move = (dx * self.way, dy * self.way)
        return Box(box.x + move[0], box.y + move[1], box.width, box.height) if move else box

    def way_of(self, link: str) -> Way | None:
        """How the picture of a link runs now, and where its label lies."""
        plan = self.plan
        way = plan.routes.way(link) if plan else None
        if plan is None or way is None or not self.shifts:
            return way
        wire = plan.routes.wires[link]
        a, b = self.shifts.get(wire.source), self.shifts.get(wire.target)
        if a is None and b is None:
            return way
        if a is not None and a == b:
            return way.moved(*a)
        start = self.box(wire.source) or plan.routes.end(wire.source)
        end = self.box(wire.target) or plan.routes.end(wire.target)
        return free_way(elbow(start, end), curved=plan.routes.curved) if start and end else way
