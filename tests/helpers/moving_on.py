"""Steps to versions that do not exist, and a look that tells which of them a database has: whole, or not."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

from helpers.dying import DyingVFS
from helpers.storage import add_step, written
from rondofile.document import Document
from rondofile.migrations import Migration, migrate
from rondofile.schema import VERSION
from rondofile.working.connection import connect, promised

ROWS = 300


def widen(connection: sqlite3.Connection) -> None:
    """Two statements that change the schema."""
    connection.execute("ALTER TABLE step ADD COLUMN mood TEXT NOT NULL DEFAULT ''")
    connection.execute("ALTER TABLE lane ADD COLUMN mood TEXT NOT NULL DEFAULT ''")


def fill(connection: sqlite3.Connection) -> None:
    """Many rows, in two parts."""
    connection.execute("UPDATE step SET mood = 'calm' WHERE rowid % 2")
    connection.execute("UPDATE step SET mood = 'calm' WHERE NOT rowid % 2")


def rebuild(connection: sqlite3.Connection) -> None:
    """A table is made anew, filled from the old one, and takes its name."""
    connection.execute("CREATE TABLE score_new AS SELECT *, 1 AS sure FROM score")
    connection.execute("DROP TABLE score")
    connection.execute("ALTER TABLE score_new RENAME TO score")


CHANGES = (widen, fill, rebuild)
STEPS = tuple(Migration(VERSION + number, change) for number, change in enumerate(CHANGES))
LAST = VERSION + len(STEPS)


def committing(change: Callable[[sqlite3.Connection], None]) -> Callable[[sqlite3.Connection], None]:
    """The same change as a script of SQL, which commits what was begun: how not to do it."""
    seen: list[str] = []

    class Listener:
        def execute(self, statement: str) -> None:
            seen.append(statement)

    change(Listener())  # type: ignore[arg-type]

    def script(connection: sqlite3.Connection) -> None:
        connection.executescript(";".join(seen))
        connection.execute("BEGIN IMMEDIATE")

    return script


COMMITTING = tuple(Migration(step.source, committing(step.change)) for step in STEPS)


def base(folder: Path, version: int = VERSION) -> Path:
    """A working database of that version with a thing of every kind, many steps, and a history."""
    folder.mkdir()
    written(folder / "plan.rondo")
    document = Document.open(folder / "plan.rondo", root=folder / "home")
    for number in range(ROWS):
        add_step(document, f"n{number}")
    database = document._place.work.folder / "work.db"
    document.close(publish=False)
    connection = promised(database, connect)
    migrate(connection, STEPS, version)
    connection.close()
    return Path(shutil.copy(database, folder / "work.db"))


def move(say: Callable[[str], None], database: str, target: int, script: bool, at: int = 0) -> None:
    """The database is led to that version, unless the process dies at an operation on the way."""
    vfs = DyingVFS()
    connection = promised(Path(database), vfs.connect())
    vfs.die(at)
    say("begun")
    migrate(connection, COMMITTING if script else STEPS, target)
    say(vfs.asked)


def version(database: Path) -> int:
    """The version of the database. AssertionError where it has half of a step."""
    connection = promised(database, connect)
    try:
        return _version(connection)
    finally:
        connection.close()


def finish(database: Path) -> None:
    """The database can be led to the last version from wherever it is."""
    connection = promised(database, connect)
    try:
        migrate(connection, STEPS, LAST)
        assert _version(connection) == LAST
    finally:
        connection.close()


def _version(connection: sqlite3.Connection) -> int:
    (found,) = connection.execute("PRAGMA user_version").fetchone()
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    names = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    assert ("history" in names) == (found == VERSION), "history ends with the first step"
    assert "score_new" not in names
    assert ("mood" in _columns(connection, "step")) == (found > VERSION), "half of the first step"
    assert ("mood" in _columns(connection, "lane")) == (found > VERSION), "half of the first step"
    if found > VERSION:
        moods = connection.execute("SELECT mood, count(*) FROM step GROUP BY mood").fetchall()
        mood = "calm" if found > VERSION + 1 else ""
        assert moods == [(mood, ROWS + 3)], "half of the second step"
    assert ("sure" in _columns(connection, "score")) == (found > VERSION + 2), "half of the third step"
    assert connection.execute("SELECT count(*) FROM score").fetchone() == (1,)
    assert connection.execute("SELECT count(*) FROM step").fetchone() == (ROWS + 3,)
    return int(found)


def _columns(connection: sqlite3.Connection, table: str) -> set[str]:
    return {row[1] for row in connection.execute(f"PRAGMA table_info({table})")}
