"""The published file: complete, quiescent, and the same bytes for the same content and stamp.

It holds the tables and their rows, nothing else: no undo, no triggers, no trace of what was deleted.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing

from msgspec.structs import replace

from rondofile import schema
from rondofile.columns import NAMES
from rondofile.errors import CandidateError
from rondofile.project import Project
from rondofile.records import NOUNS
from rondofile.stamp import Rows, Stamp, counts_of, rows_digest, rows_of
from rondofile.values import record_of
from rondofile.writing.layout import LARGE_PAGE, insertion, laid_out
from rondofile.writing.proof import prove

__all__ = ["bytes_of_rows", "canonical_bytes", "filled", "insertion", "selection", "stored_project"]


def canonical_bytes(project: Project, stamp: Stamp) -> tuple[bytes, Stamp]:
    """The bytes of the file for a project, checked whole, and its stamp with digest and counts filled in."""
    rows = rows_of(project)
    stamp = replace(stamp, digest=rows_digest(rows))
    return bytes_of_rows(rows, stamp), replace(stamp, counts=counts_of(rows))


def bytes_of_rows(rows: Rows, stamp: Stamp) -> bytes:
    """The bytes of the file for those rows, counted. CandidateError where they fail the check."""
    stamp = replace(stamp, counts=counts_of(rows))
    try:
        with closing(filled(rows, stamp)) as connection:
            written = laid_out(connection.serialize(), stamp)
        prove(written, stamp, rows)
    except sqlite3.Error as error:
        raise CandidateError(reason=str(error)) from error
    return written


def filled(rows: Rows, stamp: Stamp) -> sqlite3.Connection:
    """A database in memory with our tables, those rows in their order, and the stamp."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.execute(f"PRAGMA page_size = {LARGE_PAGE:d}")
    connection.execute("PRAGMA ignore_check_constraints = ON")  # `prove` looks at each of them once
    connection.execute("BEGIN")
    for statement in schema.tables():
        connection.execute(statement)
    connection.executemany("INSERT INTO meta VALUES (?, ?)", stamp.rows())
    for noun in NOUNS:
        connection.executemany(insertion(noun), rows[noun])
    for statement in schema.rules():
        connection.execute(statement)
    schema.mark(connection)
    connection.execute("COMMIT")
    connection.execute("PRAGMA ignore_check_constraints = OFF")
    return connection


def stored_project(connection: sqlite3.Connection) -> Project:
    """The project in a database that we wrote ourselves."""
    tables = {}
    for noun in NOUNS:
        rows = connection.execute(selection(noun))
        tables[noun] = {row[0]: record_of(noun, row) for row in rows}
    return Project(tables)


def selection(noun: str) -> str:
    """The question for every row of a noun, in the order of its columns."""
    return f"SELECT {', '.join(NAMES[noun])} FROM {noun}"
