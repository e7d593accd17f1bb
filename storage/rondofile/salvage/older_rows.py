"""Rows out of a damaged file of an older version, brought to today by the steps that whole files take."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing
from typing import Any

from rondofile.columns import NAMES
from rondofile.errors import DamagedFileError
from rondofile.reading import older
from rondofile.reading.absent import Absent
from rondofile.reading.report import Report
from rondofile.records import NOUNS
from rondofile.salvage.pages import MAGIC
from rondofile.writing.canonical import selection

Row = tuple[Any, ...]
Tables = Mapping[str, Mapping[str, Row]]


def version_of(data: bytes) -> int:
    """The version that a file says it is of; 0 where it says none."""
    return int.from_bytes(data[60:64], "big") if data.startswith(MAGIC) else 0


def columns_then(data: bytes) -> Mapping[str, Sequence[str]]:
    """The tables of an older version with their columns; empty where the file is not of an older one."""
    version = version_of(data)
    if version not in older.SCHEMAS or not older.is_older(version):
        return {}
    with closing(sqlite3.connect(":memory:")) as connection:
        for statement in older.SCHEMAS[version]:
            connection.execute(statement)
        names = [name for name in older.tables_then(version) if name != "meta"]
        return {name: _columns(connection, name) for name in names}


def as_today(columns: Mapping[str, Sequence[str]]) -> bool:
    """Whether the tables are as those of today, so that today's rules say what belongs to what."""
    return {name: tuple(found) for name, found in columns.items()} == NAMES


def brought_forward(
    rows: Tables, columns: Mapping[str, Sequence[str]], version: int, report: Report
) -> dict[str, dict[str, Row]]:
    """The rows as today's tables hold them. None of them where the steps to today fail on them."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as source:
        for name, fields in columns.items():
            source.execute(f"CREATE TABLE {name} ({', '.join(fields)})")
            places = ", ".join("?" * len(fields))
            plain = [_plain(row, len(fields)) for row in rows.get(name, {}).values()]
            source.executemany(f"INSERT INTO {name} VALUES ({places})", plain)
        try:
            with older.brought_to_today(source, version, report) as copy:
                found = {noun: copy.execute(selection(noun)).fetchall() for noun in NOUNS}
        except DamagedFileError:
            report.add("salvage.stopped")
            return {noun: {} for noun in NOUNS}
    return {noun: {row[0]: row for row in part} for noun, part in found.items()}


def _columns(connection: sqlite3.Connection, name: str) -> tuple[str, ...]:
    return tuple(str(row[1]) for row in connection.execute(f"PRAGMA table_info({name})"))


def _plain(row: Row, width: int) -> Row:
    """As many values as there are columns; nothing where a value is lost."""
    values = [None if value is Absent.ABSENT else value for value in row[:width]]
    return (*values, *[None] * (width - len(values)))
