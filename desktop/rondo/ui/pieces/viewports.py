"""The widget inside a scroll area, made here.

The first widget of Qt's own making that comes to Python brings the classes and enums of all widgets that Qt
has: two megabytes, and a good part of a start."""

from __future__ import annotations

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractScrollArea, QScrollArea, QWidget


def give_viewport(area: QAbstractScrollArea) -> None:
    """The area looks through a widget that Python knows; like the one that it had."""
    inner, role = QWidget(), QPalette.ColorRole
    inner.setBackgroundRole(role.NoRole if isinstance(area, QScrollArea) else role.Base)
    inner.setAutoFillBackground(True)
    area.setViewport(inner)
