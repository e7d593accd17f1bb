"""What begins with a press and ends with a release. Pictures move; the project changes at the end."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGraphicsSceneMouseEvent


class Gesture:
    """Base of every gesture of the mouse. After `cancel` no trace of it is left."""

    def move(self, pos: QPointF, event: QGraphicsSceneMouseEvent | None = None) -> None:
        """The pointer is there, so far from where it was pressed that this is a drag."""
        raise NotImplementedError

    def drop(self, pos: QPointF) -> None:
        """The drag ends there."""
        raise NotImplementedError

    def click(self, pos: QPointF) -> None:
        """It was let go where it was pressed."""
        self.cancel()

    def key(self, event: QKeyEvent) -> bool:
        """A key was pressed meanwhile. Whether it was its own."""
        return False

    def cancel(self) -> None:
        """Everything is as it was before the press."""
        raise NotImplementedError
