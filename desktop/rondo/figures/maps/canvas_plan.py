"""Where everything on a canvas stands: the map of a journey without the limits of a page. Points.

Phases and lanes are the truth; widths and heights of their bands follow from what stands in them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property

from msgspec import Struct, field
from msgspec.structs import replace

from rondo.figures.arranging.layout import Layout
from rondo.figures.arranging.layout_values import Band, Box, Sides
from rondo.figures.below.rail import RailPlan
from rondo.figures.cards.card import Card
from rondo.figures.journeys.journey_facts import Facts, LinkFacts, StepFacts
from rondo.figures.journeys.journey_frame import Gutter, Header
from rondo.figures.maps.canvas_routes import Routes
from rondo.figures.maps.canvas_sizes import Sizes
from rondofile.enums import Phase


class MapPlan(Struct, frozen=True, eq=False, dict=True):
    """The map of one journey. `boxes` hold the cards of the map and of the rail."""

    facts: Facts
    layout: Layout
    gutter: Gutter
    header: Header
    boxes: Mapping[str, Box]
    rail: RailPlan
    routes: Routes
    sizes: Sizes
    over: Mapping[str, Sides] = field(default_factory=dict)
    """What hangs over the sides of cards, such as notes, where anything does."""

    @property
    def top(self) -> float:
        """Where the lanes begin."""
        return self.header.height

    @property
    def left(self) -> float:
        """Where the phases begin."""
        return self.gutter.width

    @property
    def right(self) -> float:
        return self.left + self.layout.width

    @property
    def bottom(self) -> float:
        """Where the map ends, with its rail."""
        return self.rail.bottom

    @cached_property
    def steps(self) -> Mapping[str, StepFacts]:
        """The steps that have a place, in their order."""
        return {step.id: step for step in self.facts.steps if step.id in self.boxes}

    @cached_property
    def links(self) -> Mapping[str, LinkFacts]:
        """The links that are drawn as lines, in their order; what is learned and used last."""
        drawn = {link.id: link for link in self.facts.links if link.id in self.routes.wires}
        return {**drawn, **{key: link for key, link in self.learned.items() if key in self.routes.wires}}

    @cached_property
    def learned(self) -> Mapping[str, LinkFacts]:
        """What is learned and used: drawn from its capsule on the rail to the step that uses it."""
        return {capsule.link.id: capsule.link for capsule in self.rail.capsules if capsule.link.lands}

    @cached_property
    def said_on_rail(self) -> Mapping[str, Box]:
        """The links that the rail tells: where it says what comes again and what is learned."""
        learned = {capsule.link.id: capsule.box for capsule in self.rail.capsules}
        return {**{one.link.id: one.box for one in self.rail.returns if one.link}, **learned}

    def saying(self, facts: Facts, told: Iterable[StepFacts]) -> MapPlan:
        """The same map where these steps say something else."""
        plan = replace(self, facts=facts)
        there = {step.id: step for step in told if step.id in self.boxes}
        same = {"links": self.links, "learned": self.learned, "said_on_rail": self.said_on_rail}
        vars(plan).update(same, steps={**self.steps, **there} if there else self.steps)
        return plan

    def has_ground_of(self, other: MapPlan) -> bool:
        """Whether what stands still is the same on both."""
        mine, theirs = self.layout, other.layout
        same = self.rail is other.rail and mine.phases == theirs.phases and mine.lanes == theirs.lanes
        return same and self.header == other.header and self.gutter == other.gutter

    def card(self, step: str) -> Card:
        """The measured card of a step that has a place."""
        return self.sizes.card(self.steps[step], self.boxes[step].width)

    def lane_at(self, y: float) -> str | None:
        """The lane at that height."""
        for lane, band in zip(self.facts.lanes, self.layout.lanes, strict=True):
            if band.start <= y - self.top < band.end:
                return lane.id or None
        return None

    def phase_at(self, x: float, y: float) -> Phase | None:
        """The phase whose column, with its heading, or whose rail is there."""
        if self.rail.top <= y < self.rail.bottom and x < self.right:
            return Phase.REPEAT
        if 0 <= y < self.top + self.layout.height:
            for phase, band in zip(self.facts.phases, self.layout.phases, strict=True):
                if band.start <= x - self.left < band.end:
                    return phase
        return None

    def column(self, phase: Phase | None) -> Box | None:
        """The place of a phase: its column with its heading, or the rail."""
        if phase is Phase.REPEAT:
            return Box(self.left, self.rail.top, self.layout.width, self.rail.bottom - self.rail.top)
        band = _of(phase, self.facts.phases, self.layout.phases)
        return Box(self.left + band.start, 0.0, band.size, self.top + self.layout.height) if band else None

    def row(self, lane: str | None) -> Box | None:
        """The place of a lane, with its name."""
        band = _of(lane, [one.id for one in self.facts.lanes], self.layout.lanes)
        return Box(0.0, self.top + band.start, self.right, band.size) if band else None

    def origin_of(self, phase: Phase | None, lane: str | None) -> tuple[float, float]:
        """The upper left corner of a cell."""
        column, row = self.column(phase), self.row(lane)
        return column.x if column else self.left, row.y if row else self.top


def _of(key: object, keys: Iterable[object], bands: Iterable[Band]) -> Band | None:
    return next((band for one, band in zip(keys, bands, strict=True) if one == key), None)
