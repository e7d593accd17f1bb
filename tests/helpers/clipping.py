"""Whether the texts of a window can be read: none is cut by its own widget or by the widget around it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QCheckBox,
    QGroupBox,
    QLabel,
    QPushButton,
    QRadioButton,
    QToolButton,
    QWidget,
)

SLACK = 1
"""Pixels that rounding may take."""


def cut_texts(top: QWidget) -> tuple[list[str], int]:
    """What cannot be read whole, one line each, and how many texts were looked at."""
    found: list[str] = []
    looked = 0
    for widget in top.findChildren(QWidget):
        text = _text(widget)
        if not text or not widget.isVisibleTo(top) or widget.visibleRegion().isEmpty():
            continue
        looked += 1
        needed, room = _needed(widget, text), widget.size()
        if needed.width() > room.width() + SLACK or needed.height() > room.height() + SLACK:
            found.append(_line(widget, text, needed, room))
        elif not _inside(widget, top):
            found.append(f"{_name(widget)} {text[:60]!r} sticks out of what is around it")
    return found, looked


def _text(widget: QWidget) -> str:
    if isinstance(widget, QLabel):
        return "" if widget.pixmap() and not widget.pixmap().isNull() else widget.text()
    if isinstance(widget, QToolButton):
        icon_only = widget.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly
        return "" if icon_only and not widget.icon().isNull() else widget.text()
    return widget.text() if isinstance(widget, QAbstractButton) else ""


def _needed(widget: QWidget, text: str) -> QSize:
    if isinstance(widget, QLabel) and widget.wordWrap():
        longest = max((widget.fontMetrics().horizontalAdvance(word) for word in text.split()), default=0)
        return QSize(longest, widget.heightForWidth(widget.width()))
    if isinstance(widget, QPushButton | QToolButton | QCheckBox | QRadioButton | QGroupBox):
        return widget.minimumSizeHint() if not isinstance(widget, QToolButton) else widget.sizeHint()
    metrics = widget.fontMetrics()
    lines = text.replace("&&", "\0").replace("&", "").split("\n")
    widest = max(metrics.horizontalAdvance(line) for line in lines)
    return QSize(widest, metrics.lineSpacing() * len(lines) - metrics.leading())


def _inside(widget: QWidget, top: QWidget) -> bool:
    """Whether the widget lies inside its parents up to one that scrolls."""
    box = QRect(widget.mapTo(top, QPoint(0, 0)), widget.size())
    around = widget.parentWidget()
    while around is not None and around is not top:
        if isinstance(around.parentWidget(), QAbstractScrollArea) or isinstance(around, QAbstractScrollArea):
            return True
        frame = QRect(around.mapTo(top, QPoint(0, 0)), around.size()).adjusted(-SLACK, -SLACK, SLACK, SLACK)
        if not frame.contains(box):
            return False
        around = around.parentWidget()
    return True


def _line(widget: QWidget, text: str, needed: QSize, room: QSize) -> str:
    size = f"{needed.width()}x{needed.height()} in {room.width()}x{room.height()}"
    return f"{_name(widget)} {text[:60]!r} needs {size}"


def _name(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.objectName()}".strip()
