"""The legend of the calm line and of the badge of cards: only what stands on this map."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from rondo.figures.cards.card_facts import NOTICER, SIGN
from rondo.figures.cards.fact_marks import cost_mark, eye_mark, how_mark, pin_mark
from rondo.figures.cards.kind_marks import kind_mark
from rondo.figures.journeys.journey_facts import Facts, StepFacts
from rondo.figures.journeys.journey_pen import Pen
from rondo.figures.journeys.journey_signs import Entry
from rondo.figures.marks import evidence_mark, face_mark
from rondo.figures.shapes import Shape
from rondofile.enums import Evidence, InformationHow, StepKind

Mark = Callable[[float, float, float, str], tuple[Shape, ...]]


def fact_entries(facts: Facts, pen: Pen) -> list[Entry]:
    """A sign with its meaning for every kind of fact that a card of this map shows."""
    steps = [*facts.on_map, *facts.in_rail]
    return [*_kinds(steps, pen), *_facts(steps, pen)]


def _kinds(steps: list[StepFacts], pen: Pen) -> Iterator[Entry]:
    used = {step.kind for step in steps}
    for kind in StepKind:
        if kind in used:
            name = pen.framework.name(kind)
            yield _entry(partial(kind_mark, kind), _lower(name), pen)


def _facts(steps: list[StepFacts], pen: Pen) -> Iterator[Entry]:
    words, names = pen.words, pen.framework.name
    if any(step.feeling is not None for step in steps):
        yield _entry(partial(face_mark, 1), words("card.legend_feeling"), pen)
    if any(step.aware_first for step in steps):
        yield _entry(eye_mark, words("card.legend_aware"), pen)
    hows = {how for step in steps for how, _ in step.learned}
    for how in InformationHow:
        if how in hows:
            yield _entry(partial(how_mark, how), names(how), pen)
    if any(step.our_cost is not None for step in steps):
        yield _entry(cost_mark, words("card.legend_cost"), pen)
    evidence = {step.evidence for step in steps}
    for one in Evidence:
        if one in evidence:
            yield _entry(partial(evidence_mark, one), names(one), pen, NOTICER + 0.6)
    if any(step.pinned for step in steps):
        yield _entry(pin_mark, words("card.legend_pinned"), pen)


def _entry(mark: Mark, text: str, pen: Pen, size: float = SIGN) -> Entry:
    ink = pen.theme["ink-secondary"]
    return Entry(size, lambda x, y: mark(x, y - size / 2, size, ink), text)


def _lower(name: str) -> str:
    return name[:1].lower() + name[1:]
