"""Buttons of the inspector: an action of the window's table, or something done here. Long labels wrap."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QStylePainter

from rondo.ui.desk import Desk
from rondo.ui.dress.look import Look

_FLAGS = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap


class Push(QPushButton):
    """A button as high as its label needs in the width it has."""

    def __init__(self, look: Look, text: str, kind: str = "") -> None:
        super().__init__()
        self._look, self._words = look, ""
        self.say(text)
        self.setProperty("kind", kind)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFont(look.font())

    def say(self, text: str) -> None:
        """That is its label, and its name."""
        self._words = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(120), self._look.px(30))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(60), self._look.px(30))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        room = QRect(0, 0, max(width - self._look.px(20), 1), 10_000)
        text = self.fontMetrics().boundingRect(room, int(_FLAGS), self._words).height()
        return int(max(text + self._look.px(12), self._look.px(30)))

    def paintEvent(self, event: object) -> None:
        painter, option = QStylePainter(self), QStyleOptionButton()
        self.initStyleOption(option)
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        painter.setPen(self._look["ink" if self.isEnabled() else "ink-tertiary"])
        side = self._look.px(10)
        painter.drawText(self.rect().adjusted(side, 0, -side, 0), int(_FLAGS), self._words)
        painter.end()


def push_for(desk: Desk, key: str) -> Push:
    """A button that carries out that action; off while the action is."""
    action = desk.actions[key]
    button = push(desk.look, action.text(), action.trigger)
    button.setToolTip(action.toolTip())
    button.setEnabled(action.isEnabled())
    action.enabledChanged.connect(button.setEnabled)
    return button


def push(look: Look, text: str, do: Callable[[], object], kind: str = "") -> Push:
    """A button that says what it does."""
    button = Push(look, text, kind)
    button.clicked.connect(lambda: do())
    return button
