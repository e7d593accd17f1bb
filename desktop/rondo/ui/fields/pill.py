"""One answer of several, as a small box to press; a screen reader hears a radio button."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QRadioButton, QSizePolicy, QWidget

from rondo.ui.dress.look import Look
from rondo.ui.fields.face import paint_face
from rondo.ui.fields.ground import HEIGHT, paint_ground
from rondo.ui.fields.keys import is_erasing, is_override

_SIDE = 5
_FLAGS = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap


class Pill(QRadioButton):
    """`face`: a feeling from -2 to 2 that is drawn above the text."""

    erased = Signal()

    def __init__(self, look: Look, text: str, face: int | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._text, self._face = look, text, face
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setProperty("kind", "bare")
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def relook(self) -> None:
        """Font and size are those of the look."""
        self.setFont(self._look.font(12))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        width = self._bold().horizontalAdvance(self._text) + 2 * self._look.px(_SIDE)
        return QSize(max(width, self._look.px(28)), self._tall(1))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(24), self._tall(1))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        room = QRect(0, 0, max(width - 2 * self._look.px(4), 1), 10_000)
        lines = self._bold().boundingRect(room, int(_FLAGS), self._text).height() / self._bold().lineSpacing()
        return self._tall(max(round(lines), 1))

    def hitButton(self, place: QPoint) -> bool:
        return self.rect().contains(place)

    def event(self, event: QEvent) -> bool:
        if is_override(event) and isinstance(event, QKeyEvent) and is_erasing(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_erasing(event):
            self.erased.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: object) -> None:
        look, on = self._look, self.isChecked()
        edge = "accent" if on else "ink-tertiary" if self.underMouse() else "line"
        paint_ground(self, look, self.hasFocus(), "accent-ground" if on else "paper", edge)
        painter = QPainter(self)
        painter.setPen(look["ink" if on else "ink-secondary"])
        font = self.font()
        font.setWeight(QFont.Weight.DemiBold if on else QFont.Weight.Normal)
        painter.setFont(font)
        room = self.rect().adjusted(look.px(2), 0, -look.px(2), 0)
        if self._face is not None:
            room = paint_face(painter, room, self._face, look.px(16))
        painter.drawText(room, int(_FLAGS), self._text)
        painter.end()

    def _bold(self) -> QFontMetrics:
        return QFontMetrics(self._look.font(12, QFont.Weight.DemiBold))

    def _tall(self, lines: int) -> int:
        text = lines * self._bold().lineSpacing() + self._look.px(10)
        above = self._look.px(18) if self._face is not None else 0
        return int(max(text + above, self._look.px(HEIGHT)))
