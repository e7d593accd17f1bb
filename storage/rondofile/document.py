"""Document: open, edit, undo, publish, close. Nothing that was acknowledged is ever lost.

The user's file is read once and replaced whole; in between, every edit is one transaction in a working
database on this computer. A document belongs to the thread that opened it.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from rondofile.apart.door import read_file
from rondofile.document_file import DocumentFile
from rondofile.document_history import DocumentHistory
from rondofile.editing import Editing, Subscriber
from rondofile.edits import Edit
from rondofile.errors import ReadOnlyError, WorkAreaError
from rondofile.fsops import FILES, Files
from rondofile.kept.keeping import Keeping
from rondofile.kept.versions import Version, Versions, Why
from rondofile.kinds import EditKind
from rondofile.others.outside import Outside
from rondofile.place import Place
from rondofile.project import Project
from rondofile.reading.report import Report
from rondofile.status import Status
from rondofile.working import opening
from rondofile.working.home import Home
from rondofile.writing.publication import Publication

if TYPE_CHECKING:
    from rondofile.rescuing.recovery import KeptWork


class Document(DocumentHistory, DocumentFile):
    """One project that is open. Made by `open`, `create` or `recover`, ended by `close`."""

    def __init__(self, place: Place) -> None:
        self._place = place
        self._editing = _editing_of(place)
        self._keeping = Keeping(place, self._editing.project)
        self._opened = None if place.state.unpublished else self._editing.project
        self._opened_sha256 = place.state.base_sha256
        self._publication: Publication | None = None
        self._owner = os.getpid(), threading.get_ident()

    @classmethod
    def open(
        cls,
        path: Path | str,
        root: Home | Path | str | None = None,
        files: Files = FILES,
        again: bool = False,
    ) -> Document:
        """The project in that file, with the work on it that was kept here and not yet published.

        Typed errors say why not: LockedElsewhereError, FileMissingError, NotAProjectError, TooNewError...
        `again`: also where opening it ended the process twice, which is a RecoveryStoppedError otherwise.
        """
        return cls(opening.opened(Path(path), Home.at(root, files), again))

    @classmethod
    def open_with_sides(cls, path: Path | str, root: Home | Path | str | None = None) -> Document:
        """A new project without a file: what comes of that file and what another program left beside it.

        Both stay as they are. NothingUnfinishedError where nothing beside the file belongs to it.
        """
        return cls(opening.with_sides(Path(path), Home.at(root)))

    @classmethod
    def view(cls, path: Path | str, root: Home | Path | str | None = None) -> Document:
        """What is published in that file, to be read while somebody else has it open; nothing is locked."""
        from rondofile.working import viewing

        return cls(viewing.viewed(Path(path), Home.at(root)))

    @classmethod
    def create(
        cls,
        path: Path | str | None = None,
        root: Home | Path | str | None = None,
        files: Files = FILES,
        doc_id: str = "",
        content: Project | None = None,
        kept: bool = False,
    ) -> Document:
        """A new project; without a path it lives in the working area until `save_as`.

        It begins empty, or with `content`, which is not a step that could be undone; with `kept` that is
        work which stays, although nobody edited it yet.
        FileExistsAlreadyError where there is something at the path.
        """
        target = Path(path) if path is not None else None
        return cls(opening.created(target, Home.at(root, files), doc_id, content, kept))

    @classmethod
    def recover(cls, kept: KeptWork, root: Home | Path | str | None = None, again: bool = False) -> Document:
        """The document of work that `kept_work` found in the working area; `again` as in `open`."""
        from rondofile.rescuing import recovery

        return cls(recovery.recovered(kept, Home.at(root), again))

    @staticmethod
    def kept_work(root: Home | Path | str | None = None) -> tuple[KeptWork, ...]:
        """Work in the working area that no file holds and nobody has open, newest first."""
        from rondofile.rescuing import recovery

        return recovery.kept_work(Home.at(root))

    @staticmethod
    def read(path: Path | str, files: Files = FILES) -> Project:
        """The project that is published in a file, in memory alone; no lock, no working database."""
        return read_file(Path(path), Home(files=files)).project

    @staticmethod
    def read_published(path: Path | str, files: Files = FILES) -> tuple[Project, Report]:
        """The published project and what was met while reading it."""
        found = read_file(Path(path), Home(files=files))
        return found.project, found.report

    @property
    def project(self) -> Project:
        """Everything in the document now: an immutable picture, replaced by every change."""
        return self._editing.project

    @property
    def path(self) -> Path | None:
        """The file of the document, None while it has none."""
        return self._place.path

    @property
    def doc_id(self) -> str:
        """What makes this project this project, under every name."""
        return self._place.work.state.doc_id

    @property
    def rev(self) -> int:
        """Grows with every change."""
        return self._place.work.state.rev

    @property
    def report(self) -> Report:
        """What was met when the file was read."""
        return self._place.report

    @property
    def status(self) -> Status:
        """Where the work is."""
        return self._place.status

    @property
    def unpublished(self) -> bool:
        """Whether there is something here that the file does not hold."""
        return self._place.work.state.unpublished

    @property
    def changed_outside(self) -> bool:
        """Whether the file holds another state than ours, so that a person has to choose: both are kept."""
        return self.outside.undecided

    @property
    def outside(self) -> Outside:
        """What stood in the place of the file when it was looked at last."""
        return self._place.outside

    @property
    def viewing(self) -> bool:
        """Whether somebody else has the file open, so that it is only looked at here."""
        return self._place.viewing

    @contextmanager
    def edit(self, kind: EditKind, merge_key: str | None = None) -> Iterator[Edit]:
        """What happens inside is one transaction, one step of history and one ChangeSet, or nothing.

        Nested edits belong to the outermost, which commits. Consecutive edits of one kind with the same
        `merge_key` (one stay in a text field) are one step.
        """
        self._check_open()
        if self._place.read_only:
            raise ReadOnlyError(path=str(self.path))
        self._make_ready()
        with self._editing.edit(kind, merge_key) as edit:
            yield edit
        self._place.stand()

    def subscribe(self, callback: Subscriber) -> Callable[[], None]:
        """The callback gets every ChangeSet once, on this thread, in order; call the result to end that."""
        return self._editing.subscribe(callback)

    @property
    def versions(self) -> Versions:
        """The earlier states of this project that were kept on this computer."""
        return Versions(self._place.home, self.doc_id)

    def keep_version(self, why: Why, name: str = "") -> Version:
        """The project as it is now is kept as a version. VersionNotKeptError says why not."""
        self._check_idle()
        return self._keeping.keep(self.project, why, name)

    @property
    def keeping(self) -> Keeping:
        """What is kept by itself, what the session began with, and what stood in the way of keeping."""
        return self._keeping

    def take_request(self) -> bool:
        """Whether a second start asked for this document since the last time it was asked."""
        return self._place.lock.take_request()

    def steady(self) -> None:
        """Opening came to a good end: it does not count as an attempt any more. An edit says so too.

        What editing and publishing need is there from now on, which looking at the document does without.
        """
        self._place.stand()
        self._editing.attend()
        with suppress(WorkAreaError):
            self._make_ready()

    def close(self, publish: bool = True, patience: float | None = None) -> None:
        """The document is published where that is possible, and free for others. Closing twice is once.

        An error of publishing is raised after everything is closed: the work is kept here. SlowFileError
        where the disk of the file did not answer for `patience` seconds.
        """
        if self._place.closed:
            return
        self._check_idle()
        try:
            self._rest(patience)
            if publish and self.unpublished and not self._place.read_only:
                Publication(self._reconciling.stages(), str(self.path or "")).complete(patience)
        finally:
            self._keeping.end()
            self._place.close()

    def discard(self) -> None:
        """The work that no file holds is in the trash of the working area for 30 days; closed."""
        self._rest()
        self._place.discard()

    def __enter__(self) -> Document:
        return self

    def __exit__(self, kind: object, *_: object) -> None:
        self.close(publish=kind is None)

    def _check_open(self) -> None:
        if (os.getpid(), threading.get_ident()) != self._owner:
            raise RuntimeError("a document belongs to the thread of the process that opened it")
        if self._place.closed:
            raise RuntimeError("this document is closed")

    def _make_ready(self) -> None:
        """What may follow a change is loaded before it, while files can be opened. WorkAreaError otherwise.

        That is publishing, and going on after a failure of the disk.
        """
        try:
            import rondofile.working.renewal  # noqa: F401

            self._reconciling  # noqa: B018
        except OSError as error:
            raise WorkAreaError(path=str(self._place.work.folder), reason=str(error)) from error

    def _check_idle(self) -> None:
        self._check_open()
        if self._editing.busy:
            raise RuntimeError("not inside `with document.edit(...)`")
        self._editing.assure()


def _editing_of(place: Place) -> Editing:
    """The work as it can be edited; where that cannot be, it is closed again."""
    try:
        return Editing(place)
    except BaseException:
        place.give_up()
        raise
