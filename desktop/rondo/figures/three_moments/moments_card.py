"""The small card of a moment: phase bar, title, where it happens, how it feels, what hurts, the wait."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from rondo.figures.lettering import Lettering
from rondo.figures.marks import clock_mark, face_mark
from rondo.figures.shapes import Group, Rect, Shape, Stroke
from rondo.strategy.framework.whole import Framework
from rondo.strategy.journeys.journey import lane_of
from rondo.strategy.journeys.measures import pains_of
from rondo.text.shaped import Block
from rondo.words import Words
from rondofile.project import Project
from rondofile.records import Mark, Step

RADIUS, BAR, BAR_INSET = 5.0, 3.5, 2.4
LEFT, RIGHT, TOP, BOTTOM = 9.5, 4.5, 5.0, 5.0
MARK, INDENT = 6.6, 9.4
MOST_PAINS = 2


class Teller(Struct, frozen=True):
    """What puts a step into words and letters."""

    project: Project
    framework: Framework
    words: Words
    pen: Lettering


class CardLine(Struct, frozen=True):
    """A line of a card: its text, and before it a face from -2 to +2, a clock or nothing;
    a `marked` one leaves room for that sign."""

    block: Block
    role: str
    face: int | None = None
    clock: bool = False
    marked: bool = False
    above: float = 0.0


class MomentCard(Struct, frozen=True):
    """A card measured at one width; drawn at least so high. `key` is its id, `said` what a reader hears."""

    key: str
    said: str
    bar: str
    title: Block
    lines: tuple[CardLine, ...]
    width: float
    dashed: bool = False

    @property
    def height(self) -> float:
        return TOP + self.title.height + sum(one.above + one.block.height for one in self.lines) + BOTTOM

    @property
    def mirrored(self) -> bool:
        """Whether the title reads from right to left: then the bar stands at the right."""
        return bool(self.title.lines) and self.title.lines[0].right_to_left


Note = tuple[str, str]
"""A text and the role of its colour."""


def step_card(step: Step, key: str, row: str, width: float, teller: Teller, notes: list[Note]) -> MomentCard:
    """The card of a step; `row` is the state it belongs to, notes stand under the place."""
    pen, inner = teller.pen, width - LEFT - RIGHT
    where = where_of(step, teller)
    under: list[Note] = [(where, "ink-secondary"), *notes]
    lines = [CardLine(pen.block(text, "small", inner), role) for text, role in under if text]
    felt = _felt(step, inner - INDENT, teller)
    return MomentCard(
        key=key,
        said=teller.words("moments.card", row=row, step=step.title, where=where),
        bar=step.phase.value if step.phase else "ink-tertiary",
        title=pen.block(step.title, "title", inner),
        lines=(*lines, *felt),
        width=width,
    )


def gone_card(step: Step, width: float, teller: Teller) -> MomentCard:
    """The dashed card of a step of today that the redesign does without."""
    pen, inner = teller.pen, width - LEFT - RIGHT
    said = teller.words("moments.gone", step=step.title)
    title = pen.block(teller.words("moments.falls_away"), "body", inner)
    return MomentCard(f"gone-{step.id}", said, "ink-tertiary", title, (), width, dashed=True)


def where_of(step: Step, teller: Teller) -> str:
    """The phase and the lane of a step, as far as they are known."""
    lane = lane_of(teller.project, step)
    desk = (lane.name or teller.framework.name(lane.role)) if lane else ""
    phase = teller.framework.name(step.phase) if step.phase else ""
    if desk and phase:
        return teller.words("moments.where", phase=phase, lane=desk)
    return phase or desk


def _felt(step: Step, width: float, teller: Teller) -> list[CardLine]:
    """How it feels and why: a bad feeling lends its face to the first pain, any other has its own line."""
    pen, words = teller.pen, teller.words
    pains = pains_of(teller.project, step)
    feeling = step.feeling
    lines = []
    if feeling is not None and not (pains and feeling < 0):
        role = "bad" if feeling < 0 else "ok" if feeling > 0 else "ink-secondary"
        lines.append(CardLine(pen.block(words(f"moments.feels.{feeling}"), "small", width), role, feeling))
    for number, pain in enumerate(pains[:MOST_PAINS]):
        face = feeling if number == 0 and feeling is not None and feeling < 0 else -min(pain.weight, 2)
        lines.append(CardLine(_pain(pain, width, teller), "bad", face))
    if len(pains) > MOST_PAINS:
        more = words.count("moments.more_pains", len(pains) - MOST_PAINS)
        lines.append(CardLine(pen.block(more, "small", width), "bad"))
    if step.wait_minutes:
        wait = words("moments.wait", wait=words.duration(step.wait_minutes))
        lines.append(CardLine(pen.block(wait, "small", width), "warn", clock=True))
    return [_spaced(line, 2.0 if number == 0 else 0.5) for number, line in enumerate(lines)]


def _pain(pain: Mark, width: float, teller: Teller) -> Block:
    text = pain.text or teller.words("moments.pain_unnamed")
    return teller.pen.block(text, "small", width)


def _spaced(line: CardLine, above: float) -> CardLine:
    """A line of marks, indented, so far below the one above."""
    return replace(line, marked=True, above=above)


def drawn_card(card: MomentCard, x: float, y: float, height: float, pen: Lettering) -> Group:
    """The card as a group with its upper left corner at x, y."""
    colour = pen.theme[card.bar]
    edge = Stroke(colour, 0.75, (2.5, 2.0) if card.dashed else ())
    fill = None if card.dashed else pen.theme["surface"]
    shapes: list[Shape] = [Rect(x, y, card.width, height, fill, edge, RADIUS)]
    if not card.dashed:
        bar = x + (card.width - BAR_INSET - BAR if card.mirrored else BAR_INSET)
        shapes.append(Rect(bar, y + 4.5, BAR, height - 9, colour, None, BAR / 2))
    shapes += _content(card, x, y, height, pen)
    return Group(card.key, tuple(shapes), "step", card.said)


def _content(card: MomentCard, x: float, y: float, height: float, pen: Lettering) -> list[Shape]:
    left = x + (RIGHT if card.mirrored else LEFT)
    inner = card.width - LEFT - RIGHT
    top = y + TOP + ((height - card.height) / 2 if card.dashed else 0.0)
    shapes: list[Shape] = [pen.text(card.title, left, top, "ink-secondary" if card.dashed else "ink")]
    top += card.title.height
    for line in card.lines:
        top += line.above
        text_x = left if card.mirrored or not line.marked else left + INDENT
        sign_x = left + inner - MARK if card.mirrored else left
        shapes += line_sign(line, sign_x, top, pen)
        shapes.append(pen.text(line.block, text_x, top, line.role))
        top += line.block.height
    return shapes


def line_sign(line: CardLine, x: float, y: float, pen: Lettering) -> tuple[Shape, ...]:
    """The sign before a line whose text begins at the height y."""
    colour = pen.theme[line.role]
    first = line.block.lines[0].y if line.block.lines else line.block.style.size
    top = y + first - line.block.style.size * 0.34 - MARK / 2
    if line.face is not None:
        return face_mark(line.face, x, top, MARK, colour)
    return clock_mark(x, top, MARK, colour) if line.clock else ()
