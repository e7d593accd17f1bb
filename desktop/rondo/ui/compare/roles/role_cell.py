"""How the table of steps shows who would do a step: a sign, a name, and what is different about it."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QFont, QPainter, QPen, QPolygon
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from rondo.figures.marks import actor_marks, actor_width
from rondo.strategy.journeys.recast import Assignment
from rondo.ui.compare.page import capital
from rondo.ui.compare.roles.roles_model import ACTOR, ASSIGNED
from rondo.ui.desk import Desk
from rondo.ui.pieces.painting import Drawing
from rondo.ui.pieces.wrapping import Wrapping, widest_word
from rondofile.enums import Actor

PAD, SIGN, BESIDE, CHEVRON = 6, 8, 6, 12


class RoleCell(QStyledItemDelegate):
    """Grey is the usual, heavy with a corner is chosen by hand, ringed passes to other hands."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._look = desk, desk.look
        self._wrapping = Wrapping()
        self._sign = lru_cache(maxsize=64)(self._drawn)

    def high(self, index: QModelIndex, width: int) -> int:
        """The height that the cell needs at that width, whether or not its text is heavy."""
        high = self._wrapping.height(self._text(index), self._font(True), self._room(index, width))
        return high + self._look.px(2 * PAD)

    def narrowest(self, lead: bool) -> int:
        """No name is broken inside a word."""
        names = (capital(self._desk.framework.name(actor)) for actor in Actor)
        return widest_word(names, self._font(True)) + self._before() + self._behind(lead) + 1

    def opens_at(self, rect: QRect, place: QPoint) -> bool:
        """Whether a click there opens the list of who could do it."""
        return rect.contains(place) and place.x() > rect.right() - self._after()

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        found = index.data(ASSIGNED)
        actor, rect = index.data(ACTOR), option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, option, found)
        font = self._font(found is not None and found.chosen)
        room = self._room(index, rect.width())
        high = self._wrapping.height(self._text(index), font, room)
        top = rect.y() + (rect.height() - high) // 2
        self._paint_sign(painter, rect, actor, found)
        ink = self._look[self._ink(found)]
        self._wrapping.paint(painter, self._text(index), font, (rect.x() + self._before(), top), room, ink)
        state = option.state
        if found is not None and not found.kept:
            if found.chosen:
                self._corner(painter, rect)
            if state & QStyle.StateFlag.State_MouseOver:
                self._chevron(painter, rect)
        if state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_HasFocus):
            self._frame(painter, rect, 2 if state & QStyle.StateFlag.State_HasFocus else 1)
        painter.restore()

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, found: Assignment | None) -> None:
        rect, look = option.rect, self._look
        ground = "paper" if found is not None and found.kept else "surface"
        if option.state & QStyle.StateFlag.State_Selected:
            ground = "accent-ground"
        painter.fillRect(rect, look[ground])
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, look["line"])
        if found is None:
            painter.fillRect(rect.right(), rect.y(), 1, rect.height(), look["line"])

    def _paint_sign(self, painter: QPainter, rect: QRect, actor: Actor, found: Assignment | None) -> None:
        """The sign of the actor, ringed where the work passes to other hands."""
        look, size = self._look, SIGN * self._look.scale
        moved = found is not None and found.moved
        ink = "accent" if moved else self._ink(found)
        wide = actor_width(actor, size)
        middle = QPointF(rect.x() + self._before() / 2, rect.y() + rect.height() / 2)
        painter.save()
        painter.translate(middle.x() - wide / 2, middle.y() - size / 2)
        self._sign(actor, look.theme[ink], size).paint(painter)
        painter.restore()
        if moved:
            painter.setPen(QPen(look["accent"], look.scale * 1.2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            around = size * 0.62
            painter.drawRoundedRect(
                round(middle.x() - wide / 2 - around / 1.3),
                round(middle.y() - size / 2 - around / 1.3),
                round(wide + 1.5 * around),
                round(size + 1.5 * around),
                size,
                size,
            )

    def _drawn(self, actor: Actor, colour: str, size: float) -> Drawing:
        return Drawing(actor_marks(actor, 0.0, 0.0, size, colour), self._desk.engine)

    def _ink(self, found: Assignment | None) -> str:
        if found is None or found.chosen:
            return "ink"
        return "ink-tertiary" if found.kept else "ink-secondary"

    def _corner(self, painter: QPainter, rect: QRect) -> None:
        """The sign of a choice: a filled corner."""
        side, x, y = self._look.px(8), rect.right() + 1, rect.y()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look["accent"])
        painter.drawPolygon(QPolygon([QPoint(x - side, y), QPoint(x, y), QPoint(x, y + side)]))

    def _chevron(self, painter: QPainter, rect: QRect) -> None:
        """The sign of a list that opens."""
        px = self._look.px
        x, y = rect.right() - px(CHEVRON) // 2 - px(2), rect.center().y()
        painter.setPen(QPen(self._look["ink-secondary"], self._look.scale * 1.5))
        painter.drawPolyline(
            [QPoint(x - px(4), y - px(2)), QPoint(x, y + px(2)), QPoint(x + px(4), y - px(2))]
        )

    def _frame(self, painter: QPainter, rect: QRect, width: int) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(QPen(self._look["accent"], width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect.adjusted(1, 1, -1, -2))

    def _room(self, index: QModelIndex | QPersistentModelIndex, width: int) -> int:
        """For the text of a cell so wide, beside the sign and the list that opens."""
        return width - self._before() - self._behind(not index.column())

    def _behind(self, today: bool) -> int:
        return self._look.px(4) if today else self._after()

    def _before(self) -> int:
        return self._look.px(PAD + 2 * SIGN + BESIDE)

    def _after(self) -> int:
        return self._look.px(CHEVRON + 2)

    def _font(self, heavy: bool) -> QFont:
        return self._look.font(13, QFont.Weight.DemiBold if heavy else QFont.Weight.Normal)

    def _text(self, index: QModelIndex | QPersistentModelIndex) -> str:
        return str(index.data(Qt.ItemDataRole.DisplayRole))
