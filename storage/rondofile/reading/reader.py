"""Reading a published file: its bytes once, then checked row by row into records.

What cannot be kept stands in the report with its place; a file that cannot be read raises a typed error.
"""

from __future__ import annotations

import stat as modes
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from rondofile import schema
from rondofile.digests import sha256_of
from rondofile.errors import (
    CannotReadError,
    ChangingFileError,
    FileMissingError,
    NotAFileError,
    TooBigError,
)
from rondofile.fsops import FILES, Files
from rondofile.ids import derived_id
from rondofile.project import Project
from rondofile.reading import older
from rondofile.reading.intake import Intake, Raw, take_in
from rondofile.reading.quarantine import BIGGEST
from rondofile.reading.report import Report
from rondofile.reading.rows import checked_rows
from rondofile.stamp import Stamp, rows_digest, rows_of, seal_holds

_TRIES = 3


class Published(Struct, frozen=True):
    """What a file held: its project, its stamp, the sha256 of its bytes and what was met on the way."""

    project: Project
    stamp: Stamp
    sha256: str
    report: Report
    version: int = schema.VERSION

    @property
    def newer(self) -> bool:
        """A later version wrote it: it may hold more than we know of, so it is not written over."""
        return self.version > schema.VERSION

    @property
    def older(self) -> bool:
        """An earlier version wrote it: what was read of it has been brought to today's."""
        return older.is_older(self.version)


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
    """The project in the bytes of a file that we wrote; a stranger's goes through `apart.door`.

    `facts` (a path) go into the errors.
    """
    return published(data, take_in(data, **facts))


def published(data: bytes, intake: Intake) -> Published:
    """What those bytes held, once everything that was taken from them is checked."""
    report = intake.report
    stamp = _stamp(intake.meta, data, report)
    project = checked_rows(intake.raw, report)
    found = Published(project, stamp, sha256_of(data), report, intake.version)
    _compare(found, intake.raw)
    return found


def _stamp(meta: Mapping[str, str], data: bytes, report: Report) -> Stamp:
    """The stamp of a file, or one made from its bytes where it has none that holds."""
    if not seal_holds(meta):
        report.add("read.seal")
    try:
        return Stamp.of_rows(meta)
    except (KeyError, ValueError):
        return Stamp(doc_id=derived_id(sha256_of(data)))


def _compare(found: Published, raw: Raw) -> None:
    """Whether the content is what was saved: damage that the pages do not show is seen here."""
    saved, report = found.stamp.digest, found.report
    if found.newer or found.older or (not saved and not report.clean):
        return
    # without a remark the rows became records as they are, so they need not be made again
    if rows_digest(raw if report.clean else rows_of(found.project)) != saved:
        report.add("read.digest")
