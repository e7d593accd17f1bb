"""Walking through history: rows are as they were at another point of it.

Every change is made at once, in an order in which nothing that stays hangs on something that goes: what is
new first, then what differs, then what goes. What there can be only one of goes first and comes last.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence

from rondofile.columns import NAMES
from rondofile.errors import HistoryMisfitError
from rondofile.records import NOUNS
from rondofile.schema import UNIQUE
from rondofile.working.shadow import Net, Pair, Row
from rondofile.writing.canonical import insertion

_SINGLE = frozenset(noun for noun, _ in UNIQUE)
"""Nothing ever hangs on these."""


def walk(connection: sqlite3.Connection, net: Net) -> None:
    """Every row of the net is as it is after it, inside the open transaction.

    HistoryMisfitError where the rows are not what they should be before it.
    """
    connection.execute("PRAGMA defer_foreign_keys = ON")
    single = {noun: net[noun] for noun in NOUNS if noun in net and noun in _SINGLE}
    others = {noun: net[noun] for noun in NOUNS if noun in net and noun not in _SINGLE}
    for noun, pairs in single.items():
        _delete(connection, noun, [key for key, (before, _) in pairs.items() if before])
    for noun, pairs in others.items():
        _insert(connection, noun, [after for before, after in pairs.values() if after and not before])
    for noun, pairs in others.items():
        _update(connection, noun, pairs)
    for noun, pairs in reversed(others.items()):
        _delete(connection, noun, [key for key, (before, after) in pairs.items() if before and not after])
    for noun, pairs in single.items():
        _insert(connection, noun, [after for _, after in pairs.values() if after])


def update(noun: str, changed: Sequence[int]) -> str:
    """The statement that gives those columns of a row new values, the id last.

    What is not named is not written: neither its indexes nor its references have to be looked at.
    """
    fields = ", ".join(f"{NAMES[noun][index]} = ?" for index in changed)
    return f"UPDATE {noun} SET {fields} WHERE id = ?"


def _insert(connection: sqlite3.Connection, noun: str, rows: list[Row]) -> None:
    if rows:
        connection.executemany(insertion(noun), rows)


def _delete(connection: sqlite3.Connection, noun: str, keys: list[str]) -> None:
    if keys:
        done = connection.executemany(f"DELETE FROM {noun} WHERE id = ?", [(key,) for key in keys])
        _require(done.rowcount, len(keys), noun)


def _update(connection: sqlite3.Connection, noun: str, pairs: Mapping[str, Pair]) -> None:
    """Rows in which the same fields change are written by one statement."""
    alike: dict[tuple[int, ...], list[Row]] = {}
    for key, (before, after) in pairs.items():
        if before and after:
            changed = tuple(index for index, value in enumerate(after) if value != before[index])
            alike.setdefault(changed, []).append((*(after[index] for index in changed), key))
    for changed, rows in alike.items():
        done = connection.executemany(update(noun, changed), rows)
        _require(done.rowcount, len(rows), noun)


def _require(found: int, wanted: int, noun: str) -> None:
    if found != wanted:
        raise HistoryMisfitError(noun=noun)
