"""An offer as a small card: its sign, the offer sentence, one grey line, the state as the line around it."""

from __future__ import annotations

from dataclasses import dataclass

from rondo.figures.lettering import Lettering
from rondo.figures.marks import player_mark
from rondo.figures.matrix_entries import Entry
from rondo.figures.shapes import Group, Rect, Shape, Stroke
from rondo.text.shaped import Block, Span
from rondo.words import Words
from rondofile.enums import PlacementState

PAD = 3.8
RADIUS = 3.0


@dataclass(frozen=True, slots=True)
class Card:
    """A measured card, not yet placed."""

    entry: Entry
    width: float
    height: float
    lines: tuple[tuple[Block, str], ...]
    """Blocks from the top, each with the role of its colour."""


def measured(entry: Entry, width: float, lettering: Lettering, words: Words, with_facts: bool) -> Card:
    """The card as high as its texts need; nothing is ever cut."""
    room = width - 2 * PAD
    lines = [(lettering.block(entry.title, "title", room - _inset(lettering)), "ink")]
    if with_facts:
        lines.append((lettering.block(entry.facts, "small", room), "ink-secondary"))
    if entry.note is not None and with_facts:
        text = words("matrix_figure.disputed", n=words.number(entry.note))
        mark = Span(words("matrix_figure.disputed_mark"), weight=600)
        lines.append((lettering.block((mark, Span(f" {text}")), "small", room), "warn"))
    height = sum(block.height for block, _ in lines) + 2 * PAD - 1
    return Card(entry, width, height, tuple(lines))


def drawn(card: Card, x: float, y: float, lettering: Lettering) -> Group:
    """The card as one group named placement-ID, its title the offer."""
    entry = card.entry
    colour = lettering.theme["accent" if entry.own else "ink-secondary"]
    first = card.lines[0][0]
    size = lettering.mark_size(first)
    shapes: list[Shape] = [_frame(card, x, y, colour, lettering)]
    top = y + PAD - 0.5
    shapes += player_mark(entry.kind, x + PAD, top + lettering.mark_drop(first), size, colour)
    left = x + PAD + _inset(lettering)
    for block, role in card.lines:
        shapes.append(lettering.text(block, left, top, role))
        top, left = top + block.height, x + PAD
    return Group(f"placement-{entry.placement.id}", tuple(shapes), "placement", entry.title)


def state_stroke(state: PlacementState, colour: str) -> Stroke:
    """Today thin, we will heavy, we could dashed."""
    match state:
        case PlacementState.NOW:
            return Stroke(colour, 0.7)
        case PlacementState.TARGET:
            return Stroke(colour, 1.7)
        case PlacementState.IDEA:
            return Stroke(colour, 0.9, (3.0, 2.0))


def _inset(lettering: Lettering) -> float:
    """How far the offer sentence stands in: after the sign of its organisation."""
    return round(lettering.size * 0.68, 2) + 2.4


def _frame(card: Card, x: float, y: float, colour: str, lettering: Lettering) -> Rect:
    """Drawn inside the card's box, so that a heavy line needs no more room than a thin one."""
    stroke = state_stroke(card.entry.placement.state, colour)
    half = stroke.width / 2
    target = card.entry.own and card.entry.placement.state is PlacementState.TARGET
    fill = lettering.theme["accent-ground" if target else "surface"]
    return Rect(x + half, y + half, card.width - 2 * half, card.height - 2 * half, fill, stroke, RADIUS)
