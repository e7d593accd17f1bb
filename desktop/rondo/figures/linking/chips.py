"""Labels on links: a chip lies on its link, over no card, no other chip and, if it can be, no other link."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Protocol

from msgspec import Struct

from rondo.figures.arranging.layout_values import Box
from rondo.figures.linking.route_field import Point

HEAD_ROOM = 8.0
TAIL_ROOM = 3.0
CARD_MARGIN = 1.5
CHIP_MARGIN = 2.0
OVER_LINK, OVER_CORNER = 1000.0, 600.0
CLOSE = 2.0
RING, NEAR_RINGS, FAR_RINGS = 4.0, 10, 150
_AROUND = ((0, -1), (0, 1), (1, 0), (-1, 0), (1, -1), (-1, 1), (1, 1), (-1, -1))
_ACROSS, _NEAR = (0.0, 0.12, -0.12, 0.22, -0.22, 0.3, -0.3, 0.45, -0.45), 5
"""By which shares of its width a chip may lie to one side of an upright link; if need be, by more."""
_ALONG = (0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.1, 0.9, 0.0, 1.0)


class Wanted(Struct, frozen=True):
    """A chip of that size on the link of that key."""

    key: str
    width: float
    height: float


class Lack(Struct, frozen=True):
    """A chip that found no place: the middle of its link's longest segment, whether that is level, and
    how long it is."""

    key: str
    x: float
    y: float
    level: bool
    reach: float = 0.0


class Chips(Struct, frozen=True):
    """Where the chips lie. `over_links` counts those that could not avoid another link."""

    places: Mapping[str, Box]
    lacks: tuple[Lack, ...]


class Surroundings(Protocol):
    """What a chip must and should keep clear of."""

    def is_free(self, box: Box, beside_card: float, beside_chip: float) -> bool:
        """Whether no card and no chip comes nearer than these margins."""

    def over(self, box: Box) -> int:
        """How many segments of other links run under a chip there."""

    def corners(self, box: Box) -> int:
        """How many corners of other links a chip there would hide."""


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
        others = (other for key, other in routes.items() if key != chip.key)
        box = place_chip(chip, route, _Listed(others, blocked, [*places.values()]), inside, force=force)
        if box is None:
            lacks.append(_lack(chip.key, route))
        else:
            places[chip.key] = box
    return Chips(places, tuple(lacks))


def place_chip(
    chip: Wanted, route: tuple[Point, ...], around: Surroundings, inside: Box, *, force: bool
) -> Box | None:
    """The place of one chip on its link; without one, and if need be, beside it."""
    box = _best(chip, route, around, inside, aside=force)
    if force and (box is None or around.corners(box)):
        return _beside(chip, route, around, inside, box)
    return box


class _Listed:
    """Surroundings of few things, each looked at."""

    def __init__(self, routes: Iterable[tuple[Point, ...]], cards: list[Box], chips: list[Box]) -> None:
        self._cards, self._chips = cards, chips
        self._segments: list[tuple[Point, Point]] = []
        self._corners: list[Point] = []
        for route in routes:
            self._segments += pairwise(route)
            self._corners += route[1:-1]

    def is_free(self, box: Box, beside_card: float, beside_chip: float) -> bool:
        return not (_meets(box, self._cards, beside_card) or _meets(box, self._chips, beside_chip))

    def over(self, box: Box) -> int:
        return _over(box, self._segments)

    def corners(self, box: Box) -> int:
        return corners_in(box, self._corners)


def corners_in(box: Box, corners: Iterable[Point]) -> int:
    """How many of these points lie under a chip."""
    left, right, top, bottom = box.x - 1, box.right + 1, box.y - 1, box.bottom + 1
    return sum(left < x < right and top < y < bottom for x, y in corners)


def _best(
    chip: Wanted, route: tuple[Point, ...], around: Surroundings, inside: Box, *, aside: bool
) -> Box | None:
    """The cheapest free place; places are tried from the cheapest on, so that most are never looked at."""
    best: tuple[float, Box] | None = None
    for cost, box in sorted(_places(chip, route, aside=aside), key=lambda place: place[0]):
        if best and cost >= best[0]:
            break
        if not _within(box, inside) or not around.is_free(box, CARD_MARGIN, CHIP_MARGIN):
            continue
        whole = cost + OVER_LINK * around.over(box)
        if not best or whole < best[0]:
            whole += OVER_CORNER * around.corners(box)
        if best is None or whole < best[0]:
            best = (whole, box)
    return best[1] if best else None


def _meets(box: Box, others: Iterable[Box], margin: float) -> bool:
    """Whether a box comes nearer than the margin to any of the others."""
    left, right = box.x - margin, box.x + box.width + margin
    top, bottom = box.y - margin, box.y + box.height + margin
    for other in others:
        beside = other.x >= right or other.x + other.width <= left
        if not beside and other.y < bottom and other.y + other.height > top:
            return True
    return False


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
            for off in _ACROSS[: None if aside else _NEAR] if not level else (0.0,):
                left = x - chip.width * (0.5 + off)
                yield cost + 20 * abs(off), Box(left, y - chip.height / 2, chip.width, chip.height)


def _beside(
    chip: Wanted, route: tuple[Point, ...], around: Surroundings, inside: Box, found: Box | None
) -> Box:
    """The nearest free place beside the link and over no other; a little further the nearest over no card
    and no chip. `found`: a place on the link, better than one far off it."""
    middles = [((a[0] + b[0]) / 2, (a[1] + b[1]) / 2) for a, b in pairwise(route)]
    lack = _lack(chip.key, route)
    middles = [(lack.x, lack.y), *middles]
    close = [*_sides(chip, route), *_rings(chip, middles, 1, NEAR_RINGS)]
    free = [spot for spot in close if _within(spot, inside) and around.is_free(spot, 0.5, 0.5)]
    for spot in free:
        if not around.over(spot):
            return spot
    if found is not None or free:
        return found or free[0]
    for spot in _rings(chip, middles[:1], NEAR_RINGS, FAR_RINGS):
        if _within(spot, inside) and around.is_free(spot, 0.5, 0.5):
            return spot
    return Box(lack.x - chip.width / 2, lack.y - chip.height / 2, chip.width, chip.height)


def _sides(chip: Wanted, route: tuple[Point, ...]) -> Iterator[Box]:
    """Places close beside the middles of the segments of a link, of the longest first."""
    by_length = sorted(pairwise(route), key=lambda s: -abs(s[0][0] - s[1][0]) - abs(s[0][1] - s[1][1]))
    for (a, b), (c, d) in by_length:
        x, y = (a + c) / 2, (b + d) / 2
        level = abs(b - d) < 0.01
        dx, dy = (0.0, chip.height / 2 + CLOSE) if level else (chip.width / 2 + CLOSE, 0.0)
        for sign in (-1, 1) if level else (1, -1):
            left, top = x + sign * dx - chip.width / 2, y + sign * dy - chip.height / 2
            yield Box(left, top, chip.width, chip.height)


def _rings(chip: Wanted, middles: Sequence[Point], first: int, last: int) -> Iterator[Box]:
    """Places on ever wider rings around points of a link."""
    for ring in range(first, last):
        reach = ring * RING
        for x, y in middles:
            for dx, dy in _AROUND:
                left, top = x + dx * reach - chip.width / 2, y + dy * reach - chip.height / 2
                yield Box(left, top, chip.width, chip.height)


def _within(box: Box, inside: Box) -> bool:
    across = inside.x <= box.x and box.right <= inside.right
    return across and inside.y <= box.y and box.bottom <= inside.bottom


def _over(box: Box, segments: Iterable[tuple[Point, Point]]) -> int:
    """How many of these segments run under the chip."""
    left, right, top, bottom = box.x - 1, box.x + box.width + 1, box.y - 1, box.y + box.height + 1
    count = 0
    for (x1, y1), (x2, y2) in segments:
        beside = (x1 >= right and x2 >= right) or (x1 <= left and x2 <= left)
        count += not beside and (y1 < bottom or y2 < bottom) and (y1 > top or y2 > top)
    return count


def _lack(key: str, route: tuple[Point, ...]) -> Lack:
    a, b = max(pairwise(route), key=lambda s: abs(s[0][0] - s[1][0]) + abs(s[0][1] - s[1][1]))
    reach = abs(a[0] - b[0]) + abs(a[1] - b[1])
    return Lack(key, (a[0] + b[0]) / 2, (a[1] + b[1]) / 2, abs(a[1] - b[1]) < 0.01, reach)
