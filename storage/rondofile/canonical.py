"""The published file: complete, quiescent, and the same bytes for the same content and stamp.

It holds the tables and their rows, nothing else: no undo, no triggers, no trace of what was deleted.
"""

from __future__ import annotations

import sqlite3
from dataclasses import replace

from rondofile import schema
from rondofile.columns import NAMES
from rondofile.errors import CandidateError
from rondofile.project import Project
from rondofile.records import NOUNS
from rondofile.stamp import Rows, Stamp, counts_of, rows_digest, rows_of
from rondofile.values import record_of

SMALL_PAGE, LARGE_PAGE = 1024, 4096
"""Bytes of a page. Small, since most tables of most projects are: an empty one takes 60 kB, not 240."""

MANY_ROWS = 2_000
"""From here on large pages: quicker to write and to check, and smaller where notes are long."""

_WRITTEN_BY = 3_037_000
"""The SQLite version that stands in the header, whichever wrote it: the first that knows STRICT."""


def canonical_bytes(project: Project, stamp: Stamp) -> tuple[bytes, Stamp]:
    """The bytes of the file for a project, checked whole, and its stamp with the digest filled in."""
    rows = rows_of(project)
    stamp = replace(stamp, digest=rows_digest(rows), counts=counts_of(rows))
    return bytes_of_rows(rows, stamp), stamp


def bytes_of_rows(rows: Rows, stamp: Stamp) -> bytes:
    """The bytes of the file for those rows. CandidateError where they fail the check."""
    try:
        connection = filled(rows, stamp)
        try:
            written = _with_fixed_header(connection.serialize())
        finally:
            connection.close()
        _verify(written, rows, stamp)
    except sqlite3.Error as error:
        raise CandidateError(reason=str(error)) from error
    return written


def filled(rows: Rows, stamp: Stamp) -> sqlite3.Connection:
    """A database in memory with our tables, those rows in their order, and the stamp."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    many = sum(map(len, rows.values())) >= MANY_ROWS
    connection.execute(f"PRAGMA page_size = {LARGE_PAGE if many else SMALL_PAGE:d}")
    connection.execute("PRAGMA ignore_check_constraints = ON")  # `_verify` looks at each of them once
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


def insertion(noun: str) -> str:
    """The statement that adds one row."""
    return f"INSERT INTO {noun} ({', '.join(NAMES[noun])}) VALUES ({', '.join('?' * len(NAMES[noun]))})"


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


def _with_fixed_header(written: bytes) -> bytes:
    """The header says nothing about when or by which SQLite it was written."""
    header = bytearray(written[:100])
    header[18:20] = b"\x01\x01"
    header[24:28] = (1).to_bytes(4, "big")
    header[92:96] = (1).to_bytes(4, "big")
    header[96:100] = _WRITTEN_BY.to_bytes(4, "big")
    return bytes(header) + written[100:]


def _verify(written: bytes, rows: Rows, stamp: Stamp) -> None:
    """A file that does not read back as the very same rows never leaves this room."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        connection.deserialize(written)
        if connection.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
            raise CandidateError(reason="integrity")
        if connection.execute("PRAGMA foreign_key_check").fetchall():
            raise CandidateError(reason="references")
        read = {noun: connection.execute(f"{selection(noun)} ORDER BY rowid").fetchall() for noun in NOUNS}
        meta = connection.execute("SELECT key, value FROM meta ORDER BY rowid").fetchall()
    finally:
        connection.close()
    if read != rows or meta != stamp.rows():
        raise CandidateError(reason="content")
