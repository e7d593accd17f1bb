"""One publication: stages that belong to the document, and between them work that may be done anywhere.

The stages are a generator that yields each piece of work as a function without arguments and gets its
answer. So making and writing the file can stand still for as long as a disk likes, and edits go on.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Generator
from typing import Any

from rondofile.errors import SlowFileError

PATIENCE = 10.0
"""Seconds for which a person is made to wait for a disk that does not answer."""

Work = Callable[[], Any]
Stages = Generator[Work, Any, bool]


class Publication:
    """Begins at once. All but `run` belongs to the thread of the document."""

    def __init__(self, stages: Stages, path: str = "") -> None:
        self.stage = 0
        """Grows by one with every piece of work."""
        self.done = False
        self.result = False
        """Whether the file was written, once it is done."""
        self.error: BaseException | None = None
        """What stood in the way, once it is done."""
        self._stages, self._path = stages, path
        self._work: Work = lambda: None
        self._answer: Any = None
        self._failure: BaseException | None = None
        self._started = False
        self._rested = threading.Event()
        self._advance(lambda: next(stages))

    def start(self, then: Callable[[], object] = lambda: None) -> None:
        """The work of this stage is done on a thread of its own, which then calls `then`."""
        self._started = True

        def go() -> None:
            self._run()
            then()

        threading.Thread(target=go, name="rondo-publication", daemon=True).start()

    def carry_on(self, stage: int) -> None:
        """The stage after that one has begun, if its work is done and nobody else carried on."""
        if self.done or stage != self.stage or not self._rested.is_set():
            return
        failure, answer = self._failure, self._answer
        if failure is not None:
            self._advance(lambda: self._stages.throw(failure))
        else:
            self._advance(lambda: self._stages.send(answer))

    def complete(self, patience: float | None = None) -> bool:
        """Every stage is done; whether the file was written. Raises what stood in the way, or as `rest`."""
        self.rest(patience)
        if self.error is not None:
            raise self.error
        return self.result

    def rest(self, patience: float | None = None) -> None:
        """It is done, with whatever end.

        With `patience` the work is done elsewhere; SlowFileError after so many seconds, and what is under way
        then is given up before it changes anything.
        """
        end = time.monotonic() + (patience or 0.0)
        while not self.done:
            if not self._started and patience is None:
                self._started = True
                self._run()
            elif not self._started:
                self.start()
            if not self._rested.wait(None if patience is None else max(end - time.monotonic(), 0.0)):
                self.give_up(SlowFileError(path=self._path, seconds=patience))
                raise SlowFileError(path=self._path, seconds=patience)
            self.carry_on(self.stage)

    def give_up(self, error: BaseException) -> None:
        """It is done, without a good end."""
        if not self.done:
            self._stages.close()
            self.done, self.error = True, error

    def _run(self) -> None:
        try:
            self._answer = self._work()
        except BaseException as error:
            self._failure = error
        finally:
            self._rested.set()

    def _advance(self, step: Callable[[], Work]) -> None:
        self.stage += 1
        self._started, self._failure, self._answer = False, None, None
        self._rested = threading.Event()
        try:
            self._work = step()
        except StopIteration as end:
            self.done, self.result = True, bool(end.value)
        except BaseException as error:
            self.done, self.error = True, error
