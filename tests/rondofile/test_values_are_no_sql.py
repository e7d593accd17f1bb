"""What people type is stored letter for letter and never becomes part of a statement."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from helpers.storage import one_of_everything
from rondofile.columns import COLUMNS, Kind
from rondofile.document import Document
from rondofile.kinds import EditKind
from rondofile.project import Project
from rondofile.records import NOUN_OF, Record
from rondofile.values import cleaned
from rondofile.working.home import Home

TYPED = "zq7'; DROP TABLE step; --"
SPARED = ("language", "brief_preset", "date", "media_type", "revenue_currency")


class Recording(sqlite3.Connection):
    """A connection that writes down every statement as it was given."""

    said: list[str]

    def execute(self, sql: str, values: Iterable[Any] = (), /) -> sqlite3.Cursor:  # type: ignore[override]
        self.said.append(sql)
        return super().execute(sql, values)  # type: ignore[arg-type]

    def executemany(self, sql: str, values: Iterable[Any], /) -> sqlite3.Cursor:  # type: ignore[override]
        self.said.append(sql)
        return super().executemany(sql, values)


def typed(record: Record) -> Record:
    """The record with every text of it typed by somebody with a plan."""
    columns = [column for column in COLUMNS[NOUN_OF[type(record)]] if column.kind is Kind.TEXT]
    fields = {column.name: f'{TYPED} % _ " {column.name}' for column in columns if column.name not in SPARED}
    return cleaned(replace(record, **fields))  # type: ignore[arg-type]


def test_typed_sql_then_is_stored_literally_and_never_said(tmp_path: Path) -> None:
    said: list[str] = []

    def recording(path: Path) -> sqlite3.Connection:
        connection = sqlite3.connect(path, isolation_level=None, factory=Recording)
        connection.said = said
        return connection

    wanted = Project.of(typed(record) for record in one_of_everything())
    home = Home(tmp_path / "home", open_database=recording)
    with Document.create(tmp_path / f"{TYPED[:12]}.rondo", root=home) as document:
        with document.edit(EditKind.IMPORT, merge_key=TYPED) as edit:
            edit.become(wanted)
        assert document.project == wanted
        document.undo()
        document.redo()
        document.publish()
        path = document.path
    assert path is not None
    with Document.open(path, root=home) as document:
        assert document.project == wanted
    assert len(said) > 100
    assert any(statement.startswith("INSERT INTO main.step ") for statement in said)
    assert not [statement for statement in said if "zq7" in statement]
