"""Session: the document of one window, seen from the window. Commands go to the document thread; news
comes back as Qt signals on this thread, and the window never waits on a disk.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from typing import Any, TypeVar

from msgspec import Struct
from PySide6.QtCore import QObject, Qt, Signal

from rondo.ui.journeys.step_words import Did, did
from rondofile.changes import ChangeSet
from rondofile.document import Document
from rondofile.edits import Edit
from rondofile.errors import EndedError, RondoFileError
from rondofile.kinds import EditKind
from rondofile.others.outside import Outside
from rondofile.project import Project
from rondofile.status import Status
from rondofile.thread import AT_MOST, IDLE, DocumentThread

T = TypeVar("T")


class Standing(Struct, frozen=True):
    """Where the document stands, read on its own thread."""

    path: Path | None
    doc_id: str
    next_undo: EditKind | None
    next_redo: EditKind | None
    changed_outside: bool
    undoes: Did | None = None
    redoes: Did | None = None
    """What undo and redo would take back or do again, for their names."""
    resumed: bool = False
    """Whether an earlier session broke off, so that Revert leads to what that one had found."""
    outside: Outside = Outside.SAME
    viewing: bool = False
    """Whether somebody else has the file open, so that it is only looked at."""

    @classmethod
    def of(cls, document: Document) -> Standing:
        """How the document stands now; only on the document thread."""
        return cls(
            document.path,
            document.doc_id,
            document.next_undo,
            document.next_redo,
            document.changed_outside,
            did(document.undoable),
            did(document.redoable),
            document.keeping.resumed,
            document.outside,
            document.viewing,
        )


class Session(QObject):
    """One document that is open, or being opened. `ready` or `refused` comes once.

    Read `project` at any time: it is the picture that the last `changed` announced."""

    ready = Signal()
    refused = Signal(object)
    changed = Signal(object)
    """A ChangeSet, after `project` was replaced."""
    standing_changed = Signal()
    """Path, what can be undone and redone, whether the file was changed outside."""
    status_changed = Signal(object)
    """A Status."""
    trouble = Signal(object)
    """A RondoFileError that no caller asked for: publishing failed, an edit was refused."""
    ended = Signal()
    """A bug ended the work on the document. It is kept; nothing can be asked of this session any more."""
    _news = Signal(object)

    def __init__(
        self, open_document: Callable[[], Document], idle: float = IDLE, at_most: float = AT_MOST
    ) -> None:
        super().__init__()
        self.project = Project({})
        self.standing: Standing | None = None
        self.status: Status | None = None
        self.opened_as: Project | None = None
        """The project as it was opened; what Revert goes back to."""
        self.held_by = ""
        """The computer where a file that is only looked at is open, where it is another one."""
        self._document: Document | None = None
        self._waiting = 0
        self._closed = False
        # news that is there at once waits too, until whoever asked for it can hear it
        self._news.connect(lambda tell: tell(), Qt.ConnectionType.QueuedConnection)
        self._thread = DocumentThread(
            open_document, self._on_trouble, self._on_status, idle, at_most, self._on_end, self._on_opened
        )
        self._thread.opened.add_done_callback(self._on_answered)

    @property
    def busy(self) -> bool:
        """Whether something that was asked for is not answered yet."""
        return self._waiting > 0

    @property
    def path(self) -> Path | None:
        return self.standing.path if self.standing else None

    @property
    def viewing(self) -> bool:
        """Whether the file is only looked at, because somebody else has it open."""
        return self.standing is not None and self.standing.viewing

    @property
    def read_only(self) -> bool:
        return self.status is Status.READ_ONLY

    def edit(
        self,
        kind: EditKind,
        change: Callable[[Edit], T],
        merge_key: str | None = None,
        then: Callable[[T], None] | None = None,
    ) -> None:
        """The change is made as one step of history; `then` gets its result after `changed`.

        `change` runs on the document thread: it may use nothing of the window."""

        def command(document: Document) -> T:
            with document.edit(kind, merge_key) as edit:
                return change(edit)

        self.do(command, then)

    def undo(self) -> None:
        """The last step is taken back."""
        self.do(lambda document: document.undo())

    def redo(self) -> None:
        """The step that was taken back last is done again."""
        self.do(lambda document: document.redo())

    def do(
        self,
        command: Callable[[Document], T],
        then: Callable[[T], None] | None = None,
        failed: Callable[[RondoFileError], None] | None = None,
        reach: bool = False,
    ) -> None:
        """The command runs on the document thread; `then` gets its result, `failed` why it could not be.

        `reach`: once the disk of the file answers. Without `failed`, known errors become `trouble`. Any other
        exception goes to `sys.excepthook`."""

        def watched(document: Document) -> tuple[T, Standing]:
            result = command(document)
            return result, Standing.of(document)

        self._waiting += 1
        future = self._thread.do(watched, reach)
        future.add_done_callback(lambda done: self._tell(lambda: self._answer(done, then, failed)))

    def publish_now(self) -> Future[bool]:
        """The file holds the project as soon as everything asked for before is done; nobody is told."""
        return self._thread.publish()

    def publish(self, failed: Callable[[RondoFileError], None] | None = None) -> None:
        """Everything asked for is in the file as soon as the disk allows; edits go on meanwhile.

        `failed` gets why it could not be; without it that becomes `trouble`."""
        self._waiting += 1
        future = self._thread.publish()
        future.add_done_callback(lambda done: self._tell(lambda: self._published(done, failed)))

    def part(self) -> None:
        """Nobody who followed this session follows it any more: another window takes over."""
        told = (
            self.ready,
            self.changed,
            self.standing_changed,
            self.status_changed,
            self.trouble,
            self.ended,
        )
        for signal in told:
            signal.disconnect()

    def close(self, publish: bool = True) -> None:
        """Everything asked for is done and published where possible. Raises what stood in the way; the
        work is then kept on this computer. Closing twice is once."""
        if not self._closed:
            self._closed = True
            self._thread.close(publish)

    def close_with(self, last: Callable[[Document], Any]) -> None:
        """The last command runs (such as discarding), then the document is closed as it is."""
        if not self._closed:
            try:
                self._thread.do(last).result()
            finally:
                self.close(publish=False)

    def _tell(self, news: Callable[[], None]) -> None:
        self._news.emit(news)

    def _on_opened(self, document: Document) -> None:
        """On the document thread."""
        self._document = document
        document.subscribe(lambda changes: self._on_changed(document, changes))
        project, standing = document.project, Standing.of(document)
        self._tell(lambda: self._begin(project, standing))

    def _on_answered(self, opened: Future[Document]) -> None:
        """On the document thread, or on this one where the answer was there before anyone asked."""
        if (error := opened.exception()) is not None:
            self._tell(lambda: self._refuse(error))

    def _on_changed(self, document: Document, changes: ChangeSet) -> None:
        """On the document thread."""
        project, standing = document.project, Standing.of(document)
        self._tell(lambda: self._take(changes, project, standing))

    def _on_status(self, status: Status) -> None:
        """On the document thread, as also after it published by itself."""
        document = self._document
        there = document is not None and not self._closed
        standing = Standing.of(document) if there and document is not None else None
        self._tell(lambda: self._show(status, standing))

    def _on_trouble(self, problem: RondoFileError) -> None:
        self._tell(lambda: self.trouble.emit(problem))

    def _on_end(self, bug: BaseException) -> None:
        """On the document thread. The failure is noted first: what `ended` leads to is said last."""
        sys.excepthook(type(bug), bug, bug.__traceback__)
        self._tell(self.ended.emit)

    def _begin(self, project: Project, standing: Standing) -> None:
        self.project = self.opened_as = project
        self._stand(standing)
        self.ready.emit()

    def _take(self, changes: ChangeSet, project: Project, standing: Standing) -> None:
        """Who hears of the standing may already look at the project: so `changed` comes first."""
        stood, self.standing = self.standing, standing
        self.project = project
        self.changed.emit(changes)
        if standing != stood:
            self.standing_changed.emit()

    def _stand(self, standing: Standing) -> None:
        if standing != self.standing:
            self.standing = standing
            self.standing_changed.emit()

    def _show(self, status: Status, standing: Standing | None) -> None:
        if standing is not None:
            self._stand(standing)
        self.status = status
        self.status_changed.emit(status)

    def _refuse(self, error: BaseException) -> None:
        self._closed = True
        if isinstance(error, RondoFileError):
            self.refused.emit(error)
        else:
            sys.excepthook(type(error), error, error.__traceback__)
            self.refused.emit(EndedError())

    def _answer(
        self,
        done: Future[tuple[Any, Standing]],
        then: Callable[[Any], None] | None,
        failed: Callable[[RondoFileError], None] | None,
    ) -> None:
        self._waiting -= 1
        error = done.exception()
        if error is not None:
            self._refuse_answer(error, failed)
            return
        result, standing = done.result()
        self._stand(standing)
        if then is not None and not self._closed:  # whoever waited may be gone with its window
            then(result)

    def _published(self, done: Future[bool], failed: Callable[[RondoFileError], None] | None) -> None:
        self._waiting -= 1
        error = done.exception()
        if error is not None:
            self._refuse_answer(error, failed)

    def _refuse_answer(self, error: BaseException, failed: Callable[[RondoFileError], None] | None) -> None:
        if not isinstance(error, RondoFileError):
            sys.excepthook(type(error), error, error.__traceback__)
        elif not self._closed:
            (failed or self.trouble.emit)(error)
