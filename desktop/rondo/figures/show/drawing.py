"""What is shown, drawn: a line around a card and a plate that hangs from it; and the legend."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from rondo.figures.arranging.layout_values import Box
from rondo.figures.cards.fact_marks import eye_mark, how_mark
from rondo.figures.cards.kind_marks import kind_mark
from rondo.figures.cards.retold_mark import retold_mark
from rondo.figures.journeys.journey_pen import SMALL_BOLD, TITLE, Pen
from rondo.figures.journeys.journey_signs import Entry, flowing
from rondo.figures.mark_pen import MarkPen
from rondo.figures.marks import (
    actor_marks,
    actor_width,
    clock_mark,
    evidence_mark,
    stranger_mark,
)
from rondo.figures.shapes import Group, Rect, Shape, Stroke
from rondo.figures.show.values import Look, Say, Shown
from rondo.text.shaped import Block, Style
from rondofile.enums import Actor, Evidence, InformationHow, StepKind

SIGN = 5.6
PAD_X, PAD_Y, GAP = 4.0, 1.0, 2.6
INSET = 6.0
OUT = 1.4
EDGES: Mapping[str, tuple[float, ...]] = {"solid": (), "dashed": (4.0, 2.2), "dotted": (1.1, 1.9)}
OVER = 2.6
"""So far a plate lies over the lower edge of its card."""

LARGE = Style(9.4, weight=600, leading=1.16)

Mark = Callable[[float, float, float, str], tuple[Shape, ...]]


def drawn_edge(say: Say, box: Box, pen: Pen) -> Shape:
    """The line around the card in that box; the card is drawn over it."""
    look = say.look
    edge = Stroke(pen.theme[look.role], 2.4 if look.full else 1.6, EDGES[look.edge])
    return Rect(box.x - OUT, box.y - OUT, box.width + 2 * OUT, box.height + 2 * OUT, None, edge, 5.0 + OUT)


def drawn_plate(say: Say, box: Box, pen: Pen, *, large: bool = False) -> list[Shape]:
    """The plate that says it, hanging from the lower edge of the card in that box; `large` for afar."""
    look, room = say.look, box.width - 2 * INSET - 2 * PAD_X - _sign_width(say.look) - GAP
    text = pen.narrow(say.text, LARGE if large else SMALL_BOLD, room)
    width = _sign_width(look) + GAP + text.width + 2 * PAD_X
    at = Box(box.right - INSET - width, box.bottom - OVER, width, text.height + 2 * PAD_Y)
    return _plate(look, text, at, pen)


def entries(shown: Shown, pen: Pen) -> list[Entry]:
    """The legend: every look with its count, then what stands out."""
    found = [Entry(_sample_width(count.look), _sample(count.look, pen), count.text) for count in shown.counts]
    return found + [Entry(-4.0, lambda x, y: (), text) for text in shown.sentences]


def drawn_shown(
    shown: Shown, pen: Pen, left: float, top: float, right: float, prefix: str
) -> tuple[Shape, float]:
    """The legend as a group: its title, and the entries in as many rows as they need; where it ends."""
    title = pen.block(shown.title, TITLE, right - left)
    row, bottom = flowing(entries(shown, pen), pen, left, top + title.height + 2.0, right, f"{prefix}shown")
    return Group(
        f"{prefix}show-{shown.what}", (pen.text(title, left, top), row), "legend", shown.title
    ), bottom


def sample(look: Look, x: float, y: float, pen: Pen) -> tuple[Shape, ...]:
    """A small plate with the sign of a look; x, y is the middle of its left edge."""
    at = Box(x, y - 4.6, _sample_width(look), 9.2)
    return tuple(_plate(look, None, at, pen))


def sample_width(look: Look) -> float:
    """How wide a sample is."""
    return _sample_width(look)


def _plate(look: Look, text: Block | None, at: Box, pen: Pen) -> list[Shape]:
    colour, surface = pen.theme[look.role], pen.theme["surface"]
    ink = surface if look.full else colour
    radius = min(at.height / 2, 5.5)
    edge = Stroke(colour, 1.0, EDGES[look.edge])
    shapes: list[Shape] = [
        Rect(at.x, at.y, at.width, at.height, colour if look.full else surface, edge, radius)
    ]
    middle = at.y + (PAD_Y + text.height / 2 if text and len(text.lines) == 1 else 0.0)
    if text is None:
        middle = at.y + at.height / 2
    elif len(text.lines) > 1:
        middle = at.y + PAD_Y + text.height / len(text.lines) / 2
    shapes += sign(look.sign, at.x + PAD_X, middle - SIGN / 2, SIGN, ink)
    if text:
        place = at.x + PAD_X + _sign_width(look) + GAP
        role = "surface" if look.full else look.role
        shapes.append(pen.text(text, place, at.y + PAD_Y, role))
    return shapes


def sign(name: str, x: float, y: float, size: float, colour: str) -> tuple[Shape, ...]:
    """A sign by its name."""
    if name in set(Actor):
        return actor_marks(name, x, y + size * 0.1, size * 0.8, colour)
    if name in set(InformationHow):
        return how_mark(name, x, y, size, colour)
    if name in set(Evidence) | {"unsaid"}:
        return evidence_mark(name, x, y, size, colour) if name != "unsaid" else _question(x, y, size, colour)
    return _MARKS[name](x, y, size, colour)


def _learn(x: float, y: float, size: float, colour: str) -> tuple[Shape, ...]:
    return kind_mark(StepKind.EXPERIENCE, x, y, size, colour)


def _use(x: float, y: float, size: float, colour: str) -> tuple[Shape, ...]:
    return kind_mark(StepKind.RECEIVE, x, y, size, colour)


def _nothing(x: float, y: float, size: float, colour: str) -> tuple[Shape, ...]:
    pen = MarkPen(x, y, size, colour)
    return *eye_mark(x, y, size, colour), pen.line((0.1, 0.95), (0.9, 0.05))


def _question(x: float, y: float, size: float, colour: str) -> tuple[Shape, ...]:
    pen = MarkPen(x, y, size, colour)
    hook = pen.line((0.24, 0.3), (0.24, -0.06, 0.78, -0.06, 0.78, 0.26), (0.78, 0.5, 0.5, 0.44, 0.5, 0.7))
    return hook, pen.dot(0.5, 0.94, 0.09)


_MARKS: Mapping[str, Mark] = {
    "stranger": stranger_mark,
    "retold": retold_mark,
    "wait": clock_mark,
    "learns": _learn,
    "uses": _use,
    "used": _use,
    "nothing": _nothing,
}


def _sign_width(look: Look) -> float:
    return actor_width(look.sign, SIGN * 0.8) if look.sign in set(Actor) else SIGN


def _sample_width(look: Look) -> float:
    return _sign_width(look) + 2 * PAD_X


def _sample(look: Look, pen: Pen) -> Callable[[float, float], tuple[Shape, ...]]:
    return lambda x, y: sample(look, x, y, pen)
