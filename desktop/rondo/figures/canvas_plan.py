"""Where everything on the canvas stands: the map of a journey without the limits of a page.

Phases and lanes are the truth; widths and heights of their bands follow from what stands in them. Empty
phases and lanes keep room for a step to be dropped in. Lengths are points.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from rondo.figures.journey_draft import Drafts, Plan, finished
from rondo.figures.journey_facts import Facts, LaneFacts, journey_facts
from rondo.figures.journey_fit import Fit, Fitting
from rondo.figures.journey_frame import gutter_of, least_phase
from rondo.figures.journey_options import JourneyOptions
from rondo.figures.journey_pen import Pen
from rondo.figures.layout_values import Box, Spacing
from rondofile.enums import Phase
from rondofile.project import Project

CARD = 112.0
"""How wide cards are."""
PAD_X, PAD_Y = 12.0, 13.0
SPACING = Spacing(column=28.0, row=17.0, pad_x=PAD_X, pad_y=PAD_Y, min_phase=CARD + 2 * PAD_X, min_lane=58.0)
NO_LANES = 150.0
"""How high the columns are while there is no lane."""


@dataclass(frozen=True, slots=True)
class MapPlan:
    """The map of one journey. `picture` is what the parts of the journey figure draw."""

    picture: Plan

    @property
    def facts(self) -> Facts:
        return self.picture.facts

    @property
    def top(self) -> float:
        """Where the lanes begin."""
        return self.picture.header.height

    @property
    def left(self) -> float:
        """Where the phases begin."""
        return self.picture.left

    @property
    def right(self) -> float:
        return self.picture.width

    @property
    def bottom(self) -> float:
        """Where the map ends, with its rail."""
        return self.picture.bottom

    def box_of(self, step: str) -> Box | None:
        """Where the card of a step stands."""
        return self.picture.boxes.get(step)

    def step_ids(self) -> tuple[str, ...]:
        """The steps that have a place, in their order."""
        return tuple(step.id for step in self.facts.steps if step.id in self.picture.boxes)

    def lane_at(self, y: float) -> str | None:
        """The lane at that height."""
        for lane, band in zip(self.facts.lanes, self.picture.layout.lanes, strict=True):
            if band.start <= y - self.top < band.end:
                return lane.id or None
        return None

    def phase_at(self, x: float, y: float) -> Phase | None:
        """The phase whose column, with its heading, or whose rail is there."""
        rail = self.picture.rail
        if rail and rail.top <= y < rail.bottom:
            return Phase.REPEAT
        if 0 <= y < self.top + self.picture.layout.height:
            for phase, band in zip(self.facts.phases, self.picture.layout.phases, strict=True):
                if band.start <= x - self.left < band.end:
                    return phase
        return None

    def origin_of(self, phase: Phase | None, lane: str | None) -> tuple[float, float]:
        """The upper left corner of a cell."""
        x, y = self.left, self.top
        if phase in self.facts.phases:
            x += self.picture.layout.phases[self.facts.phases.index(phase)].start
        number = {one.id: index for index, one in enumerate(self.facts.lanes)}
        if lane in number:
            y += self.picture.layout.lanes[number[lane]].start
        return x, y


def map_plan(project: Project, journey_id: str, pen: Pen) -> MapPlan:
    """The map of that journey as it stands. KeyError: no such journey."""
    options = JourneyOptions()
    facts = _with_a_lane(journey_facts(project, journey_id, pen, options))
    gutter = gutter_of(facts, pen, None)
    spacing = replace(SPACING, min_phase=max(SPACING.min_phase, least_phase(pen)), lane_least=gutter.least())
    if not facts.lanes[0].id:
        spacing = replace(spacing, min_lane=NO_LANES)
    fitting = Fitting(facts, pen, spacing)
    fit = Fit({}, CARD)
    cards, _ = fitting.cards(fit)
    plan = Drafts(facts, pen, options, gutter, fitting).draft(fit, spacing)
    return MapPlan(finished(replace(plan, cards={**cards, **plan.cards})))


def _with_a_lane(facts: Facts) -> Facts:
    """The facts with a nameless lane where there is none, so that the phases have a height."""
    return facts if facts.lanes else replace(facts, lanes=(LaneFacts("", "", ""),))
