"""One new file on its way into the place of another: written, proven, exchanged, looked at, let go.

While it is written it is called `.tmp` and holds nothing but ours. From the exchange on it is called `.new`:
what has that name may be what was in the place before, so nobody removes it without having looked.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

from rondofile.digests import sha256_of
from rondofile.errors import (
    ChangedOutsideError,
    FileExistsAlreadyError,
    FileGoneError,
    FileMissingError,
    RondoFileError,
    WrittenWrongError,
)
from rondofile.fsops import FILES, Files
from rondofile.reading.reader import bytes_of
from rondofile.writing.exchange import NoSuchWayError
from rondofile.writing.leftovers import NEW, OLD

_NO_NEW_FILES = (errno.EACCES, errno.EPERM, errno.EROFS)
_NO_FOLDER_SYNC = (errno.EINVAL, errno.ENOTSUP, errno.EACCES, errno.EPERM)
_NO_LINKS = (errno.EPERM, errno.ENOTSUP, errno.ENOSYS, errno.EOPNOTSUPP, errno.EMLINK, errno.EACCES)


class Ways(Struct, frozen=True):
    """How a file is put in place. `files`: how files are reached.

    `keep`: is given bytes that nobody knew and that the exchange brought out, before they are put back.
    `last_word`: is called right before the exchange; what it raises prevents it.
    `kept_in`: a folder of ours; with it a file whose folder takes no new files is written over in place.
    """

    files: Files = FILES
    keep: Callable[[bytes], object] = lambda _: None
    last_word: Callable[[], object] = lambda: None
    kept_in: Path | None = None


class NoNewFilesError(Exception):
    """The folder forbids new files: for `cause`, and for nothing else."""

    def __init__(self, cause: OSError) -> None:
        super().__init__(str(cause))
        self.cause = cause


class Placing:
    """The data on its way to the target. Inside `with`, whose end removes what was only ever ours."""

    def __init__(self, data: bytes, target: Path, ways: Ways) -> None:
        self._data, self._target, self._ways, self._files = data, target, ways, ways.files
        self._inode = 0
        self._written: list[Path] = []
        self._beside: set[Path] = set()

    def __enter__(self) -> Placing:
        return self

    def __exit__(self, *_: object) -> None:
        for path in self._written:
            self._beside.add(path)
            self._remove(path)

    @property
    def left_nothing(self) -> bool:
        """Whether nothing of ours stands beside the target any more."""
        return not self._beside

    def write(self, name: str) -> Path:
        """A new file of that name beside the target holds the data, on the medium and read back."""
        files, path = self._files, self._target.with_name(name)
        mode = self._mode()
        try:
            descriptor = files.open_new(path, mode)
        except OSError as error:
            if error.errno in _NO_NEW_FILES:
                raise NoNewFilesError(error) from error
            raise
        self._written.append(path)
        try:
            if mode is not None:
                with suppress(FileNotFoundError):
                    files.take_traits(descriptor, self._target)
            files.write(descriptor, self._data)
            files.fsync(descriptor)
        finally:
            files.close(descriptor)
        if files.read(path) != self._data:
            raise WrittenWrongError(path=str(self._target), reason="read-back")
        self._inode = files.stat(path).st_ino
        return path

    def begin(self, temporary: Path) -> None:
        """The new file is where nothing was. FileExistsAlreadyError where something came meanwhile."""
        self._ways.last_word()
        try:
            self._files.move_new(temporary, self._target)
        except FileExistsError as error:
            raise FileExistsAlreadyError(path=str(self._target)) from error
        except OSError as error:
            if error.errno not in _NO_LINKS:
                raise
            self._files.replace(temporary, self._target)
        try:
            self._arrive()
        except BaseException:
            if self._is_ours():
                with suppress(OSError):
                    self._files.remove(self._target)
            raise

    def replace(self, temporary: Path) -> None:
        """The new file is in the place, whatever was there."""
        try:
            self._exchange(temporary, None)
        except FileGoneError:
            new = temporary.with_suffix(NEW)
            try:
                self._files.replace(new, self._target)
            except BaseException:
                self._drop(new, None)
                raise
            self._beside.discard(new)
            self._arrive()

    def exchange(self, temporary: Path, there: str) -> None:
        """The new file is in the place of what has that digest. ChangedOutsideError where it was another."""
        try:
            self._exchange(temporary, there)
        except FileGoneError:
            self._drop(temporary.with_suffix(NEW), there)
            raise

    def _exchange(self, temporary: Path, there: str | None) -> None:
        """FileGoneError where nothing was there; the new file then still stands beside the place."""
        new = temporary.with_suffix(NEW)
        self._files.replace(temporary, new)
        self._beside.add(new)
        try:
            self._ways.last_word()
            self._files.exchange(new, self._target)
        except NoSuchWayError:
            self._replace_beside(new, there)
            return
        except FileNotFoundError as error:
            raise FileGoneError(path=str(self._target)) from error
        except BaseException:
            self._drop(new, there)
            raise
        try:
            self._look(new, there)
            self._arrive()
        except BaseException:
            if self._give_back(new):
                self._drop(new, there)
            raise
        self._remove(new)

    def _replace_beside(self, new: Path, there: str | None) -> None:
        """Without an exchange what is there gets a second name first, under which it is looked at."""
        old: Path | None = new.with_suffix(OLD)
        try:
            old = self._second_name(new.with_suffix(OLD))
            seen = self._files.stat(self._target) if there is not None else None
            self._look(old or self._target, there)
            self._check_same(seen)
            self._files.replace(new, self._target)
            self._beside.discard(new)
        except BaseException:
            self._drop(new, there)
            if old is not None:
                self._remove(old)
            raise
        try:
            self._arrive()
        except BaseException:
            if old is not None and self._is_ours():
                with suppress(OSError):
                    self._files.replace(old, self._target)
                    self._beside.discard(old)
            raise
        finally:
            if old is not None and old in self._beside:
                self._drop(old, there)

    def _second_name(self, old: Path) -> Path | None:
        """What is in the place has that name too; None where the file system has no second names."""
        try:
            self._files.link(self._target, old)
        except FileNotFoundError as error:
            raise FileGoneError(path=str(self._target)) from error
        except OSError:
            return None
        self._beside.add(old)
        return old

    def _look(self, path: Path, there: str | None) -> None:
        """What was in the place is what we knew; otherwise it is kept, and said."""
        if there is None:
            return
        data = bytes_of(path, self._files)
        if sha256_of(data) != there:
            self._ways.keep(data)
            raise ChangedOutsideError(path=str(self._target))

    def _check_same(self, seen: os.stat_result | None) -> None:
        """What is in the place is still what was looked at, as far as one moment can tell."""
        if seen is None:
            return
        now = self._files.stat(self._target)
        if (now.st_ino, now.st_size, now.st_mtime_ns) != (seen.st_ino, seen.st_size, seen.st_mtime_ns):
            raise ChangedOutsideError(path=str(self._target))

    def _arrive(self) -> None:
        """The name is on the medium, and what it stands for is read back."""
        sync_folder(self._target.parent, self._files)
        try:
            if bytes_of(self._target, self._files) == self._data:
                return
            found = self._files.stat(self._target).st_ino
        except (FileMissingError, FileNotFoundError) as error:
            raise FileGoneError(path=str(self._target)) from error
        if found != self._inode:
            raise ChangedOutsideError(path=str(self._target))
        raise WrittenWrongError(path=str(self._target), reason="read-back")

    def _give_back(self, new: Path) -> bool:
        """What came out of the place is in it again, unless something else is there by now.

        False where that was refused: then what came out is all that is left of it, and stays where it is.
        """
        if self._is_ours():
            try:
                self._files.exchange(new, self._target)
            except (OSError, NoSuchWayError):
                return False
        return True

    def _is_ours(self) -> bool:
        try:
            return self._files.stat(self._target).st_ino == self._inode
        except OSError:
            return False

    def _drop(self, path: Path, there: str | None) -> None:
        """It is gone where it holds what is known; anything else is kept first, or stays where it is."""
        try:
            data = bytes_of(path, self._files)
            if data != self._data and sha256_of(data) != there:
                self._ways.keep(data)
            self._remove(path)
        except FileMissingError:
            self._beside.discard(path)
        except RondoFileError:
            return

    def _remove(self, path: Path) -> None:
        with suppress(OSError):
            self._files.remove(path)
            self._beside.discard(path)

    def _mode(self) -> int | None:
        try:
            return self._files.stat(self._target).st_mode & 0o777
        except FileNotFoundError:
            return None


def sync_folder(folder: Path, files: Files) -> None:
    """The names in a folder are on the medium, where there is a way to say so."""
    try:
        files.fsync_folder(folder)
    except OSError as error:
        if error.errno not in _NO_FOLDER_SYNC:
            raise
