"""How a row of history is drawn: a line of dots at the left, what was done, to what, and when."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from rondo.ui.desk import Desk
from rondo.ui.history.model import HistoryModel, Index
from rondo.ui.history.rows import Row, RowKind
from rondo.ui.history.saying import label, time_of, where
from rondofile.working.history_entries import Past

ROW, LINE, TEXT, SIDE, GAP = 42, 16, 30, 12, 8
"""Pixels at 100 %: a row, the middle of the line of dots, where words begin, both sides, between words."""
DOT, HERE = 3.5, 5.5
_State = QStyle.StateFlag


class HistoryDelegate(QStyledItemDelegate):
    """Every row is as high as the others, so that thousands are laid out at once."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self._desk.look.px(120), self._desk.look.px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, HistoryModel)
        row = model.row(index)
        if row is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.kind is RowKind.BORDER:
            self._border(painter, option.rect, label(self._desk.words, row, model.past))
        else:
            self._ground(painter, option, row.step == model.past.position)
            self._dots(painter, option, row, model)
            self._words(painter, option, row, model.past)
        painter.restore()

    def _border(self, painter: QPainter, rect: QRect, text: str) -> None:
        """A name above a line across; the line of dots is broken by it."""
        look = self._desk.look
        font = look.font(11, QFont.Weight.DemiBold)
        high = QFontMetrics(font).lineSpacing()
        bottom = rect.bottom() - look.px(5)
        painter.setPen(QPen(look["line"], 1))
        painter.drawLine(rect.left() + look.px(SIDE), bottom, rect.right() - look.px(SIDE), bottom)
        box = QRect(rect.left() + look.px(SIDE), bottom - high - look.px(3), 0, high)
        box.setRight(rect.right() - look.px(SIDE))
        self._write(painter, box, text, font, "ink-secondary")

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, here: bool) -> None:
        look, rect = self._desk.look, option.rect
        if option.state & _State.State_Selected:
            painter.fillRect(rect, look["chosen"])
        elif here:
            painter.fillRect(rect, look["accent-ground"])
        elif option.state & _State.State_MouseOver:
            painter.fillRect(rect, look["hover"])
        if here:
            painter.fillRect(QRect(rect.left(), rect.top(), look.px(3), rect.height()), look["accent"])
        if option.state & _State.State_HasFocus:
            painter.setPen(QPen(look["accent"], 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5))

    def _dots(self, painter: QPainter, option: QStyleOptionViewItem, row: Row, model: HistoryModel) -> None:
        """Full where it is done, a ring around it where the present is, empty where it can be redone."""
        look, rect = self._desk.look, option.rect
        middle = QPointF(rect.left() + look.px(LINE) + 0.5, rect.center().y() + 0.5)
        colour = look["on-chosen" if self._strong(option) else "accent"]
        ahead, here = row.step > model.past.position, row.step == model.past.position
        halves = ((-1, rect.top(), ahead), (1, rect.bottom() + 1, ahead or here))
        for way, end, later in halves:
            if model.goes_on(row, way):
                style = Qt.PenStyle.DotLine if later else Qt.PenStyle.SolidLine
                painter.setPen(QPen(look["ink-tertiary"] if later else colour, 1, style))
                painter.drawLine(middle, QPointF(middle.x(), end))
        ground = look["chosen"] if option.state & _State.State_Selected else look["surface"]
        painter.setPen(QPen(look["ink-tertiary"] if ahead else colour, look.px(1.5)))
        painter.setBrush(ground if ahead or here else colour)
        size = look.px(HERE if here else DOT)
        painter.drawEllipse(middle, size, size)
        if here:
            painter.setBrush(colour)
            painter.drawEllipse(middle, size / 2.6, size / 2.6)

    def _words(self, painter: QPainter, option: QStyleOptionViewItem, row: Row, past: Past) -> None:
        look, words, here = self._desk.look, self._desk.words, row.step == past.position
        strong, ahead = self._strong(option), row.step > past.position
        weight = QFont.Weight.DemiBold if here else QFont.Weight.Normal
        font, small = look.font(13, weight), look.font(11)
        font.setItalic(ahead)
        box = option.rect.adjusted(look.px(TEXT), 0, -look.px(SIDE), 0)
        under = where(words, row.entry) if row.entry is not None else ""
        high, low = QFontMetrics(font).lineSpacing(), QFontMetrics(small).lineSpacing()
        top = box.top() + (box.height() - high - (low if under else 0)) // 2
        aside = words("history.now") if here else time_of(row.entry.at) if row.entry is not None else ""
        quiet = "on-chosen" if strong else "ink-secondary"
        width = QFontMetrics(small).horizontalAdvance(aside)
        if aside:
            right = QRect(box.right() - width, top + (high - low) // 2, width + 1, low)
            self._write(painter, right, aside, small, "on-chosen" if strong else "accent" if here else quiet)
        first = QRect(box.left(), top, box.width() - (width + look.px(GAP) if aside else 0), high)
        colour = "on-chosen" if strong else "ink-secondary" if ahead else "ink"
        self._write(painter, first, label(words, row, past), font, colour)
        if under:
            self._write(painter, QRect(box.left(), top + high, box.width(), low), under, small, quiet)

    def _write(self, painter: QPainter, box: QRect, text: str, font: QFont, role: str) -> None:
        painter.setFont(font)
        painter.setPen(self._desk.look[role])
        short = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.drawText(box, int(flags), short)

    def _strong(self, option: QStyleOptionViewItem) -> bool:
        """Whether the ground is a full colour, on which only one other can be read."""
        look = self._desk.look
        return bool(option.state & _State.State_Selected) and look["chosen"] == look["accent"]
