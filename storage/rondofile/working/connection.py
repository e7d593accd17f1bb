"""Connections to a working database: how one is made, and the promises that it keeps.

Rollback journal, full synchronisation, exclusive lock: a committed edit survives a crash and a power cut.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

PRAGMAS = (
    "journal_mode = TRUNCATE",
    "synchronous = FULL",
    "fullfsync = ON",
    "locking_mode = EXCLUSIVE",
    "foreign_keys = ON",
    "recursive_triggers = ON",
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "mmap_size = 0",
    "temp_store = MEMORY",
)
"""In the order in which they are set, before anything is read."""

Connect = Callable[[Path], sqlite3.Connection]
"""Makes a connection to the database at a path; tests put their own in its place."""


def connect(path: Path) -> sqlite3.Connection:
    """A connection of this thread, without transactions of its own making."""
    return sqlite3.connect(path, isolation_level=None, timeout=1.0, cached_statements=512)


def promised(path: Path, open_database: Connect) -> sqlite3.Connection:
    """A connection that keeps every promise of `PRAGMAS`."""
    connection = open_database(path)
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    return connection
