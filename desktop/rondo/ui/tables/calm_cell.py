"""How cells are painted: calm ground, one line of text, a frame around the one that keys go to."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from rondo.ui.desk import Desk

ROW, PAD = 28, 8
"""Pixels at 100 % text."""
Index = QModelIndex | QPersistentModelIndex
CHOSEN, HOVERED, FOCUS = (
    QStyle.StateFlag.State_Selected,
    QStyle.StateFlag.State_MouseOver,
    QStyle.StateFlag.State_HasFocus,
)


class CalmCell(QStyledItemDelegate):
    """Base of what paints the cells of a table, with the colours of the look."""

    opened = Signal(object, object)
    """A Writer stands in a cell, and the persistent index of that."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._look = desk, desk.look

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self._look.px(80), self._look.px(ROW))

    def setModelData(self, editor: QWidget, model: object, index: Index) -> None:
        """What was written is told by the editor itself."""

    def eventFilter(self, watched: QWidget, event: object) -> bool:  # type: ignore[override]
        """The writer knows its keys itself."""
        return False

    def _ground(
        self, painter: QPainter, option: QStyleOptionViewItem, role: str, hovers: bool = True
    ) -> None:
        """The ground in that role, or as chosen or under the pointer, with a hairline below."""
        look, rect = self._look, option.rect
        if option.state & CHOSEN:
            role = "chosen"
        elif option.state & HOVERED and hovers:
            role = "hover"
        painter.fillRect(rect, look[role])
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, look["line"])

    def _text(self, painter: QPainter, room: QRect, text: str, ink: QColor, font: QFont | None = None) -> int:
        """One line, cut short with dots where there is too little room; answers how wide it is."""
        font = font or self._look.font(13)
        metrics = QFontMetrics(font)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(room.width(), 0))
        painter.setFont(font)
        painter.setPen(ink)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        return metrics.horizontalAdvance(shown)

    def _frame(self, painter: QPainter, rect: QRect) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(QPen(self._look["on-chosen" if self._is_strong() else "accent"], 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect.adjusted(1, 1, -1, -2))

    def _is_strong(self) -> bool:
        """Whether what is chosen has the full colour of the accent."""
        return self._look["chosen"] == self._look["accent"]

    def _ink(self, option: QStyleOptionViewItem) -> QColor:
        return self._look["on-chosen" if option.state & CHOSEN else "ink"]

    def _quiet(self, option: QStyleOptionViewItem) -> QColor:
        chosen = option.state & CHOSEN and self._is_strong()
        return self._look["on-chosen" if chosen else "ink-secondary"]

    def _tone(self, option: QStyleOptionViewItem, role: str) -> QColor:
        if not role or (option.state & CHOSEN and self._is_strong()):
            return self._ink(option)
        return self._look[role]
