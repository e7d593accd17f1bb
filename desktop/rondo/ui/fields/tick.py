"""A field that is on or off; its question stands beside the tick and wraps."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy

from rondo.ui.dress.look import Look
from rondo.ui.fields.echo import Echo
from rondo.ui.fields.field import VARIOUS, Field, Setting

_BOX = 16
_GAP = 8
_FLAGS = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap


class TickField(Field):
    """True or False."""

    EMPTY = False

    def __init__(self, desk: Setting, label: str, hint: str = "") -> None:
        super().__init__(desk, label, hint, quiet=True)
        self._echo = Echo()
        self.box = _TickBox(self.look, label)
        self.box.clicked.connect(self._on_box_clicked)
        self.hold(self.box)

    def value(self) -> bool:
        return self.box.isChecked()

    def set_value(self, value: Any) -> None:
        if self._echo.is_news(value):
            self._take(value)

    def begin(self, value: Any) -> None:
        self._echo.begin(value)
        self._take(value)

    def _take(self, value: Any) -> None:
        self.box.set_various(value is VARIOUS)
        self.box.setChecked(value is True)

    def relook(self) -> None:
        super().relook()
        self.box.setFont(self.look.font())
        self.box.updateGeometry()

    def _on_box_clicked(self) -> None:
        self.box.set_various(False)
        self._echo.say(self.box.isChecked())
        self.changed.emit(self.box.isChecked())


class _TickBox(QCheckBox):
    def __init__(self, look: Look, text: str) -> None:
        super().__init__()
        self._look, self._text, self._various = look, text, False
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setProperty("kind", "bare")
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_various(self, various: bool) -> None:
        """Whether things differ in this: a dash instead of a tick."""
        self._various = various
        self.update()

    def sizeHint(self) -> QSize:
        wide = self._look.px(_BOX + _GAP) + self.fontMetrics().horizontalAdvance(self._text)
        return QSize(wide, self._look.px(28))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(60), self._look.px(28))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        room = QRect(0, 0, max(width - self._look.px(_BOX + _GAP), 1), 10_000)
        text = self.fontMetrics().boundingRect(room, int(_FLAGS), self._text).height()
        return int(max(text + self._look.px(6), self._look.px(28)))

    def hitButton(self, place: QPoint) -> bool:
        return self.rect().contains(place)

    def paintEvent(self, event: object) -> None:
        look = self._look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        size, gap = look.px(_BOX), look.px(_GAP)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = self.width() - size - 1 if mirrored else 1
        box = QRectF(left, (self.height() - size) / 2, size, size).adjusted(0.5, 0.5, -0.5, -0.5)
        on, focused = self.isChecked(), self.hasFocus()
        edge = "accent" if on or focused else "ink-tertiary"
        painter.setPen(QPen(look[edge], 2.0 if focused else 1.0))
        painter.setBrush(look["accent" if on and not self._various else "paper"])
        painter.drawRoundedRect(box, 4, 4)
        if on or self._various:
            self._paint_sign(painter, box)
        painter.setPen(look["ink"])
        painter.setFont(self.font())
        room = self.rect().adjusted(0 if mirrored else size + gap, 0, -(size + gap) if mirrored else 0, 0)
        painter.drawText(room, int(_FLAGS), self._text)
        painter.end()

    def _paint_sign(self, painter: QPainter, box: QRectF) -> None:
        size = box.width()
        role = "ink-secondary" if self._various else "surface"
        painter.setPen(QPen(self._look[role], max(size / 8, 1.5)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self._various:
            y = box.center().y()
            painter.drawLine(QPointF(box.left() + size * 0.25, y), QPointF(box.right() - size * 0.25, y))
            return
        path = QPainterPath(box.topLeft() + QPointF(size * 0.24, size * 0.52))
        path.lineTo(box.topLeft() + QPointF(size * 0.43, size * 0.70))
        path.lineTo(box.topLeft() + QPointF(size * 0.77, size * 0.32))
        painter.drawPath(path)
