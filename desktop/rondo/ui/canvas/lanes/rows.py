"""Where the lanes of a map lie: which border is near, which place in their order, how high they must be."""

from __future__ import annotations

from rondo.figures.arranging.layout_values import Box
from rondo.figures.maps.canvas_plan import MapPlan
from rondo.figures.maps.canvas_planner import PAD_Y, SPACING


def lanes_of(plan: MapPlan) -> list[tuple[str, Box]]:
    """The lanes from top to bottom with their rows; a map without lanes has none."""
    found = [(lane.id, plan.row(lane.id)) for lane in plan.facts.lanes if lane.id]
    return [(key, row) for key, row in found if row is not None]


def border_at(plan: MapPlan, y: float, reach: float) -> str | None:
    """The lane whose lower border lies within reach of that height."""
    near = [(abs(row.bottom - y), key) for key, row in lanes_of(plan) if abs(row.bottom - y) <= reach]
    return min(near)[1] if near else None


def place_at(plan: MapPlan, lane: str, y: float) -> int:
    """The place among the lanes that the lane has when its head is held at that height."""
    return sum(row.cy < y for key, row in lanes_of(plan) if key != lane)


def gap_before(plan: MapPlan, lane: str, place: int) -> float:
    """The height of the line above that place, were the lane put there."""
    others = [row for key, row in lanes_of(plan) if key != lane]
    if place < len(others):
        return others[place].y
    return others[-1].bottom if others else plan.top


def least_height(plan: MapPlan, lane: str) -> float:
    """How high the lane must at least be for its name and for its steps as they stand."""
    row, number = plan.row(lane), [one.id for one in plan.facts.lanes].index(lane)
    if row is None:
        return SPACING.min_lane
    held = [(step, plan.boxes[step.id]) for step in plan.facts.on_map if step.lane == number]
    ends = [box.bottom - row.y if step.y is not None else box.height + PAD_Y for step, box in held]
    name = plan.gutter.least().get(number, 0.0)
    return max([SPACING.min_lane, name, *(end + PAD_Y for end in ends)])
