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
from dataclasses import dataclass, field
from typing import Any, TypeVar

from rondofile.document import Document
from rondofile.errors import EndedError, RondoFileError
from rondofile.status import Status

T = TypeVar("T")
Command = Callable[[Document], T]
Trouble = Callable[[RondoFileError], None]
OnStatus = Callable[[Status], None]
OnEnd = Callable[[BaseException], None]

IDLE = 2.0
"""Seconds without a change after which the document is published."""

AT_MOST = 15.0
"""Seconds after a change by which the document is published all the same."""

RETRY = 5.0
"""Seconds after which publishing is tried again where it was not possible."""

_log = logging.getLogger(__name__)


@dataclass(slots=True)
class _Job:
    command: Command[Any]
    future: Future[Any] = field(default_factory=Future)
    last: bool = False


class DocumentThread:
    """A document on a thread of its own. `on_trouble`, `on_status` and `on_end` are called on that thread.

    `on_end` is told the bug that ended the thread before it was closed: the work is kept, and whatever is
    asked from then on is refused with an EndedError.
    """

    def __init__(
        self,
        open_document: Callable[[], Document],
        on_trouble: Trouble = lambda _: None,
        on_status: OnStatus = lambda _: None,
        idle: float = IDLE,
        at_most: float = AT_MOST,
        on_end: OnEnd = lambda _: None,
    ) -> None:
        self._open = open_document
        self._on_trouble, self._on_status, self._on_end = on_trouble, on_status, on_end
        self._idle, self._at_most = idle, at_most
        self._jobs: queue.SimpleQueue[_Job] = queue.SimpleQueue()
        self._gate = threading.Lock()
        self._ended = self._broken = False
        self._first = self._last = self._not_before = 0.0
        self._unkept = False
        self._status: Status | None = None
        self.opened: Future[Document] = Future()
        """Done when the document is open, or failed with why it is not."""
        self._thread = threading.Thread(target=self._run, name="rondo-document", daemon=False)
        self._thread.start()

    def do(self, command: Command[T]) -> Future[T]:
        """The command runs on the document thread, after those before it. RuntimeError once closed."""
        return self._put(_Job(command))

    def close(self, publish: bool = True, timeout: float | None = None) -> None:
        """Everything asked for is done, the document is published where possible, the thread has ended.

        The error of publishing is raised here; the work is then kept on this computer.
        """
        if not self._broken:
            closing = _Job(lambda document: document.close(publish), last=True)
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
            document.subscribe(lambda _: self._changed())
            self._tell(document)
            self.opened.set_result(document)
            while self._step(document):
                pass
        except BaseException as error:
            self._break(document, error)

    def _step(self, document: Document) -> bool:
        """One command or one publication; False after the last command."""
        due = self._due(document)
        wake = due or self._keep_due()
        try:
            job = self._jobs.get(timeout=None if wake is None else max(wake - time.monotonic(), 0))
        except queue.Empty:
            if due is not None:
                self._publish(document)
            self._keep(document)
            return True
        if job.future.set_running_or_notify_cancel():
            self._execute(job, document)
        if not document.unpublished:
            self._first = 0.0
        self._tell(document)
        return not job.last

    def _execute(self, job: _Job, document: Document) -> None:
        try:
            result = job.command(document)
        except BaseException as error:
            job.future.set_exception(error)
        else:
            job.future.set_result(result)

    def _changed(self) -> None:
        now = time.monotonic()
        self._first = self._first or now
        self._last = now
        self._unkept = True

    def _due(self, document: Document) -> float | None:
        """When to publish; None while there is nothing to publish or it would not help."""
        if not self._first or document.path is None or document.changed_outside or not document.unpublished:
            return None
        return max(min(self._last + self._idle, self._first + self._at_most), self._not_before)

    def _publish(self, document: Document) -> None:
        self._on_status_of(Status.SAVING)
        try:
            document.publish()
            self._first = self._not_before = 0.0
        except RondoFileError as error:
            self._not_before = time.monotonic() + RETRY
            self._on_trouble(error)
        except Exception:
            self._not_before = time.monotonic() + RETRY
            _log.exception("publishing failed")
        self._tell(document)

    def _keep_due(self) -> float | None:
        """When to see whether a version is due; publishing, where there is any, comes first."""
        return self._last + self._idle if self._unkept else None

    def _keep(self, document: Document) -> None:
        """A version is kept where an hour of work has passed; nothing of this is worth an edit."""
        self._unkept = False
        try:
            document.keeping.regularly(document.project)
        except Exception:
            _log.exception("keeping a version failed")
        self._tell(document)

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
            document.close(publish=False)
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
