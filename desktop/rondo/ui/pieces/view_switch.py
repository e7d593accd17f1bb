"""The switch between views that belong together: side by side, or in a menu where there is little room."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QToolButton, QWidget

from rondo.ui.desk import Desk
from rondo.ui.pieces.segment import Segment


class ViewSwitch(QWidget):
    """One button a view, by the key of its room; or one button with the name of the view that is shown."""

    def __init__(self, desk: Desk, views: Mapping[str, str], tip: str) -> None:
        super().__init__()
        actions = {key: desk.actions[action] for key, action in views.items()}
        keys = tuple(actions)
        self.views: dict[str, QToolButton] = {}
        self._frame, self._menu_button = QFrame(), QToolButton()
        self._frame.setProperty("kind", "switch")
        inner = QHBoxLayout(self._frame)
        inner.setContentsMargins(1, 1, 1, 1)
        inner.setSpacing(0)
        menu = QMenu(self._menu_button)
        for key, action in actions.items():
            button = Segment({keys[0]: "first", keys[-1]: "last"}.get(key, ""))
            button.setDefaultAction(action)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
            inner.addWidget(button)
            menu.addAction(action)
            action.toggled.connect(self._show_name)
            self.views[key] = button
        self._actions = tuple(actions.values())
        self._menu_button.setMenu(menu)
        self._menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self._menu_button.setToolTip(desk.words(tip))
        self._menu_button.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._frame)
        row.addWidget(self._menu_button)
        self._show_name()

    def fit(self, room: int) -> None:
        """The buttons stand beside each other where that many pixels are enough, else in a menu."""
        narrow = self._frame.sizeHint().width() > room
        if narrow == self._frame.isHidden():
            return
        self._frame.setVisible(not narrow)
        self._menu_button.setVisible(narrow)
        self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        """Never wider than the menu needs."""
        return self._menu_button.sizeHint()

    def _show_name(self) -> None:
        shown = next((action for action in self._actions if action.isChecked()), self._actions[0])
        self._menu_button.setText(shown.text())
        self._menu_button.setAccessibleName(shown.text())
