"""Names on the feeling curve: the title of a step at its point, the name of a line at its end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from rondo.figures.arranging.layout_values import Box
from rondo.figures.below.curve_lines import DOT, samples, style_of
from rondo.figures.below.curve_plan import FOOT, HEAD, CurveLine, CurvePlan, CurvePoint
from rondo.figures.journeys.journey_pen import SMALL, Pen, aligned
from rondo.figures.shapes import Line, Shape, Stroke, Text
from rondo.strategy.journeys.feelings import LineKind
from rondo.text.shaped import Block

WIDTHS = (150.0, 96.0, 62.0)
GAP = 2.0
END_GAP = 6.0
END_WIDTH = 92.0
"""The most that the name at the end of a line takes."""


def titles(
    plan: CurvePlan, line: CurveLine, points: Sequence[CurvePoint], reach: tuple[float, float], pen: Pen
) -> list[Shape]:
    """The titles of these points, strongest feelings first, where they meet neither lines nor each other.

    They stay between left and right of `reach`, and left of the names at the ends of lines."""
    if any(one.name for one in plan.lines):
        last = max((one.points[-1].x for one in plan.lines if one.points), default=plan.right)
        reach = reach[0], min(reach[1], last + DOT + 1.0)
    blocked = list(_obstacles(plan, *reach))
    taken: list[Box] = []
    shapes: list[Shape] = []
    named = [point for point in points if point.title]
    for point in sorted(named, key=lambda one: (-abs(one.feeling), one.x)):
        found = _placed(plan, point, reach, [*taken, *(box for box in blocked if _near(box, point))], pen)
        if found is not None:
            block, box = found
            taken.append(box)
            role = "bad" if point.feeling < 0 else "ok" if point.feeling > 0 else "ink-secondary"
            role = role if line.kind is LineKind.OWN else "ink-secondary"
            shapes.append(Text(box.x, box.y, block, pen.theme[role]))
    return shapes


def ends_room(names: Sequence[str], pen: Pen) -> float:
    """What the names at the ends of lines take at the right."""
    blocks = [pen.narrow(name, SMALL, END_WIDTH) for name in names if name]
    return max((block.width for block in blocks), default=0.0) + END_GAP * 1.5 if blocks else 0.0


def ends(plan: CurvePlan, edited: str | None, pen: Pen, *, coloured: bool) -> list[Shape]:
    """The name of every line behind its last point, moved apart where they would meet."""
    named = [line for line in plan.lines if line.name]
    if not named:
        return []
    right = max((line.points[-1].x for line in named if line.points), default=plan.left)
    x = min(right, plan.right - ends_room([line.name for line in named], pen)) + END_GAP * 1.5
    blocks = {id(line): pen.narrow(line.name, SMALL, END_WIDTH) for line in named}
    named.sort(key=lambda line: line.points[-1].y if line.points else plan.zero)
    ys = _stacked(
        [line.points[-1].y if line.points else plan.zero for line in named],
        [blocks[id(line)].height for line in named],
        plan.bottom + FOOT,
    )
    shapes: list[Shape] = []
    for line, y in zip(named, ys, strict=True):
        style, block = style_of(line, edited, coloured=coloured), blocks[id(line)]
        role = style.role if style.front else "ink-secondary"
        if line.points:
            last, ink = line.points[-1], Stroke(pen.theme["line"], 0.6)
            shapes.append(Line(last.x + DOT + 1.0, last.y, x - 1.5, y, ink))
        shapes.append(Text(x, y - block.height / 2, block, pen.theme[role]))
    return shapes


def _stacked(wanted: Sequence[float], heights: Sequence[float], floor: float) -> list[float]:
    """Middles from top to bottom, as near to the wished ones as the heights leave them, above the floor."""
    found: list[float] = []
    for y, height in zip(wanted, heights, strict=True):
        least = found[-1] + (heights[len(found) - 1] + height) / 2 if found else y
        found.append(max(y, least))
    low = floor
    for number in range(len(found) - 1, -1, -1):
        found[number] = min(found[number], low - heights[number] / 2)
        low = found[number] - heights[number] / 2
    return found


def _placed(
    plan: CurvePlan, point: CurvePoint, reach: tuple[float, float], taken: Sequence[Box], pen: Pen
) -> tuple[Block, Box] | None:
    """The first wording and side at which a title is free; None: at none."""
    for width in WIDTHS:
        block = pen.narrow(point.title, aligned(SMALL, "center"), width)
        if len(block.lines) > 2:
            continue
        for box in _sides(point, block):
            inside = reach[0] <= box.x and box.right <= reach[1]
            level = plan.top - HEAD <= box.y and box.bottom <= plan.bottom + FOOT
            if inside and level and not any(_touch(box, other) for other in taken):
                return block, box
    return None


def _sides(point: CurvePoint, block: Block) -> Iterator[Box]:
    """Above and below, in the middle first; a bad feeling is rather named below."""
    above, below = point.y - DOT - GAP - block.height, point.y + DOT + GAP
    ys = (below, above) if point.feeling < 0 else (above, below)
    middle = point.x - block.width / 2
    for y in ys:
        yield Box(middle, y, block.width, block.height)
    for y in ys:
        for x in (point.x - DOT, point.x + DOT - block.width):
            yield Box(x, y, block.width, block.height)


def _obstacles(plan: CurvePlan, left: float, right: float) -> Iterator[Box]:
    """Every point and bit of line in that reach."""
    for line in plan.lines:
        for a, b in pairwise(line.points):
            if a.x <= right and b.x >= left:
                for x, y in samples(a, b):
                    yield Box(x - 1.0, y - 1.0, 2.0, 2.0)
        for point in line.points:
            if left <= point.x <= right:
                yield Box(point.x - DOT - 0.5, point.y - DOT - 0.5, 2 * DOT + 1, 2 * DOT + 1)


def _near(box: Box, point: CurvePoint) -> bool:
    own = abs(box.cx - point.x) < 0.1 and abs(box.cy - point.y) < 0.1
    return not own and abs(box.cx - point.x) < WIDTHS[0]


def _touch(a: Box, b: Box) -> bool:
    return a.x < b.right + 1.5 and b.x < a.right + 1.5 and a.y < b.bottom and b.y < a.bottom
