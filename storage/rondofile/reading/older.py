"""Files of older versions: their rows in tables of their own time, from there step by step to today.

Nothing that came in the file runs: the tables are made from statements that are kept here, the rows are
only carried over. The file itself stays as it is until the first edit is published.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager

from rondofile import migrations, schema
from rondofile.digests import sha256_of
from rondofile.errors import DamagedFileError
from rondofile.reading.report import Report
from rondofile.stamp import noun_digest

SCHEMAS: Mapping[int, Sequence[str]] = {}
"""The statements that made the tables of every version before today's, as they were then. Kept for ever."""


def is_older(version: int) -> bool:
    """Whether a file of that version has to be brought to today's."""
    return version < schema.VERSION


def fingerprint_then(version: int) -> frozenset[str]:
    """The statements that a file of that version is made of. DamagedFileError where none ever was."""
    if version not in SCHEMAS:
        raise DamagedFileError(reason="upgrade", found=version)
    return frozenset(SCHEMAS[version])


def tables_then(version: int) -> tuple[str, ...]:
    """The names of the tables of that version, in order."""
    return tuple(_name(statement) for statement in SCHEMAS[version] if statement.startswith("CREATE TABLE"))


def tables_ever() -> frozenset[str]:
    """The names of every table that an older version had."""
    return frozenset(name for version in SCHEMAS for name in tables_then(version))


@contextmanager
def brought_to_today(
    connection: sqlite3.Connection,
    version: int,
    report: Report,
) -> Iterator[sqlite3.Connection]:
    """A database of today with the rows of an older file, which `connection` only reads.

    Rows that never fitted the tables of their own time, or that point to nothing, are reported and left
    out. DamagedFileError where there is no way from that version to today.
    """
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as copy:
        try:
            _make(copy, SCHEMAS[version], version)
            for table in tables_then(version):
                _carry(connection, copy, table, report)
            _drop_orphans(copy, report)
            migrations.migrate(copy)
        except (sqlite3.Error, KeyError) as error:
            raise DamagedFileError(reason="upgrade", found=version) from error
        yield copy


def digest_then(connection: sqlite3.Connection, version: int) -> str:
    """The content digest of a file as its own version worked it out."""
    tables = [name for name in tables_then(version) if name != "meta"]
    rows = {name: connection.execute(f"SELECT * FROM {name}").fetchall() for name in tables}
    lines = (f"{name} {noun_digest(name, rows[name])}" for name in tables)
    return sha256_of("\n".join(lines).encode())


def _make(copy: sqlite3.Connection, statements: Sequence[str], version: int) -> None:
    copy.execute("PRAGMA foreign_keys = OFF")
    copy.execute("PRAGMA ignore_check_constraints = ON")  # the values are looked at once they are of today
    for statement in statements:
        copy.execute(statement)
    copy.execute(f"PRAGMA user_version = {version:d}")


def _carry(source: sqlite3.Connection, copy: sqlite3.Connection, table: str, report: Report) -> None:
    """The rows of one table; what the file lacks of it is remarked."""
    wanted = [str(row[1]) for row in copy.execute(f"PRAGMA table_info({table})")]
    there = {str(row[1]) for row in source.execute(f"PRAGMA table_info({table})")}
    shared = [name for name in wanted if name in there]
    for name in wanted:
        if name not in there:
            report.add("read.no-column" if there else "read.no-table", table, field=name if there else "")
    if not shared:
        return
    fields = ", ".join(shared)
    insertion = f"INSERT INTO {table} ({fields}) VALUES ({', '.join('?' * len(shared))})"
    for row in source.execute(f"SELECT {fields} FROM {table} ORDER BY rowid"):
        try:
            copy.execute(insertion, row)
        except sqlite3.IntegrityError:
            report.add("read.lost-row", table, str(row[0]), shared[0])


def _drop_orphans(copy: sqlite3.Connection, report: Report) -> None:
    while orphans := copy.execute("PRAGMA foreign_key_check").fetchall():
        for table, rowid, *_ in orphans:
            for (id_,) in copy.execute(f"SELECT id FROM {table} WHERE rowid = ?", (rowid,)).fetchall():
                report.add("read.lost-row", table, str(id_), "id")
            copy.execute(f"DELETE FROM {table} WHERE rowid = ?", (rowid,))


def _name(statement: str) -> str:
    """The table that a statement makes."""
    return statement.split()[2]
