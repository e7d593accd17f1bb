"""Where the columns of the three moments stand."""

from __future__ import annotations

from msgspec import Struct

LABELS, GAP = 0.108, 0.087
"""The shares of the width that the row labels and the space between two cards take."""
WIDEST = 0.27
"""A single card does not fill the page."""
APART = 16.0
"""The space before the column of what is new."""


class Columns(Struct, frozen=True):
    """So many moments side by side and, apart, a column for what is new. Points."""

    width: float
    moments: int
    new: bool

    @property
    def first(self) -> float:
        """Where the first column begins, right of the row labels."""
        return self.width * LABELS

    @property
    def gap(self) -> float:
        return self.width * GAP

    @property
    def wide(self) -> float:
        """How wide a card is."""
        between = self.gap * max(0, self.moments - 1) + (APART if self.new and self.moments else 0.0)
        room = self.width - self.first - between - 1.0
        return min(room / (self.moments + self.new), self.width * WIDEST)

    def left(self, column: int) -> float:
        """Where a column begins."""
        if column < self.moments or not self.moments:
            return self.first + column * (self.wide + self.gap)
        return self.left(self.moments - 1) + self.wide + APART

    def across(self, first: int, last: int) -> float:
        """How wide a card is that lies under several columns."""
        return self.left(last) + self.wide - self.left(first)
