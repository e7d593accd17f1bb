"""Reading a published file: its bytes once, then checked row by row into records.

What cannot be kept stands in the report with its place; a file that cannot be read raises a typed error.
"""

from __future__ import annotations

import hashlib
import sqlite3
import stat as modes
from dataclasses import dataclass
from pathlib import Path

from rondofile import schema
from rondofile.columns import NAMES
from rondofile.errors import (
    CannotReadError,
    ChangingFileError,
    DamagedFileError,
    FileMissingError,
    NotAFileError,
    TooBigError,
    UnsafeFileError,
)
from rondofile.fsops import FILES, Files
from rondofile.ids import derived_id
from rondofile.project import Project
from rondofile.quarantine import quarantined, refuse_newer
from rondofile.records import NOUNS
from rondofile.report import Report
from rondofile.rows import Absent, checked_rows
from rondofile.stamp import Rows, Stamp, rows_digest, rows_of, seal_holds

BIGGEST = 512 * 1024 * 1024
"""Bytes of the largest file we read."""

_TRIES = 3


@dataclass(frozen=True, slots=True)
class Published:
    """What a file held: its project, its stamp, the sha256 of its bytes and what was met on the way."""

    project: Project
    stamp: Stamp
    sha256: str
    report: Report
    newer: bool = False


def read_file(path: Path, files: Files = FILES) -> Published:
    """The project in a file. The file and everything beside it stay as they are."""
    return read_bytes(bytes_of(path, files), path=str(path))


def bytes_of(path: Path, files: Files = FILES) -> bytes:
    """The bytes of a regular file, read whole while nothing else wrote it. Typed errors otherwise."""
    for _ in range(_TRIES):
        try:
            before = files.stat(path)
            if not modes.S_ISREG(before.st_mode):
                raise NotAFileError(path=str(path))
            if before.st_size > BIGGEST:
                raise TooBigError(path=str(path), size=before.st_size)
            data = files.read(path, BIGGEST + 1)
            after = files.stat(path)
        except (FileNotFoundError, NotADirectoryError) as error:
            raise FileMissingError(path=str(path)) from error
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            raise CannotReadError(path=str(path), reason=reason) from error
        if before.st_mtime_ns == after.st_mtime_ns and before.st_size == after.st_size == len(data):
            return data
    raise ChangingFileError(path=str(path))


def read_bytes(data: bytes, **facts: object) -> Published:
    """The project in the bytes of a file; `facts` (a path) go into the errors."""
    report = Report()
    with quarantined(data, **facts) as connection:
        _check_pages(connection, facts)
        _check_schema(connection, report, facts)
        meta = _meta(connection)
        stamp = _stamp(meta, data, report)
        refuse_newer(stamp.min_reader, schema.VERSION, stamp.writer, facts)
        raw = {noun: _rows(connection, noun, report) for noun in NOUNS}
        newer = connection.execute("PRAGMA user_version").fetchone()[0] > schema.VERSION
    project = checked_rows(raw, report)
    _compare(project, raw, stamp, newer, report)
    return Published(project, stamp, hashlib.sha256(data).hexdigest(), report, newer)


def _check_pages(connection: sqlite3.Connection, facts: dict[str, object]) -> None:
    """The pages hang together. Values that break a rule are no damage: they are reported row by row."""
    for (found,) in connection.execute("PRAGMA quick_check(1000)"):
        if found != "ok" and not str(found).startswith("CHECK constraint") and " value in " not in str(found):
            raise DamagedFileError(reason="pages", **facts)


def _check_schema(connection: sqlite3.Connection, report: Report, facts: dict[str, object]) -> None:
    """Parts that are not ours are remarked; a table of ours that is no plain table is refused."""
    found = connection.execute("SELECT type, name, sql FROM sqlite_master").fetchall()
    kinds = {str(name).lower(): (kind, str(sql)) for kind, name, sql in found}
    for noun in ("meta", *NOUNS):
        kind, sql = kinds.get(noun, ("", ""))
        if not kind:
            report.add("read.no-table", noun)
        elif kind != "table" or sql.upper().lstrip().startswith("CREATE VIRTUAL"):
            raise UnsafeFileError(part=noun, **facts)
    for kind, name, sql in found:
        if sql is not None and sql not in schema.FINGERPRINT:
            key = "read.active-part" if kind in ("trigger", "view") else "read.foreign-part"
            report.add(key, str(kind), field=str(name)[:64])


def _meta(connection: sqlite3.Connection) -> dict[str, str]:
    try:
        rows = connection.execute("SELECT key, value FROM meta LIMIT 100").fetchall()
    except sqlite3.OperationalError:
        return {}
    return {key: value for key, value in rows if isinstance(key, str) and isinstance(value, str)}


def _stamp(meta: dict[str, str], data: bytes, report: Report) -> Stamp:
    """The stamp of a file, or one made from its bytes where it has none that holds."""
    if not seal_holds(meta):
        report.add("read.seal")
    try:
        return Stamp.of_rows(meta)
    except (KeyError, ValueError):
        return Stamp(doc_id=derived_id(hashlib.sha256(data).hexdigest()))


def _rows(connection: sqlite3.Connection, noun: str, report: Report) -> list[tuple[object, ...]]:
    """The rows of one table in our order of columns; a column that is missing reads as absent."""
    there = {str(row[1]) for row in connection.execute(f"PRAGMA table_info({noun})")}
    if not there:
        return []
    missing = [name for name in NAMES[noun] if name not in there]
    for name in missing:
        report.add("read.no-column", noun, field=name)
    asked = [name for name in NAMES[noun] if name in there]
    rows = connection.execute(f"SELECT {', '.join(asked)} FROM {noun} ORDER BY rowid").fetchall()
    if not missing:
        return rows
    empty: dict[str, object] = dict.fromkeys(NAMES[noun], Absent.ABSENT)
    return [tuple({**empty, **dict(zip(asked, row, strict=True))}.values()) for row in rows]


def _compare(project: Project, raw: Rows, stamp: Stamp, newer: bool, report: Report) -> None:
    """Whether the content is what was saved: damage that the pages do not show is seen here."""
    if newer or (not stamp.digest and not report.clean):
        return
    # without a remark the rows became records as they are, so they need not be made again
    if rows_digest(raw if report.clean else rows_of(project)) != stamp.digest:
        report.add("read.digest")
