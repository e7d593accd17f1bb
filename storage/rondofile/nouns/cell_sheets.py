"""Edits of what we thought of a cell of the matrix ourselves."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from rondofile.edits import Edit
from rondofile.enums import Architecture, Experience
from rondofile.ids import fresh_id
from rondofile.records import CellSheet


def write(edit: Edit, experience: Experience, architecture: Architecture, **fields: Any) -> None:
    """The named texts of that cell are those; a sheet on which nothing is left is gone."""
    cell = (experience.value, architecture.value)
    there = edit.rows(CellSheet, "experience = ? AND architecture = ?", cell)
    if not there:
        sheet = CellSheet(
            id=fresh_id(),
            position=edit.next_position(CellSheet),
            experience=experience,
            architecture=architecture,
        )
        if _says_something(replace(sheet, **fields)):
            edit.insert(replace(sheet, **fields))
    elif _says_something(edit.change(CellSheet, there[0].id, **fields)):
        return
    else:
        edit.delete(CellSheet, there[0].id)


def _says_something(sheet: CellSheet) -> bool:
    return any(text.strip() for text in (sheet.idea, sheet.incentives, sheet.information))
