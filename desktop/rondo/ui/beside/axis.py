"""Two maps that scroll as one: bands that belong together begin together, whatever their sizes. Points."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from msgspec import Struct

from rondo.figures.maps.canvas_plan import MapPlan
from rondo.strategy.changes.pairing import plain


class Axis(Struct, frozen=True, dict=True):
    """`bands` are the sizes of what belongs together in both maps; 0 where one has nothing of the kind."""

    bands: tuple[tuple[float, float], ...]

    @property
    def span(self) -> float:
        """How long the way is along which both are looked at."""
        return sum(max(band) for band in self.bands)

    def at(self, side: int, position: float) -> float:
        """Where in that map one is at a position of the way; never beyond the band that it lies in."""
        begun = 0.0
        for band in self.bands:
            whole = max(band)
            if position < whole:
                return begun + min(max(position, 0.0), band[side]) if position >= 0 else position
            position -= whole
            begun += band[side]
        return begun + position

    def of(self, side: int, place: float) -> float:
        """The position of the way at which a place of that map comes first."""
        ends = list(accumulate(band[side] for band in self.bands))
        way = 0.0
        for band, end in zip(self.bands, ends, strict=True):
            if place < end:
                return way + max(place - (end - band[side]), 0.0)
            way += max(band)
        return way


def across(plans: Sequence[MapPlan], margin: float) -> Axis:
    """The phases of two maps, or of one alone."""
    a, b = plans[0], plans[-1]
    bands = [(margin + a.left, margin + b.left)]
    bands += [(p.size, q.size) for p, q in zip(a.layout.phases, b.layout.phases, strict=True)]
    return Axis((*bands, (margin, margin)))


def down(plans: Sequence[MapPlan], margin: float) -> Axis:
    """The lanes of two maps, or of one alone, those of one name together; then their rails."""
    a, b = plans[0], plans[-1]
    bands = [(margin + a.top, margin + b.top), *_lanes(a, b)]
    rails = a.bottom - a.top - a.layout.height, b.bottom - b.top - b.layout.height
    return Axis((*bands, rails, (margin, margin)))


def _lanes(a: MapPlan, b: MapPlan) -> list[tuple[float, float]]:
    """Lanes that only one map has stand between those of both."""
    names = [plain(lane.name) for lane in b.facts.lanes]
    sizes, found, at = [band.size for band in b.layout.lanes], list[tuple[float, float]](), 0
    for lane, band in zip(a.facts.lanes, a.layout.lanes, strict=True):
        name = plain(lane.name)
        if name in names[at:]:
            there = names.index(name, at)
            found += [(0.0, size) for size in sizes[at:there]]
            found.append((band.size, sizes[there]))
            at = there + 1
        else:
            found.append((band.size, 0.0))
    return [*found, *((0.0, size) for size in sizes[at:])]
