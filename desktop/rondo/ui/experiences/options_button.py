"""What stands in the bar of the four experiences, behind one button where there is little room."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QComboBox, QMenu, QPushButton, QToolButton

from rondo.ui.desk import Desk


class OptionsButton(QToolButton):
    """Its menu says and does what switch, list and button of the bar say and do."""

    def __init__(
        self, desk: Desk, switch: Mapping[str, QToolButton], part: QComboBox, begin: QPushButton
    ) -> None:
        super().__init__()
        self._desk, self._switch, self._part, self._begin = desk, switch, part, begin
        name = desk.words("experiences.options")
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill)
        self.setMenu(self._menu)
        self.hide()
        desk.look.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        self.setIcon(self._desk.look.icon("settings-2"))

    def _fill(self) -> None:
        menu = self._menu
        menu.clear()
        shown = QActionGroup(menu)
        for button in self._switch.values():
            action = menu.addAction(button.text().replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(button.isChecked())
            action.triggered.connect(lambda _=False, button=button: button.click())
            shown.addAction(action)
        menu.addSeparator()
        parts = QActionGroup(menu)
        for at in range(self._part.count() if self._part.count() > 1 else 0):
            action = menu.addAction(self._part.itemText(at).replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(at == self._part.currentIndex())
            action.triggered.connect(lambda _=False, at=at: self._choose(at))
            parts.addAction(action)
        menu.addSeparator()
        begins = menu.addMenu(self._begin.text().replace("&", "&&"))
        begins.setEnabled(self._begin.isEnabled())
        begins.addActions(self._begin.menu().actions())

    def _choose(self, at: int) -> None:
        self._part.setCurrentIndex(at)
        self._part.activated.emit(at)
