"""Edits of lanes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rondofile.edits import Edit
from rondofile.enums import LaneRole
from rondofile.ids import fresh_id
from rondofile.nouns.ordering import reorder
from rondofile.records import Lane, Step


def add(edit: Edit, journey: str, name: str, role: LaneRole = LaneRole.CUSTOMER, **fields: Any) -> Lane:
    """A new lane stands below the others."""
    position = edit.next_position(Lane, "journey = ?", (journey,))
    lane = Lane(id=fresh_id(), journey=journey, position=position, name=name, role=role, **fields)
    edit.insert(lane)
    return edit.get(Lane, lane.id)


def set_fields(edit: Edit, key: str, **fields: Any) -> Lane:
    """The named fields of the lane have those values."""
    return edit.change(Lane, key, **fields)


def set_order(edit: Edit, journey: str, keys: Sequence[str]) -> None:
    """The lanes of the journey stand in that order."""
    reorder(edit, Lane, keys, edit.rows(Lane, "journey = ?", (journey,)))


def delete(edit: Edit, key: str, into: str | None = None) -> None:
    """The lane is gone; its steps stand in the other lane, or wait in the inbox."""
    for step in edit.rows(Step, "lane = ?", (key,)):
        edit.change(Step, step.id, lane=into, x=None, y=None)
    edit.delete(Lane, key)
