"""A map fitted to its width: laid out, routed, and laid out again where links need more room."""

from __future__ import annotations

from dataclasses import replace
from math import floor

from rondo.figures.journey_draft import Drafts, Plan, finished
from rondo.figures.journey_facts import Facts
from rondo.figures.journey_fit import TIGHTEST, WIDEST, Fit, Fitting
from rondo.figures.journey_frame import Gutter, gutter_of, header_of, least_phase
from rondo.figures.journey_options import JourneyOptions
from rondo.figures.journey_pen import Pen
from rondo.figures.journey_stubs import STUB_MARGIN
from rondo.figures.layout import Spacing

ROUNDS = 4
LEAST_GAPS = 0.5
"""What is left of the room for crowded links when cards need it for their words."""


def plan_map(facts: Facts, pen: Pen, options: JourneyOptions) -> Plan:
    """The map of a journey within the options' width, with room made for links and their labels."""
    gutter, fitting, avail = _begun(facts, pen, options)
    fit, spacing = fitting.best(avail, options.height), fitting.spacing
    drafts = Drafts(facts, pen, options, gutter, fitting)
    fit, spacing = _filled(fit, fitting, spacing, avail)
    plan = drafts.draft(fit, spacing)
    for _ in range(ROUNDS):
        room = drafts.room(plan, spacing)
        if room is None:
            break
        fit, spacing = _filled(fit, fitting, room, avail)
        plan = drafts.draft(fit, spacing)
    return finished(plan)


def least_height(facts: Facts, pen: Pen, options: JourneyOptions) -> float:
    """About how high the map will be at least, found without drawing it."""
    _, fitting, avail = _begun(facts, pen, options)
    layout = fitting.laid(fitting.best(avail, options.height), quick=True).layout
    return header_of(facts, layout, pen).height + layout.height


def _begun(facts: Facts, pen: Pen, options: JourneyOptions) -> tuple[Gutter, Fitting, float | None]:
    """The gutter, what fits the map, and the width left for it."""
    gutter = gutter_of(facts, pen, options.width)
    spacing = Spacing(
        column=13, row=12, pad_x=8, pad_y=10, min_phase=least_phase(pen), lane_least=gutter.least()
    )
    margins = 2 * STUB_MARGIN if facts.stubs else 0.0
    avail = None if options.width is None else options.width - gutter.width - margins
    return gutter, Fitting(facts, pen, spacing), avail


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
    return replace(fit, card=floor(max(card, TIGHTEST) * 100) / 100), spacing
