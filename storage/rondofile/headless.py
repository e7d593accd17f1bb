"""For commands without a window: reading, with kept work first, and writing a file that is new."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from rondofile.apart.door import read_file
from rondofile.digests import sha256_of
from rondofile.document import Document
from rondofile.errors import (
    FileExistsAlreadyError,
    LockedElsewhereError,
    RecoveryStoppedError,
    RondoFileError,
    WorkDamagedError,
)
from rondofile.ids import fresh_id
from rondofile.project import Project
from rondofile.reading.ledger import Ledger
from rondofile.reading.report import Report
from rondofile.stamp import Stamp
from rondofile.working.home import Home, path_key, real
from rondofile.working.locks import Lock
from rondofile.working.opening import clear_leftovers, is_there
from rondofile.writing.canonical import canonical_bytes
from rondofile.writing.leftovers import sweep
from rondofile.writing.publish import put_in_place


class Latest(Struct, frozen=True):
    """A project as it is now. `held`: a window has it open, so this is what it published last.

    `kept`: why work of this computer could not be put into the file; it is in the project all the same.
    `recovered`: such work was there, and is in the file from now on. `left`: why such work could not be
    opened; the project is then as the file holds it, and the work is as it was.
    """

    project: Project
    report: Report
    held: LockedElsewhereError | None = None
    kept: RondoFileError | None = None
    recovered: bool = False
    left: RondoFileError | None = None


def read_latest(path: Path | str, root: Path | str | None = None) -> Latest:
    """The project with the work on it that was kept here, which is published first.

    A file without kept work is only read: nothing is made or locked.
    """
    home = Home(root)
    if not any(home.works(path_key(real(path)))):
        return _published(path, home)
    try:
        document = Document.open(path, root)
    except LockedElsewhereError as error:
        return _published(path, home, error)
    except (RecoveryStoppedError, WorkDamagedError) as error:
        return replace(_published(path, home), left=error)
    kept, recovered = None, False
    try:
        recovered = document.publish()
    except RondoFileError as error:
        kept = error
    finally:
        document.close(publish=False)
    if kept is None and not recovered and document.report.clean:
        # nothing was kept: what can be said of the file, the file says every time
        return _published(path, home)
    return Latest(document.project, document.report, kept=kept, recovered=recovered)


def write_new(path: Path | str, project: Project, root: Path | str | None = None) -> None:
    """A new file holds the project, whole or not at all; no work on it is kept here.

    FileExistsAlreadyError where there is something at the path, UnpublishedWorkError where there is kept
    work for it.
    """
    home, target = Home(root), real(path)
    lock = Lock(home, path_key(target), str(target)).acquire()
    try:
        if is_there(target):
            raise FileExistsAlreadyError(path=str(path))
        clear_leftovers(home, target)
        sweep(target.parent)
        data, _ = canonical_bytes(project, Stamp(fresh_id(), rev=1))
        put_in_place(data, target, {None})
        Ledger(home).remember(sha256_of(data))
    finally:
        lock.release()


def _published(path: Path | str, home: Home, held: LockedElsewhereError | None = None) -> Latest:
    found = read_file(Path(path), home)
    return Latest(found.project, found.report, held)
