"""Where notices float: over the lower edge of a view, or the upper where that would be in the way."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

SMALL = 3
"""What has the keyboard is one place to work at where it is less than a part of the view's height."""


def spot(stage: QRect, size: QSize, at_work: QRect | None, margin: int, *, upper: bool = False) -> QRect:
    """In the middle of the lower edge, or of the other where only that leaves free what is worked at.

    `upper` asks for the upper edge first."""
    size = size.boundedTo(stage.size())
    left = stage.x() + (stage.width() - size.width()) // 2
    low = max(stage.bottom() + 1 - margin - size.height(), stage.y())
    places = [QRect(QPoint(left, top), size) for top in (low, stage.y() + margin)]
    if upper:
        places.reverse()
    if at_work is None:
        return places[0]
    return next((place for place in places if not place.intersects(at_work)), places[0])


def focused_in(stage: QWidget) -> QRect | None:
    """What has the keyboard, in pixels of the stage: a field, or the entry of a list; None if it is large."""
    focused = QApplication.focusWidget()
    if focused is None or not stage.isAncestorOf(focused):
        return None
    area = focused.rect()
    if isinstance(focused, QAbstractItemView):
        area = focused.visualRect(focused.currentIndex())
        focused = focused.viewport()
    if area.isEmpty() or area.height() * SMALL > stage.height():
        return None
    return QRect(focused.mapTo(stage, area.topLeft()), area.size())
