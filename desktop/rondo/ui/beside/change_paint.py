"""How a line of the list of changes looks: wrapped, as high as it must be."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from rondo.ui.beside.change_model import ROW, Row
from rondo.ui.dress.look import Look

_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
_INDENT = {"heading": 12, "entry": 12, "detail": 26}
_ABOVE = {"heading": 12, "entry": 5, "detail": 1}
_BELOW = {"heading": 3, "entry": 1, "detail": 2}
_BEHIND = 10


class ChangePaint(QStyledItemDelegate):
    """Paints rows of a ChangeModel in a list that is `view`."""

    def __init__(self, look: Look, view: QListView) -> None:
        super().__init__(view)
        self._look, self._view = look, view

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        width = self._view.viewport().width()
        return QSize(width, self.height(index.data(ROW), width))

    def height(self, row: Row, width: int) -> int:
        """How high that row is in such a width, in pixels."""
        px = self._look.px
        room = max(width - px(_INDENT[row.kind] + _BEHIND), px(60))
        text = QFontMetrics(self._font(row)).boundingRect(QRect(0, 0, room, 10_000), _WRAP, row.text)
        return text.height() + px(_ABOVE[row.kind] + _BELOW[row.kind])

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row: Row = index.data(ROW)
        look, px = self._look, self._look.px
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(option.rect, look["accent-ground"])
        elif option.state & QStyle.StateFlag.State_MouseOver and row.kind != "heading":
            painter.fillRect(option.rect, look["hover"])
        area = option.rect.adjusted(px(_INDENT[row.kind]), px(_ABOVE[row.kind]), -px(_BEHIND), 0)
        painter.setFont(self._font(row))
        role = {"heading": "ink-secondary", "entry": "ink", "detail": "ink-secondary"}[row.kind]
        painter.setPen(look["bad" if row.worse else role])
        painter.drawText(area, _WRAP, row.text)
        if row.worse:
            sign = QRect(option.rect.x() + px(12), area.y(), px(12), area.height())
            painter.drawText(sign, int(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft), "▾")
        if chosen and option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(look["accent"])
            painter.drawRect(option.rect.adjusted(0, 0, -1, -1))

    def _font(self, row: Row) -> QFont:
        if row.kind == "heading":
            return self._look.font(11, QFont.Weight.DemiBold)
        if row.kind == "entry":
            return self._look.font(13, QFont.Weight.Medium)
        return self._look.font(12)
