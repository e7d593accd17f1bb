"""How the published file is laid out: every table copied row by row into a fresh database, in one order.

Where the rows come from leaves no trace: the same rows give the same pages.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Mapping
from contextlib import closing

from msgspec import Struct

from rondofile import schema
from rondofile.columns import NAMES
from rondofile.records import NOUNS
from rondofile.stamp import Stamp
from rondofile.values import Row

SMALL_PAGE, LARGE_PAGE = 1024, 4096
"""Bytes of a page. Small, since most tables of most projects are: an empty one takes 60 kB, not 240."""

MANY_ROWS = 2_000
"""From here on large pages: quicker to write and to check, and smaller where notes are long."""

_WRITTEN_BY = 3_037_000
"""The SQLite version that stands in the header, whichever wrote it: the first that knows STRICT."""


class Difference(Struct, frozen=True):
    """What became of the rows of one noun. `moved`: whether any row came, went or stands elsewhere."""

    gone: Collection[str]
    rows: Mapping[str, Row]
    moved: bool


def laid_out(source: bytes, stamp: Stamp, changes: Mapping[str, Difference] | None = None) -> bytes:
    """The bytes of the file with the rows of another one of ours, some of them changed, and that stamp.

    sqlite3.Error where the changes do not fit the rows.
    """
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.execute(f"PRAGMA page_size = {_page_size(stamp):d}")
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("PRAGMA ignore_check_constraints = ON")  # every rule is looked at once, at the end
        connection.execute("ATTACH ':memory:' AS source")
        connection.deserialize(source, name="source")
        connection.execute("ATTACH ':memory:' AS sorted")
        connection.execute("BEGIN")
        for statement in schema.tables():
            connection.execute(statement)
        connection.executemany("INSERT INTO main.meta VALUES (?, ?)", stamp.rows())
        for noun in NOUNS:
            change = (changes or {}).get(noun)
            place = "source" if change is None else _changed(connection, noun, change)
            connection.execute(f"INSERT INTO main.{noun} SELECT * FROM {place}.{noun}")
        for statement in schema.rules():
            connection.execute(statement)
        schema.mark(connection)
        connection.execute("COMMIT")
        return _with_fixed_header(connection.serialize())


def insertion(noun: str, place: str = "main") -> str:
    """The statement that adds one row."""
    marks = ", ".join("?" * len(NAMES[noun]))
    return f"INSERT INTO {place}.{noun} ({', '.join(NAMES[noun])}) VALUES ({marks})"


def _changed(connection: sqlite3.Connection, noun: str, change: Difference) -> str:
    """The rows of the source are as they are to be; where they stand now, in their order."""
    for name in schema.rule_names(noun):
        connection.execute(f"DROP INDEX source.{name}")
    if not change.moved:
        fields = ", ".join(f"{name} = ?" for name in NAMES[noun])
        rows = [(*row, key) for key, row in change.rows.items()]
        connection.executemany(f"UPDATE source.{noun} SET {fields} WHERE id = ?", rows)
        return "source"
    keys = [(key,) for key in (*change.gone, *change.rows)]
    connection.executemany(f"DELETE FROM source.{noun} WHERE id = ?", keys)
    connection.executemany(insertion(noun, "source"), change.rows.values())
    connection.execute(schema.table(noun).replace("CREATE TABLE ", "CREATE TABLE sorted.", 1))
    names = ", ".join(NAMES[noun])
    order = "position, id" if "position" in NAMES[noun] else "id"
    connection.execute(
        f"INSERT INTO sorted.{noun} ({names}) SELECT {names} FROM source.{noun} ORDER BY {order}"
    )
    return "sorted"


def _page_size(stamp: Stamp) -> int:
    return LARGE_PAGE if sum(stamp.counts.values()) >= MANY_ROWS else SMALL_PAGE


def _with_fixed_header(written: bytes) -> bytes:
    """The header says nothing about when or by which SQLite it was written."""
    header = bytearray(written[:100])
    header[18:20] = b"\x01\x01"
    header[24:28] = (1).to_bytes(4, "big")
    header[92:96] = (1).to_bytes(4, "big")
    header[96:100] = _WRITTEN_BY.to_bytes(4, "big")
    return b"".join((header, memoryview(written)[100:]))
