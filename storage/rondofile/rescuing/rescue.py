"""Rescue: what can be done with kept work that cannot simply be gone on with. Nothing is ever deleted."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from rondofile.document import Document
from rondofile.errors import (
    CannotReadError,
    FileExistsAlreadyError,
    FileMissingError,
    RecoveryStoppedError,
    WorkDamagedError,
)
from rondofile.rescuing import trash
from rondofile.rescuing.glimpse import JOURNAL, Trouble
from rondofile.rescuing.recovery import KeptWork, described
from rondofile.working.home import Home, path_key, real
from rondofile.working.locks import Lock
from rondofile.working.opening import is_there
from rondofile.working.workspace import DATABASE
from rondofile.writing.publish import digest_at, put_in_place

if TYPE_CHECKING:
    from rondofile.salvage import Salvaged


def work_on(path: Path, home: Home) -> KeptWork | None:
    """The work that is kept for a file, whatever state it is in; None where there is none."""
    folder = next(home.works(path_key(path)), None)
    return None if folder is None else replace(described(folder), path=real(path))


def open_saved(path: Path, home: Home) -> Document:
    """The document of the file as it was saved last. Whatever work was kept on it is in the trash.

    FileMissingError where there is no such file: then the work stays where it is.
    """
    if not is_there(real(path), home.files):
        raise FileMissingError(path=str(path))
    while (kept := work_on(path, home)) is not None:
        trash.throw_away(kept, home)
    return Document.open(path, home, again=True)


def troubled(problem: RecoveryStoppedError | WorkDamagedError, kept: KeptWork | None = None) -> KeptWork:
    """The work that the problem is about, as it would be listed; `kept` where it is known already.

    Its folder has no name where there is no work: then the file itself ends the process.
    """
    path, folder = str(problem.facts.get("path", "")), Path(str(problem.facts.get("folder", "")))
    if kept is None and folder.name:
        kept = replace(described(folder), path=Path(path))
    if kept is None:
        kept = KeptWork(Path(), "", Path(path), Path(path).stem, 0, 0.0)
    if isinstance(problem, WorkDamagedError):
        return replace(kept, trouble=Trouble.DAMAGED)
    return replace(kept, trouble=Trouble.STOPPED, attempts=int(str(problem.facts.get("attempts", 0))))


def salvaged(kept: KeptWork, home: Home) -> Salvaged:
    """What can be read of kept work, which stays as it is. SalvageError where nothing of ours is in it."""
    from rondofile.salvage import salvage

    with _held(kept, home), _readable(kept):
        data, journal = home.files.read(kept.folder / DATABASE), b""
        with suppress(FileNotFoundError):
            journal = home.files.read(kept.folder / JOURNAL)
    return salvage(data, journal, path=str(kept.path or kept.folder))


def export_raw(kept: KeptWork, target: Path, home: Home, overwrite: bool = False) -> None:
    """A zip file at that path holds everything that is kept of the work, byte for byte.

    FileExistsAlreadyError where there is something and `overwrite` is not said.
    """
    place = real(target)
    known: set[str | None] = {None}
    if is_there(place, home.files):
        if not overwrite:
            raise FileExistsAlreadyError(path=str(target))
        known = {digest_at(place, home.files)}
    with _held(kept, home), _readable(kept):
        data = _zipped(kept.folder, home)
    put_in_place(data, place, known, files=home.files)


def _zipped(folder: Path, home: Home) -> bytes:
    import zipfile  # seldom needed, and not at every start

    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        paths = sorted(folder.rglob("*")) if folder.is_dir() else [folder]
        for path in paths:
            if path.is_file() and not path.is_symlink():
                name = f"{folder.name}/{path.relative_to(folder).as_posix()}" if path != folder else path.name
                archive.writestr(zipfile.ZipInfo(name), home.files.read(path), zipfile.ZIP_DEFLATED)
    return held.getvalue()


@contextmanager
def _held(kept: KeptWork, home: Home) -> Iterator[None]:
    lock = Lock(home, kept.key, str(kept.path or "")).acquire()
    try:
        yield
    finally:
        lock.release()


@contextmanager
def _readable(kept: KeptWork) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        reason = error.strerror or str(error)
        raise CannotReadError(path=str(kept.folder), reason=reason) from error
