"""The rail folded: one line that says what it would show; our own learning work stays in sight."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from msgspec.structs import replace

from rondo.figures.arranging.layout_values import Box
from rondo.figures.below.rail import PAD, RailPlan, often, plan_rail
from rondo.figures.journeys.journey_facts import Facts, StepFacts
from rondo.figures.journeys.journey_pen import SMALL, Pen


def folded_rail(
    facts: Facts,
    boxes: Mapping[str, Box],
    gutter: float,
    right: float,
    top: float,
    pen: Pen,
    height: Callable[[StepFacts, float], float],
) -> RailPlan:
    """The rail between gutter and right with one line in the place of what is learned and comes again."""
    bare = replace(
        facts,
        learns=(),
        returns=(),
        missing_level=None,
        journey=replace(facts.journey, episodes_per_year=None),
    )
    rail = plan_rail(bare, boxes, gutter, gutter, right, top, pen, height)
    low = max((box.bottom for box in rail.steps.values()), default=rail.top + 2.0)
    block = pen.narrow(summary(facts, pen), SMALL, right - gutter - 2 * PAD - 6.0)
    box = Box(gutter + PAD + 3.0, low + 5.0, block.width, block.height)
    least = rail.top + PAD + rail.name.height + 3.0
    return replace(rail, notice=None, missing=(block, box), bottom=max(box.bottom + 4.0, least), open=False)


def summary(facts: Facts, pen: Pen) -> str:
    """What comes again, and how much of what is learned a step uses, in one line."""
    said = []
    if facts.learns:
        used = pen.words.number(sum(link.lands for link in facts.learns))
        said.append(pen.words.count("journey_figure.learns_folded", len(facts.learns), used=used))
    else:
        said.append(pen.words("journey_figure.nothing_learned"))
    if facts.journey.episodes_per_year:
        how = often(facts.journey.episodes_per_year, pen)
        said.append(pen.words("journey_figure.again_so", how=how))
    elif facts.returns:
        said.append(pen.words("journey_figure.again"))
    return " · ".join(said)
