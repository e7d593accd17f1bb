"""The calm line at the foot of a card: everything else that is known of a step, always in one order.

How it feels, who notices first, what we learn and how, what it costs us, the channel; at the end of the
line, how we know it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from msgspec import Struct

from rondo.figures.cards.fact_marks import cost_mark, eye_mark, how_mark
from rondo.figures.journeys.journey_facts import StepFacts
from rondo.figures.journeys.journey_pen import SMALL, Pen
from rondo.figures.marks import actor_marks, actor_width, evidence_mark, face_mark
from rondo.figures.shapes import Shape
from rondo.figures.text_guess import TextGuess
from rondofile.enums import AwareFirst

SIGN = 6.4
NOTICER = 4.2
TEXT_GAP, PIECE_GAP, ROW_GAP, ABOVE = 1.7, 5.2, 1.0, 1.5
SIGNED = ("−−", "−", "0", "+", "++")
"""Our cost from −2 to +2."""


class Piece(Struct, frozen=True):
    """One sign, by its name, with what it stands for; after it a short text."""

    name: str
    value: str
    text: str = ""

    def lead(self) -> float:
        """How much of its width comes before its text."""
        if self.name == "channel":
            return 0.0
        sign = SIGN if self.name != "evidence" else NOTICER + 0.6
        if self.name == "aware":
            sign += 1.2 + (actor_width(self.value, NOTICER) if self.value else 0.0)
        return sign + (TEXT_GAP if self.text else 0.0)


class Row(Struct, frozen=True):
    """Pieces with their offsets, so far below the first row and so high."""

    top: float
    height: float
    pieces: tuple[tuple[float, Piece], ...]


class FactRows(Struct, frozen=True):
    """Pieces in rows."""

    rows: tuple[Row, ...]
    line: float
    width: float

    @property
    def height(self) -> float:
        return ABOVE + self.rows[-1].top + self.rows[-1].height


class Measure(Protocol):
    """Says how large small texts are."""

    def natural(self, text: str) -> float:
        """How wide it is on one line."""
        ...

    def high(self, text: str, width: float) -> float:
        """How high it is when broken to the width."""
        ...


class Exactly(Struct, frozen=True):
    """Measures by shaping."""

    pen: Pen

    def natural(self, text: str) -> float:
        return self.pen.block(text, SMALL).natural_width

    def high(self, text: str, width: float) -> float:
        return self.pen.block(text, SMALL, width).height


class Nearly(Struct, frozen=True):
    """Measures from what is known of words."""

    guess: TextGuess

    def natural(self, text: str) -> float:
        return self.guess.width(text, SMALL)

    def high(self, text: str, width: float) -> float:
        return self.guess.height(text, SMALL, width)


def pieces(step: StepFacts) -> Iterator[Piece]:
    """What is known of a step beyond its title and what hurts, in the order of the card."""
    if step.feeling is not None:
        yield Piece("feeling", str(step.feeling))
    if step.aware_first is not None:
        yield Piece("aware", step.aware_first)
    for how, count in step.learned:
        yield Piece("learned", how, str(count) if count > 1 else "")
    if step.our_cost is not None:
        yield Piece("cost", str(step.our_cost), SIGNED[step.our_cost + 2])
    if step.channel:
        yield Piece("channel", "", step.channel)
    if step.evidence is not None:
        yield Piece("evidence", step.evidence)


def fact_rows(step: StepFacts, width: float, measure: Measure) -> FactRows | None:
    """The pieces side by side, in as many rows as the width asks for; None where nothing is known."""
    found = tuple(pieces(step))
    if not found:
        return None
    line = measure.high("0", width)
    rows: list[Row] = []
    row: list[tuple[float, Piece]] = []
    x, top, high = 0.0, 0.0, line
    for piece in found:
        wide = piece.lead() + (measure.natural(piece.text) if piece.text else 0.0)
        if row and x + wide > width:
            rows.append(Row(top, high, tuple(row)))
            row, x, top, high = [], 0.0, top + high + ROW_GAP, line
        row.append((width - wide if piece.name == "evidence" else x, piece))
        if wide > width:
            high = max(high, measure.high(piece.text, width - piece.lead()))
        x += wide + PIECE_GAP
    return FactRows((*rows, Row(top, high, tuple(row))), line, width)


def drawn_facts(facts: FactRows, x: float, y: float, pen: Pen, *, flip: bool) -> list[Shape]:
    """The rows with their upper left corner at x, y; from the right where the title reads so."""
    shapes: list[Shape] = []
    for row in facts.rows:
        for offset, piece in row.pieces:
            lead, room = piece.lead(), facts.width - piece.lead()
            block = pen.narrow(piece.text, SMALL, room) if piece.text else None
            wide = lead + (block.width if block else 0.0)
            left, top = (x + facts.width - offset - wide if flip else x + offset), y + ABOVE + row.top
            sign_x = left + wide - lead + (TEXT_GAP if block and lead else 0.0) if flip else left
            shapes += _sign(piece, sign_x, top, facts.line, pen)
            if block:
                shapes.append(pen.text(block, left if flip else left + lead, top, "ink-secondary"))
    return shapes


def _sign(piece: Piece, x: float, y: float, line: float, pen: Pen) -> list[Shape]:
    ink = pen.theme["ink-tertiary"]
    top = y + line / 2 - SIGN / 2
    shapes: list[Shape] = []
    match piece.name:
        case "feeling":
            felt = int(piece.value)
            role = "bad" if felt < 0 else "ok" if felt > 0 else "ink-tertiary"
            shapes += face_mark(felt, x, top, SIGN, pen.theme[role])
        case "aware":
            shapes += eye_mark(x, top, SIGN, ink)
            actor = AwareFirst(piece.value)
            shapes += actor_marks(actor.value, x + SIGN + 1.2, y + line / 2 - NOTICER / 2, NOTICER, ink)
        case "learned":
            shapes += how_mark(piece.value, x, top, SIGN, ink)
        case "cost":
            shapes += cost_mark(x, top, SIGN, ink)
        case "evidence":
            side = NOTICER + 0.6
            shapes += evidence_mark(piece.value, x, y + line / 2 - side / 2, side, ink)
    return shapes
