"""Edit: the one way to change a document, alive only inside `with document.edit(...)`.

Everything that goes in is cleaned; everything is written at once into the open transaction and can be
read back through the same Edit. The functions per noun (`steps`, `links`, ...) are built on it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import Any, TypeVar, cast

from msgspec.structs import replace

from rondofile.changes import Entry, difference
from rondofile.columns import COLUMNS
from rondofile.errors import DuplicateError, RecordError, UnknownRecordError
from rondofile.kinds import EditKind
from rondofile.project import Project
from rondofile.records import NOUN_OF, NOUNS, Asset, Record
from rondofile.schema import UNIQUE
from rondofile.values import cleaned, record_of, row_of
from rondofile.working.walking import update
from rondofile.writing.canonical import insertion, selection

R = TypeVar("R", bound=Record)

_ORDER = {noun: index for index, noun in enumerate(NOUNS)}
_POSITIONED = {noun for noun, columns in COLUMNS.items() if any(c.name == "position" for c in columns)}
_LEAVES = {noun for noun, _ in UNIQUE} - {"project"}


class Edit:
    """One transaction that is open. RuntimeError once it is over."""

    def __init__(self, kind: EditKind, connection: sqlite3.Connection) -> None:
        self.kind = kind
        self.broken = False
        self.assets: dict[str, Entry] = {}
        self._connection: sqlite3.Connection | None = connection

    def insert(self, *records: Record) -> None:
        """The records are in the document; parents may come after their parts.

        DuplicateError where an id is taken or there can be only one such; an asset that is there already
        stays as it is.
        """
        by_noun: dict[str, list[Record]] = {}
        for record in records:
            by_noun.setdefault(NOUN_OF[type(record)], []).append(cleaned(record))
        for noun in sorted(by_noun, key=_ORDER.__getitem__):
            if noun == "asset":
                self._insert_assets(by_noun[noun])
            else:
                self._insert(noun, by_noun[noun])

    def update(self, *records: Record) -> None:
        """The records are as given. UnknownRecordError where there is none with that id."""
        for record in records:
            kept, noun = cleaned(record), NOUN_OF[type(record)]
            before, after = row_of(self.get(type(record), record.id)), row_of(kept)
            changed = [index for index, value in enumerate(after) if value != before[index]]
            if changed:
                values = (*(after[index] for index in changed), kept.id)
                self._run(noun, update(_undoable(noun), changed), [values], (kept,))

    def change(self, kind: type[R], key: str, /, **fields: Any) -> R:
        """The named fields of one record have those values. Returns the record as it is now."""
        record = cleaned(replace(self.get(kind, key), **fields))
        self.update(record)
        return record

    def delete(self, kind: type[Record], *keys: str) -> None:
        """The records are gone, with everything that is part of them; ids that are not there are passed."""
        noun = _undoable(NOUN_OF[kind])
        self._run(noun, f"DELETE FROM {noun} WHERE id = ?", [(key,) for key in keys], ())

    def find(self, kind: type[R], key: str | None) -> R | None:
        """The record of that id as it is now, or None."""
        found = self.rows(kind, "id = ?", (key,)) if key is not None else ()
        return found[0] if found else None

    def get(self, kind: type[R], key: str) -> R:
        """The record of that id as it is now. UnknownRecordError where there is none."""
        found = self.find(kind, key)
        if found is None:
            raise UnknownRecordError(noun=NOUN_OF[kind], id=str(key)[:64])
        return found

    def rows(self, kind: type[R], where: str = "1", values: Iterable[Any] = ()) -> tuple[R, ...]:
        """The records for which the condition (SQL with ? places) holds, in their order."""
        noun = NOUN_OF[kind]
        order = "position, id" if noun in _POSITIONED else "id"
        question = f"{selection(noun)} WHERE {where} ORDER BY {order}"
        rows = self._open.execute(question, tuple(values))
        return tuple(cast(R, record_of(noun, row)) for row in rows)

    def next_position(self, kind: type[Record], where: str = "1", values: Iterable[Any] = ()) -> int:
        """The position after the last of the records for which the condition holds."""
        question = f"SELECT coalesce(max(position) + 1, 0) FROM {NOUN_OF[kind]} WHERE {where}"
        return int(self._open.execute(question, tuple(values)).fetchone()[0])

    def become(self, project: Project) -> None:
        """The document holds exactly these records; what is the same is left alone, assets stay."""
        now = Project.of(record for kind in NOUNS.values() for record in self.rows(kind))
        wanted = Project.of(cleaned(record) for record in project.records())
        for noun, entries in reversed([*difference(now, wanted).items()]):
            again = noun in _LEAVES
            gone = [key for key, (_, after) in entries.items() if after is None or again]
            if noun != "asset":
                self.delete(NOUNS[noun], *gone)
        rest = Project.of(record for kind in NOUNS.values() for record in self.rows(kind))
        for entries in difference(rest, wanted).values():
            self.update(*(after for before, after in entries.values() if before and after))
            self.insert(*(after for before, after in entries.values() if after and not before))

    def close(self) -> None:
        """Nothing more can be changed through this edit."""
        self._connection = None

    @property
    def _open(self) -> sqlite3.Connection:
        if self._connection is None:
            raise RuntimeError("this edit is over: a change is made inside `with document.edit(...)`")
        return self._connection

    def _insert(self, noun: str, records: list[Record]) -> None:
        self._run(noun, insertion(noun), [row_of(record) for record in records], records)

    def _insert_assets(self, records: list[Record]) -> None:
        new = {record.id: record for record in records if self.find(Asset, record.id) is None}
        self._insert("asset", list(new.values()))
        self.assets.update({key: (None, record) for key, record in new.items()})

    def _run(self, noun: str, statement: str, rows: list[Any], records: Iterable[Record]) -> None:
        try:
            self._open.executemany(statement, rows)
        except sqlite3.IntegrityError as error:
            name = getattr(error, "sqlite_errorname", "")
            ids = " ".join(record.id for record in records)[:200]
            if name in ("SQLITE_CONSTRAINT_UNIQUE", "SQLITE_CONSTRAINT_PRIMARYKEY"):
                raise DuplicateError(noun=noun, id=ids) from error
            raise RecordError(noun=noun, id=ids, problem=name) from error


def _undoable(noun: str) -> str:
    if noun == "asset":
        raise RuntimeError("assets are only ever added")
    return noun
