"""How a table shows a sentence: whole and wrapped, with a quiet line of small letters below it."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from rondo.ui.compare.heads import BELOW
from rondo.ui.dress.look import Look
from rondo.ui.pieces.wrapping import Wrapping, widest_word

PAD, GAP = 8, 3
LONGEST = 12
"""Words that are measured: the widest is among those with most letters."""


class TextCell(QStyledItemDelegate):
    """Text from the top of the cell downwards."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, self._wrapping = look, Wrapping()
        self._longest: tuple[str, ...] = ()

    def high(self, index: QModelIndex, width: int) -> int:
        """The height that the cell needs at that width."""
        px = self._look.px
        room = width - px(2 * PAD)
        text = self._wrapping.height(index.data(), self._look.font(13), room)
        same = self._wrapping.height(index.data(BELOW), self._look.font(11), room)
        return text + same + px(2 * PAD) + (px(GAP) if same else 0)

    def hold(self, texts: Iterable[str]) -> None:
        """No word of these texts is broken inside, as long as that is possible."""
        self._longest = tuple(sorted({word for text in texts for word in text.split()}, key=len)[-LONGEST:])

    def narrowest(self, lead: bool) -> int:
        if lead:
            return 0
        return widest_word(self._longest, self._look.font(13)) + self._look.px(2 * PAD) + 1

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QWidget:
        editor = super().createEditor(parent, option, index)
        model, across = index.model(), Qt.Orientation.Horizontal
        heads = (
            model.headerData(index.row(), Qt.Orientation.Vertical),
            model.headerData(index.column(), across),
        )
        editor.setAccessibleName(" × ".join(map(str, heads)))
        return editor

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
        focused = option.state & QStyle.StateFlag.State_HasFocus
        if chosen or focused:
            painter.setPen(QPen(look["accent"], 2 if focused else 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(1, 1, -1, -2))
        painter.restore()
