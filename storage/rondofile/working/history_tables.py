"""Where history stands in a working database: its steps, its position, and when each session began."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping

_LATER = {
    "session": "INTEGER NOT NULL DEFAULT 0",
    "rev": "INTEGER NOT NULL DEFAULT 0",
    "noun": "TEXT NOT NULL DEFAULT ''",
    "count": "INTEGER NOT NULL DEFAULT 0",
    "name": "TEXT NOT NULL DEFAULT ''",
    "place": "TEXT NOT NULL DEFAULT ''",
}
"""Columns that a working database of an earlier build does not have yet."""
_WEIGHT = {"weight": "INTEGER NOT NULL DEFAULT 0"}
_STEPS = (
    "CREATE TABLE IF NOT EXISTS history (step INTEGER PRIMARY KEY, kind TEXT NOT NULL,"
    " merge_key TEXT, at REAL NOT NULL, bytes INTEGER NOT NULL, nouns INTEGER NOT NULL, "
    + ", ".join(f"{name} {kind}" for name, kind in _LATER.items())
    + ") STRICT"
)
_POSITION = (
    "CREATE TABLE IF NOT EXISTS history_position (position INTEGER NOT NULL,"
    f" weight {_WEIGHT['weight']}) STRICT"
)


def install(connection: sqlite3.Connection) -> bool:
    """The tables stand, inside the open transaction. True where there are steps of an earlier build."""
    connection.execute(_STEPS)
    connection.execute(_POSITION)
    connection.execute(
        "CREATE TABLE IF NOT EXISTS history_session (number INTEGER PRIMARY KEY, at REAL NOT NULL) STRICT"
    )
    connection.execute(
        "INSERT INTO history_position (position) SELECT 0 WHERE NOT EXISTS (SELECT 1 FROM history_position)"
    )
    missing = _completed(connection, "history", _LATER)
    _completed(connection, "history_position", _WEIGHT)
    connection.execute(
        "UPDATE history_position SET weight = (SELECT coalesce(sum(bytes), 0) FROM history)"
        " WHERE weight <> (SELECT coalesce(sum(bytes), 0) FROM history)"
    )
    if not missing:
        return False
    connection.execute(
        "INSERT INTO history_session SELECT 0, min(at) FROM history WHERE true HAVING count(*) > 0"
        " ON CONFLICT DO NOTHING"
    )
    return connection.execute("SELECT 1 FROM history").fetchone() is not None


def _completed(connection: sqlite3.Connection, table: str, columns: Mapping[str, str]) -> bool:
    """The table has all those columns; whether it lacked any."""
    there = {row[1] for row in connection.execute(f"PRAGMA table_info({table})")}
    missing = [name for name in columns if name not in there]
    for name in missing:
        connection.execute(f"ALTER TABLE {table} ADD COLUMN {name} {columns[name]}")
    return bool(missing)


def next_session(connection: sqlite3.Connection) -> int:
    """The number that the session beginning now would have."""
    found = connection.execute("SELECT coalesce(max(number), 0) + 1 FROM history_session").fetchone()
    return int(found[0])


def begin_session(connection: sqlite3.Connection, number: int, at: float) -> None:
    """The session has begun; a second time changes nothing."""
    connection.execute("INSERT INTO history_session VALUES (?, ?) ON CONFLICT DO NOTHING", (number, at))
