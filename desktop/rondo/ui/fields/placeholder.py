"""What an empty line asks for, where the line is too short to show all of it."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit

_SIDES = 16


def tell_placeholder(line: QLineEdit) -> None:
    """The tool tip has the whole of what the empty line shows cut; none where it can be read."""
    asked = line.placeholderText()
    cut = line.fontMetrics().horizontalAdvance(asked) + _SIDES > line.width()
    line.setToolTip(asked if cut else "")
