"""Document threads whose disk can be held up, and what they said."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from pathlib import Path

from helpers.faulty_folder import FaultyFolder
from helpers.storage import add_step
from rondofile.document import Document
from rondofile.errors import RondoFileError
from rondofile.status import Status
from rondofile.thread import DocumentThread

AT_ONCE = 5.0
"""Seconds after which an answer would have waited for the disk: far more than it takes, also when busy."""


class Gate:
    """An operation that blocks from `shut` until `open`."""

    def __init__(self, *names: str) -> None:
        self.met = threading.Event()
        self._names, self._free = names, threading.Event()
        self._free.set()

    def shut(self) -> None:
        self.met.clear()
        self._free.clear()

    def open(self) -> None:
        self._free.set()

    def meet(self, name: str, _: int) -> None:
        if name in self._names and not self._free.is_set():
            self.met.set()
            assert self._free.wait(60)


class Told:
    """What a document thread said."""

    def __init__(self) -> None:
        self.statuses: list[Status] = []
        self.troubles: list[RondoFileError] = []

    def until(self, true: Callable[[], bool]) -> None:
        end = time.monotonic() + 30
        while not true():
            assert time.monotonic() < end, (self.statuses, self.troubles)
            time.sleep(0.005)


@contextmanager
def thread_of(
    plan: Path, home: Path, meet: Callable[[str, int], None], idle: float = 600.0
) -> Iterator[tuple[DocumentThread, Told]]:
    told = Told()
    files = FaultyFolder(plan.parent, meet)
    thread = DocumentThread(
        lambda: Document.open(plan, root=home, files=files),
        told.troubles.append,
        told.statuses.append,
        idle,
        idle,
    )
    assert thread.opened.result(30)
    yield thread, told
    if thread._thread.is_alive():
        thread.close()


def added(thread: DocumentThread, key: str) -> Future[None]:
    return thread.do(lambda document: add_step(document, key))
