"""Which step is pointed at: its handle shows after a moment; a pointer that passes by stirs up nothing."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from rondo.ui.canvas.painting.stage import Stage
from rondo.ui.dress.look import Look

MOMENT = 140
"""Milliseconds."""


class Hovering(QObject):
    """Keeps `stage.hovered`; `changed` is told of the steps that look different now."""

    def __init__(
        self, stage: Stage, look: Look, changed: Callable[[list[str]], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._stage, self._look, self._changed = stage, look, changed
        self._next: str | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(MOMENT)
        self._timer.timeout.connect(self._show)

    def point(self, step: str | None) -> None:
        """That step is pointed at now, or none."""
        if step == self._next:
            return
        self._next = step
        if step is not None and step != self._stage.hovered and self._look.moves:
            self._timer.start()
        else:
            self._timer.stop()
            self._show()

    def _show(self) -> None:
        before, self._stage.hovered = self._stage.hovered, self._next
        if before != self._next:
            self._changed([step for step in (before, self._next) if step])
