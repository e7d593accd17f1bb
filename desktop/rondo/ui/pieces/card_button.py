"""A button that is a card: text on a ground that says whether it is pointed to, held or in focus."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QEnterEvent, QFont, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from rondo.ui.dress.look import Look

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CardButton(QAbstractButton):
    """Enter does what a click does. Whoever makes one of it draws the text on the ground."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.click()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def paint_ground(self, painter: QPainter) -> None:
        """The card without its text is painted."""
        look, focus = self._look, self.hasFocus()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(look["pressed" if self.isDown() else "hover" if self.underMouse() else "surface"])
        painter.setPen(QPen(look["accent" if focus else "line"], 2 if focus else 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), look.px(8), look.px(8))

    def name_font(self) -> QFont:
        """Of the line that says what the button is."""
        return self._look.font(13, QFont.Weight.DemiBold)

    def small_font(self) -> QFont:
        """Of what stands below that."""
        return self._look.font(12)
