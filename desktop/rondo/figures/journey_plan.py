"""Where everything on a map stands: cards, links, their chips, lanes, phases and the rail below."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from rondo.figures.card import BADGE, Card
from rondo.figures.chips import Chips, Lack, Wanted, place_chips
from rondo.figures.journey_demand import more_room
from rondo.figures.journey_facts import Facts, LinkFacts
from rondo.figures.journey_fit import NARROWEST, WIDEST, Fit, Fitting
from rondo.figures.journey_frame import Gutter, Header, gutter_of, header_of, least_phase
from rondo.figures.journey_options import JourneyOptions
from rondo.figures.journey_pen import SMALL, Pen
from rondo.figures.layout import Box, Layout, Spacing
from rondo.figures.rail import RailPlan, has_rail, plan_rail
from rondo.figures.route import Room, Wire, route
from rondo.figures.route_field import Point
from rondo.text.shaped import Block

ROUNDS = 4
CHIP_PAD_X, CHIP_PAD_Y = 4.0, 0.6
CHIP_WIDTH = 64.0
RESERVE = 26.0
TIGHTEST = 56.0


@dataclass(frozen=True, slots=True)
class Plan:
    """A map ready to be drawn; places in points from the upper left corner of the figure."""

    facts: Facts
    gutter: Gutter
    header: Header
    layout: Layout
    boxes: Mapping[str, Box]
    cards: Mapping[str, Card]
    routes: Mapping[str, tuple[Point, ...]]
    chips: Mapping[str, Box]
    labels: Mapping[str, Block]
    rail: RailPlan | None
    width: float
    lacks: tuple[Lack, ...] = ()

    @property
    def bottom(self) -> float:
        """Where the map, with its rail, ends."""
        return self.rail.bottom if self.rail else self.header.height + self.layout.height


def plan_map(facts: Facts, pen: Pen, options: JourneyOptions) -> Plan:
    """The map of a journey within the options' width, with room made for links and their labels."""
    gutter = gutter_of(facts, pen, options.width)
    spacing = Spacing(
        column=13, row=12, pad_x=7, pad_y=10, min_phase=least_phase(pen), lane_least=gutter.least()
    )
    fitting = Fitting(facts, pen, spacing)
    avail = None if options.width is None else options.width - gutter.width
    fit = fitting.best(avail)
    drafts = _Drafts(facts, pen, options, gutter, fitting)
    fit, spacing = _filled(fit, fitting, spacing, avail)
    plan = drafts.draft(fit, spacing)
    for _ in range(ROUNDS):
        room = drafts.room(plan, spacing)
        if room is None:
            break
        fit, spacing = _filled(fit, fitting, room, avail)
        plan = drafts.draft(fit, spacing)
    return plan


def _filled(fit: Fit, fitting: Fitting, spacing: Spacing, avail: float | None) -> tuple[Fit, Spacing]:
    """Cards as wide as the width lets them be; gaps give way before cards become too narrow."""
    if avail is None or not fit.limits:
        return fit, spacing
    limits = list(fit.limits.values())
    card = fitting.card_width(limits, avail, spacing)
    if card < TIGHTEST and spacing.gaps:
        over = (TIGHTEST - card) * sum(limits)
        whole = sum(spacing.gaps.values())
        part = max(1 - over / whole, 0.0)
        spacing = replace(spacing, gaps={key: gap * part for key, gap in spacing.gaps.items()})
        card = fitting.card_width(limits, avail, spacing)
    if card > WIDEST:
        spare = (card - WIDEST) * sum(limits)
        wider = spacing.column + min(spare / max(sum(limits) - len(limits), 1), 20.0)
        spacing, card = replace(spacing, column=wider), WIDEST
    return replace(fit, card=round(max(card, min(TIGHTEST, NARROWEST)), 2)), spacing


@dataclass(frozen=True, slots=True)
class _Drafts:
    """Plans of one map under different spacings."""

    facts: Facts
    pen: Pen
    options: JourneyOptions
    gutter: Gutter
    fitting: Fitting

    def draft(self, fit: Fit, spacing: Spacing) -> Plan:
        """The whole map under a fit and a spacing."""
        laid = self.fitting.laid(fit, spacing)
        header = header_of(laid.layout, self.pen)
        left, top = self.gutter.width, header.height
        boxes = {key: Box(b.x + left, b.y + top, b.width, b.height) for key, b in laid.layout.boxes.items()}
        width = left + laid.layout.width
        rail = None
        if self.options.rail and not self.options.compact and has_rail(self.facts):
            rail = plan_rail(self.facts, boxes, left, width, top + laid.layout.height, self.pen)
        everything = {**boxes, **(rail.obstacles if rail else {})}
        bottom = rail.bottom if rail else top + laid.layout.height
        room = Room(left + 2, top + 2, width - 2, bottom - 1, reserve=RESERVE)
        routes = route(everything, self._wires(rail), room)
        labels = {link.id: block for link in self.facts.links if (block := self._label(link))}
        chips = self._chips(routes, labels, everything)
        cards = {**laid.cards, **(rail.cards if rail else {})}
        return Plan(
            self.facts,
            self.gutter,
            header,
            laid.layout,
            {**boxes, **(rail.steps if rail else {})},
            cards,
            routes,
            chips.places,
            labels,
            rail,
            width,
            chips.lacks,
        )

    def room(self, plan: Plan, spacing: Spacing) -> Spacing | None:
        """More room where this plan is crowded; None where it is not."""
        left, top = plan.gutter.width, plan.header.height
        routes = [tuple((x - left, y - top) for x, y in points) for points in plan.routes.values()]
        lacks = [
            (
                Lack(lack.key, lack.x - left, lack.y - top, lack.level),
                *_chip_size(plan.labels[lack.key]),
            )
            for lack in plan.lacks
        ]
        return more_room(plan.layout, plan.layout.boxes, routes, lacks, spacing)

    def _wires(self, rail: RailPlan | None) -> list[Wire]:
        wires = [Wire(link.id, link.source, link.target) for link in self.facts.links]
        learned = rail.capsules if rail else ()
        return wires + [Wire(c.link.id, c.key, c.link.target) for c in learned if c.link.lands]

    def _label(self, link: LinkFacts) -> Block | None:
        text = link.text
        if link.stranger:
            stranger = self.pen.words("journey_figure.stranger")
            text = f"{stranger} · {text}" if text else stranger
        return self.pen.narrow(text, SMALL, CHIP_WIDTH) if text else None

    def _chips(
        self, routes: Mapping[str, tuple[Point, ...]], labels: Mapping[str, Block], boxes: Mapping[str, Box]
    ) -> Chips:
        wanted = [Wanted(key, *_chip_size(block)) for key, block in labels.items()]
        obstacles = [Box(b.x, b.y - BADGE, b.width, b.height + BADGE) for b in boxes.values()]
        return place_chips(routes, wanted, obstacles)


def _chip_size(block: Block) -> tuple[float, float]:
    return block.width + 2 * CHIP_PAD_X, block.height + 2 * CHIP_PAD_Y
