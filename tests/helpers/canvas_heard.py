"""What a screen reader finds on a canvas."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleInterface

from helpers.canvas_room import Canvas

NAME, DESCRIPTION = QAccessible.Text.Name, QAccessible.Text.Description


def heard(canvas: Canvas) -> QAccessibleInterface:
    """The list that the canvas is to it."""
    found = QAccessible.queryAccessibleInterface(canvas.surface)
    assert found is not None
    return found


def items(canvas: Canvas) -> dict[str, QAccessibleInterface]:
    """What is in that list, by name."""
    whole = heard(canvas)
    found = [whole.child(index) for index in range(whole.childCount())]
    return {item.text(NAME): item for item in found}
