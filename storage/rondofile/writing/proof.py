"""Proof that the bytes of a candidate are what they are to be: read back before they leave memory."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing

from rondofile.columns import NAMES
from rondofile.errors import CandidateError
from rondofile.records import NOUNS
from rondofile.stamp import Rows, Stamp
from rondofile.writing.layout import Difference


def prove(written: bytes, stamp: Stamp, rows: Rows) -> None:
    """The bytes are whole and hold exactly those rows and that stamp. CandidateError where they do not."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.deserialize(written)
        _check_whole(connection, stamp)
        for noun in NOUNS:
            _check_rows(connection, noun, rows[noun])


def prove_change(
    written: bytes,
    stamp: Stamp,
    base: bytes,
    changes: Mapping[str, Difference],
    order: Mapping[str, Sequence[str]],
) -> None:
    """The bytes are whole and hold that stamp and exactly the rows of the base, changed like that.

    `base`: bytes that were proven themselves. `order`: the ids of every noun that changed, as they stand.
    """
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.deserialize(written)
        _check_whole(connection, stamp)
        connection.execute("ATTACH ':memory:' AS base")
        connection.deserialize(base, name="base")
        for noun in NOUNS:
            if noun in changes:
                _check_change(connection, noun, changes[noun], order[noun])
            else:
                _check_same(connection, noun)


def _check_whole(connection: sqlite3.Connection, stamp: Stamp) -> None:
    if connection.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
        raise CandidateError(reason="integrity")
    if connection.execute("PRAGMA foreign_key_check").fetchall():
        raise CandidateError(reason="references")
    if connection.execute("SELECT key, value FROM meta ORDER BY rowid").fetchall() != stamp.rows():
        raise CandidateError(reason="stamp")
    counts = {noun: _count(connection, f"main.{noun}") for noun in NOUNS}
    if {noun: count for noun, count in counts.items() if count} != stamp.counts:
        raise CandidateError(reason="counts")


def _check_rows(connection: sqlite3.Connection, noun: str, rows: Sequence[tuple[object, ...]]) -> None:
    found = connection.execute(f"SELECT {', '.join(NAMES[noun])} FROM {noun} ORDER BY rowid")
    if found.fetchall() != rows:
        raise CandidateError(reason="content")


def _check_same(connection: sqlite3.Connection, noun: str) -> None:
    """Every row is the row of the base in the same place, and there is no other."""
    equal = _count(connection, f"main.{noun} AS a JOIN base.{noun} AS b ON a.rowid = b.rowid", _equal(noun))
    if not equal == _count(connection, f"main.{noun}") == _count(connection, f"base.{noun}"):
        raise CandidateError(reason="content")


def _check_change(
    connection: sqlite3.Connection, noun: str, change: Difference, order: Sequence[str]
) -> None:
    """Every row is that of the base or a changed one, and each stands where it is to stand."""
    if [key for (key,) in connection.execute(f"SELECT id FROM main.{noun} ORDER BY rowid")] != order:
        raise CandidateError(reason="order")
    question = f"SELECT {', '.join(NAMES[noun])} FROM main.{noun} WHERE id = ?"
    for key, row in change.rows.items():
        if connection.execute(question, (key,)).fetchone() != row:
            raise CandidateError(reason="content")
    connection.execute("CREATE TEMP TABLE touched (id TEXT PRIMARY KEY) WITHOUT ROWID")
    connection.executemany("INSERT INTO touched VALUES (?)", [(key,) for key in change.rows])
    same = _count(
        connection,
        f"main.{noun} AS a JOIN base.{noun} AS b ON a.id = b.id",
        f"a.id NOT IN (SELECT id FROM touched) AND {_equal(noun)}",
    )
    connection.execute("DROP TABLE touched")
    if same != len(order) - len(change.rows):
        raise CandidateError(reason="content")


def _equal(noun: str) -> str:
    return " AND ".join(f"a.{name} IS b.{name}" for name in NAMES[noun])


def _count(connection: sqlite3.Connection, tables: str, where: str = "1") -> int:
    return int(connection.execute(f"SELECT count(*) FROM {tables} WHERE {where}").fetchone()[0])
