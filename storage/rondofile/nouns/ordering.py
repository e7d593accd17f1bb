"""Order inside a list: positions from 0, rewritten only where they differ."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from msgspec.structs import replace

from rondofile.edits import Edit
from rondofile.errors import UnknownRecordError
from rondofile.records import NOUN_OF, Record

R = TypeVar("R", bound=Record)


def reorder(edit: Edit, kind: type[R], keys: Sequence[str], among: Sequence[R]) -> None:
    """The records `among` stand in the order of the keys; those not named follow as they were.

    UnknownRecordError where a key is not among them.
    """
    by_id = {record.id: record for record in among}
    for key in keys:
        if key not in by_id:
            raise UnknownRecordError(noun=NOUN_OF[kind], id=key)
    wanted = [by_id.pop(key) for key in dict.fromkeys(keys)]
    renumber(edit, [*wanted, *by_id.values()])


def renumber(edit: Edit, records: Sequence[Record]) -> None:
    """The records have the positions 0, 1, 2, ... in that order."""
    moved: list[Record] = []
    for position, record in enumerate(records):
        if getattr(record, "position", position) != position:
            fields: dict[str, object] = {"position": position}
            moved.append(replace(record, **fields))
    edit.update(*moved)
