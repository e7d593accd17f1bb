"""The publications of a document that is edited meanwhile: one at a time, told to whoever asked for it."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from concurrent.futures import Future

from rondofile.document import Document
from rondofile.errors import RondoFileError, SlowFileError
from rondofile.writing.publication import Publication

SLOW = 10.0
"""Seconds after which it is said that a disk does not answer."""

RETRY = 5.0
"""Seconds after which publishing is tried again where it was not possible."""

_log = logging.getLogger(__name__)


class Underway:
    """Belongs to the thread of the document. `later` runs a function there after what it does now."""

    def __init__(
        self,
        later: Callable[[Callable[[Document], object]], object],
        on_trouble: Callable[[RondoFileError], None],
    ) -> None:
        self.failed = False
        """Whether the last publication did not come to a good end."""
        self.not_before = 0.0
        """When it may be tried again where it was not possible, in seconds that only grow."""
        self._later, self._on_trouble = later, on_trouble
        self._publication: Publication | None = None
        self._asked: list[Future[bool]] = []
        self._next: list[Future[bool]] = []
        self._since, self._said = 0.0, False

    @property
    def busy(self) -> bool:
        """Whether a publication is under way."""
        return self._publication is not None

    def ask(self, document: Document, future: Future[bool]) -> None:
        """The future is told of a publication that begins now, or after the one that is under way."""
        self.settle()
        self._next.append(future)
        if not self.busy:
            self.begin(document)

    def begin(self, document: Document) -> None:
        """A publication of the document as it is now has begun, for everybody who asked for one."""
        self._asked, self._next = self._next, []
        self._since, self._said = time.monotonic(), False
        self._publication = document.begin_publishing()
        self._carry_on(self._publication)

    def settle(self) -> None:
        """A publication that was given up elsewhere is under way no more, whatever its disk still does."""
        if self._publication is not None and self._publication.done:
            self._end(self._publication)

    def slow_at(self) -> float | None:
        """When to look whether the disk answers; None where there is nothing to be said."""
        return self._since + SLOW if self.busy and not self._said else None

    def look(self, document: Document) -> None:
        """A disk that does not answer is said to do so, once."""
        at = self.slow_at()
        if at is not None and time.monotonic() >= at:
            self._said = True
            self._on_trouble(SlowFileError(path=str(document.path), seconds=SLOW))

    def leave(self, error: BaseException | None) -> None:
        """The document was closed, with that error or well: everybody who asked hears how that ended."""
        publication, asked, waiting = self._publication, self._asked, self._next
        self._publication, self._asked, self._next = None, [], []
        if publication is not None and publication.done:
            self._answer(publication, asked)
        else:
            waiting = [*asked, *waiting]
        for future in waiting:
            if error is None:
                future.set_result(True)
            else:
                future.set_exception(error)

    def _carry_on(self, publication: Publication) -> None:
        """The work of the next stage begins elsewhere; where there is none, the publication has ended."""
        if publication.done:
            self._end(publication)
            return
        stage = publication.stage
        publication.start(lambda: self._later(lambda document: self._arrive(document, publication, stage)))

    def _arrive(self, document: Document, publication: Publication, stage: int) -> None:
        if publication is not self._publication:
            return
        publication.carry_on(stage)
        if publication.done or publication.stage == stage + 1:
            self._carry_on(publication)
        if self._next and not self.busy:
            self.begin(document)

    def _end(self, publication: Publication) -> None:
        self._publication, error = None, publication.error
        asked, self._asked = self._asked, []
        self.failed = error is not None
        self.not_before = time.monotonic() + RETRY if self.failed else 0.0
        self._answer(publication, asked)
        if isinstance(error, RondoFileError):
            if not asked:
                self._on_trouble(error)
        elif error is not None:
            _log.error("publishing failed", exc_info=error)

    def _answer(self, publication: Publication, asked: list[Future[bool]]) -> None:
        for future in asked:
            if publication.error is None:
                future.set_result(publication.result)
            else:
                future.set_exception(publication.error)
