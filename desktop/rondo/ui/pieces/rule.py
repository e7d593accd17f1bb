"""A hairline between two parts of the window."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame


def rule() -> QFrame:
    """A line across."""
    line = QFrame()
    line.setProperty("kind", "rule")
    return line
