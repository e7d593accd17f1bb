"""The working database: where every edit is kept, on this computer, the moment it is made.

One connection, one thread, rollback journal, full synchronisation: a committed edit survives a crash
and a power cut. Nobody else opens this file; a plain `open()` on it would drop its lock.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from rondofile import migrations, schema
from rondofile.errors import NoSpaceError, WorkAreaError
from rondofile.project import Project
from rondofile.reading.older import is_older
from rondofile.records import NOUNS
from rondofile.stamp import rows_of
from rondofile.working import history_tables
from rondofile.working.connection import Connect, connect, promised
from rondofile.working.history import History
from rondofile.working.home import keep_damaged_note, write_note
from rondofile.working.state import State, stored_state, write_state
from rondofile.writing.canonical import insertion, stored_project

DATABASE = "work.db"
BINDING = "binding.json"

DAMAGE = ("damaged", "SQLITE_CORRUPT", "SQLITE_NOTADB")
"""Why a working database cannot be read, where it is the fault of its bytes."""

_IN_DOUBT = (
    "SQLITE_IOERR_FSYNC",
    "SQLITE_IOERR_DIR_FSYNC",
    "SQLITE_IOERR_TRUNCATE",
    "SQLITE_IOERR_DELETE",
    "SQLITE_READONLY_DBMOVED",
)
"""What leaves open whether a commit happened, or whether what is read is what the medium holds."""


class Workspace:
    """The working database in one folder."""

    def __init__(self, folder: Path, connection: sqlite3.Connection) -> None:
        self.folder = folder
        self._connection, self._process = connection, os.getpid()
        self.doubtful = False
        self.identity = _identity(folder / DATABASE)
        self.state = stored_state(connection)
        with self.transaction():
            pass  # takes the exclusive lock, so that nobody writes from now on
        self.history = History(connection)

    @property
    def connection(self) -> sqlite3.Connection:
        """The one connection. RuntimeError in a process that was forked off: it belongs to the first."""
        if os.getpid() != self._process:
            raise RuntimeError("a working database belongs to the process that opened it")
        return self._connection

    @classmethod
    def make(
        cls, folder: Path, project: Project, state: State, open_database: Connect = connect
    ) -> Workspace:
        """A new working database that holds the project, whole or not at all."""
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise WorkAreaError(path=str(folder), reason=error.strerror or str(error)) from error
        return cls._filled(folder, _opened(folder, open_database), project, state)

    @classmethod
    def in_memory(cls, project: Project, state: State, folder: Path) -> Workspace:
        """A working database that holds the project while this process looks at it, and leaves nothing.

        `folder`: a name for errors; nothing is made there.
        """
        work = cls._filled(folder, promised(Path(":memory:"), connect), project, state)
        work.identity = None
        return work

    @property
    def in_place(self) -> bool:
        """Whether the file in the folder is the one that was opened: what is written goes into no other."""
        return self.identity is None or _identity(self.folder / DATABASE) == self.identity

    @classmethod
    def _filled(
        cls, folder: Path, connection: sqlite3.Connection, project: Project, state: State
    ) -> Workspace:
        try:
            with transaction(connection, folder):
                schema.create(connection)
                connection.execute("CREATE TABLE work (key TEXT PRIMARY KEY, value ANY NOT NULL) STRICT")
                for noun, rows in rows_of(project).items():
                    connection.executemany(insertion(noun), rows)
                schema.index(connection)
                history_tables.install(connection)
                write_state(connection, state)
            return cls(folder, connection)
        except BaseException:
            connection.close()
            raise

    @classmethod
    def open(cls, folder: Path, open_database: Connect = connect) -> Workspace | None:
        """The working database that is kept there; None where none was ever finished.

        WorkAreaError where it is damaged or was made by a later version.
        """
        if not (folder / DATABASE).is_file():
            return None
        connection = _opened(folder, open_database)
        try:
            with _named(folder):
                if connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] == 0:
                    connection.close()
                    return None
                if connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
                    raise WorkAreaError(path=str(folder), reason="damaged")
                _keep_older(connection, folder)
                migrations.migrate(connection)
                return cls(folder, connection)
        except BaseException:
            connection.close()
            raise

    @classmethod
    def moved(cls, source: Path, target: Path, open_database: Connect = connect) -> Workspace:
        """The working database that was in one folder is in another, which nothing was in."""
        reason = "empty"
        try:
            source.rename(target)
        except OSError as error:  # the name of the folder is only how it is found again
            target, reason = source, error.strerror or str(error)
        work = cls.open(target, open_database)
        if work is None:
            raise WorkAreaError(path=str(target), reason=reason)
        return work

    def fill(self, project: Project) -> None:
        """The database holds exactly this project, inside the transaction that is open."""
        self.connection.execute("PRAGMA defer_foreign_keys = ON")
        for noun in reversed(NOUNS):
            self.connection.execute(f"DELETE FROM {noun}")
        for noun, rows in rows_of(project).items():
            self.connection.executemany(insertion(noun), rows)

    def project(self) -> Project:
        """Everything in the database, read anew."""
        return stored_project(self.connection)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All of what happens inside, or nothing of it.

        The disk may fail in such a way that nobody knows which: then this is `doubtful`, and refuses from
        then on, until it is renewed.
        """
        if self.doubtful:
            raise WorkAreaError(path=str(self.folder), reason="doubtful")
        try:
            with transaction(self.connection, self.folder):
                yield
        except (NoSpaceError, WorkAreaError) as error:
            self.doubtful = error.facts.get("reason") in _IN_DOUBT or not self._as_before()
            raise

    def _as_before(self) -> bool:
        """Whether the transaction that failed was taken back whole."""
        try:
            return not self.connection.in_transaction and stored_state(self.connection) == self.state
        except sqlite3.Error:
            return False

    def keep(self, state: State) -> None:
        """The state is written, inside the transaction that is open."""
        write_state(self.connection, state, self.state)

    def bind(self, path: Path | None) -> None:
        """A note beside the database says whose work it is, for whoever looks for it later."""
        (title,) = self.connection.execute("SELECT title FROM project").fetchone() or ("",)
        note = {"doc_id": self.state.doc_id, "path": str(path) if path else "", "title": title}
        keep_damaged_note(self.folder / BINDING)
        write_note(self.folder / BINDING, note)

    def close(self) -> None:
        self.connection.close()


@contextmanager
def transaction(connection: sqlite3.Connection, folder: Path) -> Iterator[None]:
    """One transaction: committed at the end, rolled back whole by any exception."""
    with _named(folder):
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                with suppress(sqlite3.Error):
                    connection.execute("ROLLBACK")
            raise


@contextmanager
def _named(folder: Path) -> Iterator[None]:
    """What the disk refuses becomes an error of ours; a broken rule of the schema stays what it is."""
    try:
        yield
    except (sqlite3.IntegrityError, sqlite3.ProgrammingError, sqlite3.InterfaceError):
        raise
    except sqlite3.DatabaseError as error:
        name = getattr(error, "sqlite_errorname", "")
        if name in ("SQLITE_ERROR", "SQLITE_MISUSE"):
            raise
        kind = NoSpaceError if name == "SQLITE_FULL" else WorkAreaError
        raise kind(path=str(folder), reason=name or str(error)) from error


def _identity(path: Path) -> tuple[int, int] | None:
    with suppress(OSError):
        found = path.stat()
        return found.st_dev, found.st_ino
    return None


def _opened(folder: Path, open_database: Connect) -> sqlite3.Connection:
    with _named(folder):
        return promised(folder / DATABASE, open_database)


def _keep_older(connection: sqlite3.Connection, folder: Path) -> None:
    """A working database of an older version stays beside the one that is brought to today's."""
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if not is_older(version):
        return
    kept = folder / f"before-upgrade-{version}.db"
    kept.unlink(missing_ok=True)
    with closing(sqlite3.connect(kept, isolation_level=None)) as copy:
        connection.backup(copy)
