"""The tables of a project: STRICT, with every rule of the records that a database can hold.

One description for the working database and for the published file. `fingerprint` is what a file of
this version looks like, letter for letter.
"""

from __future__ import annotations

import sqlite3
from functools import cache

from rondofile.columns import COLUMNS, Column, Kind
from rondofile.digests import sha256_of

VERSION = 1
"""The `user_version` of files and working databases; it grows by one with every migration."""

MIN_READER = 1
"""The oldest version of this program that can read what we write."""

APPLICATION_ID = 0x5E2D94A7
"""Marks a database as a project of ours: 31 random bits."""

_TYPES = {
    Kind.ID: "TEXT",
    Kind.REFERENCE: "TEXT",
    Kind.TEXT: "TEXT",
    Kind.CHOICE: "TEXT",
    Kind.FLAG: "INTEGER",
    Kind.INTEGER: "INTEGER",
    Kind.REAL: "REAL",
    Kind.BYTES: "BLOB",
}

UNIQUE: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("project", ()),
    ("fit", ("segment", "situation", "experience")),
    ("segment_role", ("segment", "kind")),
    ("cell_sheet", ("experience", "architecture")),
    ("menu_choice", ("menu", "placement")),
    ("score", ("criterion", "architecture")),
    ("role_choice", ("step", "architecture")),
    ("step_feeling", ("step", "segment")),
    ("step_origin", ("step", "origin")),
    ("stretch_step", ("stretch", "step")),
    ("response", ("step", "experience")),
)
"""What there can be only one of: the noun, and the fields that tell one from another (None counts)."""


def table(noun: str) -> str:
    """The statement that makes the table of a noun."""
    lines = ",\n  ".join(_line(column) for column in COLUMNS[noun])
    return f"CREATE TABLE {noun} (\n  {lines}\n) STRICT"


@cache
def tables() -> tuple[str, ...]:
    """The statements that make the tables, in order."""
    meta = "CREATE TABLE meta (\n  key TEXT PRIMARY KEY NOT NULL,\n  value TEXT NOT NULL\n) STRICT"
    return (meta, *map(table, COLUMNS))


@cache
def rules() -> tuple[str, ...]:
    """The statements for what there can be only one of; quicker after the rows than before."""
    unique = (
        f"CREATE UNIQUE INDEX one_{noun} ON {noun} ({', '.join(names) or '(1)'})" for noun, names in UNIQUE
    )
    return (
        *unique,
        "CREATE UNIQUE INDEX one_general_fit ON fit (segment, experience) WHERE situation IS NULL",
    )


def rule_names(noun: str) -> tuple[str, ...]:
    """The names of the rules of one noun."""
    names = tuple(f"one_{name}" for name, _ in UNIQUE if name == noun)
    return (*names, "one_general_fit") if noun == "fit" else names


@cache
def lookups() -> tuple[str, ...]:
    """The statements for what is looked up while editing; a published file does without."""
    return tuple(
        f"CREATE INDEX {noun}_{column.name} ON {noun} ({column.name})"
        for noun, columns in COLUMNS.items()
        for column in columns
        if column.parent is not None
    )


def mark(connection: sqlite3.Connection) -> None:
    """The database says that it is a project of this version."""
    connection.execute(f"PRAGMA user_version = {VERSION:d}")
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID:d}")


def create(connection: sqlite3.Connection) -> None:
    """The tables of a working database stand in the empty one, within the transaction that is open."""
    for statement in tables():
        connection.execute(statement)
    mark(connection)


def index(connection: sqlite3.Connection) -> None:
    """The rules hold for the rows of a working database, within the transaction that is open."""
    for statement in rules():
        connection.execute(statement)


def look_up(connection: sqlite3.Connection) -> None:
    """What editing looks up is found quickly, within the transaction that is open."""
    rows = connection.execute("SELECT name FROM sqlite_master WHERE type = 'index'").fetchall()
    there = {name for (name,) in rows}
    for statement in lookups():
        if statement.split()[2] not in there:
            connection.execute(statement)


def _line(column: Column) -> str:
    parts = [column.name, _TYPES[column.kind]]
    if column.name == "id":
        parts.append("PRIMARY KEY")
    if not column.optional:
        parts.append("NOT NULL")
    if column.parent is not None:
        action = "CASCADE" if column.cascade else "SET NULL"
        parts.append(f"REFERENCES {column.parent} (id) ON DELETE {action}")
    check = _check(column)
    if check:
        parts.append(f"CHECK ({check})")
    return " ".join(parts)


def _check(column: Column) -> str:
    """The rule of a column in SQL. A rule that meets NULL holds, as optional columns need."""
    if column.name == "id":
        return "id <> '' AND id NOT GLOB '*[^A-Za-z0-9_-]*'"
    if column.choices is not None:
        # an IN list is built anew for every row that is written: four times slower than this
        return " OR ".join(f"{column.name} = '{choice}'" for choice in column.choices)
    if column.kind is Kind.FLAG:
        return f"{column.name} IN (0, 1)"
    if column.kind in (Kind.INTEGER, Kind.REAL):
        return f"{column.name} BETWEEN {column.low:.0f} AND {column.high:.0f}"
    return ""


@cache
def fingerprint() -> frozenset[str]:
    """The statements of everything in a file of this version."""
    return frozenset((*tables(), *rules()))


def digest() -> str:
    """One word for the whole schema: it may change only together with VERSION."""
    return sha256_of("\n".join(sorted(fingerprint())).encode())
