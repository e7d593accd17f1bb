"""Buttons of the inspector: an action of the window's table, or something done here."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton

from rondo.ui.desk import Desk


def push_for(desk: Desk, key: str) -> QPushButton:
    """A button that carries out that action; off while the action is."""
    action = desk.actions[key]
    button = push(action.text(), action.trigger)
    button.setToolTip(action.toolTip())
    button.setIcon(action.icon())
    button.setEnabled(action.isEnabled())
    action.enabledChanged.connect(button.setEnabled)
    return button


def push(text: str, do: Callable[[], object], kind: str = "") -> QPushButton:
    """A button that says what it does."""
    button = QPushButton(text.replace("&", "&&"))
    button.setAccessibleName(text)
    button.setProperty("kind", kind)
    button.clicked.connect(lambda: do())
    return button
