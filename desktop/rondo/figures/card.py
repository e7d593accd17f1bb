"""A step's card: the whole title, what hurts and delights, waits; who does the work at the upper right."""

from __future__ import annotations

from dataclasses import dataclass

from rondo.figures.journey_facts import StepFacts
from rondo.figures.journey_pen import SMALL, SMALL_BOLD, TITLE, Pen
from rondo.figures.layout_values import Box
from rondo.figures.marks import actor_marks, actor_width, clock_mark, face_mark, lock_mark, moved_mark
from rondo.figures.retold_mark import retold_mark
from rondo.figures.shapes import Ellipse, Group, Rect, Shape, Stroke
from rondo.text.shaped import Block
from rondofile.enums import Phase

RADIUS = 5.0
BAR = 3.0
LEFT, RIGHT, TOP, BOTTOM = 9.0, 5.0, 6.5, 5.0
MARK = 6.6
INDENT = 9.2
BADGE = 4.6
BADGE_PAD = 2.0
LEAST_HEIGHT = 30.0
MOST_PAINS = 2


@dataclass(frozen=True, slots=True)
class MarkLine:
    """One line of marks under the title: a sign, its colour role and its text."""

    sign: str
    role: str
    block: Block
    weight: int = 0


@dataclass(frozen=True, slots=True)
class Card:
    """A card measured at one width; drawn at any place with at least its height."""

    step: StepFacts
    title: Block
    under: Block | None
    lines: tuple[MarkLine, ...]
    width: float
    height: float


def measured(step: StepFacts, width: float, pen: Pen) -> Card:
    """The card of a step at that width, as high as its texts are."""
    inner = width - LEFT - RIGHT
    title = pen.block(step.title, SMALL if step.folded else TITLE, inner)
    under = pen.block(step.role_text, SMALL, inner) if step.role_text else None
    lines = tuple(_lines(step, inner - INDENT, pen))
    height = TOP + title.height + BOTTOM
    height += under.height + 1 if under else 0.0
    height += sum(line.block.height for line in lines) + (2 if lines else 0)
    return Card(step, title, under, lines, width, max(height, LEAST_HEIGHT))


def badge_width(step: StepFacts) -> float:
    """How wide the badge at the upper right is: who does the work, what must stay, what passes on."""
    others = (step.must_stay + step.moved) * (BADGE + 2.0)
    return actor_width(step.actor, BADGE) + others + 2 * BADGE_PAD


def drawn(card: Card, box: Box, pen: Pen, prefix: str, title: str) -> Group:
    """The card as a group `step-ID` in its box."""
    role = _phase_role(card.step)
    colour = "ink-tertiary" if card.step.dim else role
    dash = (2.5, 2.0) if card.step.folded else ()
    edge = Stroke(pen.theme[colour], 1.5 if card.step.moved else 0.75, dash)
    shapes: list[Shape] = [
        Rect(box.x, box.y, box.width, box.height, pen.theme["surface"], edge, RADIUS),
        Rect(_bar_x(card, box), box.y + 4.5, BAR, box.height - 9, pen.theme[colour], None, BAR / 2),
    ]
    shapes += _content(card, box, pen)
    if not card.step.folded:
        shapes += _badge(card.step, box, pen, edge)
    return Group(f"{prefix}step-{card.step.id}", tuple(shapes), "step", title)


def mirrored(card: Card) -> bool:
    """Whether the title reads from right to left: then bar and signs stand at the right."""
    return bool(card.title.lines) and card.title.lines[0].right_to_left


def _bar_x(card: Card, box: Box) -> float:
    return box.right - 2.4 - BAR if mirrored(card) else box.x + 2.4


def _phase_role(step: StepFacts) -> str:
    return (step.phase or Phase.REPEAT).value


def _content(card: Card, box: Box, pen: Pen) -> list[Shape]:
    """Title, the line under it, marks; the whole stands in the middle of a card higher than it needs."""
    flip = mirrored(card)
    x, y = box.x + (RIGHT if flip else LEFT), box.y + TOP + max(_spare(card, box) / 2, 0.0)
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
    return shapes


def _spare(card: Card, box: Box) -> float:
    """The height that the texts leave."""
    used = TOP + card.title.height + BOTTOM + sum(line.block.height for line in card.lines)
    used += card.under.height + 1 if card.under else 0.0
    return box.height - used - (2 if card.lines else 0)


def _lines(step: StepFacts, width: float, pen: Pen) -> list[MarkLine]:
    lines = []
    for pain in step.pains[:MOST_PAINS]:
        style = SMALL_BOLD if pain.weight >= 3 else SMALL
        text = pain.text or pen.words("journey_figure.pain_unnamed")
        lines.append(MarkLine("pain", "bad", pen.block(text, style, width), pain.weight))
    if len(step.pains) > MOST_PAINS:
        more = pen.words.count("journey_figure.more_pains", len(step.pains) - MOST_PAINS)
        lines.append(MarkLine("", "bad", pen.block(more, SMALL, width)))
    if step.retold:
        text = pen.words("journey_figure.retold", items=", ".join(step.retold))
        lines.append(MarkLine("retold", "bad", pen.block(text, SMALL, width)))
    if step.wait:
        lines.append(MarkLine("wait", "warn", pen.block(step.wait, SMALL, width)))
    if step.delights:
        text = step.delights[0] or pen.words("journey_figure.delight_unnamed")
        lines.append(MarkLine("delight", "ok", pen.block(text, SMALL, width)))
    return lines


def _sign(line: MarkLine, x: float, y: float, pen: Pen) -> list[Shape]:
    """The sign before a line of marks; a pain has one to three points under its face."""
    colour = pen.theme[line.role]
    first = line.block.lines[0].y if line.block.lines else SMALL.size
    top = y + first - SMALL.size * 0.34 - MARK / 2
    if line.sign == "pain":
        return [
            *face_mark(-min(line.weight, 2), x, top - 0.6, MARK, colour),
            *_points(line.weight, x, top, colour),
        ]
    if line.sign == "delight":
        return [*face_mark(2, x, top, MARK, colour)]
    if line.sign == "wait":
        return [*clock_mark(x, top, MARK, colour)]
    return [*retold_mark(x, top, MARK, colour)] if line.sign == "retold" else []


def _points(weight: int, x: float, top: float, colour: str) -> list[Shape]:
    radius, step = 0.62, 2.1
    first = x + MARK / 2 - step * (weight - 1) / 2
    return [Ellipse(first + step * i, top + MARK + 0.9, radius, radius, colour) for i in range(weight)]


def _badge(step: StepFacts, box: Box, pen: Pen, edge: Stroke) -> list[Shape]:
    """Who does the work, on the upper edge, so that it never meets the title."""
    width, height = badge_width(step), BADGE + 2 * BADGE_PAD - 0.4
    x, y = box.right - width - 6.0, box.y - height / 2
    ink = pen.theme["ink-secondary"]
    shapes: list[Shape] = [
        Rect(x, y, width, height, pen.theme["surface"], Stroke(edge.colour, 0.6), height / 2)
    ]
    at, top = x + BADGE_PAD, box.y - BADGE / 2
    for shown, sign in ((step.must_stay, lock_mark), (step.moved, moved_mark)):
        if shown:
            shapes += sign(at, top, BADGE, ink)
            at += BADGE + 2.0
    return [*shapes, *actor_marks(step.actor, at, top, BADGE, ink)]
