"""Is a file whole? The answer in facts, for one line on paper or in a terminal."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from rondofile.apart.door import read_file
from rondofile.errors import RondoFileError
from rondofile.fsops import FILES, Files
from rondofile.reading.report import Report
from rondofile.stamp import content_digest
from rondofile.working.home import Home


class Verdict(Struct, frozen=True):
    """`whole`: everything in the file is as it was saved. `error`: why it could not be read at all.

    `digest`: of the content that was read; the same content has the same digest in every file.
    """

    whole: bool
    digest: str = ""
    doc_id: str = ""
    rev: int = 0
    records: int = 0
    report: Report | None = None
    error: RondoFileError | None = None


def check(path: Path | str, files: Files = FILES) -> Verdict:
    """What can be said of the file; it is only read."""
    try:
        found = read_file(Path(path), Home(files=files))
    except RondoFileError as error:
        return Verdict(False, error=error)
    return Verdict(
        found.report.clean,
        content_digest(found.project),
        found.stamp.doc_id,
        found.stamp.rev,
        sum(1 for _ in found.project.records()),
        found.report,
    )
