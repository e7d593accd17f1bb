"""How a table shows a sentence: whole and wrapped, with a quiet line of small letters below it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from rondo.ui.compare.heads import BELOW
from rondo.ui.compare.wrapped import Wrapping
from rondo.ui.look import Look

PAD, GAP = 8, 3


class TextCell(QStyledItemDelegate):
    """Text from the top of the cell downwards."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, self._wrapping = look, Wrapping()

    def high(self, index: QModelIndex, width: int) -> int:
        """The height that the cell needs at that width."""
        px = self._look.px
        room = width - px(2 * PAD)
        text = self._wrapping.height(index.data(), self._look.font(13), room)
        same = self._wrapping.height(index.data(BELOW), self._look.font(11), room)
        return text + same + px(2 * PAD) + (px(GAP) if same else 0)

    def narrowest(self, lead: bool) -> int:
        """Sentences wrap at any width that the table gives."""
        return 0

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        look, rect, px = self._look, option.rect, self._look.px
        painter.save()
        chosen = option.state & QStyle.StateFlag.State_Selected
        painter.fillRect(rect, look["accent-ground" if chosen else "surface"])
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, look["line"])
        room, x, y = rect.width() - px(2 * PAD), rect.x() + px(PAD), rect.y() + px(PAD)
        y += self._wrapping.paint(painter, index.data(), look.font(13), (x, y), room, look["ink"]) + px(GAP)
        self._wrapping.paint(painter, index.data(BELOW), look.font(11), (x, y), room, look["ink-tertiary"])
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(look["accent"], 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(1, 1, -1, -2))
        painter.restore()
