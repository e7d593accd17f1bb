"""What gestures on lanes do to the records. Every function is one edit; nothing here knows Qt."""

from __future__ import annotations

from rondofile.edits import Edit
from rondofile.enums import LaneRole
from rondofile.nouns import lanes, steps
from rondofile.records import Lane, Step


def add_lane(edit: Edit, journey: str, name: str, role: LaneRole, place: int) -> Lane:
    """A new lane stands at that place in the order, from 0."""
    order = [lane.id for lane in edit.rows(Lane, "journey = ?", (journey,))]
    lane = lanes.add(edit, journey, name, role)
    lanes.set_order(edit, journey, [*order[:place], lane.id, *order[place:]])
    return edit.get(Lane, lane.id)


def put_at(edit: Edit, key: str, place: int) -> None:
    """The lane stands at that place in the order of the others."""
    journey = edit.get(Lane, key).journey
    order = [lane.id for lane in edit.rows(Lane, "journey = ?", (journey,)) if lane.id != key]
    lanes.set_order(edit, journey, [*order[:place], key, *order[place:]])


def set_height(edit: Edit, key: str, height: int | None) -> None:
    """The lane is at least so many points high; None: as high as its steps need."""
    lanes.set_fields(edit, key, height=height)


def remove(edit: Edit, key: str, *, with_steps: bool) -> None:
    """The lane is gone; its steps too, or they wait in the inbox."""
    if with_steps:
        steps.delete(edit, *(step.id for step in edit.rows(Step, "lane = ?", (key,))))
    lanes.delete(edit, key)
