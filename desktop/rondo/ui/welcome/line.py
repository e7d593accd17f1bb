"""A line that opens something: a name, where it is, when it was changed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from rondo.ui.look import Look

PAD, GAP = 10, 12
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Line(QAbstractButton):
    """A button of two lines of text, as wide as there is room."""

    def __init__(
        self,
        look: Look,
        name: str,
        place: str,
        when: str,
        *,
        missing: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._name, self._place, self._when, self._missing = look, name, place, when, missing
        self.setAccessibleName(", ".join(text for text in (name, place, when) if text))
        self.setToolTip("")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        high = QFontMetrics(self._name_font()).lineSpacing() + QFontMetrics(self._small_font()).lineSpacing()
        return QSize(self._look.px(240), high + 2 * self._look.px(PAD - 2))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(120), self.sizeHint().height())

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

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look = QPainter(self), self._look
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = "pressed" if self.isDown() else "hover" if self.underMouse() else "surface"
        painter.setBrush(look[ground])
        painter.setPen(QPen(look["accent" if self.hasFocus() else "line"], 2 if self.hasFocus() else 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), look.px(8), look.px(8))
        inside = self.rect().adjusted(look.px(PAD + 2), look.px(PAD - 2), -look.px(PAD + 2), 0)
        spacing = QFontMetrics(self._name_font()).lineSpacing()
        small = QFontMetrics(self._small_font())
        when = small.horizontalAdvance(self._when) + look.px(GAP) if self._when else 0
        first = QRect(inside.left(), inside.top(), inside.width() - when, spacing)
        second = QRect(inside.left(), first.bottom() + 1, inside.width(), small.lineSpacing())
        ink = look["ink-secondary" if self._missing else "ink"]
        _text(painter, first, self._name, self._name_font(), ink)
        beside = QRect(inside.left(), inside.top(), inside.width(), spacing)
        mark = look["warn" if self._missing else "ink-tertiary"]
        _text(painter, beside, self._when, self._small_font(), mark, Qt.AlignmentFlag.AlignRight)
        _text(painter, second, self._place, self._small_font(), look["ink-secondary"])

    def _name_font(self) -> QFont:
        return self._look.font(13, QFont.Weight.DemiBold)

    def _small_font(self) -> QFont:
        return self._look.font(12)


def _text(
    painter: QPainter,
    where: QRect,
    text: str,
    font: QFont,
    colour: QColor,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    """One line, shortened in the middle where there is no room: a path begins and ends with what matters."""
    painter.setFont(font)
    painter.setPen(colour)
    short = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideMiddle, where.width())
    flags = align | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
    painter.drawText(where, int(flags), short)
