"""Segments and situations drawn as cards: the name, and one line of what is known."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyleOptionViewItem

from rondo.ui.outline.changing.naming import Index, NamingDelegate
from rondo.ui.outline.drawing.wrapped import draw, height, lines, secondary
from rondo.ui.outline.lines.entry import Entry

SIDE, GAP, PAD, INDENT, RADIUS = 12, 6, 9, 12, 8
"""Pixels at 100 %: beside a card, between cards, inside, for a situation, of the corners."""
MOST_NAME, MOST_FACTS = 4, 3


class CardDelegate(NamingDelegate):
    """Draws a card that grows with its texts."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view = self.parent()
        width = view.viewport().width() if isinstance(view, QListView) else option.rect.width()
        return QSize(width, self._height(self.entry(index), width))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry, card = self.entry(index), self._card(option.rect, self.entry(index))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not entry.is_draft:
            self._ground(painter, option, card)
        if self.is_marked(index):
            self.paint_mark(painter, card.adjusted(self.desk.look.px(3), 0, 0, 0))
        look, inside = self.desk.look, self._inside(card)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        name = lines(entry.name, self._name_font(), inside.width(), MOST_NAME)
        draw(painter, inside, name, self._name_font(), look["on-chosen" if chosen else "ink"])
        facts = lines(entry.facts, self._facts_font(), inside.width(), MOST_FACTS) if entry.facts else ()
        below = inside.adjusted(0, height(self._name_font(), len(name)), 0, 0)
        draw(painter, below, facts, self._facts_font(), secondary(look, chosen))
        painter.restore()

    def name_box(self, rect: QRect, entry: Entry) -> QRect:
        inside = self._inside(self._card(rect, entry))
        return QRect(inside.left(), inside.top(), inside.width(), height(self._name_font(), 1))

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, card: QRect) -> None:
        look, state = self.desk.look, option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        role = "accent" if chosen or focused else "edge" if hovered else "line"
        width = 2.0 if chosen else 1.0
        pen = QPen(look[role], width)
        if focused and not chosen:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(look["chosen" if chosen else "hover" if hovered else "surface"])
        radius = look.px(RADIUS)
        painter.drawRoundedRect(QRectF(card).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)

    def _height(self, entry: Entry, width: int) -> int:
        inside = self._inside(self._card(QRect(0, 0, width, 1000), entry)).width()
        many = max(1, len(lines(entry.name, self._name_font(), inside, MOST_NAME)))
        high = height(self._name_font(), many)
        if entry.facts:
            high += height(
                self._facts_font(), len(lines(entry.facts, self._facts_font(), inside, MOST_FACTS))
            )
        return high + self.desk.look.px(2 * PAD - 2 + GAP)

    def _card(self, rect: QRect, entry: Entry) -> QRect:
        px = self.desk.look.px
        return rect.adjusted(px(SIDE + INDENT * entry.level), 0, -px(SIDE), -px(GAP))

    def _inside(self, card: QRect) -> QRect:
        px = self.desk.look.px
        return card.adjusted(px(PAD), px(PAD - 1), -px(PAD), -px(PAD - 1))

    def _name_font(self) -> QFont:
        return self.desk.look.font(13, QFont.Weight.DemiBold)

    def _facts_font(self) -> QFont:
        return self.desk.look.font(11)
