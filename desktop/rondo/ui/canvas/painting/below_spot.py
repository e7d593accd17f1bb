"""What of the bands below the map lies at a place."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import QPointF

from rondo.figures.below.curve_plan import CurvePlan, within
from rondo.strategy.journeys.feelings import LineKind


class Spot(Struct, frozen=True):
    """A place on the curve: the step there and its feeling now. `fixed`: it belongs to another journey."""

    step: str
    feeling: int | None
    segment: str | None
    fixed: bool = False


def spot_at(curve: CurvePlan | None, pos: QPointF, segment: str | None) -> Spot | None:
    """What of the curve lies there: a point of any line, else the place of a step on the line in front."""
    if curve is None or not (curve.area.y <= pos.y() <= curve.area.bottom):
        return None
    found = curve.point_at(pos.x(), pos.y(), segment)
    if found is not None:
        line, point = found
        return Spot(point.step, point.feeling, line.segment, line.kind is LineKind.TODAY)
    slot, front = curve.slot_at(pos.x()), curve.line_of(segment)
    if slot is None or front is None or pos.x() < curve.left:
        return None
    there = within(front.points, slot.x - 0.5, slot.x + 0.5)
    return Spot(slot.step, there[0].feeling if there else None, segment)
