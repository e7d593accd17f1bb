"""What the system refuses when a file is to be written, as an error that says what can be done about it."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from rondofile.errors import (
    CannotWriteError,
    FileInUseError,
    NoRoomError,
    NoSpaceError,
    ReadOnlyError,
    RondoFileError,
)
from rondofile.fsops import Files

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_IN_USE = (5, 32)


@contextmanager
def named(target: Path, size: int, files: Files) -> Iterator[None]:
    """What the system refuses inside becomes an error of ours; `size`: of what was to be written."""
    try:
        yield
    except RondoFileError:
        raise
    except OSError as error:
        raise refusal(target, error, size, files) from error


def refusal(target: Path, error: OSError, size: int, files: Files) -> RondoFileError:
    """The error of ours for what the system refused at the target."""
    reason = error.strerror or str(error)
    if error.errno in _FULL:
        with suppress(OSError):
            return NoRoomError(
                path=str(target),
                reason=reason,
                needed=megabytes(size + 999_999),
                free=megabytes(files.free(target.parent)),
            )
        return NoSpaceError(path=str(target), reason=reason)
    if getattr(error, "winerror", None) in _IN_USE:
        return FileInUseError(path=str(target), reason=reason)
    if error.errno == errno.EROFS:
        return ReadOnlyError(path=str(target))
    return CannotWriteError(path=str(target), reason=reason)


def megabytes(size: float) -> str:
    """A size as it is told: 8 MB."""
    return f"{int(size // 1_000_000)} MB"
