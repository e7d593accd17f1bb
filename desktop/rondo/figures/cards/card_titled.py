"""A card seen from further away: its title in large letters, and the one or two things that weigh most."""

from __future__ import annotations

from collections.abc import Iterator

from rondo.figures.arranging.layout_values import Box
from rondo.figures.cards.card import LEFT, RADIUS, RIGHT, drawn_ground, lowered, mirrored
from rondo.figures.cards.card_signs import sign_mark
from rondo.figures.journeys.journey_facts import StepFacts
from rondo.figures.journeys.journey_pen import Pen
from rondo.figures.shapes import Rect, Shape, Stroke
from rondo.text.shaped import Block, Style

LEADING = 1.16
TITLES = tuple(Style(size, weight=600, leading=LEADING) for size in (10.6, 9.6, 8.6, 7.6))
"""The largest that fits is taken; a map that is not very large gives its cards room for the first."""
NAMES = tuple(Style(size, weight=600, leading=1.1) for size in (15.0, 13.8, 12.6, 11.4))
"""The same from still further away, where the title is all that there is room for."""
BESIDE = Style(9.6, leading=LEADING)
SIGN = 8.6
TOP, BOTTOM, GAP, APART = 5.0, 4.5, 2.2, 6.0
MOST = 2
EDGE = 2.0
"""What is left free above and below a title that has the card to itself."""
POINT = (9.0, 11.0, 13.0)
"""How large the point of a pain is, by its weight."""

__all__ = ["RADIUS", "least_height", "named", "titled"]


def least_height(step: StepFacts, width: float, pen: Pen) -> float:
    """How high a card must be to hold its title in large letters."""
    return pen.block(step.title, TITLES[0], width - LEFT - RIGHT).height + TOP + BOTTOM


def titled(step: StepFacts, box: Box, pen: Pen) -> list[Shape]:
    """The card in its box: ground, bar, title and, where there is room, the heaviest signs."""
    inner, room = box.width - LEFT - RIGHT, box.height - TOP - BOTTOM
    title = _title(step, inner, room, pen)
    flip = mirrored(title)
    signs = list(_heaviest(step, pen))[:MOST]
    line = pen.block("0", BESIDE).height
    if signs and title.height + GAP + line > room:
        signs = []
    used = title.height + (GAP + line if signs else 0.0)
    y = box.y + TOP + lowered(room - used)
    x = box.x + (RIGHT if flip else LEFT)
    shapes = [*drawn_ground(step, box, pen, flip=flip), pen.text(title, x, y)]
    y += title.height + GAP
    for name, role, weight, text in signs:
        wide = SIGN + (GAP + text.natural_width if text else 0.0)
        at = 2 * box.x + box.width - x - wide if flip else x
        shapes += sign_mark(name, weight, at, y + line / 2 - SIGN / 2, pen.theme[role], SIGN)
        if text:
            shapes.append(pen.text(text, at + SIGN + GAP, y, role))
        x += wide + APART
    return shapes


def named(step: StepFacts, box: Box, pen: Pen) -> list[Shape]:
    """The card in its box with nothing but its title, as large as the card allows without a broken word, and
    a point on its corner where it hurts; what does not fit in at the smallest size is left out."""
    inner, room = box.width - LEFT - RIGHT, box.height - 2 * EDGE
    title = _name(step.title, inner, room, pen)
    flip = mirrored(title)
    y = box.y + EDGE + lowered(room - title.height)
    shapes = [
        *drawn_ground(step, box, pen, flip=flip),
        pen.text(title, box.x + (RIGHT if flip else LEFT), y),
    ]
    if step.pains:
        size = POINT[min(max(step.pains[0].weight, 1), len(POINT)) - 1]
        x, y = box.x + (1.0 if flip else box.width - 1.0) - size / 2, box.y + 1.0 - size / 2
        ring = Stroke(pen.theme["surface"], 1.5)
        shapes.append(Rect(x, y, size, size, pen.theme["bad"], ring, size / 2))
    return shapes


def _name(text: str, inner: float, room: float, pen: Pen) -> Block:
    words = max(text.split(), key=len, default="")
    for style in NAMES:
        block = pen.block(text, style, inner)
        if block.height <= room + 0.01 and pen.block(words, style).natural_width <= inner:
            return block
    block, kept = pen.block(text, NAMES[-1], inner), len(text)
    while block.height > room + 0.01 and kept > 1:
        kept = min(kept - 1, int(kept * room / block.height) + 1)
        block = pen.block(f"{text[:kept].rstrip()}…", NAMES[-1], inner)
    return block


def _title(step: StepFacts, inner: float, room: float, pen: Pen) -> Block:
    blocks = (pen.block(step.title, style, inner) for style in TITLES)
    return next(
        (block for block in blocks if block.height <= room + 0.01), pen.block(step.title, TITLES[-1], inner)
    )


def _heaviest(step: StepFacts, pen: Pen) -> Iterator[tuple[str, str, int, Block | None]]:
    """Sign, role, a pain's weight, text: what hurts most, then what is lost, waited for, enjoyed."""
    if step.pains:
        yield "pain", "bad", step.pains[0].weight, None
    if step.wait:
        yield "wait", "warn", 0, pen.block(step.short_wait, BESIDE)
    if step.retold:
        yield "retold", "bad", 0, None
    if step.delights:
        yield "delight", "ok", 0, None
