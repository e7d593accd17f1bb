"""Work that no file holds: finding what is kept in the working area, and going on with it."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from rondofile.canonical import stored_project
from rondofile.errors import LockedElsewhereError, RondoFileError, WorkAreaError
from rondofile.home import Home, path_key, read_note
from rondofile.locks import Lock
from rondofile.opening import locked, opened
from rondofile.place import Place
from rondofile.workspace import BINDING, Workspace


@dataclass(frozen=True, slots=True)
class KeptWork:
    """Work that no file holds. `at`: when it was last changed, in seconds since 1970."""

    folder: Path
    doc_id: str
    path: Path | None
    title: str
    rev: int
    at: float


def recovered(kept: KeptWork, home: Home) -> Place:
    """The document of kept work."""
    if kept.path is not None:
        return opened(kept.path, home)

    def make(lock: Lock) -> Place:
        work = Workspace.open(kept.folder, home.connect)
        if work is None:
            raise WorkAreaError(path=str(kept.folder), reason="empty")
        return Place(home, None, work, lock)

    return locked(home, kept.doc_id, None, make)


def kept_work(home: Home) -> tuple[KeptWork, ...]:
    """Everything in the working area that no file holds and nobody has open, newest first."""
    found = []
    for folder in home.works():
        with suppress(RondoFileError):
            kept = _look(home, folder)
            if kept is not None:
                found.append(kept)
    return tuple(sorted(found, key=lambda kept: -kept.at))


def _look(home: Home, folder: Path) -> KeptWork | None:
    note = read_note(folder / BINDING)
    path = Path(str(note["path"])) if note.get("path") else None
    key = path_key(path) if path else str(note.get("doc_id") or folder.name.rpartition("-")[0])
    try:
        lock = Lock(home, key, str(path or "")).acquire()
    except LockedElsewhereError:
        return None
    try:
        work = Workspace.open(folder, home.connect)
        if work is None:
            return None
        try:
            if not work.state.unpublished or work.state.rev == 0:
                return None
            title = stored_project(work.connection).info.title
            at = max((entry.at for entry in work.history.entries()), default=0.0)
            return KeptWork(folder, work.state.doc_id, path, title, work.state.rev, at)
        finally:
            work.close()
    finally:
        lock.release()
