"""Whole windows for tests: the main window on a desk, in any look, size and language."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEventLoop
from PySide6.QtWidgets import QWidget

from helpers.clipping import cut_texts
from helpers.desks import clear_away, open_desk, settle, wait_for
from rondo.ui.main_window import MainWindow
from rondo.ui.rooms import focus_in
from rondo.words import Words
from rondofile.project import Project

PATIENCE = 4_000
"""Milliseconds that a window gets to come to rest."""
ROUNDS = 6
"""So often events are handled at least: what one of them puts off comes with the next."""
VIEWS = ("journey", "matrix", "architectures", "review", "brief")


@contextmanager
def open_window(
    folder: Path,
    project: Project | None = None,
    words: Words | None = None,
    size: tuple[int, int] = (1280, 800),
    theme: str = "light",
    scale: float = 1.0,
) -> Iterator[MainWindow]:
    """A window of that size and look that shows the project; closed and cleared away at the end."""
    with open_desk(folder, project, words) as desk:
        desk.look.choose(theme)
        desk.look.set_scale(scale)
        window = MainWindow(desk)
        try:
            window.resize(*size)
            window.show()
            window.docks.arrange()
            if window.view is not None:
                focus_in(window.view)
            window.activateWindow()
            wait_for(lambda: window.isActiveWindow() and len(window.docks.there()) == 2)
            quiet(50)
            yield window
            settle(desk.session)
        finally:
            window.hide()
            window.deleteLater()
            clear_away()
            desk.look.set_scale(1.0)
            desk.look.choose("light")


def quiet(milliseconds: int) -> None:
    """Events were handled for so long, and so often, however busy the machine is."""
    clock, rounds = QElapsedTimer(), 0
    clock.start()
    while clock.elapsed() < milliseconds or rounds < ROUNDS:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        time.sleep(0.002)
        rounds += 1


def lasting_cuts(top: QWidget) -> tuple[list[str], int]:
    """What stays cut once everything has found its place, and how many texts were looked at.

    A busy machine needs longer for that: only a fault that lasts is one."""
    clock = QElapsedTimer()
    clock.start()
    found, looked = cut_texts(top)
    while found and clock.elapsed() < PATIENCE:
        quiet(100)
        found, looked = cut_texts(top)
    return found, looked


def show(window: MainWindow, view: str) -> None:
    """That view is shown and has drawn itself."""
    window.show_view(view)
    wait_for(lambda: window.view is window.rooms[view])
    quiet(80)
