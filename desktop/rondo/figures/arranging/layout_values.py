"""The values a layout is made from and of: nodes, boxes, bands, distances. Lengths are points."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

Sides = tuple[float, float, float, float]
"""Lengths at the left, above, at the right and below."""
NONE: Sides = (0.0, 0.0, 0.0, 0.0)


class Node(Struct, frozen=True):
    """A step to place. `phase` and `lane` are indexes; None = not sorted yet, it is left over.

    `x`, `y` are offsets inside its phase x lane cell, both or neither; a locked node never gives way."""

    id: str
    phase: int | None
    lane: int | None
    width: float
    height: float
    x: float | None = None
    y: float | None = None
    locked: bool = False
    over: Sides = NONE
    """What hangs over its sides, such as notes: room is made for it, too."""

    @property
    def whole(self) -> float:
        """Its height with what hangs over."""
        return self.over[1] + self.height + self.over[3]

    @property
    def fixed(self) -> bool:
        """Whether it has a place of its own."""
        return self.x is not None and self.y is not None


class Box(Struct, frozen=True):
    """Where a node stands."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    @property
    def cx(self) -> float:
        return self.x + self.width / 2

    @property
    def cy(self) -> float:
        return self.y + self.height / 2


class Band(Struct, frozen=True):
    """A stretch of one axis: a phase or a sub-column across, a lane down."""

    start: float
    size: float

    @property
    def end(self) -> float:
        return self.start + self.size


class Spacing(Struct, frozen=True):
    """Distances in points. `gaps` widens the gap before a sub-column, `boundaries` the top of a lane
    (index = number of lanes: the bottom of the last), where links and their labels need more room.
    `lane_least` are heights that single lanes need for their names."""

    column: float = 14.0
    row: float = 12.0
    pad_x: float = 8.0
    pad_y: float = 9.0
    min_phase: float = 64.0
    min_lane: float = 40.0
    gaps: Mapping[int, float] = field(default_factory=dict)
    boundaries: Mapping[int, float] = field(default_factory=dict)
    rows: float = 0.0
    lane_least: Mapping[int, float] = field(default_factory=dict)
