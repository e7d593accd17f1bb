"""The badge on the upper edge of a card, never on the title: what stays, what kind of step, who works."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from rondo.figures.arranging.layout_values import Box
from rondo.figures.cards.fact_marks import pin_mark
from rondo.figures.cards.kind_marks import kind_mark
from rondo.figures.journeys.journey_facts import StepFacts
from rondo.figures.journeys.journey_pen import Pen
from rondo.figures.marks import actor_marks, actor_width, lock_mark, moved_mark
from rondo.figures.shapes import Rect, Shape, Stroke

BADGE = 4.6
"""How large the signs of the badge are."""
KIND = 6.0
PAD, BESIDE, INSET = 2.2, 2.4, 6.0

Draw = Callable[[float, float], tuple[Shape, ...]]


def drawn_badge(step: StepFacts, box: Box, pen: Pen, edge: Stroke) -> list[Shape]:
    """The badge at the upper right of a card, over its edge."""
    place, line = badge_box(step, box), Stroke(edge.colour, 0.6)
    ground = Rect(place.x, place.y, place.width, place.height, pen.theme["surface"], line, place.height / 2)
    shapes: list[Shape] = [ground]
    at = place.x + PAD
    for size, wide, draw in _signs(step, pen.theme["ink-secondary"]):
        shapes += draw(at, box.y - size / 2)
        at += wide + BESIDE
    return shapes


def badge_box(step: StepFacts, box: Box) -> Box:
    """Where the badge of a card stands: half above its upper edge, near its right side."""
    height, width = (KIND if step.kind else BADGE) + 2 * PAD - 0.8, badge_width(step)
    return Box(box.right - width - INSET, box.y - height / 2, width, height)


def badge_width(step: StepFacts) -> float:
    """How wide the badge is."""
    widths = [wide for _, wide, _ in _signs(step, "")]
    return sum(widths) + BESIDE * (len(widths) - 1) + 2 * PAD


def _signs(step: StepFacts, ink: str) -> Iterator[tuple[float, float, Draw]]:
    """Each sign as its size, its width and how it is drawn: stays, passes on, what kind, who works."""
    if step.pinned:
        yield BADGE, BADGE, lambda x, y: pin_mark(x, y, BADGE, ink)
    if step.must_stay:
        yield BADGE, BADGE, lambda x, y: lock_mark(x, y, BADGE, ink)
    if step.moved:
        yield BADGE, BADGE, lambda x, y: moved_mark(x, y, BADGE, ink)
    if kind := step.kind:
        yield KIND, KIND, lambda x, y: kind_mark(kind, x, y, KIND, ink)
    yield BADGE, actor_width(step.actor, BADGE), lambda x, y: actor_marks(step.actor, x, y, BADGE, ink)
