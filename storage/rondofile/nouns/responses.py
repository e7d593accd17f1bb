"""Edits of the response grid: what each of the four experiences would do at a step."""

from __future__ import annotations

from typing import Any

from rondofile.edits import Edit
from rondofile.enums import Experience
from rondofile.ids import fresh_id
from rondofile.records import Response


def put(edit: Edit, step: str, experience: Experience, **fields: Any) -> Response:
    """The cell of that step and that experience is there, the named fields have those values."""
    there = edit.rows(Response, "step = ? AND experience = ?", (step, experience))
    if there:
        return edit.change(Response, there[0].id, **fields)
    position = edit.next_position(Response, "step = ?", (step,))
    response = Response(id=fresh_id(), step=step, position=position, experience=experience, **fields)
    edit.insert(response)
    return edit.get(Response, response.id)


def delete(edit: Edit, *keys: str) -> None:
    """The cells are empty."""
    edit.delete(Response, *keys)
