"""A way found corner by corner (A* on the lines beside all boxes) where no simple way is free."""

from __future__ import annotations

import heapq
from collections.abc import Iterator

from rondo.figures.arranging.layout_values import Box
from rondo.figures.linking.route_field import CLEAR, Field, Point
from rondo.figures.linking.route_shapes import Ends, port

TURN = 13.0
MANY, MOST_SEEN, HASTE = 160, 60_000, 2.0
"""Among more boxes a way is found in haste: not always the shortest one."""
_STEPS = ((1, 0), (-1, 0), (0, 1), (0, -1))
_SIDE = {(1, 0): "right", (-1, 0): "left", (0, 1): "bottom", (0, -1): "top"}

State = tuple[int, int, int]


def detour(field: Field, source: Box, target: Box, start: str, goal: str) -> tuple[list[Point], Ends]:
    """The cheapest way along box borders and channels; straight through only if the target is walled in.

    Among very many boxes the channels are tried first, with the borders of the two ends."""
    everything = list(field.boxes.values())
    many = len(everything) > MANY
    for boxes in ([source, target], everything) if many else (everything,):
        across = _lines([b.x for b in boxes], [b.right for b in boxes], field.xs)
        down = _lines([b.y for b in boxes], [b.bottom for b in boxes], field.ys)
        xs = sorted({*across, source.cx, target.cx})
        ys = sorted({*down, source.cy, target.cy})
        walk = _Walk(field, xs, ys, start, goal, HASTE if many else 1.0)
        found = walk.find((source.cx, source.cy), (target.cx, target.cy))
        if found is not None:
            return _between_borders(found, source, target)
    p, q = port(source, "right"), port(target, "left")
    middle = (p[0] + q[0]) / 2
    return [p, (middle, p[1]), (middle, q[1]), q], Ends("right", "left")


class _Walk:
    """Shortest way on a grid of lines; the state is a place and the direction one came by."""

    def __init__(
        self, field: Field, xs: list[float], ys: list[float], start: str, goal: str, haste: float
    ) -> None:
        self._field, self._xs, self._ys, self._own = field, xs, ys, (start, goal)
        self._haste = haste

    def find(self, start: Point, goal: Point) -> list[Point] | None:
        first = (self._xs.index(start[0]), self._ys.index(start[1]))
        last = (self._xs.index(goal[0]), self._ys.index(goal[1]))
        heap: list[tuple[float, float, State]] = [(0.0, 0.0, (*first, way)) for way in range(4)]
        costs: dict[State, float] = {state: 0.0 for _, _, state in heap}
        came: dict[State, State] = {}
        while heap and len(came) < MOST_SEEN:
            _, cost, state = heapq.heappop(heap)
            if state[:2] == last:
                return self._trace(state, came)
            if cost > costs[state]:
                continue
            for following, price in self._onward(state):
                total = cost + price
                if total < costs.get(following, float("inf")):
                    costs[following], came[following] = total, state
                    left = abs(self._xs[following[0]] - goal[0]) + abs(self._ys[following[1]] - goal[1])
                    heapq.heappush(heap, (total + left * self._haste, total, following))
        return None

    def _onward(self, state: State) -> Iterator[tuple[State, float]]:
        column, row, way = state
        here = (self._xs[column], self._ys[row])
        for other, (dx, dy) in enumerate(_STEPS):
            if (dx, dy) == (-_STEPS[way][0], -_STEPS[way][1]):
                continue
            nx, ny = column + dx, row + dy
            if not (0 <= nx < len(self._xs) and 0 <= ny < len(self._ys)):
                continue
            there = (self._xs[nx], self._ys[ny])
            if not self._field.inside(there) or self._field.hits(here, there, self._own):
                continue
            step = abs(here[0] - there[0]) + abs(here[1] - there[1])
            yield (nx, ny, other), step + (TURN if other != way else 0.0)

    def _trace(self, state: State, came: dict[State, State]) -> list[Point]:
        points = [(self._xs[state[0]], self._ys[state[1]])]
        while state in came:
            state = came[state]
            points.append((self._xs[state[0]], self._ys[state[1]]))
        return points[::-1]


def _lines(low: list[float], high: list[float], channels: list[float]) -> set[float]:
    gap = CLEAR + 1.0
    return {*(v - gap for v in low), *(v + gap for v in high), *channels}


def _between_borders(points: list[Point], source: Box, target: Box) -> tuple[list[Point], Ends]:
    """The way without its parts inside the two boxes, and without corners that are none."""
    corners = [points[0]]
    for before, point, after in zip(points, points[1:], points[2:], strict=False):
        if (before[0] == point[0]) != (point[0] == after[0]):
            corners.append(point)
    corners.append(points[-1])
    while len(corners) > 2 and _within(corners[1], source):
        corners.pop(0)
    while len(corners) > 2 and _within(corners[-2], target):
        corners.pop()
    out, into = _towards(corners[0], corners[1]), _towards(corners[-1], corners[-2])
    corners[0] = _border(source, out, corners[1])
    corners[-1] = _border(target, into, corners[-2])
    return corners, Ends(out, into)


def _within(point: Point, box: Box) -> bool:
    return box.x <= point[0] <= box.right and box.y <= point[1] <= box.bottom


def _towards(a: Point, b: Point) -> str:
    dx, dy = b[0] - a[0], b[1] - a[1]
    return _SIDE[((dx > 0) - (dx < 0), 0) if abs(dx) > abs(dy) else (0, (dy > 0) - (dy < 0))]


def _border(box: Box, side: str, along: Point) -> Point:
    """Where a line towards `along` leaves the box by that side."""
    if side in ("left", "right"):
        return (box.right if side == "right" else box.x, along[1])
    return (along[0], box.bottom if side == "bottom" else box.y)
