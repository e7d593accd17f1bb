"""A step's card: the whole title, what hurts and delights, waits; who does the work at the upper right."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from rondo.figures.arranging.layout_values import Box
from rondo.figures.cards.card_badge import BADGE as BADGE
from rondo.figures.cards.card_badge import drawn_badge
from rondo.figures.cards.card_facts import Exactly, FactRows, Nearly, drawn_facts, fact_rows
from rondo.figures.cards.card_signs import MARK, SignRow, drawn_signs, has_signs, sign_mark, sign_row
from rondo.figures.journeys.journey_facts import StepFacts
from rondo.figures.journeys.journey_pen import SMALL, SMALL_BOLD, TITLE, TITLE_SIGNS, Pen
from rondo.figures.shapes import Group, Rect, Shape, Stroke
from rondo.figures.text_guess import TextGuess
from rondo.text.shaped import Block, Style
from rondofile.enums import Phase

RADIUS = 5.0
BAR = 3.0
LEFT, RIGHT, TOP, BOTTOM = 9.0, 5.0, 6.5, 5.0
INDENT = 9.2
LEAST_HEIGHT, MOST_ABOVE = 30.0, 16.0
SIGNS_TOP, SIGNS_BOTTOM, SIGNS_LEAST = 5.0, 3.5, 24.0
MOST_PAINS = 2


class MarkLine(Struct, frozen=True):
    """One line of marks under the title: a sign, its colour role and its text."""

    sign: str
    role: str
    block: Block
    weight: int = 0


class Card(Struct, frozen=True):
    """A card measured at one width; drawn at any place with at least its height. `used` is what its
    texts need, beginning at `top`; below the title stand lines of marks or one row of signs, then facts."""

    step: StepFacts
    title: Block
    under: Block | None
    lines: tuple[MarkLine, ...]
    signs: SignRow | None
    facts: FactRows | None
    top: float
    used: float
    width: float
    height: float


def measured(step: StepFacts, width: float, pen: Pen, *, signs: bool = False) -> Card:
    """The card of a step at that width, as high as its texts are; `signs`: one row of signs, no texts."""
    inner = width - LEFT - RIGHT
    title = pen.block(step.title, _title_style(step, signs=signs), inner)
    under = pen.block(step.role_text, SMALL, inner) if step.role_text else None
    lines = () if signs else tuple(_lines(step, inner - INDENT, pen))
    row = sign_row(step, inner, pen) if signs else None
    facts = None if signs else fact_rows(step, inner, Exactly(pen))
    texts = [title.height, *([under.height + 1] if under else []), *(line.block.height for line in lines)]
    more = (2 if lines else 0) + (row.height + 1 if row else 0.0) + (facts.height if facts else 0.0)
    used = _used(sum(texts) + more, signs=signs)
    least, top = (SIGNS_LEAST, SIGNS_TOP) if signs else (LEAST_HEIGHT, TOP)
    return Card(step, title, under, lines, row, facts, top, used, width, max(used, least))


def guessed_height(step: StepFacts, width: float, pen: Pen, guess: TextGuess, *, signs: bool) -> float:
    """How high the card of a step will be at that width, nearly always exactly."""
    inner = width - LEFT - RIGHT
    texts = guess.height(step.title, _title_style(step, signs=signs), inner)
    if step.role_text:
        texts += guess.height(step.role_text, SMALL, inner) + 1
    if signs and has_signs(step):
        texts += guess.height("0", SMALL, inner) + 1
    if not signs:
        lines = [guess.height(text, style, inner - INDENT) for _, _, text, style, _ in _said(step, pen)]
        facts = fact_rows(step, inner, Nearly(guess))
        texts += sum(lines) + (2 if lines else 0) + (facts.height if facts else 0.0)
    return max(_used(texts, signs=signs), SIGNS_LEAST if signs else LEAST_HEIGHT)


def _used(texts: float, *, signs: bool) -> float:
    return texts + (SIGNS_TOP + SIGNS_BOTTOM if signs else TOP + BOTTOM)


def _title_style(step: StepFacts, *, signs: bool) -> Style:
    if step.folded:
        return SMALL
    return TITLE_SIGNS if signs else TITLE


def drawn(card: Card, box: Box, pen: Pen, prefix: str, title: str) -> Group:
    """The card as a group `step-ID` in its box."""
    shapes = [*drawn_ground(card.step, box, pen, flip=mirrored(card.title)), *_content(card, box, pen)]
    if not card.step.folded:
        shapes += drawn_badge(card.step, box, pen, _edge(card.step, pen))
    return Group(f"{prefix}step-{card.step.id}", tuple(shapes), "step", title)


def drawn_ground(step: StepFacts, box: Box, pen: Pen, *, flip: bool) -> list[Shape]:
    """The card without what stands on it: its ground, and the bar of its phase."""
    edge = _edge(step, pen)
    bar_x = box.right - 2.4 - BAR if flip else box.x + 2.4
    return [
        Rect(box.x, box.y, box.width, box.height, pen.theme["surface"], edge, RADIUS),
        Rect(bar_x, box.y + 4.5, BAR, box.height - 9, edge.colour, None, BAR / 2),
    ]


def lowered(room: float) -> float:
    """How far below its place a card's text begins: in the middle, but near the top of a very high card."""
    return min(max(room / 2, 0.0), MOST_ABOVE)


def mirrored(title: Block) -> bool:
    """Whether the title reads from right to left: then bar and signs stand at the right."""
    return bool(title.lines) and title.lines[0].right_to_left


def _edge(step: StepFacts, pen: Pen) -> Stroke:
    colour = pen.theme["ink-tertiary" if step.dim else _phase_role(step)]
    return Stroke(colour, 1.5 if step.moved else 0.75, (2.5, 2.0) if step.folded else ())


def _phase_role(step: StepFacts) -> str:
    return (step.phase or Phase.REPEAT).value


def _content(card: Card, box: Box, pen: Pen) -> list[Shape]:
    """Title, the line under it, marks; in a card higher than they need they stand `lowered`."""
    flip = mirrored(card.title)
    x, y = box.x + (RIGHT if flip else LEFT), box.y + card.top + lowered(box.height - card.used)
    sign_x, text_x = (box.right - LEFT - MARK, x) if flip else (x, x + INDENT)
    ink = "ink-secondary" if card.step.dim else "ink"
    shapes: list[Shape] = [pen.text(card.title, x, y, ink)]
    y += card.title.height
    if card.under:
        shapes.append(pen.text(card.under, x, y + 1, "ink-secondary"))
        y += card.under.height + 1
    y += 2 if card.lines else 0
    for line in card.lines:
        shapes += _sign(line, sign_x, y, pen)
        shapes.append(pen.text(line.block, text_x, y, line.role))
        y += line.block.height
    if card.signs:
        at = box.right - LEFT - card.signs.width if flip else x
        shapes += drawn_signs(card.signs, at, y + 1, pen)
    if card.facts:
        shapes += drawn_facts(card.facts, x, y, pen, flip=flip)
    return shapes


def _lines(step: StepFacts, width: float, pen: Pen) -> list[MarkLine]:
    return [
        MarkLine(sign, role, pen.block(text, style, width), weight)
        for sign, role, text, style, weight in _said(step, pen)
    ]


def _said(step: StepFacts, pen: Pen) -> Iterator[tuple[str, str, str, Style, int]]:
    """The lines of marks: sign, colour role, text, its style, a pain's weight."""
    for pain in step.pains[:MOST_PAINS]:
        style = SMALL_BOLD if pain.weight >= 3 else SMALL
        yield "pain", "bad", pain.text or pen.words("journey_figure.pain_unnamed"), style, pain.weight
    if len(step.pains) > MOST_PAINS:
        yield "", "bad", pen.words.count("journey_figure.more_pains", len(step.pains) - MOST_PAINS), SMALL, 0
    if step.retold:
        yield "retold", "bad", pen.words("journey_figure.retold", items=", ".join(step.retold)), SMALL, 0
    if step.wait:
        yield "wait", "warn", step.wait, SMALL, 0
    if step.delights:
        yield "delight", "ok", step.delights[0] or pen.words("journey_figure.delight_unnamed"), SMALL, 0


def _sign(line: MarkLine, x: float, y: float, pen: Pen) -> list[Shape]:
    """The sign before a line of marks."""
    first = line.block.lines[0].y if line.block.lines else SMALL.size
    return sign_mark(
        line.sign, line.weight, x, y + first - SMALL.size * 0.34 - MARK / 2, pen.theme[line.role]
    )
