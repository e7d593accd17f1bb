"""Waiting for what a window has put off, instead of for so many milliseconds."""

from __future__ import annotations

import time

from PySide6.QtCore import QAbstractAnimation, QCoreApplication, QElapsedTimer, QEventLoop, QTimer
from PySide6.QtWidgets import QWidget

from rondo.ui.canvas.order_memory import OrderMemory
from rondo.ui.canvas.view_memory import ViewMemory

PATIENCE = 8_000
"""Milliseconds after which nothing should be put off any more."""
PAUSE = 0.005
"""Seconds between two looks."""
CALM = 3
"""So many looks in a row find nothing put off."""
KEEPERS = (OrderMemory, ViewMemory)
"""What they do later is written away; nothing that can be seen comes of it."""


def put_off(top: QWidget) -> list[str]:
    """What in the widget waits for its moment, for the next event or for the end of a movement."""
    timers = [one for one in top.findChildren(QTimer) if one.isActive()]
    later = [one for one in timers if one.isSingleShot() or not one.interval()]
    moving = [one for one in top.findChildren(QAbstractAnimation) if _runs(one)]
    kept = [one for one in later if not isinstance(one.parent(), KEEPERS)]
    return [type(one.parent()).__name__ for one in (*kept, *moving)]


def come_to_rest(top: QWidget) -> None:
    """Nothing in the widget is put off any more. AssertionError where that never ends."""
    clock, calm = QElapsedTimer(), 0
    clock.start()
    while calm < CALM:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 10)
        waiting = put_off(top)
        calm = 0 if waiting else calm + 1
        time.sleep(PAUSE if waiting else 0)
        assert clock.elapsed() < PATIENCE, f"{waiting} never come to rest"


def _runs(animation: QAbstractAnimation) -> bool:
    return animation.state() is QAbstractAnimation.State.Running
