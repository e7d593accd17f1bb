"""The open document and its file: publish, save under another name, notice what others did to it."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

from rondofile.apart.door import read_apart
from rondofile.canonical import bytes_of_rows, canonical_bytes
from rondofile.changes import ChangeSet, Origin, difference
from rondofile.errors import ChangedOutsideError, FileExistsAlreadyError, ReadOnlyError
from rondofile.home import path_key, real
from rondofile.kinds import EditKind
from rondofile.ledger import Ledger
from rondofile.leftovers import temporary_name
from rondofile.locks import Lock
from rondofile.opening import base_state, clear_leftovers, is_there, settle
from rondofile.place import Place
from rondofile.project import Project
from rondofile.publish import digest_at, put_in_place
from rondofile.reader import Published, bytes_of
from rondofile.stamp import Stamp, counts_of, rows_digest, rows_of
from rondofile.status import Status
from rondofile.workspace import State, Workspace


class Publishing:
    """What leads from a place to its file and back."""

    def __init__(self, place: Place) -> None:
        self._place = place
        self._saving = False

    @property
    def status(self) -> Status:
        """Where the work is."""
        if self._saving:
            return Status.SAVING
        if self._place.read_only:
            return Status.READ_ONLY
        kept = self._place.path is None or self._place.state.unpublished
        return Status.KEPT if kept else Status.SAVED

    def publish(self, project: Project) -> bool:
        """The file holds the project. False where it did already, or where there is no file yet."""
        place = self._place
        if place.path is None or not place.state.unpublished:
            return False
        if place.read_only:
            raise ReadOnlyError(path=str(place.path))
        if place.conflict:
            raise ChangedOutsideError(path=str(place.path))
        self._saving = True
        try:
            return self._publish(project, place.path)
        except ChangedOutsideError:
            place.conflict = True
            raise
        finally:
            self._saving = False

    def save_as(self, project: Project, path: Path, overwrite: bool) -> None:
        """The place is at that path from now on; what it was at before stays as it is."""
        place, target = self._place, real(path)
        if place.path is not None and target == place.path:
            self._again(project, target, overwrite)
            return
        lock = Lock(place.home, path_key(target), str(target)).acquire()
        try:
            known = self._may_replace(target, overwrite)
            clear_leftovers(place.home, target)
            data, stamp = canonical_bytes(project, self._stamp())
            put_in_place(data, target, known, files=place.files)
            sha256 = hashlib.sha256(data).hexdigest()
            Ledger(place.home).remember(sha256)
            self._move(target, State(stamp.doc_id, place.state.rev, place.state.rev, sha256, stamp.digest))
        except BaseException:
            lock.release()
            raise
        place.lock.release()
        place.lock = lock

    def save_copy(self, project: Project, path: Path, overwrite: bool) -> None:
        """A file with the project stands at that path; nothing else changes."""
        place, target = self._place, real(path)
        if target == place.path:
            raise FileExistsAlreadyError(path=str(path))
        lock = Lock(place.home, path_key(target), str(target)).acquire()
        try:
            known = self._may_replace(target, overwrite)
            data, _ = canonical_bytes(project, self._stamp())
            put_in_place(data, target, known, files=place.files)
            Ledger(place.home).remember(hashlib.sha256(data).hexdigest())
        finally:
            lock.release()

    def changed_file(self) -> Published | None:
        """The file as something else left it, where nothing here is missing in it; otherwise a conflict."""
        place = self._place
        if place.path is None:
            return None
        there = digest_at(place.path, place.files)
        settle(place, there)
        if there is None or there == place.state.base_sha256:
            return None
        if place.state.unpublished:
            place.conflict = True
            return None
        return read_apart(bytes_of(place.path, place.files), place.home, place.path)

    def reload(self, before: Project, found: Published) -> ChangeSet:
        """The working database holds what the file holds; history ends here."""
        work = self._place.work
        state = replace(base_state(found), rev=max(found.stamp.rev, work.state.rev + 1))
        state = replace(state, published=state.rev)
        with work.transaction():
            work.history.clear()
            work.fill(found.project)
            work.keep(state)
        work.state = state
        self._place.report = found.report
        self._place.read_only = found.newer
        return ChangeSet(EditKind.OPEN, Origin.RELOAD, difference(before, found.project))

    def _publish(self, project: Project, path: Path) -> bool:
        place = self._place
        if place.state.pending_sha256:
            settle(place, digest_at(path, place.files))
        state, rows = place.state, rows_of(project)
        digest = rows_digest(rows)
        if state.base_digest == digest:
            place.remember(published=state.rev)
            return False
        data = bytes_of_rows(rows, replace(self._stamp(), digest=digest, counts=counts_of(rows)))
        sha256, name = hashlib.sha256(data).hexdigest(), temporary_name()
        place.remember(pending_sha256=sha256, pending_digest=digest, pending_rev=state.rev, pending_name=name)
        put_in_place(data, path, {state.base_sha256 or None}, name, place.files)
        Ledger(place.home).remember(sha256)
        self._settled()
        return True

    def _again(self, project: Project, target: Path, overwrite: bool) -> None:
        """Saving under its own name: also where the file is gone, or is to be replaced all the same."""
        place = self._place
        there = digest_at(target, place.files)
        if there not in (None, place.state.base_sha256) and not overwrite:
            raise ChangedOutsideError(path=str(target))
        if place.read_only:
            raise ReadOnlyError(path=str(target))
        place.remember(base_sha256=there or "", base_digest="", published=-1)
        place.conflict = False
        self.publish(project)

    def _move(self, target: Path, state: State) -> None:
        """The working database stands in the folder of its new path."""
        place = self._place
        place.work.close()
        folder = place.home.work_folder(state.doc_id, path_key(target))
        before = place.work
        place.work = Workspace.moved(before.folder, folder, place.home.connect)
        place.work.history.carry_on(before.history)
        with place.work.transaction():
            place.work.keep(state)
        place.work.state = state
        place.path, place.read_only, place.conflict = target, False, False
        place.work.bind(target)

    def _settled(self) -> None:
        place = self._place
        state = place.state.settled()
        with place.work.transaction():
            place.work.keep(state)
        place.work.state = state

    def _may_replace(self, target: Path, overwrite: bool) -> set[str | None]:
        if not is_there(target, self._place.files):
            return {None}
        if not overwrite:
            raise FileExistsAlreadyError(path=str(target))
        return {digest_at(target, self._place.files)}

    def _stamp(self) -> Stamp:
        state = self._place.state
        return Stamp(state.doc_id, state.rev, parent=state.base_digest)
