"""The document thread: commands go in, futures come out, and nobody waits on a disk.

One thread owns the document from opening to closing. After every change it publishes when two seconds
passed without another, and at the latest fifteen seconds after the first.
"""

from __future__ import annotations

import logging
import queue
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from typing import Any, TypeVar

from msgspec import Struct, field

from rondofile.document import Document
from rondofile.errors import EndedError, RondoFileError
from rondofile.status import Status
from rondofile.writing.publication import PATIENCE
from rondofile.writing.underway import RETRY, SLOW, Underway

T = TypeVar("T")
Command = Callable[[Document], T]
Trouble = Callable[[RondoFileError], None]
OnStatus = Callable[[Status], None]
OnOpen = Callable[[Document], None]
OnEnd = Callable[[BaseException], None]

__all__ = ["AT_MOST", "IDLE", "RETRY", "SLOW", "DocumentThread"]

IDLE = 2.0
"""Seconds without a change after which the document is published."""

AT_MOST = 15.0
"""Seconds after a change by which the document is published all the same."""

_log = logging.getLogger(__name__)


class _Job(Struct):
    command: Command[Any]
    future: Future[Any] = field(default_factory=Future)
    last: bool = False


class DocumentThread:
    """A document on a thread of its own. `on_open`, `on_trouble`, `on_status` and `on_end` are called on it.

    `on_open` is given the document before any command is. `on_end` is told the bug that ended the thread
    before it was closed: the work is kept, and whatever is asked from then on is refused with an EndedError.
    """

    def __init__(
        self,
        open_document: Callable[[], Document],
        on_trouble: Trouble = lambda _: None,
        on_status: OnStatus = lambda _: None,
        idle: float = IDLE,
        at_most: float = AT_MOST,
        on_end: OnEnd = lambda _: None,
        on_open: OnOpen = lambda _: None,
    ) -> None:
        self._open, self._on_open = open_document, on_open
        self._on_trouble, self._on_status, self._on_end = on_trouble, on_status, on_end
        self._idle, self._at_most = idle, at_most
        self._jobs: queue.SimpleQueue[_Job] = queue.SimpleQueue()
        self._gate = threading.Lock()
        self._ended = self._broken = False
        self._first = self._last = 0.0
        self._underway = Underway(lambda command: self._jobs.put(_Job(command)), on_trouble)
        self._unkept = False
        self._status: Status | None = None
        self.opened: Future[Document] = Future()
        """Done when the document is open, or failed with why it is not."""
        self._thread = threading.Thread(target=self._run, name="rondo-document", daemon=False)
        self._thread.start()

    def do(self, command: Command[T], reach: bool = False) -> Future[T]:
        """The command runs on the document thread, after those before it. RuntimeError once closed.

        `reach`: only once the disk of the file has answered; those that come after it do not wait for that.
        """
        job = _Job(command)
        if not reach:
            return self._put(job)
        asking = self._put(_Job(lambda document: self._reach(document, job)))
        asking.add_done_callback(lambda done: _pass_on(done, job.future))
        return job.future

    def publish(self) -> Future[bool]:
        """The file holds everything asked for up to now, as by `Document.publish`; edits go on meanwhile."""
        future: Future[bool] = Future()
        asking = self.do(lambda document: self._underway.ask(document, future))
        asking.add_done_callback(lambda done: _pass_on(done, future))
        return future

    def close(self, publish: bool = True, timeout: float | None = None, patience: float = PATIENCE) -> None:
        """Everything asked for is done, the document is published where possible, the thread has ended.

        The error of publishing is raised here; the work is then kept on this computer. SlowFileError where
        the disk of the file did not answer for `patience` seconds.
        """
        if not self._broken:
            closing = _Job(lambda document: document.close(publish, patience), last=True)
            self._put(closing).result(timeout)
        self._thread.join(timeout)

    @property
    def status(self) -> Status | None:
        """Where the work is, as last told; None before the document is open."""
        return self._status

    def _put(self, job: _Job) -> Future[Any]:
        with self._gate:
            if self._broken:
                _refuse(job)
            elif self._ended:
                raise RuntimeError("this document is closed")
            else:
                self._ended = job.last
                self._jobs.put(job)
        return job.future

    def _run(self) -> None:
        try:
            document = self._open()
        except BaseException as error:
            self._refuse(error)
            return
        try:
            document.subscribe(lambda _: self._changed(document))
            self._tell(document)
            self._on_open(document)
            self.opened.set_result(document)
            while self._step(document):
                pass
        except BaseException as error:
            self._break(document, error)

    def _step(self, document: Document) -> bool:
        """One command or one publication; False after the last command."""
        due = self._due(document)
        wakes = (due, self._keep_due(), self._underway.slow_at())
        wake = min((at for at in wakes if at is not None), default=None)
        try:
            job = self._jobs.get(timeout=None if wake is None else max(wake - time.monotonic(), 0))
        except queue.Empty:
            self._wake(document, due)
            return True
        if job.future.set_running_or_notify_cancel():
            self._execute(job, document)
        if not document.unpublished:
            self._first = 0.0
        elif self._underway.failed:
            self._first = self._first or time.monotonic()
        self._underway.settle()
        if job.last:
            self._underway.leave(job.future.exception())
        self._tell(document)
        return not job.last

    def _wake(self, document: Document, due: float | None) -> None:
        """What was to be done at this moment is done."""
        self._underway.look(document)
        if due is not None and time.monotonic() >= due:
            self._first = 0.0
            self._underway.begin(document)
        keep = self._keep_due()
        if keep is not None and time.monotonic() >= keep and not self._underway.busy:
            self._keep(document)
        self._tell(document)

    def _execute(self, job: _Job, document: Document) -> None:
        try:
            result = job.command(document)
        except BaseException as error:
            job.future.set_exception(error)
        else:
            job.future.set_result(result)

    def _reach(self, document: Document, job: _Job) -> None:
        reach = document.reaching()

        def go() -> None:
            reach()
            try:
                self._put(job)
            except RuntimeError:
                _refuse(job)

        threading.Thread(target=go, name="rondo-reach", daemon=True).start()

    def _changed(self, document: Document) -> None:
        now = time.monotonic()
        self._first = self._first or now
        self._last = now
        self._unkept = True
        self._on_status_of(document.status)  # nobody hears of a change while they are told that all is saved

    def _due(self, document: Document) -> float | None:
        """When to publish; None while there is nothing to publish or it would not help."""
        if not self._first or self._underway.busy or document.path is None:
            return None
        if document.changed_outside or not document.unpublished:
            return None
        return max(min(self._last + self._idle, self._first + self._at_most), self._underway.not_before)

    def _keep_due(self) -> float | None:
        """When to see whether a version is due; publishing, where there is any, comes first."""
        return self._last + self._idle if self._unkept and not self._underway.busy else None

    def _keep(self, document: Document) -> None:
        """A version is kept where an hour of work has passed; nothing of this is worth an edit."""
        self._unkept = False
        try:
            document.keeping.regularly(document.project)
        except Exception:
            _log.exception("keeping a version failed")

    def _tell(self, document: Document) -> None:
        for problem in document.keeping.troubles.take():
            self._on_trouble(problem)
        self._on_status_of(document.status)

    def _on_status_of(self, status: Status) -> None:
        if status is not self._status:
            self._status = status
            self._on_status(status)

    def _break(self, document: Document, error: BaseException) -> None:
        """A bug ends the thread: the work is kept and free for others, and nobody waits for an answer."""
        _log.error("the document thread ended", exc_info=error)
        with suppress(Exception):
            document.close(publish=False, patience=PATIENCE)
        with suppress(Exception):
            self._underway.leave(error)
        with self._gate:
            self._broken = True
        while True:
            try:
                _refuse(self._jobs.get_nowait())
            except queue.Empty:
                break
        if not self.opened.done():
            self.opened.set_exception(EndedError())
        self._on_end(error)

    def _refuse(self, error: BaseException) -> None:
        with self._gate:
            self._ended = True
        self.opened.set_exception(error)
        while True:
            try:
                job = self._jobs.get_nowait()
            except queue.Empty:
                return
            if job.last:
                job.future.set_result(None)
            else:
                job.future.set_exception(RuntimeError("the document could not be opened"))


def _refuse(job: _Job) -> None:
    """Whoever waits for the job hears that nothing is done any more; closing is as good as done."""
    if not job.future.set_running_or_notify_cancel():
        return
    if job.last:
        job.future.set_result(None)
    else:
        job.future.set_exception(EndedError())


def _pass_on(asking: Future[None], future: Future[Any]) -> None:
    """Where nobody could even be asked, the answer is why."""
    error = asking.exception()
    if error is not None and not future.done():
        future.set_exception(error)
