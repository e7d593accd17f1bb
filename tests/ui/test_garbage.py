"""What Python's collector finds goes on the thread of the windows, and nowhere else."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QGraphicsScene

from helpers.applications import project_file, running, window_of
from helpers.desks import settle, wait_for
from rondo.ui.garbage import collect_due
from rondofile.document import Document

MADE = 40_000
"""So many objects in a cycle: Python's collector would have begun more than fifty times."""


class Ring:
    """Goes only with the collector."""

    def __init__(self, held: object = None) -> None:
        self.held, self.itself = held, self


@pytest.fixture
def threads() -> Iterator[list[int]]:
    """The thread of every collection while the test runs; afterwards Python collects by itself again."""
    found: list[int] = []

    def note(phase: str, _: dict[str, Any]) -> None:
        if phase == "start":
            found.append(threading.get_ident())

    gc.callbacks.append(note)
    yield found
    gc.callbacks.remove(note)
    gc.unfreeze()
    gc.enable()


def litter(_: Document) -> Callable[[], object]:
    """On the thread of a document: much garbage, and a scene of the windows in it."""
    last = [Ring() for _ in range(MADE)][-1]
    return weakref.ref(last)


def test_what_a_document_leaves_is_collected_on_the_thread_of_the_windows(
    tmp_path: Path, qapp: QApplication, threads: list[int]
) -> None:
    with running(tmp_path) as application, closing(application.helper):
        application.open_file(project_file(tmp_path))
        session = window_of(application).desk.session
        application.settle()
        threads.clear()
        left: list[Callable[[], object]] = []
        session.do(litter, then=left.append)
        settle(session)
        wait_for(lambda: left[0]() is None)
        assert {*threads} == {threading.get_ident()}


def test_a_scene_in_a_cycle_goes_while_the_program_runs(
    tmp_path: Path, qapp: QApplication, threads: list[int]
) -> None:
    with running(tmp_path) as application, closing(application.helper):
        application.settle()
        scene = QGraphicsScene()
        gone: list[int] = []
        scene.destroyed.connect(lambda: gone.append(threading.get_ident()))
        kept = [Ring(scene), *(Ring() for _ in range(MADE))]
        del scene
        kept.clear()
        wait_for(lambda: bool(gone))
        assert gone == [threading.get_ident()]


def test_little_that_was_made_is_not_looked_at(threads: list[int]) -> None:
    gc.disable()
    gc.collect()
    threads.clear()
    collect_due()
    assert threads == []
    kept = [Ring() for _ in range(MADE)]
    collect_due()
    assert len(threads) == 1 and len(kept) == MADE
