"""A stranger's file as data: its bytes in a private memory, behind a connection that can only read.

SQLite never opens the user's path, so nothing beside it (a journal, a lock) is ever made or honoured.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from rondofile.columns import COLUMNS
from rondofile.errors import DamagedFileError, EmptyFileError, NotAProjectError, TooNewError
from rondofile.reading.older import tables_ever
from rondofile.schema import APPLICATION_ID

if TYPE_CHECKING:
    from pathlib import Path

BIGGEST = 512 * 1024 * 1024
"""Bytes of the largest file we read."""

SECONDS = 10.0
"""Longest time a stranger's file may keep us busy."""

_MAGIC = b"SQLite format 3\x00"
_LIMITS = {
    sqlite3.SQLITE_LIMIT_LENGTH: 64_000_000,
    sqlite3.SQLITE_LIMIT_SQL_LENGTH: 100_000,
    sqlite3.SQLITE_LIMIT_COLUMN: 100,
    sqlite3.SQLITE_LIMIT_EXPR_DEPTH: 50,
    sqlite3.SQLITE_LIMIT_COMPOUND_SELECT: 3,
    sqlite3.SQLITE_LIMIT_VDBE_OP: 25_000,
    sqlite3.SQLITE_LIMIT_ATTACHED: 0,
    sqlite3.SQLITE_LIMIT_LIKE_PATTERN_LENGTH: 50,
    sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH: 1,
}
_SETTINGS = (
    "trusted_schema = off",
    "query_only = on",
    "ignore_check_constraints = on",
    "cell_size_check = on",
    "mmap_size = 0",
)
_TABLES = frozenset((*COLUMNS, "meta", "sqlite_master", "sqlite_schema"))
_PRAGMAS = frozenset(("quick_check", "foreign_key_check", "user_version", "application_id", "table_info"))
_FUNCTIONS = frozenset(("count", "length", "typeof"))
_KINDS = {b"%PDF": "pdf", b"PK\x03\x04": "zip", b"{": "json", b"<": "xml"}


def is_project(path: Path) -> bool:
    """Whether the file says that it is a project of ours, whole or not."""
    with path.open("rb") as file:
        head = file.read(72)
    return head.startswith(_MAGIC) and head[68:72] == APPLICATION_ID.to_bytes(4, "big")


@contextmanager
def quarantined(data: bytes, **facts: object) -> Iterator[sqlite3.Connection]:
    """A read-only connection on a private copy of the bytes, closed again afterwards.

    EmptyFileError, NotAProjectError, DamagedFileError or TooNewError say what the bytes are instead.
    """
    check_header(data, facts)
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        connection.deserialize(_quiet(data))
        connection.text_factory = _lenient
        _harden(connection)
        yield connection
    except (sqlite3.Error, UnicodeError) as error:
        raise DamagedFileError(reason=str(error), **facts) from error
    finally:
        connection.close()


def check_header(data: bytes, facts: dict[str, object]) -> None:
    """The first bytes are those of a project of ours; an error as for `quarantined` otherwise."""
    if not data:
        raise EmptyFileError(**facts)
    if not data.startswith(_MAGIC):
        kind = next((name for lead, name in _KINDS.items() if data.lstrip()[:4].startswith(lead)), "other")
        raise NotAProjectError(found=kind, **facts)
    if len(data) < 512:
        raise DamagedFileError(reason="header", **facts)
    if int.from_bytes(data[68:72], "big") != APPLICATION_ID:
        raise NotAProjectError(found="database", **facts)
    version = int.from_bytes(data[60:64], "big", signed=True)
    if not 1 <= version < 10_000:
        raise NotAProjectError(found="database", **facts)
    pages, size = int.from_bytes(data[28:32], "big"), int.from_bytes(data[16:18], "big")
    if pages * (65_536 if size == 1 else size) > len(data):
        raise DamagedFileError(reason="shorter", **facts)


def refuse_newer(min_reader: int, ours: int, writer: str, facts: dict[str, object]) -> None:
    """TooNewError where a file asks for a later reader than we are."""
    if min_reader > ours:
        raise TooNewError(writer=writer, needs=min_reader, **facts)


def _quiet(data: bytes) -> bytes:
    """The bytes without the mark of a write-ahead log, which only the copy loses."""
    return data[:18] + b"\x01\x01" + data[20:] if 2 in data[18:20] else data


def _lenient(raw: bytes) -> str:
    return raw.decode("utf-8", "replace")


def _harden(connection: sqlite3.Connection) -> None:
    """The limits come first: they must hold when the schema of the stranger is looked at."""
    for limit, value in _LIMITS.items():
        connection.setlimit(limit, value)
    for setting in _SETTINGS:
        connection.execute(f"PRAGMA {setting}")
    for name, wanted in (("DEFENSIVE", True), ("ENABLE_TRIGGER", False), ("ENABLE_VIEW", False)):
        if hasattr(connection, "setconfig"):
            connection.setconfig(getattr(sqlite3, f"SQLITE_DBCONFIG_{name}"), wanted)
    connection.set_authorizer(_allowed)
    begun = time.monotonic()
    connection.set_progress_handler(lambda: time.monotonic() - begun > SECONDS, 10_000)


def _allowed(action: int, first: str | None, second: str | None, _: str | None, through: str | None) -> int:
    """Only plain reading of our tables; nothing that is reached through a trigger or a view."""
    allowed = through is None and (
        action == sqlite3.SQLITE_SELECT
        or (action == sqlite3.SQLITE_READ and _is_ours(str(first).lower()))
        or (action == sqlite3.SQLITE_PRAGMA and first in _PRAGMAS)
        or (action == sqlite3.SQLITE_FUNCTION and second in _FUNCTIONS)
    )
    return sqlite3.SQLITE_OK if allowed else sqlite3.SQLITE_DENY


def _is_ours(table: str) -> bool:
    return table in _TABLES or table in tables_ever()
