"""Records of a project in their order and by what they belong to: made when first asked for, and carried
over a change, so that one edit of ten thousand steps does not sort them all again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from rondofile.records import Record

Tables = Mapping[str, Mapping[str, Record]]
Changes = Mapping[str, Mapping[str, tuple[Record | None, Record | None]]]
Groups = Mapping[str, tuple[Any, ...]]


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
        for noun, records in self._ordered.items():
            entries = changes.get(noun, {})
            if _keep_their_order(entries):
                carried._ordered[noun] = _exchanged(records, entries)
        for (noun, parent), groups in self._grouped.items():
            carried._grouped[noun, parent] = _regrouped(groups, changes.get(noun, {}), parent)
        return carried


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


def _keep_their_order(entries: Mapping[str, tuple[Record | None, Record | None]]) -> bool:
    """Whether every change is of a record that was there, stays, and stays where it stands."""
    return all(b is not None and a is not None and order(b) == order(a) for b, a in entries.values())


def _exchanged(records: tuple[Any, ...], entries: Mapping[str, tuple[Any, Any]]) -> tuple[Any, ...]:
    if not entries:
        return records
    return tuple(entries[record.id][1] if record.id in entries else record for record in records)


def _regrouped(groups: Groups, entries: Mapping[str, tuple[Any, Any]], parent: str) -> Groups:
    """The groups with those made anew to which a changed record belonged or belongs."""
    touched: dict[str, list[Any]] = {}
    for before, after in entries.values():
        for record in (before, after):
            if record is not None and getattr(record, parent) is not None:
                touched.setdefault(getattr(record, parent), [])
        if after is not None and getattr(after, parent) is not None:
            touched[getattr(after, parent)].append(after)
    if not touched:
        return groups
    made = dict(groups)
    for key, arrived in touched.items():
        stayed = [record for record in groups.get(key, ()) if record.id not in entries]
        members = sorted([*stayed, *arrived], key=order)
        made[key] = tuple(members)
        if not members:
            del made[key]
    return made
