"""A view that opens under what is dragged: held over its name for a moment, it is shown to drop in."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QDragEnterEvent
from PySide6.QtWidgets import QWidget

from rondo.ui.mime import CARDS

AFTER = 400
"""Milliseconds that cards are held over a name before it opens: a hand that passes by opens nothing."""


class Spring(QObject):
    """Makes a widget spring open. Nothing can be dropped on the widget itself."""

    def __init__(self, widget: QWidget, open_up: Callable[[], None]) -> None:
        super().__init__(widget)
        widget.setAcceptDrops(True)
        widget.installEventFilter(self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(AFTER)
        self._timer.timeout.connect(open_up)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        match event.type():
            case QEvent.Type.DragEnter if isinstance(event, QDragEnterEvent):
                if event.mimeData().hasFormat(CARDS):
                    event.accept()
                    self._timer.start()
                    return True
            case QEvent.Type.DragMove:
                event.ignore()
                return True
            case QEvent.Type.DragLeave | QEvent.Type.Drop:
                self._timer.stop()
        return False
