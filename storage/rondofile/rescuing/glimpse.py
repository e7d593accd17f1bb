"""Glimpse: what kept work holds, seen without opening it. Not a byte of it changes, whatever state it is in.

The one who looks holds the lock of the work, or the work stands in the trash: looking at a database that
this process has open would drop its lock.
"""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from enum import StrEnum
from pathlib import Path

from msgspec import Struct

from rondofile import schema
from rondofile.fsops import FILES, Files
from rondofile.working.state import State
from rondofile.working.workspace import DATABASE

JOURNAL = f"{DATABASE}-journal"


class Trouble(StrEnum):
    """Why kept work cannot simply be gone on with."""

    NONE = ""
    STOPPED = "stopped"
    """Opening it ended the process, more than once."""
    DAMAGED = "damaged"
    """It does not read back as what was written."""
    NEWER = "newer"
    """A later version of the program wrote it."""
    UNREADABLE = "unreadable"
    """The system does not let us read it."""


class Glimpse(Struct, frozen=True):
    """What was seen. `at`: when it was last changed, in seconds since 1970."""

    doc_id: str = ""
    title: str = ""
    rev: int = 0
    published: int = -1
    at: float = 0.0
    trouble: Trouble = Trouble.NONE

    @property
    def counts(self) -> bool:
        """Whether there may be work in it that no file holds."""
        return self.trouble is not Trouble.NONE or (self.rev > 0 and self.rev != self.published)


def glimpse(folder: Path, files: Files = FILES) -> Glimpse | None:
    """What the working database in a folder holds; None where none was ever finished. Never an error."""
    try:
        status = files.stat(folder / DATABASE)
        if not status.st_size:
            return None
        with _at_rest(folder, files) as path, closing(_reading(path)) as connection:
            return _seen(connection, status.st_mtime)
    except FileNotFoundError:
        return None
    except NotADirectoryError:
        return Glimpse(trouble=Trouble.DAMAGED)
    except OSError:
        return Glimpse(trouble=Trouble.UNREADABLE)
    except (sqlite3.Error, TypeError, ValueError, OverflowError) as error:
        refused = getattr(error, "sqlite_errorname", "").startswith(("SQLITE_CANTOPEN", "SQLITE_IOERR"))
        return Glimpse(at=status.st_mtime, trouble=Trouble.UNREADABLE if refused else Trouble.DAMAGED)


@contextmanager
def copied(folder: Path, files: Files = FILES) -> Iterator[Path]:
    """A private copy of the working database in a folder, with what belongs to it; gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="rondo-") as place:
        for name in (DATABASE, JOURNAL):
            try:
                data = files.read(folder / name)
            except FileNotFoundError:
                continue
            (Path(place) / name).write_bytes(data)
        yield Path(place)


@contextmanager
def _at_rest(folder: Path, files: Files) -> Iterator[Path]:
    """A database without a transaction under way: the one there, or a copy on which it is rolled back."""
    try:
        hot = files.stat(folder / JOURNAL).st_size > 0
    except FileNotFoundError:
        hot = False
    if not hot:
        yield folder / DATABASE
        return
    with copied(folder, files) as place:
        with closing(sqlite3.connect(place / DATABASE, isolation_level=None)) as connection:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        yield place / DATABASE


def _reading(path: Path) -> sqlite3.Connection:
    """A connection that takes no lock and writes nothing."""
    return sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True, isolation_level=None)


def _seen(connection: sqlite3.Connection, at: float) -> Glimpse | None:
    if not connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
        return None
    if connection.execute("PRAGMA user_version").fetchone()[0] > schema.VERSION:
        return Glimpse(at=at, trouble=Trouble.NEWER)
    state = State(**dict(connection.execute("SELECT key, value FROM work").fetchall()))
    title = connection.execute("SELECT title FROM project LIMIT 1").fetchone()
    found = Glimpse(
        str(state.doc_id),
        str(title[0]) if title else "",
        int(state.rev),
        int(state.published),
        _last_edit(connection) or at,
    )
    if found.counts and connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
        raise sqlite3.DatabaseError("quick_check")
    return found


def _last_edit(connection: sqlite3.Connection) -> float:
    """When the last step was made; 0.0 where there is none."""
    try:
        return float(connection.execute("SELECT coalesce(max(at), 0) FROM history").fetchone()[0])
    except sqlite3.OperationalError:
        return 0.0
