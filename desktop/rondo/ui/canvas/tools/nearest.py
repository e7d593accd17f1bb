"""Which thing lies next in a direction: what the arrow keys choose."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from PySide6.QtCore import QRectF

ASIDE = 2.5
"""How much more a point aside counts than one ahead."""


class Direction(Enum):
    """Where to; the value is the way across and down."""

    LEFT = (-1, 0)
    RIGHT = (1, 0)
    UP = (0, -1)
    DOWN = (0, 1)


def nearest(boxes: Mapping[str, QRectF], start: QRectF, towards: Direction, but: str = "") -> str | None:
    """The box that lies nearest ahead of the start, seen from its middle; None where none lies ahead."""
    found: tuple[float, str] | None = None
    for key, box in boxes.items():
        distance = _distance(start, box, towards)
        if key != but and distance is not None and (found is None or distance < found[0]):
            found = (distance, key)
    return found[1] if found else None


def _distance(start: QRectF, box: QRectF, towards: Direction) -> float | None:
    across, down = towards.value
    way = box.center() - start.center()
    ahead = way.x() * across + way.y() * down
    if ahead <= 1:
        return None
    if across:
        aside = _gap(start.top(), start.bottom(), box.top(), box.bottom())
        tie = abs(way.y())
    else:
        aside = _gap(start.left(), start.right(), box.left(), box.right())
        tie = abs(way.x())
    return ahead + ASIDE * aside + tie / 4


def _gap(a1: float, a2: float, b1: float, b2: float) -> float:
    """How far two stretches of one axis are apart; 0 where they overlap."""
    return max(b1 - a2, a1 - b2, 0.0)
