"""Edits of offers in the matrix: place, move, set, delete, and other readings of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from msgspec.structs import replace

from rondofile.edits import Edit
from rondofile.enums import Architecture, Experience
from rondofile.ids import fresh_id
from rondofile.records import Placement, Reading

Cell = tuple[Experience | None, Architecture | None]


def place(edit: Edit, offer: str, cell: Cell, **fields: Any) -> Placement:
    """A new offer stands in the cell; no experience is off the grid, not connected yet."""
    placement = Placement(
        id=fresh_id(),
        position=edit.next_position(Placement),
        offer=offer,
        experience=cell[0],
        architecture=cell[1],
        **fields,
    )
    edit.insert(placement)
    return edit.get(Placement, placement.id)


def move(edit: Edit, keys: Iterable[str], cell: Cell) -> None:
    """The offers stand in that cell."""
    for key in keys:
        edit.change(Placement, key, experience=cell[0], architecture=cell[1])


def copy(edit: Edit, keys: Iterable[str], cell: Cell | None = None) -> tuple[Placement, ...]:
    """Copies of the offers with all their readings stand last in that cell; None: each in its own."""
    copies = []
    for key in keys:
        original = edit.get(Placement, key)
        there = cell or (original.experience, original.architecture)
        made = replace(
            original,
            id=fresh_id(),
            position=edit.next_position(Placement),
            experience=there[0],
            architecture=there[1],
        )
        readings = edit.rows(Reading, "placement = ?", (key,))
        edit.insert(made, *(replace(reading, id=fresh_id(), placement=made.id) for reading in readings))
        copies.append(made)
    return tuple(copies)


def set_fields(edit: Edit, keys: Iterable[str], **fields: Any) -> None:
    """The named fields of all those offers have those values."""
    for key in keys:
        edit.change(Placement, key, **fields)


def delete(edit: Edit, *keys: str) -> None:
    """The offers are gone."""
    edit.delete(Placement, *keys)


def set_readings(edit: Edit, key: str, readings: Iterable[tuple[Cell, str, str]]) -> None:
    """Exactly those (cell, source, reason) are the readings of the offer, in that order."""
    edit.delete(Reading, *(reading.id for reading in edit.rows(Reading, "placement = ?", (key,))))
    edit.insert(
        *(
            Reading(
                id=fresh_id(),
                placement=key,
                position=position,
                experience=cell[0],
                architecture=cell[1],
                source=source,
                reason=reason,
            )
            for position, (cell, source, reason) in enumerate(readings)
        )
    )
