"""An offer as a small card: its sign, the offer sentence, one grey line; its state is the line around or
beside it."""

from __future__ import annotations

from msgspec import Struct

from rondo.figures.marks import player_mark
from rondo.figures.matrices.matrix_entries import Entry
from rondo.figures.matrices.matrix_measure import Drafting
from rondo.figures.shapes import Group, Line, Rect, Shape, Stroke
from rondo.text.shaped import Block, Span
from rondofile.enums import PlacementState

RADIUS = 3.0
BAR = 1.7
"""How wide the heaviest bar of a state is."""


class Card(Struct, frozen=True):
    """A measured card, not yet placed."""

    entry: Entry
    width: float
    height: float
    lines: tuple[tuple[Block, str], ...]
    """Blocks from the top, each with the role of its colour."""


def measured(entry: Entry, width: float, drafting: Drafting) -> Card:
    """The card as high as its texts need; nothing is ever cut."""
    lettering, measure = drafting.lettering, drafting.measure
    room = width - _inset(drafting) - (measure.side if measure.boxed else 0.0)
    lines = [(lettering.block(_title(entry, drafting), measure.title, room), "ink")]
    if entry.facts:
        lines.append((lettering.block(entry.facts, "small", room), "ink-secondary"))
    if entry.note is not None and drafting.options.detail == "offers":
        words = drafting.words
        text = words("matrix_figure.disputed", n=words.number(entry.note))
        mark = Span(words("matrix_figure.disputed_mark"), weight=600)
        lines.append((lettering.block((mark, Span(f" {text}")), "small", room), "warn"))
    height = sum(block.height for block, _ in lines) + 2 * measure.pad
    return Card(entry, width, height, tuple(lines))


def drawn(card: Card, x: float, y: float, drafting: Drafting) -> Group:
    """The card as one group named placement-ID, its title the offer."""
    entry, lettering = card.entry, drafting.lettering
    colour = lettering.theme["accent" if entry.own else "ink-secondary"]
    first = card.lines[0][0]
    size = lettering.mark_size(first)
    top = y + drafting.measure.pad
    outline = _frame if drafting.measure.boxed else _bar
    shapes: list[Shape] = [outline(card, x, y, colour, drafting)]
    if not drafting.measure.boxed and drafting.options.heat is not None:
        shapes.insert(0, Rect(x, y, card.width, card.height, lettering.theme["surface"]))
    left = x + drafting.measure.side
    shapes += player_mark(entry.kind, left, top + lettering.mark_drop(first), size, colour)
    for block, role in card.lines:
        shapes.append(lettering.text(block, x + _inset(drafting), top, role))
        top += block.height
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


def _title(entry: Entry, drafting: Drafting) -> str | tuple[Span, ...]:
    """The offer sentence; where no note can follow, the mark of a dispute stands behind it."""
    if entry.note is None or drafting.options.detail == "offers":
        return entry.title
    mark = drafting.words("matrix_figure.disputed_mark")
    return Span(entry.title), Span(f" {mark}", weight=600, colour=drafting.lettering.theme["warn"])


def _inset(drafting: Drafting) -> float:
    """Where the words begin: after the sign."""
    beside = 2.4 if drafting.measure.boxed else 1.7
    return drafting.measure.side + round(drafting.lettering.size * 0.68, 2) + beside


def _frame(card: Card, x: float, y: float, colour: str, drafting: Drafting) -> Rect:
    """Drawn inside the card's box, so that a heavy line needs no more room than a thin one."""
    stroke = state_stroke(card.entry.placement.state, colour)
    half = stroke.width / 2
    target = card.entry.own and card.entry.placement.state is PlacementState.TARGET
    fill = drafting.lettering.theme["accent-ground" if target else "surface"]
    radius = min(RADIUS, drafting.measure.radius)
    return Rect(x + half, y + half, card.width - 2 * half, card.height - 2 * half, fill, stroke, radius)


def _bar(card: Card, x: float, y: float, colour: str, drafting: Drafting) -> Line:
    """The state as a bar along the left side, where there is no room for a frame."""
    return state_bar(card.entry.placement.state, x, y, y + card.height, colour)


def state_bar(state: PlacementState, x: float, top: float, bottom: float, colour: str) -> Line:
    """A thin, heavy or dashed bar whose middle stands on one line whatever its weight."""
    middle = x + BAR / 2
    return Line(middle, top, middle, bottom, state_stroke(state, colour))
