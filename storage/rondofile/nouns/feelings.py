"""Edits of how other segments feel at a step."""

from __future__ import annotations

from rondofile.edits import Edit
from rondofile.ids import fresh_id
from rondofile.records import StepFeeling


def put(edit: Edit, step: str, segment: str, feeling: int | None) -> None:
    """That is how the segment feels at the step; None: nobody has said."""
    there = edit.rows(StepFeeling, "step = ? AND segment = ?", (step, segment))
    if feeling is None:
        edit.delete(StepFeeling, *(one.id for one in there))
    elif there:
        edit.change(StepFeeling, there[0].id, feeling=feeling)
    else:
        position = edit.next_position(StepFeeling, "step = ?", (step,))
        edit.insert(
            StepFeeling(id=fresh_id(), step=step, segment=segment, position=position, feeling=feeling)
        )
