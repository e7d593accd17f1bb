"""Rescue: what can be done with kept work that cannot simply be gone on with. Nothing is ever deleted."""

from __future__ import annotations

import io
import sqlite3
import zipfile
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from rondofile import trash
from rondofile.document import Document
from rondofile.errors import CannotReadError, FileExistsAlreadyError, FileMissingError
from rondofile.glimpse import copied
from rondofile.home import Home, path_key, real
from rondofile.locks import Lock
from rondofile.opening import is_there
from rondofile.publish import digest_at, put_in_place
from rondofile.recovery import KeptWork, described
from rondofile.workspace import DATABASE

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


def salvaged(kept: KeptWork, home: Home) -> Salvaged:
    """What can be read of kept work, which stays as it is. SalvageError where nothing of ours is in it."""
    from rondofile.salvage import salvage

    return salvage(at_rest(kept, home))


def at_rest(kept: KeptWork, home: Home) -> bytes:
    """The bytes of the working database, what was under way in it rolled back where that is possible."""
    with _held(kept, home), _readable(kept), copied(kept.folder, home.files) as place:
        # A journal that cannot be played back leaves the bytes as they are: better than nothing.
        with suppress(sqlite3.Error), closing(sqlite3.connect(place / DATABASE)) as connection:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        return (place / DATABASE).read_bytes()


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
