"""Which of the five are shown side by side: a button that opens a list of ticks."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton, QSizePolicy

from rondo.ui.compare.looking import FEWEST, Looking
from rondo.ui.compare.page import capital
from rondo.ui.desk import Desk
from rondo.ui.pieces.ticks_menu import TicksMenu
from rondofile.enums import Architecture


class ColumnsButton(QPushButton):
    """Says how many are shown. The last two cannot be taken away."""

    def __init__(self, desk: Desk, looking: Looking) -> None:
        super().__init__()
        self._desk, self._looking = desk, looking
        self._menu = TicksMenu(self)
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
