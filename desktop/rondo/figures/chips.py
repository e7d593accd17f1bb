"""Labels on links: a chip lies on its link, over no card, no other chip and, if it can be, no other link."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rondo.figures.layout_values import Box
from rondo.figures.route_field import Point

HEAD_ROOM = 8.0
TAIL_ROOM = 3.0
CARD_MARGIN = 1.5
CHIP_MARGIN = 2.0
OVER_LINK = 1000.0
_ALONG = (0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.1, 0.9, 0.0, 1.0)


@dataclass(frozen=True, slots=True)
class Wanted:
    """A chip of that size on the link of that key."""

    key: str
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Lack:
    """A chip that found no place: the middle of its link's longest segment, and whether that is level."""

    key: str
    x: float
    y: float
    level: bool


@dataclass(frozen=True, slots=True)
class Chips:
    """Where the chips lie. `over_links` counts those that could not avoid another link."""

    places: Mapping[str, Box]
    lacks: tuple[Lack, ...]


def place_chips(
    routes: Mapping[str, tuple[Point, ...]],
    wanted: Sequence[Wanted],
    obstacles: Iterable[Box],
    inside: Box,
    *,
    force: bool = False,
) -> Chips:
    """A place inside that box for every chip that has one; the hardest to place come first.

    `force`: where the middle of a link does not do, a chip lies to one side of it, or in the nearest
    free place beside it."""
    blocked = list(obstacles)
    places: dict[str, Box] = {}
    lacks = []
    for chip in sorted(wanted, key=lambda w: (-w.width, w.key)):
        route = routes.get(chip.key)
        if route is None:
            continue
        box = _best(chip, route, routes, blocked, list(places.values()), inside, aside=force)
        if box is None and force:
            box = _beside(chip, route, [*blocked, *places.values()], inside)
        if box is None:
            lacks.append(_lack(chip.key, route))
        else:
            places[chip.key] = box
    return Chips(places, tuple(lacks))


def _best(
    chip: Wanted,
    route: tuple[Point, ...],
    routes: Mapping[str, tuple[Point, ...]],
    blocked: list[Box],
    taken: list[Box],
    inside: Box,
    *,
    aside: bool,
) -> Box | None:
    best: tuple[float, Box] | None = None
    for cost, box in _places(chip, route, aside=aside):
        if not _within(box, inside) or any(_near(box, other, CARD_MARGIN) for other in blocked):
            continue
        if any(_near(box, other, CHIP_MARGIN) for other in taken):
            continue
        crossed = sum(_over(box, other) for key, other in routes.items() if key != chip.key)
        whole = cost + OVER_LINK * crossed
        if best is None or whole < best[0]:
            best = (whole, box)
    return best[1] if best else None


def _places(chip: Wanted, route: tuple[Point, ...], *, aside: bool) -> Iterable[tuple[float, Box]]:
    """Places along the link, the middle of its longest segment first."""
    last = len(route) - 2
    for number, (a, b) in enumerate(pairwise(route)):
        level = abs(a[1] - b[1]) < 0.01
        reach = abs(a[0] - b[0]) if level else abs(a[1] - b[1])
        size = chip.width if level else chip.height
        start = TAIL_ROOM if number == 0 else 0.0
        end = HEAD_ROOM if number == last else 0.0
        free = reach - start - end - size
        if free < 0:
            continue
        for share in _ALONG:
            at = start + size / 2 + free * share
            part = at / reach
            x, y = a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part
            cost = 30 * abs(share - 0.5) - free * 0.05 + (8 if level else 0)
            for off in (0.0, 0.3, -0.3, 0.45, -0.45) if aside and not level else (0.0,):
                left = x - chip.width * (0.5 + off)
                yield cost + 20 * abs(off), Box(left, y - chip.height / 2, chip.width, chip.height)


def _beside(chip: Wanted, route: tuple[Point, ...], blocked: list[Box], inside: Box) -> Box:
    """The free place nearest to the middle of the link, on ever wider rings; beside it in any case."""
    lack = _lack(chip.key, route)
    box = Box(lack.x - chip.width / 2, lack.y - chip.height / 2, chip.width, chip.height)
    for ring in range(1, 60):
        reach = ring * 4.0
        for dx, dy in ((0, -1), (0, 1), (1, 0), (-1, 0), (1, -1), (-1, 1), (1, 1), (-1, -1)):
            spot = Box(box.x + dx * reach, box.y + dy * reach, box.width, box.height)
            if _within(spot, inside) and not any(_near(spot, other, 0.5) for other in blocked):
                return spot
    return box


def _within(box: Box, inside: Box) -> bool:
    across = inside.x <= box.x and box.right <= inside.right
    return across and inside.y <= box.y and box.bottom <= inside.bottom


def _near(a: Box, b: Box, margin: float) -> bool:
    return (
        a.x - margin < b.right
        and b.x - margin < a.right
        and a.y - margin < b.bottom
        and b.y - margin < a.bottom
    )


def _over(box: Box, route: tuple[Point, ...]) -> int:
    """How many segments of another link run under the chip."""
    return sum(
        min(a[0], b[0]) < box.right + 1
        and max(a[0], b[0]) > box.x - 1
        and min(a[1], b[1]) < box.bottom + 1
        and max(a[1], b[1]) > box.y - 1
        for a, b in pairwise(route)
    )


def _lack(key: str, route: tuple[Point, ...]) -> Lack:
    a, b = max(pairwise(route), key=lambda s: abs(s[0][0] - s[1][0]) + abs(s[0][1] - s[1][1]))
    return Lack(key, (a[0] + b[0]) / 2, (a[1] + b[1]) / 2, abs(a[1] - b[1]) < 0.01)
