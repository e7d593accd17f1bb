"""A map whose steps say something else while everything stands where it stood: no layout is made for it."""

from __future__ import annotations

from itertools import compress
from operator import attrgetter, is_, is_not

from rondo.figures.journeys.journey_facts import Facts, StepFacts
from rondo.figures.maps.canvas_plan import MapPlan

_stands = attrgetter("id", "phase", "lane", "x", "y", "locked")
_others = attrgetter("journey", "lanes", "links", "returns", "learns", "path")


def saying(before: MapPlan, facts: Facts) -> MapPlan | None:
    """The map of before with what its steps say now; None where anything may stand elsewhere."""
    was = before.facts
    if len(was.steps) != len(facts.steps) or not all(map(is_, _others(was), _others(facts))):
        return None
    told = [*compress(range(len(was.steps)), map(is_not, was.steps, facts.steps))]
    named = {end for link in facts.learns for end in (link.source, link.target)}
    if not all(_stays(before, was.steps[at], facts.steps[at], named) for at in told):
        return None
    return before.saying(facts, [facts.steps[at] for at in told])


def _stays(plan: MapPlan, was: StepFacts, step: StepFacts, named: set[str]) -> bool:
    """Whether a step stands where it did, as high as it did, and is called the same where others name it."""
    if _stands(was) != _stands(step) or (was.id in named and was.title != step.title):
        return False
    box = plan.boxes.get(step.id)
    return box is None or plan.sizes.height(step, box.width) == box.height
