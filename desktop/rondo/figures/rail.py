"""Repeat as a rail under the map: what comes again, what is learned, and which step uses it.

Coming back is not learning: the two are drawn apart, and a learned thing points at the step that uses it
(practice 1.2, domain C55).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rondo.figures.card import Card, measured
from rondo.figures.journey_facts import Facts, LinkFacts
from rondo.figures.journey_pen import PHASE, SMALL, SMALL_BOLD, Pen
from rondo.figures.layout import Box
from rondo.text.shaped import Block
from rondofile.enums import Phase

PAD = 7.0
ROW = 6.0
CAPSULE_X, CAPSULE_Y = 7.0, 3.0
CAPSULE_WIDTH = 150.0
CARD_WIDTH = 92.0


@dataclass(frozen=True, slots=True)
class Capsule:
    """Something learned, in its box; `key` is what links start from."""

    key: str
    link: LinkFacts
    box: Box
    what: Block
    about: Block


@dataclass(frozen=True, slots=True)
class Return:
    """A line back from where an episode ends to where the next begins."""

    link: LinkFacts | None
    start: float
    end: float
    y: float
    label: Block
    box: Box


@dataclass(frozen=True, slots=True)
class RailPlan:
    """The rail from top to bottom; `notice` says that nothing learned is used."""

    top: float
    bottom: float
    right: float
    steps: Mapping[str, Box]
    cards: Mapping[str, Card]
    capsules: tuple[Capsule, ...]
    returns: tuple[Return, ...]
    notice: tuple[Block, Box] | None
    name: Block
    question: Block

    @property
    def obstacles(self) -> dict[str, Box]:
        """What links on the map go around or end at."""
        return {**self.steps, **{capsule.key: capsule.box for capsule in self.capsules}}


def has_rail(facts: Facts) -> bool:
    """Whether there is anything to say about repeat."""
    return bool(facts.returns or facts.learns or facts.in_rail or facts.journey.episodes_per_year)


def plan_rail(
    facts: Facts,
    boxes: Mapping[str, Box],
    gutter: float,
    left: float,
    right: float,
    top: float,
    pen: Pen,
) -> RailPlan:
    """The rail between left and right, beginning a little below the map at `top`; its name in the gutter."""
    start = top + 5.0
    text = pen.framework.phase(Phase.REPEAT)
    inner = gutter - 6.0
    name, question = pen.block(text.name, PHASE, inner), pen.block(text.question, SMALL, inner)
    least = start + PAD + name.height + question.height + 2.0
    y = start + PAD
    steps, cards, y = _step_row(facts, left + PAD, right - PAD, y, pen)
    capsules, y = _capsule_rows(facts, {**boxes, **steps}, left + PAD, right - PAD, y, pen)
    notice = None
    if not any(link.lands for link in facts.learns):
        notice, y = _notice(left, right, y, pen)
    returns, y = _return_rows(facts, boxes, left + PAD, right - PAD, y, pen)
    return RailPlan(
        start, max(y, least), right, steps, cards, tuple(capsules), tuple(returns), notice, name, question
    )


def often(episodes: float, pen: Pen) -> str:
    """How often an episode comes again, in words."""
    if episodes < 0.95:
        return pen.words.count("journey_figure.every_years", round(1 / episodes * 2) / 2)
    return pen.words.count("journey_figure.times_a_year", round(episodes))


def _step_row(
    facts: Facts, left: float, right: float, y: float, pen: Pen
) -> tuple[dict[str, Box], dict[str, Card], float]:
    """Our own learning work as cards, side by side, in rows."""
    cards = {
        step.id: measured(step, min(CARD_WIDTH, right - left), pen, signs=facts.signs)
        for step in facts.in_rail
    }
    boxes: dict[str, Box] = {}
    x, height = left, 0.0
    y += 3.0 if cards else 0.0
    for key, card in cards.items():
        if x + card.width > right and x > left:
            x, y, height = left, y + height + 12.0, 0.0
        boxes[key] = Box(x, y, card.width, card.height)
        x, height = x + card.width + 16.0, max(height, card.height)
    return boxes, cards, y + height + (ROW if boxes else 0.0)


def _capsule_rows(
    facts: Facts, boxes: Mapping[str, Box], left: float, right: float, y: float, pen: Pen
) -> tuple[list[Capsule], float]:
    """Every learned thing near the step that uses it, in as many rows as they need."""
    names = {**facts.titles, **{step.id: step.title for step in facts.steps}}
    rows: list[list[Box]] = []
    found = []
    for link in facts.learns:
        what, about = _said(link, names, pen, right - left, apart=link.target not in boxes)
        width = max(what.width, about.width) + 2 * CAPSULE_X
        height = what.height + about.height + 2 * CAPSULE_Y
        near = boxes.get(link.target) or boxes.get(link.source)
        middle = near.cx if near else (left + right) / 2
        x = min(max(middle - width / 2, left), right - width)
        row, x = _row_with_room(rows, x, width, left, right)
        while len(rows) <= row:
            rows.append([])
        box = Box(x, float(row), width, height)
        rows[row].append(box)
        found.append((link, box, row, what, about))
    tops = _tops(rows, y)
    capsules = [
        Capsule(f"learned {link.id}", link, Box(b.x, tops[row], b.width, b.height), what, about)
        for link, b, row, what, about in found
    ]
    return capsules, tops[-1]


def _said(
    link: LinkFacts, names: Mapping[str, str], pen: Pen, most: float, *, apart: bool
) -> tuple[Block, Block]:
    """What is learned, about whom, at which level; and who uses it, when that step is on another part."""
    width = min(CAPSULE_WIDTH, most - 2 * CAPSULE_X)
    what = link.text or pen.words("journey_figure.learns_unnamed")
    parts = []
    if link.about is not None:
        parts.append(pen.words("journey_figure.about", whom=pen.framework.name(link.about)))
    if link.level is not None:
        parts.append(pen.words("journey_figure.level", level=link.level))
    if apart and link.lands:
        parts.append(pen.words("journey_figure.used_at", step=names.get(link.target, "")))
    where = pen.words("journey_figure.learned_at", step=names.get(link.source, ""))
    about = f"{where}\n{' · '.join(parts)}" if parts else where
    text = pen.words("journey_figure.learns", what=what)
    return pen.narrow(text, SMALL_BOLD, width), pen.narrow(about, SMALL, width)


def _row_with_room(
    rows: Sequence[Sequence[Box]], x: float, width: float, left: float, right: float
) -> tuple[int, float]:
    """The first row where a capsule fits at x, or beside what stands there."""
    for number, row in enumerate(rows):
        spots = [x, *(b.right + 8 for b in row), *(b.x - width - 8 for b in row)]
        for spot in sorted(spots, key=lambda s: abs(s - x)):
            inside = left <= spot and spot + width <= right
            if inside and not any(spot < b.right + 7 and b.x < spot + width + 7 for b in row):
                return number, spot
    return len(rows), x


def _tops(rows: Sequence[Sequence[Box]], y: float) -> list[float]:
    """The top of every row, and where the last one ends."""
    tops = [y]
    for row in rows:
        tops.append(tops[-1] + max(b.height for b in row) + ROW + 2.0)
    return tops


def _notice(left: float, right: float, y: float, pen: Pen) -> tuple[tuple[Block, Box], float]:
    text = pen.words("journey_figure.nothing_learned")
    block = pen.narrow(text, SMALL, right - left - 40.0)
    width, height = block.width + 20.0, block.height + 4.0
    return (block, Box((left + right - width) / 2, y, width, height)), y + height + ROW


def _return_rows(
    facts: Facts, boxes: Mapping[str, Box], left: float, right: float, y: float, pen: Pen
) -> tuple[list[Return], float]:
    """A line for everything that comes again; the frequency alone when no link says it."""
    frequency = facts.journey.episodes_per_year
    links: list[LinkFacts | None] = [*facts.returns]
    if not links and frequency:
        links = [None]
    found = []
    for number, link in enumerate(links):
        start = boxes[link.source].cx if link and link.source in boxes else right
        end = boxes[link.target].cx if link and link.target in boxes else left
        if abs(start - end) < 60.0:
            start, end = right, left
        parts = [link.text] if link and link.text else []
        if frequency and not number:
            parts.append(often(frequency, pen))
        text = pen.words("journey_figure.again")
        if parts:
            text = pen.words("journey_figure.again_so", how=", ".join(parts))
        label = pen.narrow(text, SMALL, max(abs(start - end) - 30.0, 60.0))
        middle = (start + end) / 2
        box = Box(middle - label.width / 2 - 5.0, y, label.width + 10.0, label.height)
        found.append(Return(link, start, end, y + label.height / 2, label, box))
        y += label.height + ROW
    return found, y + (1.0 if found else 0.0)
