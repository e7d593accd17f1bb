"""Parallel links drawn apart: segments that lie on each other take tracks of their own.

Ports spread by the same rule, because the end segments of links are segments too: they may move along
the side of their box, all others as far as the free space beside them goes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Protocol

from msgspec import Struct

from rondo.figures.arranging.layout_values import Box
from rondo.figures.linking.route_field import Bounds, Point
from rondo.figures.linking.route_shapes import INSET, Ends

REACH = 60.0
KEEP = 3.0
TAIL_LEG, HEAD_LEG = 4.0, 8.0


class Track(Struct):
    """A link while its corners still move."""

    key: str
    source: str
    target: str
    ends: Ends
    points: list[list[float]]


class _Piece(Struct):
    """One segment: its place across, its reach along, how far it may move, where its legs go."""

    track: Track
    number: int
    at: float
    start: float
    end: float
    low: float
    high: float
    start_leg: int
    end_leg: int
    held: bool = False


class Ground(Protocol):
    """Where tracks may move: the bounds of all, and which boxes stand near a segment."""

    bounds: Bounds

    def near(self, a: Point, b: Point, margin: float) -> Iterable[str]: ...


def spread(
    tracks: Sequence[Track],
    boxes: Mapping[str, Box],
    ground: Ground,
    *,
    reserve: float,
    apart: float,
    fixed: Sequence[Track] = (),
) -> Iterator[None]:
    """Moves the corners of the tracks so that no two segments lie on each other where there is room.

    In parts: whoever takes the next moves something on. Fixed tracks stay where they are."""
    for axis in (1, 0, 1):
        pieces = []
        for track in tracks:
            pieces += _pieces(track, axis, boxes, ground, reserve)
            yield
        still = [_held(piece) for track in fixed for piece in _pieces(track, axis, boxes, ground, reserve)]
        for cluster in _clusters([*pieces, *still], apart):
            held = [piece for piece in cluster if piece.held]
            if held:
                _fill(cluster, held, axis, apart)
            else:
                _separate(cluster, axis, apart)
            yield


def _held(piece: _Piece) -> _Piece:
    piece.held = True
    return piece


def _fill(cluster: list[_Piece], held: list[_Piece], axis: int, apart: float) -> None:
    """Every segment takes the free track nearest to where it is, beside those that are held."""
    for piece in _in_order(cluster):
        if piece.held:
            continue
        near = [other for other in held if _overlap(piece, other)]
        spots = [piece.at, *(other.at + side * apart for other in near for side in (1, -1))]
        spots = [min(max(at, piece.low), piece.high) for at in spots]
        piece.at = min(spots, key=lambda at: (_crowding(at, near, apart), abs(at - piece.at), at))
        _move(piece, axis)
        held = [*held, piece]


def _crowding(at: float, near: list[_Piece], apart: float) -> float:
    """How much a segment there lies upon others."""
    return round(sum(max(apart - 0.01 - abs(at - other.at), 0.0) for other in near), 3)


def _move(piece: _Piece, axis: int) -> None:
    for corner in (piece.number, piece.number + 1):
        piece.track.points[corner][axis] = piece.at


def _pieces(
    track: Track, axis: int, boxes: Mapping[str, Box], ground: Ground, reserve: float
) -> list[_Piece]:
    """The segments of a link that lie across the axis: 1 = level ones, which move up and down."""
    found, along = [], 1 - axis
    for number in range(len(track.points) - 1):
        a, b = track.points[number], track.points[number + 1]
        if abs(a[axis] - b[axis]) > 0.01 or abs(a[along] - b[along]) < 0.01:
            continue  # the other way, or a point: moved, it would tear its neighbours askew
        start, end = min(a[along], b[along]), max(a[along], b[along])
        low, high = _room(track, number, axis, boxes, ground, reserve)
        before = track.points[number - 1][axis] - a[axis] if number else 0.0
        after = track.points[number + 2][axis] - b[axis] if number + 2 < len(track.points) else 0.0
        legs = (_sign(before), _sign(after))
        if a[along] > b[along]:
            legs = legs[::-1]
        found.append(_Piece(track, number, a[axis], start, end, low, high, *legs))
    return found


def _room(
    track: Track, number: int, axis: int, boxes: Mapping[str, Box], ground: Ground, reserve: float
) -> tuple[float, float]:
    """Between which lines a segment may move without touching a box."""
    a, b = track.points[number], track.points[number + 1]
    at = a[axis]
    low, high = at - REACH, at + REACH
    own = set()
    for first, key, side in (
        (0, track.source, track.ends.out),
        (len(track.points) - 2, track.target, track.ends.into),
    ):
        if number == first:
            own.add(key)
            start, end = _side(boxes[key], axis, side, reserve)
            low, high = max(low, min(start, at)), min(high, max(end, at))
    stretch = [list(a), list(b)]
    stretch[0][axis], stretch[1][axis] = low, high
    for key in ground.near((stretch[0][0], stretch[0][1]), (stretch[1][0], stretch[1][1]), 0.5):
        if key in own:
            continue
        box = boxes[key]
        start, end = (box.y, box.bottom) if axis else (box.x, box.right)
        if end <= at:
            low = max(low, min(end + KEEP, at))
        elif start >= at:
            high = min(high, max(start - KEEP, at))
    low, high = _with_legs(track, number, axis, low, high)
    edge = (ground.bounds[axis], ground.bounds[axis + 2])
    return max(low, min(edge[0], at)), min(high, max(edge[1], at))


def _with_legs(track: Track, number: int, axis: int, low: float, high: float) -> tuple[float, float]:
    """The room left when the legs at both ends of a link keep the length that a head needs."""
    at, last = track.points[number][axis], len(track.points) - 1
    for leg, end, least in ((1, track.points[0], TAIL_LEG), (last - 2, track.points[last], HEAD_LEG)):
        if number == leg and last > 2:
            if at < end[axis]:
                high = min(high, max(end[axis] - least, at))
            else:
                low = max(low, min(end[axis] + least, at))
    return low, high


def _side(box: Box, axis: int, side: str, reserve: float) -> tuple[float, float]:
    """The part of a side where links may land."""
    if axis:
        return box.y + INSET, box.bottom - INSET
    return box.x + INSET, box.right - (max(reserve, INSET) if side == "top" else INSET)


def _sign(value: float) -> int:
    return (value > 0.01) - (value < -0.01)


def _clusters(pieces: list[_Piece], apart: float) -> list[list[_Piece]]:
    """Groups of segments that touch each other's tracks, of different links."""
    pieces.sort(key=lambda p: (p.at, p.start, p.track.key))
    parent = list(range(len(pieces)))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    for i, one in enumerate(pieces):
        for j in range(i + 1, len(pieces)):
            if pieces[j].at - one.at >= apart:
                break
            if _overlap(one, pieces[j]):
                parent[root(j)] = root(i)
    groups: dict[int, list[_Piece]] = {}
    for i, piece in enumerate(pieces):
        groups.setdefault(root(i), []).append(piece)
    return [group for group in groups.values() if len(group) > 1]


def _overlap(a: _Piece, b: _Piece) -> bool:
    return a.track is not b.track and a.start < b.end + 1 and b.start < a.end + 1


def _separate(cluster: list[_Piece], axis: int, apart: float) -> None:
    """Gives every segment of a cluster its own track, in the order that crosses least."""
    order = _in_order(cluster)
    low, high = max(p.low for p in order), min(p.high for p in order)
    count = len(order) - 1
    step = min(apart, max(high - low, 0.0) / count) if high > low else apart
    middle = sum(p.at for p in order) / len(order)
    if high > low:
        middle = min(max(middle, low + step * count / 2), high - step * count / 2)
    wanted = [middle + (i - count / 2) * step for i in range(len(order))]
    for piece, at in zip(order, _fitted(order, wanted, step), strict=True):
        piece.at = at
        _move(piece, axis)


def _fitted(order: list[_Piece], wanted: list[float], step: float) -> list[float]:
    """The wanted places inside each segment's room, kept apart as far as the rooms allow."""
    places = [min(max(at, p.low), p.high) for p, at in zip(order, wanted, strict=True)]
    for i in range(1, len(order)):
        places[i] = min(max(places[i], places[i - 1] + step), max(order[i].high, places[i]))
    for i in range(len(order) - 2, -1, -1):
        places[i] = max(min(places[i], places[i + 1] - step), min(order[i].low, places[i]))
    return [min(max(at, p.low), p.high) for p, at in zip(order, places, strict=True)]


def _in_order(cluster: list[_Piece]) -> list[_Piece]:
    """From above to below (or left to right), those first that cross least there."""
    score = {id(p): 0 for p in cluster}
    for i, a in enumerate(cluster):
        for b in cluster[i + 1 :]:
            better = _crossings(b, a) - _crossings(a, b)
            verdict = (better > 0) - (better < 0)
            score[id(a)] -= verdict
            score[id(b)] += verdict
    return sorted(cluster, key=lambda p: (score[id(p)], p.start_leg + p.end_leg, p.at, p.track.key))


def _crossings(first: _Piece, second: _Piece) -> int:
    """How often two segments cross when the first lies above (left of) the second."""
    count = 0
    for at, leg in ((first.start, first.start_leg), (first.end, first.end_leg)):
        count += leg > 0 and second.start < at < second.end
    for at, leg in ((second.start, second.start_leg), (second.end, second.end_leg)):
        count += leg < 0 and first.start < at < first.end
    return count
