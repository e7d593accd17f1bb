"""Where chosen steps stand once they are in line, or evenly apart. Pure geometry, in points of the map.

Steps never leave their cells: sides are brought into line among the steps of one phase, heights among
those of one lane.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from enum import Enum
from itertools import pairwise

from msgspec import Struct

from rondo.figures.arranging.layout_values import Box


class Line(Enum):
    """What is brought into one line."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"
    TOP = "top"
    MIDDLE = "middle"
    BOTTOM = "bottom"

    @property
    def across(self) -> bool:
        """Whether steps move to the left and right for it."""
        return self in (Line.LEFT, Line.CENTER, Line.RIGHT)


class Standing(Struct, frozen=True):
    """A step with its picture: `column` and `row` are the keys of its phase and lane; a fixed one stays."""

    id: str
    column: object
    row: object
    box: Box
    fixed: bool = False


def aligned(steps: Iterable[Standing], line: Line) -> dict[str, tuple[float, float]]:
    """The upper left corners of the steps that have to move, so that those of a group share the line."""
    found: dict[str, tuple[float, float]] = {}
    for group in _groups(steps, lambda step: step.column if line.across else step.row):
        least = min((s.box.x if line.across else s.box.y) for s in group)
        most = max((s.box.right if line.across else s.box.bottom) for s in group)
        for step in group:
            box = step.box
            size = box.width if line.across else box.height
            at = {"LEFT": least, "TOP": least, "RIGHT": most - size, "BOTTOM": most - size}.get(
                line.name, (least + most - size) / 2
            )
            _note(found, step, (at, box.y) if line.across else (box.x, at))
    return found


def distributed(steps: Iterable[Standing], *, across: bool) -> dict[str, tuple[float, float]]:
    """The upper left corners of the steps between the outermost of a group, with equal gaps."""
    found: dict[str, tuple[float, float]] = {}
    for group in _groups(steps, lambda step: step.column if across else step.row):
        if len(group) < 3:
            continue
        group.sort(key=lambda s: (s.box.x, s.box.y) if across else (s.box.y, s.box.x))
        first, last = group[0].box, group[-1].box
        sizes = [s.box.width if across else s.box.height for s in group]
        room = (last.right - first.x if across else last.bottom - first.y) - sum(sizes)
        at, gap = (first.x if across else first.y), room / (len(group) - 1)
        for step, size in zip(group[:-1], sizes, strict=False):
            _note(found, step, (at, step.box.y) if across else (step.box.x, at))
            at += size + gap
    return found


def spread(steps: Iterable[Standing], *, across: bool) -> bool:
    """Whether any group is large enough to be spread evenly."""
    groups = _groups(steps, lambda step: step.column if across else step.row)
    return any(len(group) > 2 for group in groups)


def gaps(boxes: Iterable[Box], *, across: bool) -> list[float]:
    """The distances between boxes beside each other, from the first to the last."""
    order = sorted(boxes, key=lambda box: box.x if across else box.y)
    return [b.x - a.right if across else b.y - a.bottom for a, b in pairwise(order)]


def _groups(steps: Iterable[Standing], key: Callable[[Standing], object]) -> list[list[Standing]]:
    found: dict[object, list[Standing]] = {}
    for step in steps:
        found.setdefault(key(step), []).append(step)
    return [group for group in found.values() if len(group) > 1]


def _note(found: dict[str, tuple[float, float]], step: Standing, at: tuple[float, float]) -> None:
    moved = abs(at[0] - step.box.x) + abs(at[1] - step.box.y) > 0.5
    if moved and not step.fixed:
        found[step.id] = at


def offsets(
    moved: Mapping[str, tuple[float, float]], origin: Callable[[str], tuple[float, float]]
) -> dict[str, tuple[int, int]]:
    """Corners of the map as offsets inside the cells, whose corners `origin` knows."""
    found = {}
    for key, (x, y) in moved.items():
        left, top = origin(key)
        found[key] = max(round(x - left), 0), max(round(y - top), 0)
    return found
