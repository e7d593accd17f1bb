"""The stamp of a file: which project, which revision, and the digests that prove it whole."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass

from rondofile.ids import is_id
from rondofile.project import Project
from rondofile.records import NOUNS
from rondofile.schema import MIN_READER
from rondofile.values import Row, row_of

WRITER = "rondofile/1"

Rows = Mapping[str, Sequence[Row]]


@dataclass(frozen=True, slots=True)
class Stamp:
    """What `meta` holds. `digest`: of the content alone; `parent`: the digest of the file it replaced."""

    doc_id: str
    rev: int = 0
    digest: str = ""
    parent: str = ""
    min_reader: int = MIN_READER
    writer: str = WRITER

    def rows(self) -> list[tuple[str, str]]:
        """Keys and values as they are written, in order, closed by a seal over all of them."""
        rows = sorted((key, str(value)) for key, value in asdict(self).items())
        return [*rows, ("seal", _seal(dict(rows)))]

    @classmethod
    def of_rows(cls, rows: Mapping[str, str]) -> Stamp:
        """The stamp of those rows. KeyError or ValueError where one is missing or makes no sense."""
        if not is_id(rows["doc_id"]):
            raise ValueError(rows["doc_id"])
        return cls(
            doc_id=rows["doc_id"],
            rev=int(rows["rev"]),
            digest=rows["digest"],
            parent=rows["parent"],
            min_reader=int(rows["min_reader"]),
            writer=rows["writer"],
        )


def seal_holds(rows: Mapping[str, str]) -> bool:
    """Whether the rows of a stamp are as they were written."""
    return rows.get("seal") == _seal({key: value for key, value in rows.items() if key != "seal"})


def content_digest(project: Project) -> str:
    """One word for everything in a project: the same content gives the same digest, in any order."""
    return rows_digest(rows_of(project))


def rows_of(project: Project) -> Rows:
    """Every noun's rows in the order of the project."""
    return {noun: [row_of(record) for record in project.all(kind)] for noun, kind in NOUNS.items()}


def rows_digest(rows: Rows) -> str:
    """The content digest of rows as they are written."""
    digest = hashlib.sha256()
    for noun in NOUNS:
        plain = sorted(map(_hashed, rows[noun]) if noun == "asset" else rows[noun])
        digest.update(json.dumps([noun, plain], ensure_ascii=False, separators=(",", ":")).encode())
    return digest.hexdigest()


def _hashed(row: Row) -> Row:
    """The row of an asset with the digest of its bytes in their place."""
    return tuple(hashlib.sha256(part).hexdigest() if isinstance(part, bytes) else part for part in row)


def _seal(rows: Mapping[str, str]) -> str:
    return hashlib.sha256(json.dumps(sorted(rows.items())).encode()).hexdigest()
