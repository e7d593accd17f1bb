"""Edits of sticky notes: add, set, move, delete."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rondofile.edits import Edit
from rondofile.ids import fresh_id
from rondofile.records import Note


def add(edit: Edit, journey: str, text: str, **fields: Any) -> Note:
    """A new note stands on the map of the journey; `step` is the one that it follows."""
    position = edit.next_position(Note, "journey = ?", (journey,))
    note = Note(id=fresh_id(), journey=journey, position=position, text=text, **fields)
    edit.insert(note)
    return edit.get(Note, note.id)


def set_fields(edit: Edit, key: str, **fields: Any) -> Note:
    """The named fields of the note have those values."""
    return edit.change(Note, key, **fields)


def move(edit: Edit, places: Mapping[str, tuple[int, int]]) -> None:
    """The notes stand at those x, y, each from what it follows."""
    for key, (x, y) in places.items():
        edit.change(Note, key, x=x, y=y)


def delete(edit: Edit, *keys: str) -> None:
    """The notes are gone."""
    edit.delete(Note, *keys)
