"""The legend of a journey figure: every sign that is on it, with its meaning and its count."""

from __future__ import annotations

from collections import Counter

from rondo.figures.cards.card import BADGE
from rondo.figures.cards.card_signs import MARK, STRONGEST, sign_mark
from rondo.figures.cards.fact_marks import delight_mark
from rondo.figures.cards.retold_mark import retold_mark
from rondo.figures.fact_legend import fact_entries
from rondo.figures.journeys.journey_facts import Facts
from rondo.figures.journeys.journey_links import stroke_of
from rondo.figures.journeys.journey_pen import Pen
from rondo.figures.journeys.journey_signs import GAP, TIGHT_GAP, Entry, flowing
from rondo.figures.marks import actor_marks, actor_width, clock_mark, lock_mark, moved_mark
from rondo.figures.shapes import Arrow, Shape, Stroke
from rondofile.enums import Actor, LinkKind


def drawn_legend(
    facts: Facts, pen: Pen, left: float, top: float, right: float, prefix: str
) -> tuple[Shape, float]:
    """The legend between left and right, and where it ends."""
    gap = TIGHT_GAP if facts.signs else GAP
    return flowing(entries(facts, pen), pen, left, top, right, f"{prefix}legend", gap)


def entries(facts: Facts, pen: Pen) -> list[Entry]:
    """Only what the figure shows; who does the work comes first, counted over all steps."""
    return [*_actors(facts, pen), *_marks(facts, pen), *fact_entries(facts, pen), *_lines(facts, pen)]


def _actors(facts: Facts, pen: Pen) -> list[Entry]:
    ink = pen.theme["ink-secondary"]
    shown = [step for step in (*facts.on_map, *facts.in_rail) if not step.folded]
    counts, found = Counter(step.actor for step in shown), []
    for actor in Actor:
        count = counts[actor]
        if count:
            key = f"journey_figure.works_{actor.value}"
            text = pen.words(key, count=pen.words.number(count), all=pen.words.number(len(shown)))

            def draw(x: float, y: float, actor: Actor = actor) -> tuple[Shape, ...]:
                return actor_marks(actor, x, y - BADGE / 2, BADGE, ink)

            found.append(Entry(actor_width(actor, BADGE), draw, text))
    return found


def _marks(facts: Facts, pen: Pen) -> list[Entry]:
    theme, steps, half = pen.theme, (*facts.on_map, *facts.in_rail), MARK / 2
    found = []
    if any(step.pains for step in steps):
        bad = theme["bad"]
        found.append(Entry(MARK, lambda x, y: _pain(x, y, bad), pen.words("journey_figure.legend_pain")))
    if any(step.delights for step in steps):
        ok = theme["ok"]
        text = pen.words("journey_figure.legend_delight")
        found.append(Entry(MARK, lambda x, y: delight_mark(x, y - half, MARK, ok), text))
    if any(step.wait for step in steps):
        warn = theme["warn"]
        text = pen.words("journey_figure.legend_wait")
        found.append(Entry(MARK, lambda x, y: clock_mark(x, y - half, MARK, warn), text))
    if any(step.retold for step in steps):
        again = theme["bad"]
        text = pen.words.count("journey_figure.legend_retold", sum(len(s.retold) for s in steps))
        found.append(Entry(MARK, lambda x, y: retold_mark(x, y - half, MARK, again), text))
    if any(step.must_stay for step in steps):
        ink = theme["ink-secondary"]
        text = pen.words("journey_figure.legend_must_stay")
        found.append(Entry(BADGE, lambda x, y: lock_mark(x, y - BADGE / 2, BADGE, ink), text))
    if any(step.moved for step in steps):
        ink = theme["ink-secondary"]
        text = pen.words("journey_figure.legend_moved")
        found.append(Entry(BADGE, lambda x, y: moved_mark(x, y - BADGE / 2, BADGE, ink), text))
    return found


def _pain(x: float, y: float, colour: str) -> tuple[Shape, ...]:
    return tuple(sign_mark("pain", STRONGEST, x, y - MARK / 2 - 1.0, colour))


def _lines(facts: Facts, pen: Pen) -> list[Entry]:
    """The kinds of line, where there is more than the plain one."""
    found = []
    if facts.strangers:
        broken = next(link for link in facts.links if link.stranger)
        text = pen.words.count("journey_figure.legend_stranger", facts.strangers)
        stroke = stroke_of(broken, pen)
        found.append(Entry(20.0, lambda x, y: (Arrow(((x, y), (x + 20.0, y)), stroke, 0.0, 4.5),), text))
    for kind in (LinkKind.INFORMATION, LinkKind.MONEY, LinkKind.GOODS):
        one = next((link for link in facts.links if link.kind is kind and not link.stranger), None)
        if one:
            ink = stroke_of(one, pen)

            def draw(x: float, y: float, ink: Stroke = ink) -> tuple[Shape, ...]:
                return (Arrow(((x, y), (x + 20.0, y)), ink, 0.0, 4.5),)

            found.append(Entry(20.0, draw, pen.framework.name(kind)))
    return found
