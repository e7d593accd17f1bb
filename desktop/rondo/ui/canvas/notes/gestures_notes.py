"""What gestures on notes do to the records. Every function is one edit; nothing here knows Qt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct

from rondofile.edits import Edit
from rondofile.nouns import notes
from rondofile.records import Note


class Spot(Struct, frozen=True):
    """Where a note is: so far from the corner of the step that it follows, or of the map."""

    step: str | None
    x: int
    y: int


def add_note(edit: Edit, journey: str, text: str, spot: Spot) -> str:
    """A new note stands there; its id."""
    return notes.add(edit, journey, text, step=spot.step, x=spot.x, y=spot.y).id


def put(edit: Edit, spots: Mapping[str, Spot]) -> None:
    """The notes stand there, each with what it follows."""
    for key, spot in spots.items():
        edit.change(Note, key, step=spot.step, x=spot.x, y=spot.y)


def write(edit: Edit, key: str, text: str) -> None:
    """The note says that."""
    notes.set_fields(edit, key, text=text)


def copy_of(edit: Edit, keys: Iterable[str], by: int) -> list[str]:
    """Each note is there twice, the copy so far to the right and down; the ids of the copies."""
    found = [edit.get(Note, key) for key in keys]
    return [
        notes.add(edit, note.journey, note.text, step=note.step, x=note.x + by, y=note.y + by).id
        for note in found
    ]
