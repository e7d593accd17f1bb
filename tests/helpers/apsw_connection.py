"""A connection of apsw that the project file takes for one of sqlite3: the same calls, the same errors.

Only apsw can put a file system of a test's own under a database. Never on a file that sqlite3 has open.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, cast

import apsw

_CLASSES: dict[int, type[sqlite3.Error]] = {
    apsw.SQLITE_INTERNAL: sqlite3.InternalError,
    apsw.SQLITE_NOTFOUND: sqlite3.InternalError,
    apsw.SQLITE_CORRUPT: sqlite3.DatabaseError,
    apsw.SQLITE_NOTADB: sqlite3.DatabaseError,
    apsw.SQLITE_TOOBIG: sqlite3.DataError,
    apsw.SQLITE_CONSTRAINT: sqlite3.IntegrityError,
    apsw.SQLITE_MISMATCH: sqlite3.IntegrityError,
    apsw.SQLITE_MISUSE: sqlite3.InterfaceError,
    apsw.SQLITE_RANGE: sqlite3.InterfaceError,
}
"""The class that sqlite3 gives a result code; OperationalError for the others."""

WRITES = ("INSERT", "UPDATE", "DELETE")


def connection(path: Path, vfs: str, *pragmas: str) -> sqlite3.Connection:
    """A connection on that file system; `pragmas` are said once more after those of the product."""
    return cast(sqlite3.Connection, Connection(path, vfs, pragmas))


class Connection:
    """What the project file uses of a sqlite3.Connection."""

    def __init__(self, path: Path, vfs: str, pragmas: Sequence[str] = ()) -> None:
        self._apsw = _named(lambda: apsw.Connection(str(path), vfs=vfs))
        self._apsw.set_busy_timeout(0)
        self._instead = {pragma.partition("=")[0].strip(): pragma for pragma in pragmas}
        for pragma in pragmas:
            self.execute(f"PRAGMA {pragma}")

    def execute(self, statement: str, parameters: Sequence[object] = ()) -> Cursor:
        cursor = _named(lambda: self._apsw.execute(self._asked(statement), parameters))
        return Cursor(cursor, self._apsw.changes() if statement.startswith(WRITES) else -1)

    def executemany(self, statement: str, rows: Iterable[Sequence[object]]) -> Cursor:
        """As sqlite3 does it: `rowcount` is the sum over all rows."""
        cursor = self._apsw.cursor()
        return Cursor(cursor, sum(self._one_of_many(cursor, statement, row) for row in rows))

    def _one_of_many(self, cursor: apsw.Cursor, statement: str, row: Sequence[object]) -> int:
        _named(lambda: cursor.execute(statement, row))
        return int(self._apsw.changes())

    def executescript(self, script: str) -> None:
        """As sqlite3 does it: what is open is committed first."""
        if self.in_transaction:
            self.execute("COMMIT")
        self.execute(script)

    @property
    def in_transaction(self) -> bool:
        return bool(self._apsw.in_transaction)

    def close(self) -> None:
        _named(self._apsw.close)

    def _asked(self, statement: str) -> str:
        """A pragma of the product, or the one that a test puts in its place."""
        name = statement.removeprefix("PRAGMA ").partition("=")[0].strip()
        if statement.startswith("PRAGMA ") and name in self._instead:
            return f"PRAGMA {self._instead[name]}"
        return statement


class Cursor:
    """What the project file uses of a sqlite3.Cursor."""

    def __init__(self, cursor: apsw.Cursor, rowcount: int = -1) -> None:
        self._cursor, self.rowcount = cursor, rowcount

    def fetchone(self) -> tuple[Any, ...] | None:
        return cast("tuple[Any, ...] | None", _named(self._cursor.fetchone))

    def fetchall(self) -> list[tuple[Any, ...]]:
        return cast("list[tuple[Any, ...]]", _named(self._cursor.fetchall))

    def __iter__(self) -> Iterator[tuple[Any, ...]]:
        return iter(self.fetchall())


def _named(act: Callable[[], Any]) -> Any:
    """What the act answers; an error of apsw becomes the one that sqlite3 would raise."""
    try:
        return act()
    except apsw.Error as error:
        extended = getattr(error, "extendedresult", 0) or _code(error)
        theirs = _CLASSES.get(extended & 0xFF, sqlite3.OperationalError)(str(error))
        theirs.sqlite_errorcode = extended
        names = {**apsw.mapping_result_codes, **apsw.mapping_extended_result_codes}
        theirs.sqlite_errorname = str(names.get(extended, ""))
        raise theirs from error


def _code(error: apsw.Error) -> int:
    for code in apsw.mapping_result_codes:
        if isinstance(code, int) and type(apsw.exception_for(code)) is type(error):
            return code
    return int(apsw.SQLITE_ERROR)
