"""The open document and its file: publish, save under another name, notice what others did to it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from rondofile.canonical import bytes_of_rows, canonical_bytes
from rondofile.errors import FileExistsAlreadyError, ReadOnlyError
from rondofile.home import path_key, real
from rondofile.ledger import Ledger
from rondofile.leftovers import temporary_name
from rondofile.locks import Lock
from rondofile.opening import clear_leftovers, is_there
from rondofile.outside import Outside
from rondofile.place import Place
from rondofile.project import Project
from rondofile.publish import check_target, digest_at, put_in_place
from rondofile.same import same_file
from rondofile.stamp import Stamp, counts_of, rows_digest, rows_of
from rondofile.status import Status
from rondofile.workspace import State, Workspace


class Publishing:
    """What leads from a place to its file and back."""

    def __init__(self, place: Place, before_replacing: Callable[[Path], None] = lambda _: None) -> None:
        self._place, self._before_replacing = place, before_replacing
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
        self._saving = True
        try:
            return self._publish(project, place.path)
        finally:
            self._saving = False

    def save_as(self, project: Project, path: Path, overwrite: bool) -> None:
        """The place is at that path from now on; what it was at before stays as it is."""
        place, target = self._place, real(path)
        lock = Lock(place.home, path_key(target), str(target)).acquire()
        try:
            known = self._may_replace(target, overwrite)
            clear_leftovers(place.home, target)
            data, stamp = canonical_bytes(project, self._stamp())
            self._before_replacing(target)
            put_in_place(data, target, known, files=place.files)
            sha256 = hashlib.sha256(data).hexdigest()
            Ledger(place.home).remember(sha256)
            self._move(target, _placed(place.state, sha256, stamp.digest))
        except BaseException:
            lock.release()
            raise
        place.lock.release()
        place.lock = lock

    def save_copy(self, project: Project, path: Path, overwrite: bool) -> None:
        """A file with the project stands at that path; nothing else changes."""
        place, target = self._place, real(path)
        if place.path is not None and same_file(target, place.path):
            raise FileExistsAlreadyError(path=str(path))
        lock = Lock(place.home, path_key(target), str(target)).acquire()
        try:
            known = self._may_replace(target, overwrite)
            data, _ = canonical_bytes(project, self._stamp())
            put_in_place(data, target, known, files=place.files)
            Ledger(place.home).remember(hashlib.sha256(data).hexdigest())
        finally:
            lock.release()

    def _publish(self, project: Project, path: Path) -> bool:
        place = self._place
        if place.state.pending_sha256:
            place.settle(digest_at(path, place.files))
        state, rows = place.state, rows_of(project)
        digest = rows_digest(rows)
        if state.base_digest == digest:
            check_target(path, {state.base_sha256}, place.files)
            place.remember(published=state.rev)
            return False
        data = bytes_of_rows(rows, replace(self._stamp(), digest=digest, counts=counts_of(rows)))
        sha256, name = hashlib.sha256(data).hexdigest(), temporary_name()
        place.remember(pending_sha256=sha256, pending_digest=digest, pending_rev=state.rev, pending_name=name)
        self._before_replacing(path)
        put_in_place(data, path, {state.base_sha256 or None}, name, place.files)
        Ledger(place.home).remember(sha256)
        self._settled()
        return True

    def _move(self, target: Path, state: State) -> None:
        """The working database stands in the folder of its new path."""
        place = self._place
        folder = place.home.work_folder(state.doc_id, path_key(target))
        before = place.work
        if place.viewing:
            place.work = Workspace.make(folder, before.project(), state, place.home.connect)
            before.close()
        else:
            before.close()
            place.work = Workspace.moved(before.folder, folder, place.home.connect)
        place.work.history.carry_on(before.history)
        with place.work.transaction():
            place.work.keep(state)
        place.work.state = state
        place.path, place.read_only, place.viewing, place.outside = target, False, False, Outside.SAME
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


def _placed(state: State, sha256: str, digest: str) -> State:
    """The state of a document whose new file holds all of it."""
    rev = state.rev
    return State(state.doc_id, rev, published=rev, base_sha256=sha256, base_digest=digest, base_rev=rev)
