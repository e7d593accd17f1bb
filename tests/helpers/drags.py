"""Dragging in tests: the events that a widget gets while something is dragged over it and dropped."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

ACTIONS = Qt.DropAction.MoveAction | Qt.DropAction.CopyAction
NONE = Qt.KeyboardModifier.NoModifier


def drag_over(
    target: QWidget, data: QMimeData, at: QPoint, held: Qt.KeyboardModifier = NONE
) -> QDragMoveEvent:
    """The thing comes and rests over that point; the answer is the last event, accepted or not."""
    left = Qt.MouseButton.LeftButton
    QApplication.sendEvent(target, QDragEnterEvent(at, ACTIONS, data, left, held))
    move = QDragMoveEvent(at, ACTIONS, data, left, held)
    QApplication.sendEvent(target, move)
    return move


def drop(target: QWidget, data: QMimeData, at: QPoint, held: Qt.KeyboardModifier = NONE) -> bool:
    """The thing is dragged to that point and let go; whether it was taken."""
    if not drag_over(target, data, at, held).isAccepted():
        drag_away(target)
        return False
    event = QDropEvent(QPointF(at), ACTIONS, data, Qt.MouseButton.LeftButton, held)
    QApplication.sendEvent(target, event)
    return event.isAccepted()


def drag_away(target: QWidget) -> None:
    """The thing leaves without being dropped, as after Esc."""
    QApplication.sendEvent(target, QDragLeaveEvent())


def drag_on(target: QWidget, data: QMimeData, at: QPoint) -> QDragMoveEvent:
    """What is over the widget already goes on to that point."""
    move = QDragMoveEvent(at, ACTIONS, data, Qt.MouseButton.LeftButton, NONE)
    QApplication.sendEvent(target, move)
    return move
