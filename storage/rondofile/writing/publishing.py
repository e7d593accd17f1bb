"""The open document and its file: publish, save under another name, notice what others did to it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from msgspec.structs import replace

from rondofile.digests import sha256_of
from rondofile.errors import FileExistsAlreadyError, ReadOnlyError, RondoFileError
from rondofile.kept.versions import Versions, Why
from rondofile.others.outside import Outside
from rondofile.others.same import same_file
from rondofile.place import Place
from rondofile.project import Project
from rondofile.reading.ledger import Ledger
from rondofile.reading.reader import bytes_of
from rondofile.stamp import Stamp
from rondofile.working.home import path_key, real
from rondofile.working.locks import Lock
from rondofile.working.opening import clear_leftovers, is_there
from rondofile.working.state import State
from rondofile.working.workspace import Workspace
from rondofile.writing.canonical import canonical_bytes
from rondofile.writing.inplace import mend
from rondofile.writing.leftovers import temporary_name
from rondofile.writing.placing import Ways
from rondofile.writing.publication import Stages
from rondofile.writing.publish import check_target, confirmed, digest_at, put_in_place
from rondofile.writing.rendering import Candidate, Rendering
from rondofile.writing.strays import clear


class GivenUpError(Exception):
    """Nobody waits for this publication any more, so it must not change anything."""


class Publishing:
    """What leads from a place to its file and back."""

    def __init__(
        self,
        place: Place,
        before_replacing: Callable[[Path], None] = lambda _: None,
        opened: Project | None = None,
        sha256: str = "",
    ) -> None:
        """`opened`: the project that the file of that sha256 held when it was opened."""
        self._place, self._before_replacing = place, before_replacing
        self._rendering = Rendering()
        self._opened = opened, sha256

    def stages(self, project: Project) -> Stages:
        """The file holds the project. False where it did already, or where there is no file yet.

        What is yielded touches the user's disk and nothing of the document, which may go on meanwhile.
        """
        place, over = self._place, threading.Event()
        if place.path is None or not place.state.unpublished:
            return False
        if place.read_only:
            raise ReadOnlyError(path=str(place.path))
        place.saving = True
        try:
            return (yield from self._stages(project, place.path, over))
        finally:
            place.saving = False
            over.set()

    def save_as(self, project: Project, path: Path, overwrite: bool) -> None:
        """The place is at that path from now on; what it was at before stays as it is."""
        place, target = self._place, real(path)
        lock = Lock(place.home, path_key(target), str(target)).acquire()
        try:
            known = self._may_replace(target, overwrite)
            clear_leftovers(place.home, target)
            data, stamp = canonical_bytes(project, self._stamp())
            self._before_replacing(target)
            put_in_place(data, target, known, ways=Ways(place.files, self._keep))
            sha256 = sha256_of(data)
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
            put_in_place(data, target, known, ways=Ways(place.files, self._keep))
            Ledger(place.home).remember(sha256_of(data))
        finally:
            lock.release()

    def _stages(self, project: Project, path: Path, over: threading.Event) -> Stages:
        place, files = self._place, self._place.files
        rev, known = place.state.rev, {place.state.base_sha256, place.state.pending_sha256}
        yield lambda: mend(path, place.work.folder, files)
        if place.state.pending_sha256:
            there = yield lambda: confirmed(path, place.state.pending_sha256, files)
            place.settle(there)
        left = yield lambda: self._get_ready(path, known)
        state = place.state
        digest = yield lambda: self._rendering.digest(project)
        if state.base_digest == digest:
            yield lambda: check_target(path, {state.base_sha256}, files)
            place.remember(published=rev)
            return False
        stamp = Stamp(state.doc_id, rev, parent=state.base_digest)
        made = yield lambda: self._rendering.candidate(project, stamp)
        name = temporary_name()
        place.remember(
            pending_sha256=made.sha256, pending_digest=digest, pending_rev=rev, pending_name=f"{left} {name}"
        )
        clean = yield lambda: self._put(made, path, state, name, over)
        place.become(replace(place.state.settled(), pending_name=left if clean else f"{left} {name}"))
        return True

    def _get_ready(self, path: Path, known: set[str]) -> str:
        """The file may be replaced and the next be made from it. The names of what is left beside it."""
        place, (opened, sha256) = self._place, self._opened
        if is_there(path, place.files) and not place.files.writable(path):
            raise ReadOnlyError(path=str(path))
        ledger, names = Ledger(place.home), place.state.pending_name
        left = clear(path, names, lambda one: one in known or ledger.knows(one), place.files, self._keep)
        if opened is not None and sha256 == place.state.base_sha256 and ledger.knows(sha256):
            with suppress(RondoFileError):
                self._rendering.begin(opened, bytes_of(path, place.files), sha256)
        self._opened = (None, "")
        return left

    def _put(self, made: Candidate, path: Path, state: State, name: str, over: threading.Event) -> bool:
        def last_word() -> None:
            if over.is_set():
                raise GivenUpError

        self._before_replacing(path)
        ways = Ways(self._place.files, self._keep, last_word, self._place.work.folder)
        Ledger(self._place.home).remember(made.sha256)
        return put_in_place(made.data, path, {state.base_sha256 or None}, name, ways=ways)

    def _keep(self, data: bytes) -> None:
        """Bytes that something else put in the place of the file are a version of the project."""
        place = self._place
        Versions(place.home, place.state.doc_id).keep(data, place.state.rev, Why.CONFLICT)

    def _move(self, target: Path, state: State) -> None:
        """The working database stands in the folder of its new path."""
        place = self._place
        folder = place.home.work_folder(state.doc_id, path_key(target))
        before = place.work
        if place.path is not None:
            with suppress(RondoFileError):  # nothing that was being written over stays half of each
                mend(place.path, before.folder, place.files)
        if place.viewing:
            place.work = Workspace.make(folder, before.project(), state, place.home.connect)
            before.close()
        else:
            before.close()
            try:
                place.work = Workspace.moved(before.folder, folder, place.home.connect)
            except BaseException:
                before.doubtful = True  # made anew from what is known, before the next edit
                raise
        place.work.history.carry_on(before.history)
        with place.work.transaction():
            place.work.keep(state)
        place.work.state = state
        place.path, place.read_only, place.viewing, place.outside = target, False, False, Outside.SAME
        place.work.bind(target)

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
