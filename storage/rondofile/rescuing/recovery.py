"""Work that no file holds: finding what is kept in the working area, and going on with it.

Finding opens nothing and changes nothing. Whatever state a folder is in, it is told, never hidden, and it
never stands in the way of another.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from msgspec import Struct

from rondofile.errors import RondoFileError, WorkAreaError
from rondofile.place import Place
from rondofile.reading.report import Report
from rondofile.rescuing import attempts
from rondofile.rescuing.glimpse import Glimpse, Trouble, glimpse
from rondofile.working.holding import TakenError
from rondofile.working.home import Home, path_key, read_note
from rondofile.working.locks import Lock, bare_lock
from rondofile.working.opening import UNTITLED, kept_in, locked, opened
from rondofile.working.workspace import BINDING


class KeptWork(Struct, frozen=True):
    """Work that no file holds. `at`: when it was last changed, in seconds since 1970.

    `trouble`: why it cannot simply be gone on with; `attempts`: how often opening it ended the process.
    """

    folder: Path
    doc_id: str
    path: Path | None
    title: str
    rev: int
    at: float
    trouble: Trouble = Trouble.NONE
    attempts: int = 0

    @property
    def key(self) -> str:
        """The key of its lock and of the attempts to open it."""
        doc_id, _, key = self.folder.name.rpartition("-")
        return key if doc_id and key != UNTITLED else doc_id or self.folder.name


def recovered(kept: KeptWork, home: Home, again: bool = False) -> Place:
    """The document of kept work. RecoveryStoppedError where that failed twice and `again` is not said."""
    if kept.path is not None:
        return opened(kept.path, home, again)

    def make(lock: Lock) -> Place:
        with attempts.counted(home, kept.key, None, again) as attempt:
            work = kept_in(kept.folder, None, home, Report())
            if work is None:
                raise WorkAreaError(path=str(kept.folder), reason="empty")
            return Place(home, None, work, lock, attempt=attempt)

    return locked(home, kept.key, None, make)


def kept_work(home: Home) -> tuple[KeptWork, ...]:
    """Everything in the working area that no file holds and nobody has open, newest first."""
    found = []
    for folder in _places(home):
        with suppress(RondoFileError, OSError, ValueError):
            kept = kept_at(home, folder)
            if kept is not None:
                found.append(kept)
    return tuple(sorted(found, key=lambda kept: -kept.at))


def kept_at(home: Home, folder: Path) -> KeptWork | None:
    """The work in one folder; None where everything is in the file, or somebody has it open."""
    there = described(folder)
    with _nobody_in(home, there.key) as free:
        if not free:
            return None
        count = attempts.failed(home, there.key)
        if count >= attempts.MOST:
            seen: Glimpse | None = Glimpse(at=_changed(home, folder), trouble=Trouble.STOPPED)
        else:
            seen = glimpse(folder, home.files)
        if seen is None or not (seen.counts or (_is_untitled(folder) and seen.rev > 0)):
            return None
        title, doc_id = seen.title or there.title, seen.doc_id or there.doc_id
        return KeptWork(folder, doc_id, there.path, title, seen.rev, seen.at, seen.trouble, count)


def described(folder: Path) -> KeptWork:
    """What the note beside the work and the name of its folder say; nothing is looked into."""
    note = read_note(folder / BINDING)
    key = folder.name.rpartition("-")[2]
    path = _path(note.get("path"), key)
    doc_id = str(note.get("doc_id") or folder.name.rpartition("-")[0])
    title = str(note.get("title") or "")
    return KeptWork(folder, doc_id, path, title or (path.stem if path else ""), 0, 0.0)


def _path(named: object, key: str) -> Path | None:
    """The path in a note, where it is the one that the folder is for."""
    if not isinstance(named, str) or not named:
        return None
    try:
        return Path(named) if path_key(Path(named)) == key else None
    except (OSError, ValueError):
        return None


def _places(home: Home) -> Iterator[Path]:
    """Everything in the folder of live work that is named as we name it, also what is no folder."""
    with suppress(OSError):
        for name in home.files.listdir(home.root / "work"):
            if "-" in name and not name.startswith("."):
                yield home.root / "work" / name


def _is_untitled(folder: Path) -> bool:
    return folder.name.endswith(f"-{UNTITLED}")


def _changed(home: Home, folder: Path) -> float:
    try:
        return home.files.stat(folder).st_mtime
    except OSError:
        return 0.0


@contextmanager
def _nobody_in(home: Home, key: str) -> Iterator[bool]:
    """Whether nobody has it open; nobody can begin to while this lasts, which is a moment."""
    lock = bare_lock(home, key)
    try:
        lock.acquire(timeout=0)
    except TakenError:
        yield False
        return
    except (OSError, NotImplementedError):
        yield True  # where there are no locks, nothing is hidden for want of one
        return
    try:
        yield True
    finally:
        lock.release()
