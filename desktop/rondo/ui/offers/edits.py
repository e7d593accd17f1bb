"""What the table does to offers. Every function is part of one edit; nothing here knows Qt."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rondo.ui.offers.columns import Column
from rondofile.edits import Edit
from rondofile.enums import Architecture, CardKind, Experience
from rondofile.nouns import placements
from rondofile.records import Placement


def set_card(edit: Edit, keys: Sequence[str], kind: CardKind, ref: str | None, text: str = "") -> None:
    """The offers are for that: a segment, a situation, a part of a journey, or for something in own words."""
    fields: dict[str, Any] = {"card_kind": kind, "card_ref": ref}
    if kind is CardKind.ACTIVITY:
        fields["card_text"] = text
    placements.set_fields(edit, keys, **fields)


def set_row(
    edit: Edit, keys: Sequence[str], experience: Experience | None, column: Architecture | None
) -> None:
    """The offers stand in that row, each in its own column; one that has none gets `column`."""
    for key in keys:
        offer = edit.get(Placement, key)
        placements.move(edit, (key,), (experience, offer.architecture or column))


def set_column(edit: Edit, keys: Sequence[str], column: Architecture | None) -> None:
    """The offers stand in that column, each in its own row."""
    for key in keys:
        placements.move(edit, (key,), (edit.get(Placement, key).experience, column))


MOVES = frozenset({Column.EXPERIENCE, Column.ARCHITECTURE, Column.CELL})
"""Columns in which an answer moves an offer to another cell."""
