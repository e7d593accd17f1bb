"""One line of small signs on a card: what hurts, what is told again, how long one waits, what delights."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from rondo.figures.cards.fact_marks import delight_mark, pain_mark
from rondo.figures.cards.retold_mark import retold_mark
from rondo.figures.journeys.journey_facts import StepFacts
from rondo.figures.journeys.journey_pen import SMALL, Pen
from rondo.figures.marks import clock_mark
from rondo.figures.shapes import Ellipse, Shape
from rondo.text.shaped import Block

MARK = 6.6
MOST_BOLTS = 3
TEXT_GAP, SIGN_GAP, TIGHT_GAP = 1.8, 4.0, 2.0
WEAKEST, STRONGEST = 1, 3


class Sign(Struct, frozen=True):
    """A sign with its colour role and, after it, a short text; `weight` are a pain's points."""

    name: str
    role: str
    text: Block | None = None
    weight: int = 0

    @property
    def width(self) -> float:
        mark = MARK if self.name else 0.0
        gap = TEXT_GAP if self.name and self.text else 0.0
        return mark + gap + (self.text.natural_width if self.text else 0.0)


class SignRow(Struct, frozen=True):
    """Signs on one line, as far apart as the width lets them be."""

    signs: tuple[Sign, ...]
    gap: float
    height: float

    @property
    def width(self) -> float:
        return sum(sign.width for sign in self.signs) + self.gap * (len(self.signs) - 1)


def has_signs(step: StepFacts) -> bool:
    """Whether a step has anything to show by a sign."""
    return bool(step.pains or step.retold or step.wait or step.delights)


def sign_row(step: StepFacts, width: float, pen: Pen) -> SignRow | None:
    """The signs of a step on one line of that width, with as much said as it holds; None: no signs."""
    row = None
    for row in _rows(step, pen):
        if row.width <= width:
            break
    return row


def least_row(step: StepFacts, pen: Pen) -> float:
    """How wide the signs of a step are when each keeps its text."""
    *told, _ = [row.width for row in _rows(step, pen)] or [0.0, 0.0]
    return min(told)


def drawn_signs(row: SignRow, x: float, y: float, pen: Pen) -> list[Shape]:
    """The row with its upper left corner at x, y."""
    shapes: list[Shape] = []
    top = y + (row.height - MARK) / 2 - 0.6
    for sign in row.signs:
        shapes += sign_mark(sign.name, sign.weight, x, top, pen.theme[sign.role])
        if sign.text:
            after = x + sign.width - sign.text.natural_width
            shapes.append(pen.text(sign.text, after, y, sign.role))
        x += sign.width + row.gap
    return shapes


def sign_mark(name: str, weight: int, x: float, top: float, colour: str, size: float = MARK) -> list[Shape]:
    """A sign by its name; a pain has one to three points under its bolt."""
    if name == "pain":
        bolt = pain_mark(x, top - size * 0.12, size, colour)
        return [*bolt, *_points(weight, x, top, colour, size)]
    if name == "delight":
        return [*delight_mark(x, top, size, colour)]
    if name == "wait":
        return [*clock_mark(x, top, size, colour)]
    return [*retold_mark(x, top, size, colour)] if name == "retold" else []


def _points(weight: int, x: float, top: float, colour: str, size: float) -> list[Shape]:
    weight = min(max(weight, WEAKEST), STRONGEST)
    radius, step = size * 0.106, size * 0.333
    first = x + size / 2 - step * (weight - 1) / 2
    return [Ellipse(first + step * i, top + size * 1.136, radius, radius, colour) for i in range(weight)]


def _rows(step: StepFacts, pen: Pen) -> Iterator[SignRow]:
    """From all that may be said to the bare signs, each shorter than the one before."""
    if not has_signs(step):
        return
    height = pen.block("0", SMALL).height
    bolts = min(len(step.pains), MOST_BOLTS)
    fewer = range(bolts, min(bolts, 1) - 1, -1)
    for gap, most in ((SIGN_GAP, bolts), *((TIGHT_GAP, count) for count in fewer)):
        yield SignRow(tuple(_signs(step, most, pen)), gap, height)
    bare = (replace(sign, text=None) for sign in _signs(step, min(bolts, 1), pen) if sign.name)
    yield SignRow(tuple(bare), TIGHT_GAP, height)


def _signs(step: StepFacts, most: int, pen: Pen) -> list[Sign]:
    signs = [Sign("pain", "bad", None, pain.weight) for pain in step.pains[:most]]
    if len(step.pains) > most:
        more = pen.words("journey_figure.more", count=pen.words.number(len(step.pains) - most))
        signs.append(Sign("", "bad", pen.block(more, SMALL)))
    if step.retold:
        signs.append(Sign("retold", "bad", pen.block(pen.words.number(len(step.retold)), SMALL)))
    if step.wait:
        signs.append(Sign("wait", "warn", pen.block(step.short_wait, SMALL)))
    if step.delights:
        signs.append(Sign("delight", "ok"))
    return signs
