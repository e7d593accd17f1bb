"""What can still be read of a damaged file becomes a new project, with an account of what is lost.

Everything happens in memory, on bytes; what is read is checked as a stranger's file is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from msgspec import Struct

from rondofile.apart.unfinished import rolled_back
from rondofile.errors import NothingUnfinishedError, SalvageError
from rondofile.ids import is_id
from rondofile.project import Project
from rondofile.reading.quarantine import BIGGEST
from rondofile.reading.report import Report
from rondofile.reading.rows import checked_rows
from rondofile.records import NOUNS
from rondofile.salvage.carving import SECONDS, Carved, Carver
from rondofile.salvage.counting import expected_counts, lost_counts, stamp_of
from rondofile.salvage.mending import mend_ids
from rondofile.salvage.older_rows import as_today, brought_forward, columns_then, version_of
from rondofile.salvage.pages import MAGIC, Pages
from rondofile.salvage.parents import HOMES, Parents
from rondofile.schema import APPLICATION_ID
from rondofile.stamp import Stamp, content_digest


class Salvaged(Struct, frozen=True):
    """What was saved. `found`: rows that are in the project as they were; `expected`: rows that were in the
    file, None where nothing says how many.

    `lost`: rows that are missing, by noun. `stand_ins`: noun and id of what was made for other things to
    point to. `whole`: everything is there, proven by the digest. `doc_id`: of the file, empty where it
    cannot be read.
    """

    project: Project
    found: int
    expected: int | None
    lost: Mapping[str, int]
    report: Report
    stand_ins: tuple[tuple[str, str], ...] = ()
    whole: bool = False
    doc_id: str = ""


def salvage(
    data: bytes,
    journal: bytes = b"",
    names: Mapping[str, str] | None = None,
    seconds: float = SECONDS,
    path: str = "",
) -> Salvaged:
    """Everything that is still to be found in the bytes of a file or of a working database.

    `journal`: what lay beside a working database, taken back first. `names`: what a stand-in of a noun is
    called. `seconds`: about how long it may take. SalvageError, with the path, where nothing is of ours.
    """
    pages = Pages.of(_at_rest(data, journal))
    then = columns_then(pages.data)
    carved = Carver(pages, seconds, then).carve()
    _require_ours(pages, carved, path)
    report, stamp = _remarked(carved), stamp_of(carved)
    expected = expected_counts(pages, carved, stamp)
    parents = Parents(carved.rows, names or {})
    if not then or as_today(then):
        mend_ids(carved.rows, _full(carved, stamp), report)
        _make(parents, report)
    rows = carved.rows
    if then:
        old = rows if as_today(then) else carved.then
        rows = brought_forward(old, then, version_of(pages.data), report)
    project = checked_rows({noun: list(found.values()) for noun, found in rows.items()}, report)
    account = _Account(project, expected, parents.made)
    for noun, count in account.lost.items():
        report.add("salvage.lost", noun, value=count)
    return Salvaged(
        project,
        sum(account.found.values()),
        sum(expected.values()) if expected is not None else None,
        account.lost,
        report,
        account.stand_ins,
        stamp is not None and not account.lost and content_digest(project) == stamp.digest,
        _doc_id(carved),
    )


def _make(parents: Parents, report: Report) -> None:
    """What rows point to is there again; what had to be made or moved for it is remarked."""
    parents.make()
    for noun, key in parents.made:
        report.add("salvage.stand-in", noun, key)
    for noun, key in parents.moved:
        report.add("salvage.mended", noun, key, HOMES[noun])


def _at_rest(data: bytes, journal: bytes) -> bytes:
    """The bytes without a change that was under way; as they are where the journal tells of none."""
    if not journal:
        return data
    try:
        return rolled_back(data, journal, BIGGEST)
    except NothingUnfinishedError:
        return data


def _remarked(carved: Carved) -> Report:
    report = Report()
    for noun, key in sorted(carved.cut):
        report.add("salvage.cut", noun, key)
    if carved.stopped:
        report.add("salvage.stopped")
    return report


def _full(carved: Carved, stamp: Stamp | None) -> list[str]:
    """The nouns of which no row is missing."""
    counts = stamp.counts if stamp is not None else {}
    return [noun for noun, count in counts.items() if len(carved.rows[noun]) == count]


def _doc_id(carved: Carved) -> str:
    doc_id = carved.pairs.get("doc_id")
    return str(doc_id) if is_id(doc_id) else ""


def _require_ours(pages: Pages, carved: Carved, path: str) -> None:
    """SalvageError where nothing was found, or where the file says that it is another program's."""
    if pages.data[68:72] == APPLICATION_ID.to_bytes(4, "big") and pages.data.startswith(MAGIC):
        return
    others = carved.layout.told and carved.layout.told.isdisjoint(NOUNS)
    if others or not (any(carved.rows.values()) or "doc_id" in carved.pairs):
        raise SalvageError(path=path)


class _Account:
    """What of the project was found, and what is missing in it."""

    def __init__(
        self, project: Project, expected: Mapping[str, int] | None, made: Iterable[tuple[str, str]]
    ) -> None:
        self.stand_ins = tuple((noun, key) for noun, key in made if key in project.tables[noun])
        extra = Counter(noun for noun, _ in self.stand_ins)
        self.found = {noun: len(table) - extra[noun] for noun, table in project.tables.items()}
        self.lost = lost_counts(expected, self.found)
