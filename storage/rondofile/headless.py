"""Reading for commands without a window: what was kept here and not yet published comes first."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from rondofile.document import Document
from rondofile.errors import LockedElsewhereError, RondoFileError
from rondofile.home import Home, path_key, real
from rondofile.project import Project
from rondofile.reader import read_file
from rondofile.report import Report


@dataclass(frozen=True, slots=True)
class Latest:
    """A project as it is now. `held`: a window has it open, so this is what it published last.

    `kept`: why work of this computer could not be put into the file; it is in the project all the same.
    """

    project: Project
    report: Report
    held: LockedElsewhereError | None = None
    kept: RondoFileError | None = None


def read_latest(path: Path | str, root: Path | str | None = None) -> Latest:
    """The project with the work on it that was kept here, which is published first.

    A file without kept work is only read: nothing is made or locked.
    """
    if not any(Home(root).works(path_key(real(path)))):
        return _published(path)
    try:
        document = Document.open(path, root)
    except LockedElsewhereError as error:
        return _published(path, error)
    kept: RondoFileError | None = None
    try:
        document.close()
    except RondoFileError as error:
        kept = error
    return Latest(document.project, document.report, kept=kept)


def _published(path: Path | str, held: LockedElsewhereError | None = None) -> Latest:
    found = read_file(Path(path))
    return Latest(found.project, found.report, held)
