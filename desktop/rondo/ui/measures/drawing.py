"""How a line of the Measures panel is drawn: what is measured at the left, the numbers at the right."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from rondo.ui.desk import Desk
from rondo.ui.measures.lines import Line
from rondo.ui.measures.model import Index, MeasureModel

ROW, SIDE, GAP, SIGN = 26, 12, 14, 12
"""Pixels at 100 %: a line, both sides, between words and numbers, the sign before the numbers."""
_State = QStyle.StateFlag
_SIGNS = {"good": ("check", "ok"), "bad": ("triangle-alert", "bad")}


class MeasureDelegate(QStyledItemDelegate):
    """Numbers that find no room beside the words stand below them."""

    def __init__(self, desk: Desk, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._desk, self._view = desk, view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        px, line = self._desk.look.px, self._line(index)
        width = self._view.viewport().width() - 2 * px(SIDE)
        if line.is_heading:
            return QSize(px(120), px(ROW + 6))
        more = 0 if self._fits(line, width) else QFontMetrics(self._number_font(line)).lineSpacing()
        return QSize(px(120), px(ROW) + more)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line, px = self._line(index), self._desk.look.px
        painter.save()
        self._ground(painter, option, line)
        inside = option.rect.adjusted(px(SIDE), 0, -px(SIDE), 0)
        if line.is_heading:
            self._heading(painter, inside, line)
        else:
            self._measure(painter, inside, line, strong=self._strong(option))
        painter.restore()

    def _line(self, index: Index) -> Line:
        model = index.model()
        assert isinstance(model, MeasureModel)
        line = model.line(index)
        assert line is not None
        return line

    def _heading(self, painter: QPainter, inside: QRect, line: Line) -> None:
        look = self._desk.look
        font = look.font(11, QFont.Weight.DemiBold)
        high = QFontMetrics(font).lineSpacing()
        box = QRect(inside.left(), inside.bottom() - high - look.px(4), inside.width(), high)
        _write(painter, box, line.label, font, look["ink-secondary"])
        painter.setPen(QPen(look["line"], 1))
        painter.drawLine(inside.left(), inside.bottom(), inside.right(), inside.bottom())

    def _measure(self, painter: QPainter, inside: QRect, line: Line, *, strong: bool) -> None:
        look = self._desk.look
        font, numbers = look.font(13), self._number_font(line)
        high = look.px(ROW)
        width = QFontMetrics(numbers).horizontalAdvance(line.told) + 1
        ink = "on-chosen" if strong else "ink"
        tone = ink if strong or not line.tone else _SIGNS[line.tone][1]
        first = QRect(inside.left(), inside.top(), inside.width(), high)
        if self._fits(line, inside.width()):
            second = QRect(inside.right() - width, inside.top(), width + 1, high)
            first.setWidth(inside.width() - width - look.px(GAP + (SIGN if line.tone else 0)))
        else:
            step = QFontMetrics(numbers).lineSpacing()
            second = QRect(inside.right() - width, first.bottom() - look.px(4), width + 1, step)
        _write(painter, first, line.label, font, look[ink])
        _write(painter, second, line.told, numbers, look[tone])
        if line.tone:
            name, role = _SIGNS[line.tone]
            size = look.px(SIGN)
            top = second.top() + (second.height() - size) // 2
            place = QRect(second.left() - size - look.px(4), top, size, size)
            look.icon(name, ink if strong else role).paint(painter, place)

    def _fits(self, line: Line, width: int) -> bool:
        look = self._desk.look
        words = QFontMetrics(look.font(13)).horizontalAdvance(line.label)
        numbers = QFontMetrics(self._number_font(line)).horizontalAdvance(line.told)
        return words + numbers + look.px(GAP + (SIGN if line.tone else 0)) <= width

    def _number_font(self, line: Line) -> QFont:
        return self._desk.look.font(13, QFont.Weight.DemiBold if line.tone else QFont.Weight.Normal)

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, line: Line) -> None:
        look, rect = self._desk.look, option.rect
        if line.is_heading:
            return
        if option.state & _State.State_Selected:
            painter.fillRect(rect, look["chosen"])
        elif option.state & _State.State_MouseOver:
            painter.fillRect(rect, look["hover"])
        if option.state & _State.State_HasFocus:
            painter.setPen(QPen(look["accent"], 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5))

    def _strong(self, option: QStyleOptionViewItem) -> bool:
        """Whether the ground is a full colour, on which only one other can be read."""
        look = self._desk.look
        return bool(option.state & _State.State_Selected) and look["chosen"] == look["accent"]


def _write(painter: QPainter, box: QRect, text: str, font: QFont, colour: QColor) -> None:
    painter.setFont(font)
    painter.setPen(colour)
    short = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
    painter.drawText(box, int(flags), short)
