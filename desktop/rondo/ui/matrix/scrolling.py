"""How far the matrix is scrolled, and what brings a place into view."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QAbstractScrollArea

from rondo.ui.matrix.plan import Plan


def set_range(area: QAbstractScrollArea, plan: Plan, size: QSize, head: int, step: int) -> None:
    """The bars reach as far as the plan does below its heads."""
    wide, high = plan.width - size.width(), plan.height - size.height() + head
    for bar, over, page in (
        (area.horizontalScrollBar(), wide, size.width()),
        (area.verticalScrollBar(), high, size.height()),
    ):
        bar.setRange(0, max(0, over))
        bar.setPageStep(page)
        bar.setSingleStep(step)


def bring(area: QAbstractScrollArea, box: QRect, room: QRect, edge: int) -> None:
    """A box of the viewport lies in the room, as far as it fits; its beginning counts most."""
    for bar, low, high, first, last in (
        (area.horizontalScrollBar(), box.left(), box.right(), room.left(), room.right()),
        (area.verticalScrollBar(), box.top(), box.bottom(), room.top(), room.bottom()),
    ):
        after, before = high + edge - last, low - edge - first
        if before < 0:
            bar.setValue(bar.value() + before)
        elif after > 0:
            bar.setValue(bar.value() + min(after, before))
