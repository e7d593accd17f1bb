"""The button above the map that says what is shown, and offers what can be."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QToolButton

from rondo.figures.show.values import Show
from rondo.ui.desk import Desk
from rondo.ui.frame.menu_table import SUBMENUS
from rondo.ui.menus import add_to


class ShowButton(QToolButton):
    """Its menu is the one of the window."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        menu = QMenu(self)
        for key in SUBMENUS["show"]:
            add_to(menu, key, desk.actions, desk.words)
        self.setMenu(menu)
        self.say(None)

    def say(self, what: Show | None) -> None:
        """The button says that this is shown."""
        words = self._desk.words
        label = words("canvas_show.button")
        self.setText(label)
        if what:
            label = words("canvas_show.shows", what=words(f"action.journey.show-{what}"))
        self.setAccessibleName(label)
        self.setToolTip(words("canvas_show.tip"))
