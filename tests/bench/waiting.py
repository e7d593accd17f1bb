"""How long a window stands still while the disk takes its time."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QCoreApplication, QEventLoop
from PySide6.QtWidgets import QApplication

from bench import maps
from bench.harness import Figure, benchmark, p95
from helpers.slow_disk import SlowDisk
from rondo.ui.session import Session
from rondofile.document import Document
from rondofile.kinds import EditKind
from rondofile.records import Step
from rondofile.working.home import Home

EDITS, PAUSE = 30, 0.1


@benchmark("blocked_by_fsync")
def blocked_by_fsync() -> Figure:
    """The longest that the window thread was away from its events around an edit, every flush taking 100 ms.

    Steps are moved one after the other and each is published. Only what it did not spend computing counts.
    The peer is the same loop while nothing is asked for: what this machine takes from it at such times.
    """
    application = QApplication.instance() or QApplication(["rondo"])
    disk, ours, idle = SlowDisk(PAUSE), [], []
    with TemporaryDirectory() as folder:
        home = Home(Path(folder) / "home", disk, disk.connect)
        place, content = Path(folder) / "slow.rondo", maps.project(1_000)
        session = Session(lambda: Document.create(place, home, content=content), idle=0.0, at_most=0.0)
        while session.standing is None:
            application.processEvents()
        steps, disk.flushed = [step.id for step in session.project.all(Step)], 0
        for turn in range(EDITS):
            move = partial(_move, session, steps[turn], turn)
            ours.append(_away(move, lambda: session.busy))
        flushed = disk.flushed
        session.close()
        for _ in range(EDITS):
            over = time.monotonic() + PAUSE
            idle.append(_away(lambda: None, lambda over=over: time.monotonic() < over))  # type: ignore[misc]
    if flushed <= EDITS:
        raise AssertionError("the disk was not slow")
    return Figure(p95(ours), "ms", p95(idle))


def _move(session: Session, step: str, turn: int) -> None:
    session.edit(EditKind.MOVE_STEPS, lambda edit: edit.change(Step, step, x=turn, y=turn))


def _away(ask: Callable[[], None], goes_on: Callable[[], bool]) -> float:
    """Milliseconds in which the thread neither computed nor handled events, the longest of them."""
    worst, clocks = 0.0, (time.perf_counter(), time.thread_time())
    ask()
    while goes_on():
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)
        now = time.perf_counter(), time.thread_time()
        worst = max(worst, (now[0] - clocks[0]) - (now[1] - clocks[1]))
        clocks = now
    return worst * 1_000
