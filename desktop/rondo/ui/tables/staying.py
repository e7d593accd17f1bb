"""A table that is filled anew stays where it was scrolled."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtWidgets import QAbstractScrollArea


@contextmanager
def staying(area: QAbstractScrollArea, same: bool) -> Iterator[None]:
    """What was in sight before is in sight after, where it is the same that is shown."""
    bars = area.horizontalScrollBar(), area.verticalScrollBar()
    seen = [bar.value() for bar in bars]
    yield
    for bar, value in zip(bars, seen, strict=True):
        if same:
            bar.setValue(value)
