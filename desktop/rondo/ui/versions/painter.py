"""How a version looks in its row: the time, what it is, how far it is from now; a sign to open it."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from rondo.ui.dress.look import Look
from rondo.ui.versions.model import DAMAGED, DIFFERENCE, TIME, VERSION, Index

PAD, GAP, SIGN, OPEN = 8, 10, 16, 28


class VersionPainter(QStyledItemDelegate):
    """Paints days as quiet headings and versions in two lines."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        px = self._look.px
        if index.data(VERSION) is None:
            return QSize(px(200), self._high(self._day_font()) + px(PAD + (2 if index.row() == 0 else 10)))
        return QSize(px(200), self._high(self._name_font(True)) + self._high(self._small()) + px(2 * PAD))

    def open_place(self, row: QRect) -> QRect:
        """Where in a row the sign stands that opens the version as a copy."""
        side = self._look.px(OPEN)
        return QRect(row.right() - self._look.px(PAD) - side, row.center().y() - side // 2, side, side)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if index.data(VERSION) is None:
            self._paint_day(painter, option.rect, str(index.data()))
        else:
            self._paint_version(painter, option, index)
        painter.restore()

    def _paint_day(self, painter: QPainter, rect: QRect, day: str) -> None:
        look = self._look
        place = rect.adjusted(look.px(PAD), 0, -look.px(PAD), -look.px(PAD) // 2)
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
        _write(painter, place, day, self._day_font(), look["ink-secondary"], flags)

    def _paint_version(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look, px = self._look, self._look.px
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        ground = option.rect.adjusted(px(2), 1, -px(2), -1)
        if chosen or hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look["chosen" if chosen else "hover"])
            painter.drawRoundedRect(QRectF(ground), px(6), px(6))
        if chosen and option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(look["accent"], 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(ground).adjusted(1, 1, -1, -1), px(6), px(6))
        self._write_lines(painter, option.rect, index, chosen)
        if (chosen or hovered) and not index.data(DAMAGED):
            sign = self.open_place(option.rect)
            icon = look.icon("files", "on-chosen" if chosen else "ink-secondary")
            icon.paint(painter, sign.adjusted(px(6), px(6), -px(6), -px(6)))

    def _write_lines(self, painter: QPainter, row: QRect, index: Index, chosen: bool) -> None:
        look, px = self._look, self._look.px
        name_font, small = self._name_font(index.data(VERSION).named), self._small()
        ink = look["on-chosen"] if chosen else look["ink"]
        quiet = look["on-chosen"] if chosen else look["ink-secondary"]
        time = QFontMetrics(look.font()).horizontalAdvance("00:00") + px(GAP)
        right = self.open_place(row).left() - px(GAP) // 2
        first = QRect(row.left() + px(PAD), row.top() + px(PAD), time, self._high(name_font))
        _write(painter, first, str(index.data(TIME)), look.font(), quiet)
        first.setLeft(first.left() + time)
        first.setRight(right)
        _write(painter, first, str(index.data()), name_font, ink)
        second = QRect(first.left(), first.bottom() + 1, first.width(), self._high(small))
        if index.data(DAMAGED):
            side = min(px(SIGN), second.height())
            look.icon("triangle-alert", "on-chosen" if chosen else "warn").paint(
                painter, QRect(second.left(), second.center().y() - side // 2, side, side)
            )
            second.setLeft(second.left() + side + px(6))
        _write(painter, second, str(index.data(DIFFERENCE)), small, quiet)

    def _day_font(self) -> QFont:
        return self._look.font(12, QFont.Weight.DemiBold)

    def _name_font(self, named: bool) -> QFont:
        return self._look.font(13, QFont.Weight.DemiBold if named else QFont.Weight.Normal)

    def _small(self) -> QFont:
        return self._look.font(12)

    @staticmethod
    def _high(font: QFont) -> int:
        return QFontMetrics(font).lineSpacing()


def _write(
    painter: QPainter,
    where: QRect,
    text: str,
    font: QFont,
    colour: QColor,
    flags: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
) -> None:
    painter.setFont(font)
    painter.setPen(colour)
    short = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, where.width())
    painter.drawText(where, int(flags | Qt.TextFlag.TextSingleLine), short)
