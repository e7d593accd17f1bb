"""A hand in a whole window: what it can reach, and what it holds."""

from __future__ import annotations

import random

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QLineEdit,
    QMenuBar,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from rondo.ui.app import Application
from rondo.ui.main_window import MainWindow
from rondofile.records import Journey, Lane, Link, Note, Placement, Player, Segment, Situation, Step, Stretch

Key, LEFT = Qt.Key, Qt.MouseButton.LeftButton
NONE, CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
LEAVES = frozenset(
    {
        *("file.new", "file.open", "file.welcome", "file.duplicate", "file.close", "file.quit"),
        *("file.save-as", "file.save-copy"),
    }
)
"""Actions that open other windows or end this one."""
CARDS = {
    "segment": Segment,
    "situation": Situation,
    "stretch": Stretch,
    "placement": Placement,
    "step": Step,
}
CHOSEN = (
    Step,
    Step,
    Step,
    Link,
    Lane,
    Note,
    Journey,
    Segment,
    Situation,
    Player,
    Placement,
    Placement,
    Stretch,
)
TEXTS = (
    *("A", "Ask for help", "రాముడు అడుగుతాడు", "العميل يسأل عن السعر", "👩‍👩‍👧 🎢🎟️", "two\nlines\n\nmore"),
    *("tab\tand\x00\x07bell", "‮backwards‬", "7", "-3,5", "12 min", "2031-02-30", "<b>bold</b>&amp;", "  "),
    *("long " * 1000, "W" * 5000, "%s {name} {0} %1"),
)
MOVING = (
    *((key, NONE) for key in (Key.Key_Left, Key.Key_Right, Key.Key_Up, Key.Key_Down, Key.Key_Home)),
    *((key, NONE) for key in (Key.Key_End, Key.Key_Return, Key.Key_Escape, Key.Key_Space, Key.Key_PageDown)),
    *((key, CTRL) for key in (Key.Key_Left, Key.Key_Right, Key.Key_Up, Key.Key_Down, Key.Key_Return)),
    *((key, SHIFT) for key in (Key.Key_Left, Key.Key_Right, Key.Key_Down, Key.Key_Tab, Key.Key_Return)),
    *((key, ALT) for key in (Key.Key_Left, Key.Key_Right, Key.Key_Up, Key.Key_Down)),
    *((key, NONE) for key in (Key.Key_Plus, Key.Key_Minus, Key.Key_1, Key.Key_2, Key.Key_3, Key.Key_K)),
)
VIEWS = ("journey", "matrix", "architectures", "review", "brief")
EDITORS = (QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox)


def size_of(widget: QWidget) -> int:
    """Its area in pixels."""
    return widget.width() * widget.height()


class Hand:
    """What every gesture needs. `about` tells what the last one was about."""

    def __init__(self, application: Application, draw: random.Random) -> None:
        self.application, self.draw = application, draw
        self.about = ""

    @property
    def window(self) -> MainWindow:
        """The window as it is now: another language makes another."""
        return self.application.windows[-1]

    def _say(self, widget: QWidget, text: str) -> None:
        self.about = f"{widget} {widget.accessibleName()!r} {text[:20]!r}"
        """As a keyboard of any script says it."""
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(widget, event)

    def _held(self) -> Qt.KeyboardModifier:
        return self.draw.choice((NONE, NONE, NONE, CTRL, SHIFT))

    def _focused(self) -> QWidget:
        return QApplication.focusWidget() or self.window.focusWidget() or self.window.view or self.window

    def _shown(self, kind: type[QWidget] | tuple[type[QWidget], ...]) -> list[QWidget]:
        kinds = kind if isinstance(kind, tuple) else (kind,)
        found = [one for each in kinds for one in self.window.findChildren(each)]
        return [one for one in found if one.isVisible() and not one.visibleRegion().isEmpty()]

    def _spot(self) -> tuple[QWidget, QPoint]:
        """A point of a widget that can be seen: half the time of the view's own surface."""
        view = self.window.view
        areas = [one for one in (view.findChildren(QAbstractScrollArea) if view else ()) if one.isVisible()]
        if areas and self.draw.random() < 0.5:
            widget = max(areas, key=size_of).viewport()
        else:
            widget = self.draw.choice([one for one in self._shown(QWidget) if self._is_target(one)])
        if widget.visibleRegion().isEmpty():
            return widget, QPoint(1, 1)
        at = self._inside(widget)
        child = widget.childAt(at)
        return (child, child.mapFrom(widget, at)) if child is not None else (widget, at)

    @staticmethod
    def _is_target(widget: QWidget) -> bool:
        return not isinstance(widget, QMenuBar) and not widget.findChildren(QWidget)

    def _inside(self, widget: QWidget) -> QPoint:
        self.about = f"{widget} {widget.accessibleName()!r} in {self.window.view_key}"
        area = widget.visibleRegion().boundingRect() if widget.isVisible() else widget.rect()
        return QPoint(
            self.draw.randint(area.left(), max(area.right(), area.left())),
            self.draw.randint(area.top(), max(area.bottom(), area.top())),
        )

    @staticmethod
    def _lives(widget: QWidget) -> bool:
        from shiboken6 import isValid

        return isValid(widget) and widget.isVisible()
