"""Whatever a window opens above itself - dialogs, menus, lists of choices - answered while it waits."""

from __future__ import annotations

import random
from collections import Counter

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QFileDialog, QMenu, QWidget

Key = Qt.Key
EVERY = 3
"""Milliseconds between two looks."""
MOST = 12
"""So often one dialog or menu is played with before it is left."""


class Popups(QObject):
    """Answers by chance, and in the end with Esc. `forbidden`: names of actions that it never chooses."""

    def __init__(self, draw: random.Random, forbidden: frozenset[str]) -> None:
        super().__init__()
        self._draw, self._forbidden = draw, forbidden
        self._times: Counter[int] = Counter()
        self.met: Counter[str] = Counter()
        """What was met, by the name of its class."""
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY)
        self._timer.timeout.connect(self.answer)
        self._timer.start()

    def stop(self) -> None:
        """Nothing is answered any more."""
        self._timer.stop()

    def there(self) -> QWidget | None:
        """What is open above the window."""
        return QApplication.activePopupWidget() or QApplication.activeModalWidget()

    def answer(self) -> None:
        """One thing is done to what is open, if anything is."""
        widget = self.there()
        if widget is None:
            self._times.clear()
            return
        times = self._times[id(widget)]
        if not times:
            self.met[type(widget).__name__] += 1
        self._times[id(widget)] += 1
        if times > MOST:
            widget.close()
        elif times > MOST // 2 or isinstance(widget, QFileDialog):
            QTest.keyClick(widget, Key.Key_Escape)
        elif isinstance(widget, QMenu):
            self._choose(widget)
        elif isinstance(widget, QDialog):
            self._play(widget)
        else:
            self._press(widget)

    def _choose(self, menu: QMenu) -> None:
        known = [
            action
            for action in menu.actions()
            if action.isEnabled() and action.objectName() not in self._forbidden and not action.isSeparator()
        ]
        if not known or self._draw.random() < 0.2:
            QTest.keyClick(menu, Key.Key_Escape)
            return
        menu.setActiveAction(self._draw.choice(known))
        QTest.keyClick(menu, Key.Key_Return)

    def _play(self, dialog: QDialog) -> None:
        """A button of it, a letter into it, Return or Esc."""
        buttons = [one for one in dialog.findChildren(QAbstractButton) if one.isVisible() and one.isEnabled()]
        chance = self._draw.random()
        if chance < 0.35:
            QTest.keyClick(dialog, Key.Key_Escape)
        elif chance < 0.65 and buttons:
            QTest.mouseClick(self._draw.choice(buttons), Qt.MouseButton.LeftButton)
        else:
            self._press(dialog)

    def _press(self, widget: QWidget) -> None:
        keys = (Key.Key_Down, Key.Key_Down, Key.Key_Up, Key.Key_Return, Key.Key_Tab, Key.Key_A, Key.Key_Space)
        QTest.keyClick(widget.focusWidget() or widget, self._draw.choice(keys))
