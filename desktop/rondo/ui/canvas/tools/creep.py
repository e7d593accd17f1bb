"""The map comes along while something is dragged close to the edge of what is seen."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QTimer

from rondo.ui.canvas.surface import Surface
from rondo.ui.dress.look import Look

NEAR, EVERY = 28, 30
"""Pixels from the edge; milliseconds between two steps."""


class Creep(QObject):
    """Scrolls little by little, also while the pointer rests, until it is told to stop."""

    def __init__(self, surface: Surface, look: Look) -> None:
        super().__init__(surface)
        self._surface, self._look = surface, look
        self._way = QPoint()
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY)
        self._timer.timeout.connect(self._on_timer_timeout)

    def follow(self, pointer: QPoint) -> None:
        """The map creeps where the pointer, in global pixels, is close to an edge."""
        viewport, near = self._surface.viewport(), self._look.px(NEAR)
        at, room = viewport.mapFromGlobal(pointer), viewport.rect()
        self._way = QPoint(_towards(at.x(), room.width(), near), _towards(at.y(), room.height(), near))
        if self._way.isNull():
            self._timer.stop()
        elif not self._timer.isActive():
            self._timer.start()

    def stop(self) -> None:
        """Nothing is dragged any more."""
        self._timer.stop()

    def _on_timer_timeout(self) -> None:
        """One step; the view then tells the tool that the pointer is over another place."""
        step = self._look.px(NEAR) // 2
        across, down = self._surface.horizontalScrollBar(), self._surface.verticalScrollBar()
        x, y = self._way.x() * step, self._way.y() * step
        across.setValue(across.value() + x)
        down.setValue(down.value() + y)


def _towards(at: int, size: int, near: int) -> int:
    """Which way to creep along one axis: back, on, or not at all."""
    return -1 if at < near else 1 if at > size - near else 0
