"""Moved things glide for a moment to where they went, so that eyes can follow."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from rondo.figures.arranging.layout_values import Box
from rondo.ui.canvas.painting.stage import Stage

if TYPE_CHECKING:
    from PySide6.QtCore import QVariantAnimation

MILLISECONDS = 150
MOST = 400
"""More things than that are simply there."""


class Glide(QObject):
    """Lets the pictures of steps come from where they were seen; the plan knows them in their places."""

    moved = Signal()

    def __init__(self, stage: Stage, parent: QObject) -> None:
        super().__init__(parent)
        self._stage = stage

    @cached_property
    def _animation(self) -> QVariantAnimation:
        """What moves them on; a map that was never changed has none."""
        from PySide6.QtCore import QEasingCurve, QVariantAnimation

        animation = QVariantAnimation(self)
        animation.setDuration(MILLISECONDS)
        animation.setStartValue(1.0)
        animation.setEndValue(0.0)
        animation.setEasingCurve(QEasingCurve.Type.OutCubic)
        animation.valueChanged.connect(self._on_animation_changed)
        animation.finished.connect(self.stop)
        return animation

    def start(self, seen: Mapping[str, Box]) -> None:
        """Steps that were seen elsewhere come from there."""
        self.stop()
        plan = self._stage.plan
        if plan is None or plan.boxes is seen:
            return
        ways = {
            step: (old.x - new.x, old.y - new.y)
            for step, old in seen.items()
            if (new := plan.boxes.get(step)) is not old
            and new
            and abs(old.x - new.x) + abs(old.y - new.y) > 0.5
        }
        if 0 < len(ways) <= MOST:
            self._stage.glides, self._stage.way = ways, 1.0
            self._animation.start()

    def stop(self) -> None:
        """Every picture is in its place."""
        if self._stage.glides:
            self._animation.stop()
            self._stage.glides, self._stage.way = {}, 0.0
            self.moved.emit()

    def _on_animation_changed(self, value: float) -> None:
        self._stage.way = value
        self.moved.emit()
