"""What a stranger's database holds, as plain values: looked at as a whole first, then taken row by row.

Nothing but our own tables is ever asked for, and nothing that the file defines is computed.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from rondofile import schema
from rondofile.columns import NAMES
from rondofile.errors import DamagedFileError, TooBigError, UnsafeFileError
from rondofile.reading import older
from rondofile.reading.absent import Absent
from rondofile.reading.acceptance import accepted
from rondofile.reading.quarantine import quarantined, refuse_newer
from rondofile.reading.report import Report
from rondofile.records import NOUNS
from rondofile.stamp import Stamp, rows_of

MOST_ROWS = 250_000
"""Rows of the largest file we read: five times what the largest project that stays quick has."""

MOST_META = 100
LONGEST_META = 20_000
"""Rows of the stamp that are looked at, and letters of each."""

_MOST_PARTS = 1_000

Facts = Mapping[str, object]
Found = Sequence[tuple[object, object, object]]
Raw = Mapping[str, Sequence[Any]]


class Intake(Struct, frozen=True):
    """`meta`: the rows of the stamp; `version`: of the schema; `raw`: the rows of every noun."""

    meta: Mapping[str, str]
    version: int
    raw: Raw
    report: Report


class Form(Struct, frozen=True):
    """What a file of one version is made of."""

    statements: frozenset[str]
    tables: tuple[str, ...]


def take_in(data: bytes, **facts: object) -> Intake:
    """Everything of ours in the bytes of a file. Typed errors where it is not whole, not ours or not safe."""
    report = Report()
    with quarantined(data, **facts) as connection:
        version = int(connection.execute("PRAGMA user_version").fetchone()[0])
        form = _form(version)
        found = _parts(connection, form, report, facts)
        _check_pages(connection, form, found, facts)
        meta = _meta(connection)
        _check_reader(meta, facts)
        _check_rows(connection, form, facts)
        return Intake(meta, version, _raw(connection, version, meta, report), report)


def typed(found: Intake) -> Intake:
    """The same with every value of the type and within the bounds of its column; what was not is reported."""
    raw = {**found.raw, **_of("asset", found.raw, found.report)}
    ids: dict[str, set[str]] = {}
    for noun in NOUNS:
        if noun != "asset" and not accepted(noun, raw[noun], ids):
            raw = dict(_mended(raw, found.report))
            break
        ids[noun] = {row[0] for row in raw[noun]}
    return replace(found, raw=raw)


def _of(noun: str, raw: Raw, report: Report) -> Raw:
    rows = raw[noun]
    return {noun: _mended({noun: rows}, report)[noun]} if rows else {}


def _mended(raw: Raw, report: Report) -> Raw:
    """The rows as they are once every value was looked at, which a clean file does without."""
    from rondofile.reading.rows import checked_rows

    return rows_of(checked_rows(raw, report))


def _form(version: int) -> Form:
    if older.is_older(version):
        return Form(older.fingerprint_then(version), older.tables_then(version))
    return Form(schema.fingerprint(), ("meta", *NOUNS))


def _parts(connection: sqlite3.Connection, form: Form, report: Report, facts: Facts) -> Found:
    """What the file is made of. Parts that are not ours are remarked; a table of ours that is no plain
    table is refused, and so is more than anyone would make.
    """
    count = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if count > _MOST_PARTS:
        raise UnsafeFileError(part="sqlite_master", **facts)
    found = connection.execute("SELECT type, name, sql FROM sqlite_master").fetchall()
    kinds = {str(name).lower(): (kind, str(sql)) for kind, name, sql in found}
    for table in form.tables:
        kind, sql = kinds.get(table, ("", ""))
        if not kind:
            report.add("read.no-table", table)
        elif kind != "table" or sql.upper().lstrip().startswith("CREATE VIRTUAL"):
            raise UnsafeFileError(part=table, **facts)
    for kind, name, sql in found:
        if sql is not None and sql not in form.statements:
            key = "read.active-part" if kind in ("trigger", "view") else "read.foreign-part"
            report.add(key, str(kind), field=str(name))
    return found


def _check_pages(connection: sqlite3.Connection, form: Form, found: Found, facts: Facts) -> None:
    """The pages hang together. Values that break a rule are no damage: they are reported row by row.

    Only our own tables are gone through where there are others, which could have code of SQLite run.
    """
    ours = all(sql is None or sql in form.statements for _, _, sql in found)
    there = {str(name).lower() for _, name, _ in found}
    for question in ("(1000)",) if ours else [f"({name})" for name in form.tables if name in there]:
        for (said,) in connection.execute(f"PRAGMA quick_check{question}"):
            if said != "ok" and " value in " not in str(said):
                raise DamagedFileError(reason="pages", **facts)


def _check_reader(meta: Mapping[str, str], facts: Facts) -> None:
    try:
        stamp = Stamp.of_rows(meta)
    except (KeyError, ValueError):
        return
    refuse_newer(stamp.min_reader, schema.VERSION, stamp.writer, dict(facts))


def _check_rows(connection: sqlite3.Connection, form: Form, facts: Facts) -> None:
    there = (name for name in form.tables if connection.execute(f"PRAGMA table_info({name})").fetchone())
    questions = [f"SELECT count(*) FROM {name} NOT INDEXED" for name in there]
    total = sum(connection.execute(question).fetchone()[0] for question in questions)
    if total > MOST_ROWS:
        raise TooBigError(rows=total, **facts)


def _meta(connection: sqlite3.Connection) -> dict[str, str]:
    try:
        short = f"length(key) + length(value) < {LONGEST_META:d}"
        rows = connection.execute(f"SELECT key, value FROM meta WHERE {short} LIMIT {MOST_META:d}").fetchall()
    except sqlite3.OperationalError:
        return {}
    return {key: value for key, value in rows if isinstance(key, str) and isinstance(value, str)}


def _raw(connection: sqlite3.Connection, version: int, meta: Mapping[str, str], report: Report) -> Raw:
    if not older.is_older(version):
        return {noun: _rows(connection, noun, report) for noun in NOUNS}
    if report.clean and meta.get("digest") != older.digest_then(connection, version):
        report.add("read.digest")
    with older.brought_to_today(connection, version, report) as copy:
        return {noun: _rows(copy, noun, report) for noun in NOUNS}


def _rows(connection: sqlite3.Connection, noun: str, report: Report) -> list[tuple[object, ...]]:
    """The rows of one table in our order of columns; a column that is missing reads as absent."""
    there = {str(row[1]) for row in connection.execute(f"PRAGMA table_info({noun})")}
    if not there:
        return []
    missing = [name for name in NAMES[noun] if name not in there]
    for name in missing:
        report.add("read.no-column", noun, field=name)
    asked = [name for name in NAMES[noun] if name in there]
    if not asked:
        return []
    question = f"SELECT {', '.join(asked)} FROM {noun} NOT INDEXED ORDER BY rowid"
    rows = connection.execute(question).fetchall()
    if not missing:
        return rows
    empty: dict[str, object] = dict.fromkeys(NAMES[noun], Absent.ABSENT)
    return [tuple({**empty, **dict(zip(asked, row, strict=True))}.values()) for row in rows]
