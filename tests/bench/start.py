"""Starting: from the beginning of the process to a window that answers, to one that is whole, what it holds.

A window answers when its map was painted and a movement of the mouse over it was handled; it is whole when
its panels are there too. The peer is a bare PySide6 window in the same run, one after the other in turns.
All have compiled modules, as installed programs have; the first of each compiles them and does not count.
"""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from msgspec import Struct

from bench.harness import Figure, benchmark

TURNS = 5
LONGEST = 60
"""Seconds after which a start that does not answer is a mistake of the benchmark."""
PROBE = """
import os, sys
def peak():
    with open("/proc/self/status") as status:
        return next((int(line.split()[1]) for line in status if line.startswith("VmRSS")), 0)
def answered():
    sys.stdout.write(f"{peak()}\\n")
    sys.stdout.flush()
    os._exit(0)
"""
BARE = (
    PROBE
    + """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, answered)
application = QApplication([])
window = Window()
window.resize(1280, 800)
window.show()
application.exec()
"""
)
OURS = (
    PROBE
    + """
from rondo.cli import main
import gc; gc.disable()  # as the command does before it reads in Qt
from rondo.ui.plain_imports import import_plainly
import_plainly()  # as the command does, too
from PySide6.QtCore import QTimer
import rondo.ui.app
from pathlib import Path
from rondo.words import Words
def watched(window):
    window.docks.filled.connect(lambda: QTimer.singleShot(0, answered))
    return window
show = rondo.ui.app.Application.show
rondo.ui.app.Application.show = lambda application, session: watched(show(application, session))
rondo.ui.app.run(Words("en"), Path(sys.argv[1]))
"""
)
"""Answers when the panels are there too, which come once the map was painted."""
WATCHED = """
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QMouseEvent
class Watch(QObject):
    def eventFilter(self, map, event):
        if event.type() == QEvent.Type.Paint:
            map.removeEventFilter(self)
            here, none = QPointF(400, 300), Qt.MouseButton.NoButton
            move = QMouseEvent(QEvent.Type.MouseMove, here, here, none, none, Qt.KeyboardModifier.NoModifier)
            QCoreApplication.postEvent(map, move)
            QCoreApplication.postEvent(self, QEvent(QEvent.Type.User))
        return False
    def customEvent(self, event):
        answered()
watch = Watch()
def watched(window):
    window.view.surface.viewport().installEventFilter(watch)
    return window
"""
SEEN = OURS.replace(OURS[OURS.index("def watched") : OURS.index("show =")], WATCHED)
"""Answers when the movement of the mouse is handled that was sent at the first picture of the map."""


class Run(Struct, frozen=True):
    """One start, until it answers."""

    seconds: float
    computed: float
    """Seconds of processor time, which the machine's other work does not lengthen as much."""
    megabytes: float


@benchmark("start_seen")
def start_seen() -> Figure:
    """Until the map of the worked case was painted and a movement of the mouse over it was handled."""
    return _middles(lambda run: run.seconds, "s", 3, SEEN)


@benchmark("start_seen_computed")
def start_seen_computed() -> Figure:
    """The processor time of the same, all threads together."""
    return _middles(lambda run: run.computed, "s", 3, SEEN)


@benchmark("start_received")
def start_received() -> Figure:
    """As `start_seen`, with a file that somebody else wrote: a process with limits reads it first."""
    return _middles(lambda run: run.seconds, "s", 3, SEEN, received=True)


@benchmark("start")
def start() -> Figure:
    """Until everything in that window is there, its panels too."""
    return _middles(lambda run: run.seconds, "s", 3)


@benchmark("start_computed")
def start_computed() -> Figure:
    """The processor time of the same, all threads together."""
    return _middles(lambda run: run.computed, "s", 3)


@benchmark("memory_sample")
def memory_sample() -> Figure:
    """What the process holds then."""
    return _middles(lambda run: run.megabytes, "MB", 1)


def _middles(
    of: Callable[[Run], float], unit: str, digits: int, program: str = OURS, received: bool = False
) -> Figure:
    ours, bare = (round(median(map(of, runs)), digits) for runs in _runs(program, received))
    return Figure(ours, unit, bare)


@cache
def _runs(program: str, received: bool) -> tuple[list[Run], list[Run]]:
    """Each run of ours and of the peer, in turns; with a file that was made here, or came from elsewhere."""
    with TemporaryDirectory() as folder:
        project, home, empty = (Path(folder) / name for name in ("park.rondo", "home", "empty"))
        home.mkdir()
        empty.mkdir()
        _run(folder, home, "-m", "rondo", "new", str(project), "--from", "theme-park")
        ours, bare = [], []
        for _ in range(TURNS + 1):
            ours.append(_timed(folder, empty if received else home, program, str(project)))
            bare.append(_timed(folder, empty, BARE))
        return ours[1:], bare[1:]


def _timed(folder: str, known: Path, program: str, *arguments: str) -> Run:
    """Every run has such a working area of its own: what one leaves that ends at once is a failed start."""
    with TemporaryDirectory() as area:
        home = shutil.copytree(known, Path(area) / "home")
        began, computed = perf_counter(), _computed()
        said = _run(folder, home, "-c", program, *arguments)
        return Run(perf_counter() - began, _computed() - computed, int(said.split()[-1]) / 1024)


def _computed() -> float:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return children.ru_utime + children.ru_stime


def _run(folder: str, home: Path, *arguments: str) -> str:
    surroundings = {**os.environ, "RONDO_HOME": str(home), "PYTHONPYCACHEPREFIX": f"{folder}/compiled"}
    surroundings.pop("PYTHONDONTWRITEBYTECODE", None)
    done = subprocess.run(
        [sys.executable, *arguments],
        env=surroundings,
        capture_output=True,
        text=True,
        check=True,
        timeout=LONGEST,
    )
    return done.stdout
