"""Which of the five are shown side by side: a button that opens a list of ticks."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy

from rondo.ui.compare.looking import FEWEST, Looking
from rondo.ui.compare.page import capital
from rondo.ui.desk import Desk
from rondofile.enums import Architecture

_TICKING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class ColumnsButton(QPushButton):
    """Says how many are shown. The last two cannot be taken away."""

    def __init__(self, desk: Desk, looking: Looking) -> None:
        super().__init__()
        self._desk, self._looking = desk, looking
        self._menu = _Ticks(self)
        self._ticks = {architecture: self._tick(architecture) for architecture in Architecture}
        self.setMenu(self._menu)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        looking.columns_changed.connect(self._show)
        self._show()

    def _tick(self, architecture: Architecture) -> QAction:
        name = capital(self._desk.framework.short(architecture))
        tick = QAction(name.replace("&", "&&"), self._menu)
        tick.setObjectName(architecture.value)
        tick.setCheckable(True)
        tick.triggered.connect(lambda on: self._looking.show(architecture, on))
        self._menu.addAction(tick)
        return tick

    def _show(self) -> None:
        shown, words = self._looking.columns, self._desk.words
        for architecture, tick in self._ticks.items():
            tick.setChecked(architecture in shown)
            tick.setEnabled(architecture not in shown or len(shown) > FEWEST)
        every = len(shown) == len(Architecture)
        key = "compare_view.all_columns" if every else "compare_view.some_columns"
        self.setText(words(key, n=words.number(len(shown)), of=words.number(len(Architecture))))
        self.setAccessibleName(self.text())
        self.setToolTip(words("compare_view.columns"))


class _Ticks(QMenu):
    """A list that stays open while one ticks."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        action = self.actionAt(event.position().toPoint())
        if action is not None:
            self._press(action)
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        action = self.activeAction()
        if event.key() in _TICKING and action is not None:
            self._press(action)
        else:
            super().keyPressEvent(event)

    def _press(self, action: QAction) -> None:
        if action.isEnabled():
            action.trigger()
