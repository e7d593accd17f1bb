"""Starting: from the beginning of the process to a window that was painted and answers, and what it holds.

The peer is a bare PySide6 window in the same run, one after the other in turns. Both have compiled modules,
as installed programs have; the first of each compiles them and does not count.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from bench.harness import Figure, benchmark

TURNS = 5
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
from PySide6.QtCore import QEvent, QObject, QTimer
import rondo.ui.app
from pathlib import Path
from rondo.cli import main
from rondo.words import Words
class Watch(QObject):
    def eventFilter(self, window, event):
        if event.type() == QEvent.Type.Paint:
            window.removeEventFilter(self)
            QTimer.singleShot(0, lambda: QTimer.singleShot(0, answered))
        return False
watch, show = Watch(), rondo.ui.app.Application.show
def watched(application, session):
    window = show(application, session)
    window.installEventFilter(watch)
    return window
rondo.ui.app.Application.show = watched
rondo.ui.app.run(Words("en"), Path(sys.argv[1]))
"""
)
"""Answers after the panels are there too, which are made once the map was painted."""


@benchmark("start")
def start() -> Figure:
    """Until the window with the worked case, with its map, was painted and the next event was handled."""
    ours, bare = _runs()
    return Figure(round(median(seconds for seconds, _ in ours), 3), "s", round(median(s for s, _ in bare), 3))


@benchmark("memory_sample")
def memory_sample() -> Figure:
    """What the process holds then."""
    ours, bare = _runs()
    return Figure(round(median(mb for _, mb in ours), 1), "MB", round(median(mb for _, mb in bare), 1))


def _runs() -> tuple[list[tuple[float, float]], list[tuple[float, float]]]:
    """Seconds and megabytes of each run of ours and of the peer."""
    with TemporaryDirectory() as folder:
        project = Path(folder) / "park.rondo"
        _run(folder, "-m", "rondo", "new", str(project), "--from", "theme-park")
        ours, bare = [], []
        for _ in range(TURNS + 1):
            ours.append(_timed(folder, OURS, str(project)))
            bare.append(_timed(folder, BARE))
        return ours[1:], bare[1:]


def _timed(folder: str, program: str, *arguments: str) -> tuple[float, float]:
    began = perf_counter()
    said = _run(folder, "-c", program, *arguments)
    return perf_counter() - began, int(said.split()[-1]) / 1024


def _run(folder: str, *arguments: str) -> str:
    surroundings = {**os.environ, "RONDO_HOME": folder, "PYTHONPYCACHEPREFIX": f"{folder}/compiled"}
    surroundings.pop("PYTHONDONTWRITEBYTECODE", None)
    done = subprocess.run(
        [sys.executable, *arguments], env=surroundings, capture_output=True, text=True, check=True
    )
    return done.stdout
