"""Writing over a file whose folder takes no new ones: never without whole copies of before and after.

While it is under way both stand in a folder of ours. A writer that was killed leaves them there, and the
next one puts the file back as it was before anything else looks at it.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from rondofile.digests import sha256_of
from rondofile.errors import ChangedOutsideError, FileMissingError, WrittenWrongError
from rondofile.fsops import Files
from rondofile.reading.reader import bytes_of
from rondofile.working.home import path_key, write_whole
from rondofile.writing.placing import sync_folder
from rondofile.writing.refusals import named

_SECTOR = 512


def before_of(target: Path) -> str:
    """The name of the copy of what was in a file. While it is there, that file may be half of each."""
    return f"before-{path_key(target)}.rondo"


def after_of(target: Path) -> str:
    """The name of the copy of what was to be in a file."""
    return f"after-{path_key(target)}.rondo"


def write_in_place(data: bytes, target: Path, there: str, folder: Path, files: Files) -> None:
    """The file holds the data, on the medium and read back; on any error what it held before.

    `there`: the digest of what it holds now, ChangedOutsideError where it does not; `folder`: for copies.
    """
    before = bytes_of(target, files)
    if sha256_of(before) != there:
        raise ChangedOutsideError(path=str(target))
    _keep(folder / after_of(target), data, files)
    _keep(folder / before_of(target), before, files)
    sync_folder(folder, files)
    try:
        _write_over(target, data, files)
    except BaseException:
        with suppress(OSError, WrittenWrongError):
            _write_over(target, before, files)
            _let_go(target, folder, files)
        raise
    _let_go(target, folder, files)


def mend(target: Path, folder: Path, files: Files) -> None:
    """A file that somebody was killed in the middle of writing over holds what it held before.

    One that is whole, gone, or another by now stays as it is. A RondoFileError where it could not be done;
    the copies are then still there.
    """
    with named(target, 0, files):
        try:
            before, after = files.read(folder / before_of(target)), files.read(folder / after_of(target))
        except FileNotFoundError:
            return
        with suppress(FileMissingError):
            if _is_half(bytes_of(target, files), before, after):
                _write_over(target, before, files)
        _let_go(target, folder, files)


def _keep(path: Path, data: bytes, files: Files) -> None:
    write_whole(path, data, files)
    if files.read(path) != data:
        raise WrittenWrongError(path=str(path), reason="read-back")


def _write_over(target: Path, data: bytes, files: Files) -> None:
    descriptor = files.open_old(target)
    try:
        files.write(descriptor, data)
        files.truncate(descriptor, len(data))
        files.fsync(descriptor)
    finally:
        files.close(descriptor)
    if bytes_of(target, files) != data:
        raise WrittenWrongError(path=str(target), reason="read-back")


def _let_go(target: Path, folder: Path, files: Files) -> None:
    """The mark first: a copy of what came after says nothing by itself."""
    with suppress(OSError):
        files.remove(folder / before_of(target))
        files.remove(folder / after_of(target))


def _is_half(found: bytes, before: bytes, after: bytes) -> bool:
    """Whether every sector is that of one of the two, or was never written."""
    if found in (before, after):
        return False
    if len(found) > max(len(before), len(after)):
        return False
    for at in range(0, len(found), _SECTOR):
        sector = found[at : at + _SECTOR]
        size = len(sector)
        one, other = before[at : at + size], after[at : at + size]
        ends = [part.ljust(size, b"\0") for part in (one, other, b"")]
        if sector not in (*ends, one + other[len(one) :], other + one[len(other) :]):
            return False
    return True
