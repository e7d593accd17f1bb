"""Versions: whole earlier states of one project, kept in the working area, each a file of its own.

A version is listed once it was written, read back and found the same. What it is called stands in a note
beside it, and `Version.named` says that it never goes by itself.
"""

from __future__ import annotations

import errno
import json
import re
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from rondofile.apart.door import read_apart
from rondofile.digests import sha256_of
from rondofile.errors import RondoFileError, VersionDamagedError, VersionGoneError, VersionNotKeptError
from rondofile.reading.reader import Published
from rondofile.text import TITLE, clean_text
from rondofile.working.home import Home
from rondofile.writing.leftovers import sweep, temporary_name

_FILE = re.compile(r"(\d{8}T\d{12}Z)-(\d{1,19})-([a-z]{1,16})-([0-9a-f]{16})\.rondo", re.ASCII)
_STAMP = "%Y%m%dT%H%M%S%fZ"
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_FIRST, _LAST = -62_000_000_000, 253_000_000_000
_MOST_REV = 10**18
_NO_FOLDER_SYNC = (errno.EINVAL, errno.ENOTSUP, errno.EACCES, errno.EPERM)


class Why(StrEnum):
    """What a version was kept for."""

    OPENED = "opened"
    """The file as it was before this session changed it."""
    HOURLY = "hourly"
    IMPORT = "import"
    """Before much was replaced at once."""
    UPGRADE = "upgrade"
    """The file as an earlier release of Rondo had written it."""
    CONFLICT = "conflict"
    RELOAD = "reload"
    """Before the state of the file took the place of ours."""
    REVERT = "revert"
    """Before going back to an earlier state."""
    RECEIVED = "received"
    """Bytes as they came, of which not everything could be taken."""
    REPLACED = "replaced"
    """What stood at a path before another project was saved there."""
    NAMED = "named"
    """A person asked for it."""


class Version(Struct, frozen=True):
    """One state that was kept. `at`: seconds since 1970, by the clock of then; `size`: in bytes.

    `sha256`: the beginning of the digest that its bytes must have.
    """

    path: Path
    at: float
    rev: int
    why: Why
    name: str
    size: int
    sha256: str = ""

    @property
    def named(self) -> bool:
        """Whether a person asked for it, so that only a person can let it go."""
        return bool(self.name) or self.why is Why.NAMED

    @property
    def order(self) -> tuple[int, float, str]:
        """Grows from older to newer: by revision, since a clock may be wrong, and then by time."""
        return self.rev, self.at, self.path.name


class Versions:
    """The versions of one project. They may be listed and read on any thread."""

    def __init__(self, home: Home, doc_id: str, clock: Callable[[], float] | None = None) -> None:
        self._files, self._home, self._clock = home.files, home, clock or time.time
        self.folder = home.root / "snapshots" / _folder_name(doc_id)

    def all(self) -> tuple[Version, ...]:
        """Every version, newest first. VersionGoneError where the folder cannot be looked into."""
        try:
            names = set(self._files.listdir(self.folder))
        except FileNotFoundError:
            return ()
        except OSError as error:
            raise VersionGoneError(path=str(self.folder), reason=_said(error)) from error
        found = (self._version(name, names) for name in names)
        return tuple(sorted((one for one in found if one), key=lambda one: one.order, reverse=True))

    def keep(self, data: bytes, rev: int, why: Why, name: str = "") -> Version:
        """Those bytes are kept, whole and on the medium; the same bytes are kept once.

        `rev`: of the project in them. VersionNotKeptError says why not; nothing half is ever listed.
        """
        digest, name = sha256_of(data)[:16], _one_line(name)
        try:
            there = self._same(digest, data, name)
            if there is not None:
                return self.rename(there, name) if name and name != there.name else there
            self._home.made("snapshots", self.folder.name)
            sweep(self.folder)
            version = self._new(digest, rev, why, name, len(data))
            if name:
                self._note(version, name)
            self._put(version.path, data)
        except RondoFileError as error:
            reason = str(error.facts.get("reason", ""))
            raise VersionNotKeptError(path=str(self.folder), reason=reason) from error
        except OSError as error:
            raise VersionNotKeptError(path=str(self.folder), reason=_said(error)) from error
        return version

    def data(self, version: Version) -> bytes:
        """The bytes of a version as they were kept. VersionDamagedError where they are others by now."""
        try:
            data = self._files.read(version.path)
        except FileNotFoundError as error:
            raise VersionGoneError(path=str(version.path), reason=_said(error)) from error
        except OSError as error:
            raise VersionDamagedError(path=str(version.path), reason=_said(error)) from error
        if sha256_of(data)[: len(version.sha256)] != version.sha256:
            raise VersionDamagedError(path=str(version.path), reason="sha256")
        return data

    def read(self, version: Version) -> Published:
        """The project in a version, which stays as it is. VersionDamagedError, or as for any file."""
        return read_apart(self.data(version), self._home, version.path)

    def rename(self, version: Version, name: str) -> Version:
        """The version has that name, on the medium; without one it is called by its reason again."""
        name = _one_line(name)
        try:
            if name:
                self._note(version, name)
            else:
                self._files.remove(_note_of(version.path))
        except OSError as error:
            raise VersionNotKeptError(path=str(self.folder), reason=_said(error)) from error
        return replace(version, name=name)

    def take_in(self, version: Version, data: bytes) -> None:
        """A version of another working area, with those bytes, is here too, as old and named as it was."""
        self._home.made("snapshots", self.folder.name)
        path = self.folder / version.path.name
        try:
            if version.name:
                self._note(replace(version, path=path), version.name)
            self._put(path, data)
        except OSError as error:
            raise VersionNotKeptError(path=str(self.folder), reason=_said(error)) from error

    def remove(self, version: Version) -> None:
        """The version is gone. VersionNotKeptError where the system refuses; it is then there as before."""
        try:
            self._files.remove(version.path)
        except OSError as error:
            raise VersionNotKeptError(path=str(self.folder), reason=_said(error)) from error
        with suppress(OSError):
            self._files.remove(_note_of(version.path))

    def _version(self, name: str, names: set[str]) -> Version | None:
        parts = _FILE.fullmatch(name)
        if parts is None:
            return None
        path = self.folder / name
        try:
            at = (datetime.strptime(parts[1], _STAMP).replace(tzinfo=UTC) - _EPOCH).total_seconds()
            size = self._files.stat(path).st_size
        except FileNotFoundError:
            return None
        except (OSError, ValueError):
            at, size = 0.0, 0
        why = Why(parts[3]) if parts[3] in set(Why) else Why.NAMED
        version = Version(path, at, int(parts[2]), why, "", size, parts[4])
        return self._called(version) if _note_of(path).name in names else version

    def _called(self, version: Version) -> Version:
        """With its name; one whose note cannot be read counts as named all the same."""
        try:
            note = json.loads(self._files.read(_note_of(version.path)))
            return replace(version, name=_one_line(str(note["name"])))
        except FileNotFoundError:
            return version
        except (OSError, ValueError, RecursionError, KeyError, TypeError):
            return replace(version, why=Why.NAMED)

    def _same(self, digest: str, data: bytes, name: str) -> Version | None:
        """A version of those very bytes that is whole, and does not bear another name than is asked for."""
        for there in self.all():
            if there.sha256 == digest and (not name or there.name in ("", name)):
                with suppress(RondoFileError):
                    if self.data(there) == data:
                        return there
        return None

    def _new(self, digest: str, rev: int, why: Why, name: str, size: int) -> Version:
        moment = _EPOCH + timedelta(seconds=min(max(self._clock(), _FIRST), _LAST))
        at, rev = (moment - _EPOCH).total_seconds(), min(max(rev, 0), _MOST_REV)
        stamp = moment.strftime(_STAMP).rjust(len("00000000T000000000000Z"), "0")
        return Version(self.folder / f"{stamp}-{rev}-{why}-{digest}.rondo", at, rev, why, name, size, digest)

    def _note(self, version: Version, name: str) -> None:
        self._put(_note_of(version.path), json.dumps({"name": name}, ensure_ascii=False).encode())

    def _put(self, path: Path, data: bytes) -> None:
        """The file holds the data: written beside, read back, and only then under its name."""
        temporary = path.with_name(temporary_name())
        try:
            descriptor = self._files.open_new(temporary, 0o600)
            try:
                self._files.write(descriptor, data)
                self._files.fsync(descriptor)
            finally:
                self._files.close(descriptor)
            if self._files.read(temporary) != data:
                raise OSError(errno.EIO, "read-back")
            self._files.replace(temporary, path)
        except BaseException:
            with suppress(OSError):
                self._files.remove(temporary)
            raise
        try:
            self._files.fsync_folder(path.parent)
        except OSError as error:
            if error.errno not in _NO_FOLDER_SYNC:
                raise


def _folder_name(doc_id: str) -> str:
    """The id itself, unless a system could take the folder for another one or for a device."""
    if re.fullmatch(r"[0-9a-z_-]{5,}", doc_id, re.ASCII):
        return doc_id
    return f"{doc_id}-{sha256_of(doc_id.encode())[:8]}"


def _note_of(path: Path) -> Path:
    return path.with_suffix(".json")


def _one_line(name: str) -> str:
    return " ".join(clean_text(name, TITLE).split())


def _said(error: OSError) -> str:
    return error.strerror or str(error)
