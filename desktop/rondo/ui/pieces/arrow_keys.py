"""Keys of pictures that are worked with: where each arrow leads, and what opens."""

from __future__ import annotations

from PySide6.QtCore import Qt

ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
"""Columns and rows by which an arrow goes on."""
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
