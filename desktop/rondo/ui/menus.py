"""Menus and tool bar, filled from the action table."""

from __future__ import annotations

from PySide6.QtWidgets import QMainWindow, QMenuBar

from rondo.ui.actions import MENUS, SEPARATOR, Actions
from rondo.words import Words

TOOL_BAR = (
    "view.journey",
    "view.matrix",
    "view.architectures",
    "view.review",
    "view.brief",
    "edit.undo",
    "edit.redo",
)


def fill_menus(bar: QMenuBar, actions: Actions, words: Words) -> None:
    """The menu bar holds every menu of the table."""
    for name, keys in MENUS:
        menu = bar.addMenu(words(f"menu.{name}"))
        for key in keys:
            if key == SEPARATOR:
                menu.addSeparator()
            else:
                menu.addAction(actions[key])


def fill_tool_bar(window: QMainWindow, actions: Actions, words: Words) -> None:
    """The tool bar holds the switch of the views, undo and redo."""
    bar = window.addToolBar(words("window.tools"))
    bar.setObjectName("tools")
    for key in TOOL_BAR:
        bar.addAction(actions[key])
