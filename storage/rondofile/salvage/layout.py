"""Where the tables of a file begin: as it says itself, or as we always write it."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from msgspec import Struct, field

from rondofile import schema
from rondofile.columns import NAMES
from rondofile.salvage.cells import Cell

Row = tuple[Any, ...]

_PAIR = ("key", "value")
"""What a file or a working database knows of itself."""

_COLUMN = re.compile(r"^\s+(\w+) ", re.MULTILINE)


class Layout(Struct, frozen=True):
    """`roots`: first pages by name of the table; `indexes`: of the index over its ids, by the same name.

    `columns`: of a table that is not as ours is today.
    """

    roots: Mapping[str, int]
    indexes: Mapping[str, int]
    columns: Mapping[str, Sequence[str]] = field(default_factory=dict)
    told: frozenset[str] = frozenset()
    """The names of which the file itself said so; the others are as we would write them today."""

    def names(self, noun: str) -> Sequence[str]:
        """The columns of a table in the order of its rows."""
        return self.columns.get(noun) or NAMES.get(noun, _PAIR)


def told_layout(cells: Iterable[Cell], version: int) -> Layout:
    """The layout by what the file lists of itself. `version`: of the file, by its first bytes.

    A table that is not as ours counts only in a file of another version: in one of ours it is damage.
    """
    whole = [cell.values for cell in cells if not cell.cut]
    columns: dict[str, tuple[str, ...]] = {}
    for _, name, _, _, sql in whole if version != schema.VERSION else ():
        if name in NAMES and isinstance(sql, str) and sql != schema.table(name):
            columns[name] = tuple(_COLUMN.findall(sql))
    return _layout(whole, columns, frozenset(str(row[1]) for row in whole if row[0] == "table"))


def our_layout(page_size: int) -> Layout:
    """The layout of every file that we write with pages of that size: tables come first, in one order."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        connection.execute(f"PRAGMA page_size = {page_size:d}")
        connection.execute("BEGIN")
        for statement in schema.tables():
            connection.execute(statement)
        rows = connection.execute("SELECT type, name, tbl_name, rootpage, sql FROM sqlite_master").fetchall()
    finally:
        connection.close()
    return _layout(rows, {}, frozenset())


def _layout(rows: Sequence[Row], columns: Mapping[str, tuple[str, ...]], told: frozenset[str]) -> Layout:
    roots = {str(name): int(root) for kind, name, _, root, _ in rows if kind == "table"}
    indexes = {
        str(table): int(root) for _, name, table, root, _ in rows if name == f"sqlite_autoindex_{table}_1"
    }
    return Layout(roots, indexes, columns, told)


def is_listed(values: Row) -> bool:
    """Whether it is a table or an index as a file lists them: kind, name, of which table, root, statement."""
    texts = len(values) == 5 and all(isinstance(value, str) for value in values[:3])
    return texts and type(values[3]) is int and values[0] in ("table", "index")
