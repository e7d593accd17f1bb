"""Keeping versions of an open document: before its file is changed, every hour, and when asked to.

What cannot be kept stops nothing: it is told once, and editing and publishing go on.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from rondofile.apart.door import read_apart
from rondofile.digests import sha256_of
from rondofile.errors import RondoFileError, VersionNotKeptError, VersionsTooLargeError
from rondofile.kept.thinning import HOUR, MOST_BYTES, thin
from rondofile.kept.versions import Version, Versions, Why
from rondofile.place import Place
from rondofile.project import Project
from rondofile.reading.ledger import Ledger
from rondofile.reading.older import is_older
from rondofile.reading.reader import bytes_of
from rondofile.stamp import Stamp
from rondofile.troubles import Troubles
from rondofile.working.home import read_note, write_note
from rondofile.working.room import watch
from rondofile.writing.canonical import canonical_bytes

OPENED = "opened.json"
"""The note in the folder of live work that names the version this session began with, while it lasts."""

_OURS = b"SQLite format 3\0"


class Keeping:
    """What is kept of one place. `opened`: the project as the session found it.

    `running`: seconds that only grow; an hour has passed by them or by the clock, whichever comes first.
    """

    def __init__(self, place: Place, opened: Project, running: Callable[[], float] = time.monotonic) -> None:
        self.troubles = Troubles()
        self._place, self._running = place, running
        self._opened, self._opened_rev = opened, place.state.rev
        self._began = str(read_note(self._note).get("version", ""))
        self._left_behind = place.state.unpublished and place.state.rev > 0
        self._begun, self._owed = bool(self._began), False
        self._kept_rev, self._first_sha256 = place.state.rev, place.state.base_sha256
        self._since = (-HOUR, 0.0) if self.resumed else self._now()

    @property
    def resumed(self) -> bool:
        """Whether the session goes on from work that an earlier one left behind."""
        return self._left_behind or bool(self._began)

    def opened(self) -> Project:
        """The project as it was opened; where a session broke off, as that one had found it."""
        for version in self._versions.all() if self._began else ():
            if version.path.name == self._began:
                return self._versions.read(version).project
        data = published_bytes(self._place) if self._left_behind and not self._begun else None
        return read_apart(data, self._place.home).project if data is not None else self._opened

    def keep(self, project: Project, why: Why, name: str = "") -> Version:
        """The project is kept as it is now, and what is no longer needed goes."""
        version = keep_present(self._place, project, why, name)
        self._after(version)
        return version

    def regularly(self, project: Project) -> None:
        """The project is kept where an hour of work has passed; little room for that is told."""
        watch(self._place.home, self.troubles)
        state, now = self._place.state, self._now()
        untitled = self._place.path is None and 0 < self._opened_rev != state.rev
        if self._owed or (untitled and not self._begun):
            self._begin(composed(self._place, self._opened, self._opened_rev), self._opened_rev)
        passed = max(now[0] - self._since[0], abs(now[1] - self._since[1]))
        if state.rev != self._kept_rev and passed >= HOUR:
            with self._told():
                self.keep(project, Why.HOURLY)

    def before_replacing(self, target: Path) -> None:
        """What stands at the path is kept, where this session has not changed it yet."""
        place = self._place
        own = target == place.path
        if own and self._begun:
            return
        try:
            data = bytes_of(target, place.files)
        except RondoFileError:
            return
        if own and sha256_of(data) == self._first_sha256:
            self._begin(data, place.state.published)
        elif own:
            self._begin(composed(place, self._opened, self._opened_rev), self._opened_rev)
        elif data.startswith(_OURS):
            with self._told():
                self._after(self._versions.keep(data, place.state.rev, Why.REPLACED))

    def end(self) -> None:
        """The session has ended in order: the next one begins with what it finds."""
        with suppress(OSError):
            self._place.files.remove(self._note)

    @property
    def _versions(self) -> Versions:
        return Versions(self._place.home, self._place.state.doc_id)

    @property
    def _note(self) -> Path:
        return self._place.work.folder / OPENED

    def _now(self) -> tuple[float, float]:
        return self._running(), time.time()

    def _begin(self, data: bytes, rev: int) -> None:
        """What the session began with is kept; where that fails it is tried again when there is time."""
        self._begun, self._owed = True, True
        older = is_older(int.from_bytes(data[60:64], "big"))
        with self._told():
            version = self._versions.keep(data, rev, Why.UPGRADE if older else Why.OPENED)
            self._owed = False
            with suppress(RondoFileError):
                write_note(self._note, {"version": version.path.name}, self._place.files)
            self._thinned(version)

    def _after(self, version: Version) -> None:
        self._kept_rev, self._since = self._place.state.rev, self._now()
        self._thinned(version)

    def _thinned(self, version: Version) -> None:
        with suppress(RondoFileError):
            size = thin(self._versions, (version,))
            if size > MOST_BYTES:
                self.troubles.add(VersionsTooLargeError(size=size // 2**20, most=MOST_BYTES // 2**20))

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
            self.troubles.over(VersionNotKeptError)
        except RondoFileError as problem:
            self.troubles.add(problem)


def keep_present(place: Place, project: Project, why: Why, name: str = "") -> Version:
    """The project of a place as it is now is kept; VersionNotKeptError says why not."""
    data = published_bytes(place) if not place.state.unpublished else None
    if data is None:
        data = composed(place, project, place.state.rev)
        Ledger(place.home).remember(sha256_of(data))
    return Versions(place.home, place.state.doc_id).keep(data, place.state.rev, why, name)


def composed(place: Place, project: Project, rev: int) -> bytes:
    """The bytes of a file with that project, as it would be published."""
    state = place.state
    return canonical_bytes(project, Stamp(state.doc_id, rev, parent=state.base_digest))[0]


def published_bytes(place: Place) -> bytes | None:
    """The bytes of the file as we last read or wrote it; None where it is another by now, or none."""
    if place.path is None:
        return None
    try:
        data = bytes_of(place.path, place.files)
    except RondoFileError:
        return None
    return data if sha256_of(data) == place.state.base_sha256 else None
