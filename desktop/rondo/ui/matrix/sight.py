"""What part of the plan is seen: cells scroll under their heads and beside the names of their rows."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import QPoint, QRect, QSize

from rondo.ui.matrix.plan import Plan

FROZEN_AT_MOST = 0.4
"""The names of the rows stay beside the cells as long as they take no more of the width than this."""


class Sight(Struct, frozen=True):
    """A plan in a viewport of that size, scrolled so far; `head` is the height of the heads."""

    plan: Plan
    size: QSize
    head: int
    right: int
    down: int

    @property
    def shift(self) -> QPoint:
        """From the plan to the viewport."""
        return QPoint(-self.right, self.head - self.down)

    @property
    def is_frozen(self) -> bool:
        """Whether the names of the rows stay when the cells go to the side."""
        return self._names <= FROZEN_AT_MOST * self.size.width()

    @property
    def names_end(self) -> int:
        """Where the names of the rows end in the viewport."""
        return self._names - (0 if self.is_frozen else self.right)

    @property
    def body(self) -> QRect:
        """Where cells can be seen."""
        left = max(0, self.names_end)
        return QRect(left, self.head, self.size.width() - left, self.size.height() - self.head)

    @property
    def _names(self) -> int:
        return self.plan.measures.left - self.plan.measures.gap
