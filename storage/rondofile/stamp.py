"""The stamp of a file: which project, which revision, how much of it, and the digests that prove it whole."""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct, field

from rondofile.digests import sha256_of
from rondofile.ids import is_id
from rondofile.records import NOUNS
from rondofile.schema import MIN_READER

if TYPE_CHECKING:
    from rondofile.project import Project
    from rondofile.values import Row

WRITER = "rondofile/1"

_LONGEST = 10_000
"""Letters in which the counts of every noun are written, with room for nouns to come."""

_SHELVES, _MANY = 64, 1_024

_MOST = 10**18

Rows = Mapping[str, Sequence["Row"]]


class Stamp(Struct, frozen=True):
    """What `meta` holds. `digest`: of the content alone; `parent`: the digest of the file it replaced.

    `counts`: rows by noun, so that what is lost from a damaged file can be counted.
    """

    doc_id: str
    rev: int = 0
    digest: str = ""
    parent: str = ""
    min_reader: int = MIN_READER
    writer: str = WRITER
    counts: Mapping[str, int] = field(default_factory=dict)

    def rows(self) -> list[tuple[str, str]]:
        """Keys and values as they are written, in order, closed by a seal over all of them."""
        rows = {
            "digest": self.digest,
            "doc_id": self.doc_id,
            "min_reader": str(self.min_reader),
            "parent": self.parent,
            "rev": str(self.rev),
            "rows": json.dumps(dict(self.counts), separators=(",", ":")),
            "writer": self.writer,
        }
        return [*rows.items(), ("seal", _seal(rows))]

    @classmethod
    def of_rows(cls, rows: Mapping[str, str]) -> Stamp:
        """The stamp of those rows. KeyError or ValueError where one is missing or makes no sense."""
        if not is_id(rows["doc_id"]):
            raise ValueError(rows["doc_id"])
        return cls(
            doc_id=rows["doc_id"],
            rev=_number(rows["rev"]),
            digest=rows["digest"],
            parent=rows["parent"],
            min_reader=_number(rows["min_reader"]),
            writer=rows["writer"],
            counts=_counts(rows["rows"]),
        )


def seal_holds(rows: Mapping[str, str]) -> bool:
    """Whether the rows of a stamp are as they were written."""
    return rows.get("seal") == _seal({key: value for key, value in rows.items() if key != "seal"})


def content_digest(project: Project) -> str:
    """One word for everything in a project: the same content gives the same digest, in any order."""
    return rows_digest(rows_of(project))


def rows_of(project: Project) -> Rows:
    """Every noun's rows in the order of the project."""
    from rondofile.values import row_of

    return {noun: [row_of(record) for record in project.all(kind)] for noun, kind in NOUNS.items()}


def rows_digest(rows: Rows) -> str:
    """The content digest of rows as they are written."""
    return digest_of({noun: noun_digest(noun, rows[noun]) for noun in NOUNS})


def digest_of(digests: Mapping[str, str]) -> str:
    """The content digest of a project, from the digest of every noun."""
    return sha256_of("\n".join(f"{noun} {digests[noun]}" for noun in NOUNS).encode())


def noun_digest(noun: str, rows: Sequence[Row]) -> str:
    """The digest of the rows of one noun, in any order."""
    count = shelves_for(len(rows))
    shelves: list[list[Row]] = [[] for _ in range(count)]
    for row in rows:
        shelves[shelf_of(row[0], count)].append(row)
    return digest_of_shelves([shelf_digest(noun, shelf) for shelf in shelves])


def shelves_for(rows: int) -> int:
    """On how many shelves so many rows stand: of a large noun only those with changes are digested again."""
    return _SHELVES if rows >= _MANY else 1


def shelf_of(key: object, count: int) -> int:
    """On which of so many shelves the row with that id stands."""
    return zlib.crc32(str(key).encode("utf-8", "surrogatepass")) % count if count > 1 else 0


def shelf_digest(noun: str, rows: Sequence[Row]) -> str:
    """The digest of some rows of one noun, in any order."""
    plain = sorted(map(_hashed, rows) if noun == "asset" else rows)
    return sha256_of(json.dumps(plain, ensure_ascii=False, separators=(",", ":")).encode())


def digest_of_shelves(digests: Sequence[str]) -> str:
    """The digest of a noun, from the digest of each of its shelves."""
    return sha256_of("\n".join(digests).encode())


def counts_of(rows: Rows) -> dict[str, int]:
    """How many rows there are of every noun that has any."""
    return {noun: len(rows[noun]) for noun in NOUNS if rows[noun]}


def _hashed(row: Row) -> Row:
    """The row of an asset with the digest of its bytes in their place."""
    return tuple(sha256_of(part) if isinstance(part, bytes) else part for part in row)


def _seal(rows: Mapping[str, str]) -> str:
    return sha256_of(json.dumps(sorted(rows.items())).encode())


def _counts(text: str) -> dict[str, int]:
    try:
        found = json.loads(text) if len(text) < _LONGEST else None
    except RecursionError:
        found = None
    if not isinstance(found, dict) or not all(type(count) is int and count >= 0 for count in found.values()):
        raise ValueError(text)
    return {noun: count for noun, count in found.items() if noun in NOUNS}


def _number(text: str) -> int:
    """A number that a database can keep too."""
    number = int(text)
    if not -_MOST <= number <= _MOST:
        raise ValueError(text)
    return number
