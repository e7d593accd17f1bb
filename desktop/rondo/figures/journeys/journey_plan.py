"""A map fitted to its page: a few foldings are drafted, and the one that reads best gets room for links."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from math import floor

from msgspec import Struct
from msgspec.structs import replace

from rondo.figures.arranging.layout import Spacing
from rondo.figures.journeys.journey_draft import Drafts, finished
from rondo.figures.journeys.journey_facts import Facts
from rondo.figures.journeys.journey_fit import TIGHTEST, WIDEST, Fit, Fitting
from rondo.figures.journeys.journey_frame import gutter_of, least_phase
from rondo.figures.journeys.journey_options import JourneyOptions
from rondo.figures.journeys.journey_pen import Pen
from rondo.figures.journeys.journey_stubs import STUB_MARGIN
from rondo.figures.journeys.journey_values import Plan
from rondo.figures.journeys.journey_worth import tangle

ROUNDS = 4
LEAST_GAPS = 0.5
"""What is left of the room for crowded links when cards need it for their words."""
MOST_DRAFTS, DRAFTED_STEPS, SECOND_TRIES = 4, 50, 2
"""So many foldings are drafted, fewer where there are many steps."""
ON_PAGES = 0.75
"""How much smaller what a person made high is on a page, as cards are."""
NEAR = 1.3
"""A folding that promises so much worse than the best is not drafted."""
HEADER, HEADER_LEAST = 34.0, 27.0
"""What the names of the phases take, usually and at least."""


class _Draft(Struct, frozen=True):
    """A plan with what it was drafted from and how badly it reads."""

    worth: float
    fit: Fit
    spacing: Spacing
    plan: Plan


class Planning:
    """Plans one map. `below` is the height that the parts under the map take of the options' height."""

    def __init__(self, facts: Facts, pen: Pen, options: JourneyOptions, below: float = 0.0) -> None:
        self._facts, self._options = facts, options
        gutter = gutter_of(facts, pen, options.width)
        wide, tight = Spacing(column=13, row=12, pad_x=8, pad_y=10), Spacing(11, 9, 6, 5.5, min_lane=32)
        least = _least(gutter.least(facts.signs), facts, options)
        spacing = replace(tight if facts.signs else wide, min_phase=least_phase(pen), lane_least=least)
        margins = 2 * STUB_MARGIN if facts.stubs else 0.0
        self._avail = None if options.width is None else options.width - gutter.width - margins
        self._fitting = Fitting(facts, pen, spacing)
        self._drafts = Drafts(facts, pen, options, gutter, self._fitting)
        self._room = None if options.height is None else options.height - below

    def plan(self) -> Plan:
        """The map within the options' width, with room made for links and their labels."""
        tries = sorted(self._first_drafts(), key=lambda draft: draft.worth)
        found: list[_Draft] = []
        for draft in tries[: 1 + SECOND_TRIES]:
            found.append(self._refined(draft))
            if self._room is None or found[-1].plan.bottom <= self._room:
                break
        best = min(found, key=lambda draft: draft.worth)
        cards, wrong = self._fitting.cards(best.fit)
        plan = self._drafts.draft(best.fit, best.spacing) if wrong else best.plan
        return finished(replace(plan, cards={**cards, **plan.cards}))

    def least_height(self, *, rough: bool = False) -> float:
        """About how high the map with its rail will be at least, found without drawing it.

        `rough`: before steps are moved to where they take less height."""
        layout = self._fitting.laid(self._promising if rough else self._ranked[0][1], quick=True)
        return HEADER_LEAST + layout.height + self._rail

    @cached_property
    def _map_room(self) -> float | None:
        return None if self._room is None else self._room - HEADER - self._rail

    @cached_property
    def _ranked(self) -> list[tuple[float, Fit]]:
        return self._fitting.ranked(self._avail, self._map_room)

    @property
    def _promising(self) -> Fit:
        """The fit that is best before it is looked at closely."""
        return self._fitting.ranked(self._avail, self._map_room, search=False)[0][1]

    @cached_property
    def _rail(self) -> float:
        return self._drafts.rail_height(self._avail)

    def _first_drafts(self) -> list[_Draft]:
        """The foldings that promise most, drafted; none that cannot become better than what is found."""
        most = max(min(MOST_DRAFTS, DRAFTED_STEPS // max(len(self._facts.on_map), 1)), 1)
        found: list[_Draft] = []
        for price, fit in self._ranked[:most]:
            if price > self._ranked[0][0] * NEAR:
                break
            filled, spacing = _filled(fit, self._fitting, self._fitting.spacing, self._avail)
            found.append(self._draft(filled, spacing))
        return found

    def _draft(self, fit: Fit, spacing: Spacing) -> _Draft:
        plan = self._drafts.draft(fit, spacing)
        room = None if self._room is None else self._room - (plan.bottom - plan.layout.height)
        worth = self._fitting.price(fit, plan.layout, room) + tangle(plan.routes, len(plan.lacks))
        return _Draft(worth, fit, spacing, plan)

    def _refined(self, draft: _Draft) -> _Draft:
        """The draft with more room where links and labels crowd."""
        best = draft
        for _ in range(ROUNDS):
            room = self._drafts.room(draft.plan, draft.spacing)
            if room is None:
                break
            fit, spacing = _filled(draft.fit, self._fitting, room, self._avail)
            draft = self._draft(fit, spacing)
            best = min(best, draft, key=lambda one: one.worth)
        return best


def _least(names: Mapping[int, float], facts: Facts, options: JourneyOptions) -> dict[int, float]:
    """How high each lane must be: for its name, and as a person made it, smaller where cards are."""
    found = dict(names)
    share = 1.0 if options.width is None else ON_PAGES
    for at, lane in enumerate(facts.lanes if options.heights else ()):
        if lane.height is not None:
            found[at] = max(found.get(at, 0.0), lane.height * share)
    return found


def _filled(fit: Fit, fitting: Fitting, spacing: Spacing, avail: float | None) -> tuple[Fit, Spacing]:
    """Cards as wide as the width lets them be; gaps give way before cards become too narrow."""
    if avail is None or not fit.limits:
        return fit, spacing
    limits = list(fit.limits.values())
    card = fitting.card_width(limits, avail, spacing)
    for least, floor_share in ((max(TIGHTEST, fitting.least), LEAST_GAPS), (TIGHTEST, 0.0)):
        gaps = sum(spacing.gaps.values())
        if card < least and gaps:
            part = max(1 - (least - card) * sum(limits) / gaps, floor_share)
            spacing = replace(spacing, gaps={key: gap * part for key, gap in spacing.gaps.items()})
            card = fitting.card_width(limits, avail, spacing)
    if card > WIDEST:
        spare = (card - WIDEST) * sum(limits)
        share = min(spare / (sum(limits) + len(limits)), 26.0)
        spacing = replace(spacing, column=spacing.column + share, pad_x=spacing.pad_x + share)
        card = WIDEST
    fit = replace(fit, card=floor(max(card, TIGHTEST) * 100) / 100)
    return (fitting.shared(fit) if fit.shares else fit), spacing
