"""How the cells of the table of offers are painted and written into."""

from __future__ import annotations

from PySide6.QtCore import QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from rondo.ui.desk import Desk
from rondo.ui.offers.columns import Column
from rondo.ui.offers.model import OFFER, OffersModel
from rondo.ui.pieces.state_pen import state_pen
from rondo.ui.tables.calm_cell import FOCUS, PAD, CalmCell, Index
from rondo.ui.tables.writer import Writer
from rondofile.enums import PlayerKind
from rondofile.records import Placement

SIGN, CARD = 16, (16, 11)
"""Pixels at 100 % text: the room of the sign of an organisation, and the little card of a state."""


class OfferCell(CalmCell):
    """Paints every cell; opens the editor of those in which something is typed."""

    def __init__(self, desk: Desk, model: OffersModel, parent: QWidget) -> None:
        super().__init__(desk, parent)
        self._model = model

    def around(self, column: Column) -> int:
        """Pixels that a cell needs besides its text: the margins and the sign before it."""
        px, found = self._look.px, self._look.px(PAD) + self._look.px(PAD // 2) + 1
        if column is Column.PLAYER:
            return found + px(SIGN)
        return found + (px(CARD[0]) + px(8) if column is Column.STATE else 0)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setClipRect(option.rect)
        self._ground(painter, option, "surface")
        px, offer = self._look.px, index.data(OFFER)
        room = option.rect.adjusted(px(PAD), 0, -px(PAD // 2), 0)
        if offer is None:
            self._text(painter, room, str(index.data() or ""), self._quiet(option))
        else:
            self._paint_offer(painter, option, Column(index.column()), offer, room)
        if option.state & FOCUS:
            self._frame(painter, option.rect)
        painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        new = index.data(OFFER) is None
        column = Column(index.column())
        writer = Writer(parent, self._look, self._desk.words("offers.new" if new else f"offers.{column.key}"))
        self.opened.emit(writer, QPersistentModelIndex(index))
        return writer

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """The editor begins with what is there; a line for a new offer begins empty."""
        offer = index.data(OFFER)
        if isinstance(editor, Writer) and offer is not None and not editor.begun:
            column = Column(index.column())
            own = offer.card_text if column is Column.FOR else self._model.facts.written(offer, column)
            editor.begin(own)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        around = editor.parentWidget()
        least = self._look.px(240)
        if around is not None and rect.width() < least:  # a sentence needs room to be written
            wide = min(least, max(around.width() - rect.left(), rect.width()))
            rect = QRect(rect.left(), rect.top(), wide, rect.height())
        editor.setGeometry(rect.adjusted(0, 0, 0, -1))

    def _paint_offer(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        column: Column,
        offer: Placement,
        room: QRect,
    ) -> None:
        text, ink = self._model.facts.text(offer, column).replace("\n", " "), self._ink(option)
        match column:
            case Column.OFFER if not text:
                text, ink = self._desk.words("matrix_figure.no_offer"), self._quiet(option)
            case Column.PLAYER:
                room = self._paint_sign(painter, option, offer, room)
            case Column.STATE:
                room = self._paint_state(painter, option, offer, room)
            case Column.CELL:
                ink = self._quiet(option)
        self._text(painter, room, text, ink)

    def _paint_sign(
        self, painter: QPainter, option: QStyleOptionViewItem, offer: Placement, room: QRect
    ) -> QRect:
        """What the organisation is to us, as on the cards of the matrix."""
        kind = self._model.facts.kind(offer)
        ink = self._tone(option, "accent" if kind is PlayerKind.OWN else "ink-secondary")
        self._text(painter, room, self._desk.framework.mark(kind), ink)
        return room.adjusted(self._look.px(SIGN), 0, 0, 0)

    def _paint_state(
        self, painter: QPainter, option: QStyleOptionViewItem, offer: Placement, room: QRect
    ) -> QRect:
        """A little card with the line around it that says when."""
        px, wide, high = self._look.px, self._look.px(CARD[0]), self._look.px(CARD[1])
        own = self._model.facts.kind(offer) is PlayerKind.OWN
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(
            state_pen(offer.state, self._tone(option, "accent" if own else "ink-secondary"), self._look)
        )
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(
            QRectF(room.x() + 1, room.center().y() - high / 2, wide - 2, high), px(2), px(2)
        )
        return room.adjusted(wide + px(8), 0, 0, 0)
