"""Putting a complete file in the user's place: new file, on the medium, one atomic replace, read back.

The place holds the old file or the new one at every moment, whatever fails.
"""

from __future__ import annotations

import errno
import hashlib
import os
from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from rondofile.errors import (
    CannotReadError,
    CannotWriteError,
    ChangedOutsideError,
    FileExistsAlreadyError,
    FileGoneError,
    FileMissingError,
    NoSpaceError,
    RondoFileError,
    WrittenWrongError,
)
from rondofile.fsops import FILES, Files
from rondofile.leftovers import temporary_name
from rondofile.reader import bytes_of

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_NO_FOLDER_SYNC = (errno.EINVAL, errno.ENOTSUP, errno.EACCES, errno.EPERM)


def digest_at(target: Path, files: Files = FILES) -> str | None:
    """The sha256 of what is there now, None where nothing is."""
    try:
        return hashlib.sha256(bytes_of(target, files)).hexdigest()
    except FileMissingError:
        return None


def check_target(target: Path, known: Collection[str | None] | None, files: Files = FILES) -> None:
    """What is there is what we know; otherwise an error says what happened to it."""
    if known is None:
        return
    found = digest_at(target, files)
    if found in known:
        return
    if found is None:
        raise FileGoneError(path=str(target))
    if all(digest is None for digest in known):
        raise FileExistsAlreadyError(path=str(target))
    raise ChangedOutsideError(path=str(target))


def put_in_place(
    data: bytes, target: Path, known: Collection[str | None] | None, name: str = "", files: Files = FILES
) -> None:
    """The target holds the data.

    `known`: the digests that may stand there now, None among them for nothing; None for whatever there is.
    `name`: of the new file until it
    takes its place. On any error the target is as it was, but for WrittenWrongError.
    """
    target = Path(os.path.realpath(target))
    before = _identity(target, files)
    check_target(target, known, files)
    temporary = target.with_name(name or temporary_name())
    with _named(target):
        try:
            _write(temporary, data, _mode(target, files), files)
            if _identity(target, files) != before:
                check_target(target, known, files)
            files.replace(temporary, target)
        except BaseException:
            with suppress(OSError):
                files.remove(temporary)
            raise
        _sync_folder(target.parent, files)
    _check_back(data, target, files)


def _write(temporary: Path, data: bytes, mode: int | None, files: Files) -> None:
    descriptor = files.open_new(temporary, mode)
    try:
        files.write(descriptor, data)
        files.fsync(descriptor)
    finally:
        files.close(descriptor)


def _check_back(data: bytes, target: Path, files: Files) -> None:
    try:
        same = bytes_of(target, files) == data
    except CannotReadError:
        same = False
    if not same:
        raise WrittenWrongError(path=str(target), reason="read-back")


def _sync_folder(folder: Path, files: Files) -> None:
    try:
        files.fsync_folder(folder)
    except OSError as error:
        if error.errno not in _NO_FOLDER_SYNC:
            raise


def _identity(target: Path, files: Files) -> tuple[int, int, int] | None:
    try:
        found = files.stat(target)
    except OSError:
        return None
    return found.st_ino, found.st_size, found.st_mtime_ns


def _mode(target: Path, files: Files) -> int | None:
    try:
        return files.stat(target).st_mode & 0o777
    except FileNotFoundError:
        return None


@contextmanager
def _named(target: Path) -> Iterator[None]:
    try:
        yield
    except RondoFileError:
        raise
    except OSError as error:
        reason = error.strerror or str(error)
        if error.errno in _FULL:
            raise NoSpaceError(path=str(target), reason=reason) from error
        raise CannotWriteError(path=str(target), reason=reason) from error
