"""What a tool of the canvas is: it gets every event first and says whether it was its own."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QPointF
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGraphicsSceneMouseEvent


class Tool(Protocol):
    """One way of working with the mouse. Places are in the scene's points; True = the event was taken.

    `move` comes also while no button is pressed. After `cancel` no trace of the gesture is left."""

    def press(self, pos: QPointF, event: QGraphicsSceneMouseEvent) -> bool: ...

    def move(self, pos: QPointF, event: QGraphicsSceneMouseEvent) -> bool: ...

    def release(self, pos: QPointF, event: QGraphicsSceneMouseEvent) -> bool: ...

    def double_click(self, pos: QPointF, event: QGraphicsSceneMouseEvent) -> bool: ...

    def key(self, event: QKeyEvent) -> bool: ...

    def cancel(self) -> None: ...
