"""Records of a project in their order and by what they belong to: made when first asked for, and carried
over a change, so that one edit of ten thousand steps does not sort them all again.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from rondofile.records import Record

Tables = Mapping[str, Mapping[str, Record]]
Changes = Mapping[str, Mapping[str, tuple[Record | None, Record | None]]]
Groups = Mapping[str, tuple[Any, ...]]
MANY = 8
"""When more than one record of so many changes, they are sorted again."""


class Indexes:
    """The indexes of one set of tables, which are never mutated."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        self._ordered: dict[str, tuple[Any, ...]] = {}
        self._grouped: dict[tuple[str, str], Groups] = {}

    def ordered(self, noun: str) -> tuple[Any, ...]:
        """Every record of a noun by position, then id."""
        found = self._ordered.get(noun)
        if found is None:
            found = self._ordered[noun] = tuple(sorted(self._tables[noun].values(), key=order))
        return found

    def grouped(self, noun: str, parent: str) -> Groups:
        """The records of a noun by the value of that field, each group in its order; None has no group."""
        key = (noun, parent)
        found = self._grouped.get(key)
        if found is None:
            found = self._grouped[key] = _grouped(self.ordered(noun), parent)
        return found

    def after(self, tables: Tables, changes: Changes) -> Indexes:
        """The indexes of the tables after the changes; what did not change is shared."""
        carried = Indexes(tables)
        moves = {noun: _moves(self._tables[noun], changes.get(noun, {})) for noun in self._nouns()}
        for noun, records in self._ordered.items():
            carried._ordered[noun] = _amended(records, *moves[noun]) if changes.get(noun) else records
        for (noun, parent), groups in self._grouped.items():
            carried._grouped[noun, parent] = _regrouped(groups, *moves[noun], parent)
        return carried

    def _nouns(self) -> set[str]:
        return {*self._ordered, *(noun for noun, _ in self._grouped)}


def order(record: Any) -> tuple[int, str]:
    """What records stand in the order of."""
    return getattr(record, "position", 0), record.id


def _grouped(records: Iterable[Any], parent: str) -> Groups:
    groups: dict[str, list[Any]] = {}
    for record in records:
        key = getattr(record, parent)
        if key is not None:
            groups.setdefault(key, []).append(record)
    return {key: tuple(members) for key, members in groups.items()}


def _moves(table: Mapping[str, Any], entries: Mapping[str, Any]) -> tuple[list[Any], list[Any]]:
    """The records of a table that leave it or are replaced, and those that come in their place or are new."""
    left = [table[key] for key in entries if key in table]
    return left, [after for _, after in entries.values() if after is not None]


def _amended(records: tuple[Any, ...], left: Sequence[Any], arrived: Sequence[Any]) -> tuple[Any, ...]:
    """Records in their order, without some that are among them, with some that are not."""
    if (len(left) + len(arrived)) * MANY > len(records):
        gone = {record.id for record in left}
        return tuple(sorted([*(one for one in records if one.id not in gone), *arrived], key=order))
    made = list(records)
    for record in left:
        del made[bisect_left(made, order(record), key=order)]
    for record in arrived:
        insort(made, record, key=order)
    return tuple(made)


def _regrouped(groups: Groups, left: Iterable[Any], arrived: Iterable[Any], parent: str) -> Groups:
    """The groups with those made anew to which a changed record belonged or belongs."""
    touched: dict[str, tuple[list[Any], list[Any]]] = {}
    for side, records in enumerate((left, arrived)):
        for record in records:
            key = getattr(record, parent)
            if key is not None:
                touched.setdefault(key, ([], []))[side].append(record)
    if not touched:
        return groups
    made = dict(groups)
    for key, moves in touched.items():
        members = _amended(groups.get(key, ()), *moves)
        made[key] = members
        if not members:
            del made[key]
    return made
