"""Journeys, steps and organisations drawn as quiet rows: a sign, the name, what it is at the right."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem, QTreeView

from rondo.ui.outline.changing.naming import Index, NamingDelegate
from rondo.ui.outline.drawing.signs import draw_sign, mark_width
from rondo.ui.outline.drawing.wrapped import draw, height, lines, secondary
from rondo.ui.outline.lines.entry import Entry
from rondofile.records import Step

ROW, SIDE, GAP, ARROW = 28, 12, 8, 8
"""Pixels at 100 %: a row of one line, its sides, before what stands at the right, and for the arrow
of a tree beside its indentation."""
MOST = 2
_CHOSEN, _HOVERED = QStyle.StateFlag.State_Selected, QStyle.StateFlag.State_MouseOver


class RowDelegate(NamingDelegate):
    """Draws a row; it grows where a name needs a second line."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view = self.parent()
        assert isinstance(view, QAbstractItemView)
        width, entry = view.viewport().width() - indent_of(view, index), self.entry(index)
        inside = self.name_box(QRect(0, 0, width, ROW), entry).width()
        many = max(1, len(lines(entry.name, self._font(entry), inside, MOST)))
        return QSize(width, self.desk.look.px(ROW) + height(self._font(entry), many - 1))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """What stands on the row. The ground of a tree's row is the tree's: it reaches further."""
        entry, look = self.entry(index), self.desk.look
        painter.save()
        if not isinstance(self.parent(), QTreeView):
            self.ground(painter, option, entry, option.rect)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.is_marked(index):
            self.paint_mark(painter, QRect(look.px(4), option.rect.top(), 0, option.rect.height()))
        box, chosen = self.name_box(option.rect, entry), bool(option.state & _CHOSEN)
        first = height(self._font(entry), 1)
        if entry.mark:
            wide = look.px(mark_width(entry.mark))
            sign = QRect(box.left() - wide, box.top(), wide, first)
            draw_sign(painter, sign, entry.mark, look, secondary(look, chosen))
        name = lines(entry.name, self._font(entry), box.width(), MOST)
        draw(painter, box, name, self._font(entry), look[self._role(entry, chosen)])
        small = QFontMetrics(self._aside_font()).lineSpacing()
        right = option.rect.adjusted(0, 0, -look.px(SIDE), 0)
        right.setTop(box.top() + (first - small) // 2)
        shade = secondary(look, chosen)
        draw(painter, right, (entry.aside,), self._aside_font(), shade, Qt.AlignmentFlag.AlignRight)
        painter.restore()

    def ground(self, painter: QPainter, option: QStyleOptionViewItem, entry: Entry, row: QRect) -> None:
        """The row as wide as the view: chosen, looked at, under the pointer, in focus."""
        look, state = self.desk.look, option.state
        if state & _CHOSEN:
            painter.fillRect(row, look["chosen"])
        elif entry.looked_at:
            painter.fillRect(row, look["accent-ground"])
        elif state & _HOVERED:
            painter.fillRect(row, look["hover"])
        if entry.looked_at:
            painter.fillRect(QRect(row.left(), row.top(), look.px(3), row.height()), look["accent"])
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(look["accent"], 1))
            painter.drawRect(QRectF(row).adjusted(0.5, 0.5, -0.5, -0.5))

    def name_box(self, rect: QRect, entry: Entry) -> QRect:
        px = self.desk.look.px
        left = px(ARROW if isinstance(self.parent(), QTreeView) else SIDE) + px(mark_width(entry.mark))
        right = px(SIDE)
        if entry.aside:
            right += px(GAP) + QFontMetrics(self._aside_font()).horizontalAdvance(entry.aside)
        top = (px(ROW) - height(self._font(entry), 1)) // 2
        return rect.adjusted(left, top, -right, 0)

    def _role(self, entry: Entry, chosen: bool) -> str:
        if chosen and not entry.looked_at:
            return "on-chosen"
        if entry.looked_at:
            return (
                "on-chosen" if chosen and self.desk.look["chosen"] == self.desk.look["accent"] else "accent"
            )
        return "ink-secondary" if entry.quiet else "ink"

    def _font(self, entry: Entry) -> QFont:
        weight = QFont.Weight.DemiBold if entry.looked_at else QFont.Weight.Normal
        return self.desk.look.font(12 if entry.quiet or entry.kind is Step else 13, weight)

    def _aside_font(self) -> QFont:
        return self.desk.look.font(11)


def indent_of(view: QAbstractItemView, index: Index) -> int:
    """How far a line stands in, in pixels."""
    if not isinstance(view, QTreeView):
        return 0
    depth, parent = 1, index.parent()
    while parent.isValid():
        depth, parent = depth + 1, parent.parent()
    return depth * view.indentation()
