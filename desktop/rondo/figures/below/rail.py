"""Repeat as a rail under the map: what comes again, what is learned, and which step uses it.

Coming back is not learning: the two are drawn apart, and a learned thing points at the step that uses it
(practice 1.2, domain C55).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from msgspec import Struct

from rondo.figures.arranging.layout import Box
from rondo.figures.cards.card import Card, measured
from rondo.figures.journeys.journey_facts import Facts, LinkFacts, StepFacts
from rondo.figures.journeys.journey_pen import PHASE, SMALL, SMALL_BOLD, Pen
from rondo.text.shaped import Block
from rondofile.enums import Phase

PAD, TIGHT_PAD = 7.0, 4.5
ROW, APART = 5.0, 8.0
CAPSULE_X, CAPSULE_Y = 7.0, 3.0
CAPSULE_WIDTH, WIDE_CAPSULE = 150.0, 200.0
CARD_WIDTH = 92.0


_Wanted = tuple[float, LinkFacts, Block, Block]
_Remark = tuple[Block, Box]


class Capsule(Struct, frozen=True):
    """Something learned, in its box; `key` is what links start from."""

    key: str
    link: LinkFacts
    box: Box
    what: Block
    about: Block


class Return(Struct, frozen=True):
    """A line back from where an episode ends to where the next begins."""

    link: LinkFacts | None
    start: float
    end: float
    y: float
    label: Block
    box: Box


class RailPlan(Struct, frozen=True):
    """The rail from top to bottom; `notice` says that nothing learned is used."""

    top: float
    bottom: float
    right: float
    steps: Mapping[str, Box]
    cards: Mapping[str, Card]
    capsules: tuple[Capsule, ...]
    returns: tuple[Return, ...]
    notice: _Remark | None
    name: Block
    question: Block
    missing: _Remark | None = None
    """The lowest level of repeat that is not reached, where something learned is used; on a folded rail
    all that it says."""
    open: bool = True

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
    height: Callable[[StepFacts, float], float] | None = None,
) -> RailPlan:
    """The rail between left and right, beginning a little below the map at `top`; its name in the gutter.

    `height` says how high the card of a step is at a width; then the cards are not measured here."""
    start = top + 5.0
    text = pen.framework.phase(Phase.REPEAT)
    inner = gutter - 6.0
    name, question = pen.block(text.name, PHASE, inner), pen.block(text.question, SMALL, inner)
    pad = TIGHT_PAD if facts.signs else PAD
    least = start + pad + name.height + question.height + 2.0
    y = start + pad
    steps, cards, y = _step_row(facts, left + PAD, right - PAD, y, pen, height)
    capsules, y = _capsule_rows(facts, {**boxes, **steps}, left + PAD, right - PAD, y, pen)
    notice, missing, y = _remarks(facts, left, right, y, pen)
    returns, y = _return_rows(facts, boxes, left + PAD, right - PAD, y, pen)
    return RailPlan(
        start,
        max(y, least),
        right,
        steps,
        cards,
        tuple(capsules),
        tuple(returns),
        notice,
        name,
        question,
        missing,
    )


MOST_YEARS = 1_000_000.0
"""A rarer return is told as this one."""


def often(episodes: float, pen: Pen) -> str:
    """How often an episode comes again, in words."""
    if episodes < 0.95:
        return pen.words.count("journey_figure.every_years", round(min(1 / episodes, MOST_YEARS) * 2) / 2)
    return pen.words.count("journey_figure.times_a_year", round(episodes))


def _step_row(
    facts: Facts,
    left: float,
    right: float,
    y: float,
    pen: Pen,
    height: Callable[[StepFacts, float], float] | None,
) -> tuple[dict[str, Box], dict[str, Card], float]:
    """Our own learning work as cards, side by side, in rows."""
    width = min(CARD_WIDTH, right - left)
    measure = height is None
    cards = {s.id: measured(s, width, pen, signs=facts.signs) for s in facts.in_rail if measure}
    heights = {s.id: height(s, width) if height else cards[s.id].height for s in facts.in_rail}
    boxes: dict[str, Box] = {}
    x, highest = left, 0.0
    y += 3.0 if heights else 0.0
    for key, high in heights.items():
        if x + width > right and x > left:
            x, y, highest = left, y + highest + 12.0, 0.0
        boxes[key] = Box(x, y, width, high)
        x, highest = x + width + 16.0, max(highest, high)
    return boxes, cards, y + highest + (ROW if boxes else 0.0)


def _capsule_rows(
    facts: Facts, boxes: Mapping[str, Box], left: float, right: float, y: float, pen: Pen
) -> tuple[list[Capsule], float]:
    """Every learned thing near the step that uses it, in as few rows as hold them."""
    wanted = _learned(facts, boxes, left, right, pen, tight=facts.signs)
    if facts.signs and _that_fit([_capsule_width(one) for one in wanted], right - left) < len(wanted):
        wanted = _learned(facts, boxes, left, right, pen, tight=False)
    capsules: list[Capsule] = []
    while wanted:
        widths = [_capsule_width(one) for one in wanted]
        count = _that_fit(widths, right - left)
        xs = spread_out([one[0] for one in wanted[:count]], widths[:count], left, right)
        bottom = y
        for x, width, (_, link, what, about) in zip(xs, widths, wanted[:count], strict=False):
            box = Box(x, y, width, what.height + about.height + 2 * CAPSULE_Y)
            capsules.append(Capsule(f"learned {link.id}", link, box, what, about))
            bottom = max(bottom, box.bottom)
        y, wanted = bottom + ROW + 2.0, wanted[count:]
    return capsules, y


def _learned(
    facts: Facts, boxes: Mapping[str, Box], left: float, right: float, pen: Pen, *, tight: bool
) -> list[_Wanted]:
    """Every learned thing with the middle it would like to stand under, from left to right."""
    names = {**facts.titles, **{step.id: step.title for step in facts.steps}}
    wanted: list[_Wanted] = []
    for link in facts.learns:
        what, about = _said(link, names, pen, right - left, apart=link.target not in boxes, tight=tight)
        near = boxes.get(link.target) or boxes.get(link.source)
        wanted.append((near.cx if near else (left + right) / 2, link, what, about))
    return sorted(wanted, key=lambda one: one[0])


def _capsule_width(one: _Wanted) -> float:
    return max(one[2].width, one[3].width) + 2 * CAPSULE_X


def _that_fit(widths: Sequence[float], room: float) -> int:
    """How many of the first widths stand side by side; at least one."""
    count = min(len(widths), 1)
    while count < len(widths) and sum(widths[: count + 1]) + APART * count <= room:
        count += 1
    return count


def spread_out(middles: Sequence[float], widths: Sequence[float], left: float, right: float) -> list[float]:
    """Left edges as near to the wished middles as the others and the ends leave them."""
    xs: list[float] = []
    floor = left
    for middle, width in zip(middles, widths, strict=True):
        xs.append(max(middle - width / 2, floor))
        floor = xs[-1] + width + APART
    ceiling = right
    for i in range(len(xs) - 1, -1, -1):
        xs[i] = max(min(xs[i], ceiling - widths[i]), left)
        ceiling = xs[i] - APART
    return xs


def _said(
    link: LinkFacts, names: Mapping[str, str], pen: Pen, most: float, *, apart: bool, tight: bool
) -> tuple[Block, Block]:
    """What is learned, about whom, at which level; and who uses it, when that step is on another part."""
    width = min(WIDE_CAPSULE if tight else CAPSULE_WIDTH, most - 2 * CAPSULE_X)
    what = link.text or pen.words("journey_figure.learns_unnamed")
    parts = []
    if link.about is not None:
        parts.append(pen.words("journey_figure.about", whom=pen.framework.name(link.about)))
    if link.level is not None:
        name, key = pen.framework.level(link.level).name, "level_number" if tight else "level"
        parts.append(pen.words(f"journey_figure.{key}", level=link.level, name=name))
    if not link.lands:
        parts.append(pen.words("journey_figure.unused"))
    elif apart:
        parts.append(pen.words("journey_figure.used_at", step=names.get(link.target, "")))
    where = pen.words("journey_figure.learned_at", step=names.get(link.source, ""))
    joint = " · " if tight else "\n"
    about = joint.join([where, " · ".join(parts)]) if parts else where
    text = pen.words("journey_figure.learns", what=what)
    return pen.narrow(text, SMALL_BOLD, width), pen.narrow(about, SMALL, width)


def _notice(left: float, right: float, y: float, pen: Pen) -> tuple[_Remark, float]:
    text = pen.words("journey_figure.nothing_learned")
    block = pen.narrow(text, SMALL, right - left - 40.0)
    width, height = block.width + 20.0, block.height + 4.0
    return (block, Box((left + right - width) / 2, y, width, height)), y + height + ROW


def _remarks(
    facts: Facts, left: float, right: float, y: float, pen: Pen
) -> tuple[_Remark | None, _Remark | None, float]:
    """That nothing learned is used; else the lowest level of repeat that is not reached."""
    if not any(link.lands for link in facts.learns):
        notice, y = _notice(left, right, y, pen)
        return notice, None, y
    if facts.missing_level and not facts.signs:
        missing, y = _missing(facts.missing_level, left + PAD, right - PAD, y, pen)
        return None, missing, y
    return None, None, y


def _missing(level: int, left: float, right: float, y: float, pen: Pen) -> tuple[_Remark, float]:
    name = pen.framework.level(level).name
    block = pen.narrow(pen.words("journey_figure.level_missing", level=level, name=name), SMALL, right - left)
    return (block, Box(left + 3.0, y, block.width, block.height)), y + block.height + ROW


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
