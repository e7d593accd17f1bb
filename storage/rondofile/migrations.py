"""From an older schema to today's: one function a step, one transaction each, the version inside it.

A step is killed or fails as a whole; what it started from is then as it was. Steps only ever append.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence

from msgspec import Struct

from rondofile import schema
from rondofile.errors import TooNewError


class Migration(Struct, frozen=True):
    """Leads from version `source` to the next. `change` uses `execute` alone: `executescript` commits."""

    source: int
    change: Callable[[sqlite3.Connection], None]


STEPS: tuple[Migration, ...] = ()
"""Every step there is, oldest first."""


def migrate(
    connection: sqlite3.Connection, steps: Sequence[Migration] | None = None, version: int | None = None
) -> tuple[int, ...]:
    """The database has that version by those steps; today's where none are given.

    Returns the versions it passed through, empty where it had it.

    History ends with a migration, since its rows have the old shape. TooNewError where the database is
    newer than the version; KeyError where a step is missing.
    """
    steps = STEPS if steps is None else steps
    version = schema.VERSION if version is None else version
    found = _version(connection)
    if found > version:
        raise TooNewError(found=found, needs=found)
    by_source = {step.source: step for step in steps}
    passed = []
    for source in range(found, version):
        _take(connection, by_source[source])
        passed.append(source + 1)
    return tuple(passed)


def _take(connection: sqlite3.Connection, step: Migration) -> None:
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("BEGIN IMMEDIATE")
    try:
        _end_history(connection)
        step.change(connection)
        orphans = connection.execute("PRAGMA foreign_key_check").fetchone()
        if orphans is not None:
            raise sqlite3.IntegrityError(f"migration from {step.source} leaves a reference to nothing")
        connection.execute(f"PRAGMA user_version = {step.source + 1:d}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    finally:
        connection.execute("PRAGMA foreign_keys = ON")


def _end_history(connection: sqlite3.Connection) -> None:
    rows = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    for (name,) in rows:
        if name.startswith(("u_", "history")):
            connection.execute(f'DROP TABLE "{name}"')


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])
