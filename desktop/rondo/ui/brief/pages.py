"""Where the pages of the preview stand: one under the other, each as large as the zoom says."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

GAP = 16
"""Pixels between pages and around them, at 100 % text."""
LEAST, MOST = 0.15, 6.0
"""Pixels a point."""
STEP = 1.25

Size = tuple[float, float]
Anchor = tuple[int, float] | None
"""A page, and how far down it; None before there are pages."""


class Place(Struct, frozen=True):
    """Where a page stands and how large it is, in pixels."""

    top: int
    width: int
    height: int
    zoom: float


def places(sizes: Sequence[Size], room: Size, zoom: str, gap: int, actual: float) -> tuple[Place, ...]:
    """The places of pages of those sizes in points, in a room of that size in pixels.

    `zoom`: "width" fits each page in the width of the room, "page" also in its height, a number is a share of
    the actual size, at which a point takes `actual` pixels."""
    found: list[Place] = []
    top = gap
    for size in sizes:
        scale = zoom_of(size, room, zoom, gap, actual)
        place = Place(top, max(round(size[0] * scale), 1), max(round(size[1] * scale), 1), scale)
        found.append(place)
        top += place.height + gap
    return tuple(found)


def zoom_of(size: Size, room: Size, zoom: str, gap: int, actual: float) -> float:
    """How many pixels a point of that page takes."""
    across = (room[0] - 2 * gap) / size[0]
    if zoom == "page":
        wanted = min(across, (room[1] - 2 * gap) / size[1])
    else:
        try:
            wanted = float(zoom) * actual
        except ValueError:
            wanted = across
    return min(max(wanted, LEAST), MOST)


def page_at(places: Sequence[Place], y: float) -> int:
    """The page at that height; the one above where there is none. 0 without pages."""
    return max(sum(place.top <= y for place in places) - 1, 0)


def anchor_at(places: Sequence[Place], y: float) -> Anchor:
    """The page at that height, and how far down it that is as a share of its height; below it more than 1."""
    if not places:
        return None
    page = page_at(places, y)
    return page, (y - places[page].top) / places[page].height


def height_of(places: Sequence[Place], anchor: Anchor) -> int:
    """Where the anchor is now; at the end of the last page where its own is gone."""
    if not places or anchor is None:
        return 0
    page, share = anchor
    if page >= len(places):
        page, share = len(places) - 1, 1.0
    return round(places[page].top + share * places[page].height)
