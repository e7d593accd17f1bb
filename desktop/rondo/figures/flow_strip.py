"""One flow as a strip of two lanes below the eight kinds of steps: the customer above, us below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from rondo.figures.lettering import Lettering
from rondo.figures.shapes import Arrow, Group, Line, Rect, Shape, Stroke
from rondo.strategy.framework.whole import Framework
from rondo.strategy.journeys.experiences import Beat, Flow, Side
from rondo.text.shaped import Block
from rondo.words import Words
from rondofile.enums import StepKind

GAP, EDGE, INNER, LEAST, FLAG = 6.0, 6.0, 4.0, 26.0, 14.0
ASIDE = 0.94
"""Where a way leaves a chip downwards, as a part of its width: beside the words about where we enter."""
KINDS = tuple(StepKind)


class Chip(Struct, frozen=True):
    """A beat with its place in the strip."""

    beat: Beat
    number: int
    x: float
    y: float
    width: float
    height: float
    blocks: tuple[Block, ...]

    @property
    def middle(self) -> float:
        return self.y + self.height / 2

    @property
    def column(self) -> int:
        return KINDS.index(self.beat.column)


class Band(Struct, frozen=True):
    """A lane of the strip."""

    side: Side
    y: float
    height: float


class Strip(Struct, frozen=True):
    """A flow laid out from y = 0, its columns from x = `left`."""

    flow: Flow
    chips: tuple[Chip, ...]
    bands: tuple[Band, ...]
    left: float
    column: float

    @property
    def height(self) -> float:
        return sum(band.height for band in self.bands)


def laid_out(
    flow: Flow, pen: Lettering, framework: Framework, words: Words, left: float, column: float
) -> Strip:
    """Each beat stands below its kind, in the lane of who does it; several stand below each other."""
    room = column - GAP * 2 - 2 * INNER
    blocks = [_blocks(beat, at + 1, pen, framework, words, room) for at, beat in enumerate(flow.beats)]
    used = {beat.side for beat in flow.beats}
    sides = [Side.CUSTOMER, *(side for side in (Side.BOTH, Side.FIRM) if side in used)]
    if len(sides) == 1:
        sides.append(Side.FIRM)
    bands: list[Band] = []
    places: dict[int, tuple[float, float]] = {}
    y = 0.0
    for side in sides:
        top = y + EDGE + FLAG
        below = dict.fromkeys(KINDS, top)
        for at, beat in enumerate(flow.beats):
            if beat.side is side:
                high = sum(block.height for block in blocks[at]) + 2 * INNER
                places[at] = (below[beat.column], high)
                below[beat.column] += high + EDGE
        bottom = max(*below.values(), top + LEAST)
        bands.append(Band(side, y, bottom - y))
        y = bottom
    chips = []
    for at, beat in enumerate(flow.beats):
        x, (top, high) = left + KINDS.index(beat.column) * column + GAP, places[at]
        chips.append(Chip(beat, at + 1, x, top, column - 2 * GAP, high, blocks[at]))
    return Strip(flow, tuple(chips), tuple(bands), left, column)


def _blocks(
    beat: Beat, number: int, pen: Lettering, framework: Framework, words: Words, room: float
) -> tuple[Block, ...]:
    title = words("experiences.beat", number=words.number(number), title=beat.title)
    found = [pen.block(title, "body", room)]
    if beat.known:
        names = [words("experiences.known", what=name, how=framework.name(how)) for name, how in beat.known]
        found.append(pen.block(words("experiences.we_know", what=words.listed(names)), "small", room))
    return tuple(found)


def drawn(strip: Strip, pen: Lettering, words: Words, prefix: str, y: float) -> Iterator[Shape]:
    """The strip from that height downwards."""
    right = strip.left + strip.column * len(KINDS)
    yield from _ground(strip, pen, words, y, right)
    for before, after in pairwise(strip.chips):
        stroke = Stroke(pen.theme["ink-secondary"], 0.8)
        points = tuple((x, y + level) for x, level in _way(strip, before, after))
        yield Arrow(points, stroke, radius=3.0, head=4.0)
    for chip in strip.chips:
        yield _chip(chip, pen, words, prefix, y)


def _ground(strip: Strip, pen: Lettering, words: Words, y: float, right: float) -> Iterator[Shape]:
    """Our lane is ours from where we enter."""
    theme, ours = pen.theme, [b.column for b in strip.flow.beats if b.side is not Side.CUSTOMER]
    first = strip.left + min(map(KINDS.index, ours), default=len(KINDS)) * strip.column
    for band in strip.bands:
        top, quiet = y + band.y, "surface" if band.side is Side.CUSTOMER else "paper"
        yield Rect(strip.left, top, right - strip.left, band.height, theme[quiet])
        if band.side is not Side.CUSTOMER and ours:
            yield Rect(first, top, right - first, band.height, theme["accent-ground"])
            yield Line(first, top, first, top + band.height, Stroke(theme["accent"], 2.0))
    for band in strip.bands[1:]:
        yield Line(strip.left, y + band.y, right, y + band.y, Stroke(theme["ink-tertiary"], 0.8, (3.0, 2.0)))
    for at, band in enumerate(strip.bands):
        name = pen.block(words(f"experiences.lane_{band.side}"), "title")
        x, top = strip.left + GAP, y + band.y + 3.0
        yield pen.text(name, x, top, "ink-secondary" if band.side is Side.CUSTOMER else "accent")
        if at == 1 and ours:
            flag = pen.block(words("experiences.enter"), "small")
            clear = max(first + GAP, x + name.width + 2 * GAP)
            yield pen.text(flag, min(clear, right - flag.width), top, "accent")


def _chip(chip: Chip, pen: Lettering, words: Words, prefix: str, y: float) -> Group:
    theme, ours = pen.theme, chip.beat.side is not Side.CUSTOMER
    edge = Stroke(theme["accent" if ours else "ink-tertiary"], 1.0 if ours else 0.7)
    shapes: list[Shape] = [Rect(chip.x, y + chip.y, chip.width, chip.height, theme["surface"], edge, 4.0)]
    top = y + chip.y + INNER
    for at, block in enumerate(chip.blocks):
        shapes.append(pen.text(block, chip.x + INNER, top, "ink-secondary" if at else "ink"))
        top += block.height
    said = words(f"experiences.said_{chip.beat.side}", title=chip.beat.title)
    return Group(f"{prefix}--step-{chip.beat.key}", tuple(shapes), "step", said)


def _way(strip: Strip, a: Chip, b: Chip) -> list[tuple[float, float]]:
    """From one beat to the next: in a column, else through the gaps between chips."""
    if a.column == b.column:
        return _in_column(strip.chips, a, b)
    out, into = a.x + a.width + GAP, b.x - GAP
    level = _free_level(strip.chips, a, b)
    if level == a.middle and a.column < b.column:
        turns = [(into, level), (into, b.middle)]
    elif level == b.middle and a.column < b.column:
        turns = [(out, a.middle), (out, level)]
    else:
        turns = [(out, a.middle), (out, level), (into, level), (into, b.middle)]
    points = [(a.x + a.width, a.middle), *turns, (b.x, b.middle)]
    return [p for at, p in enumerate(points) if at == 0 or p != points[at - 1]]


def _in_column(chips: Sequence[Chip], a: Chip, b: Chip) -> list[tuple[float, float]]:
    """Straight where nothing stands between, else along the side."""
    low, high = sorted((a.middle, b.middle))
    if any(c.column == a.column and low < c.middle < high for c in chips):
        side = a.x - GAP
        return [(a.x, a.middle), (side, a.middle), (side, b.middle), (b.x, b.middle)]
    x = a.x + a.width * ASIDE
    return [(x, a.y + a.height), (x, b.y)] if b.y > a.y else [(x, a.y), (x, b.y + b.height)]


def _free_level(chips: Sequence[Chip], a: Chip, b: Chip) -> float:
    """The height at which the way from one column to the other meets no chip."""
    low, high = sorted((a.column, b.column))
    between = [chip for chip in chips if low < chip.column < high]
    for level in (a.middle, b.middle):
        if a.column < b.column and all(not c.y - 2 <= level <= c.y + c.height + 2 for c in between):
            return level
    return max(chip.y + chip.height for chip in chips if chip.beat.side is a.beat.side) + EDGE
