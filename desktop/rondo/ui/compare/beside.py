"""Widgets beside each other, which stand below each other where the first would be too narrow to be read."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

LETTERS = 12
"""The widths of an "m" that the first widget needs."""


class Beside(QWidget):
    """The first widget takes the room that the others leave at its end. `even`: all are equally wide."""

    def __init__(self, *widgets: QWidget, even: bool = False) -> None:
        super().__init__()
        self._widgets, self._even = widgets, even
        self.row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self.row.setContentsMargins(0, 0, 0, 0)
        for widget in widgets:
            first = even or widget is widgets[0]
            self.row.addWidget(widget, 1 if first else 0, Qt.AlignmentFlag.AlignTop)

    def minimumSizeHint(self) -> QSize:
        widest = max(widget.minimumSizeHint().width() for widget in self._widgets)
        return QSize(widest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        others = [widget for widget in self._widgets[1:] if not widget.isHidden()]
        least = LETTERS * self.fontMetrics().horizontalAdvance("m")
        taken = least * len(others) if self._even else sum(other.sizeHint().width() for other in others)
        way = QBoxLayout.Direction
        self.row.setDirection(way.TopToBottom if event.size().width() < least + taken else way.LeftToRight)
