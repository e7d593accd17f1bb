"""What follows the pointer while offers are dragged: the card taken hold of, and how many come along."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPixmap

from rondo.ui.matrix.grid import MatrixGrid
from rondo.ui.matrix.painting.cards import Card, paint_card


def ghost(card: Card, count: int, grid: MatrixGrid) -> QPixmap:
    """The card as a see-through picture."""
    look, ratio = grid.desk.look, grid.devicePixelRatioF()
    badge = look.px(20)
    picture = QPixmap(round((card.width + badge / 2) * ratio), round((card.height + badge / 2) * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_card(painter, card, QRect(0, 0, card.width, card.height), look, False)
    if count > 1:
        round_box = QRectF(card.width - badge / 2, card.height - badge / 2, badge, badge)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look["accent"])
        painter.drawEllipse(round_box)
        painter.setPen(look["surface"])
        painter.setFont(look.font(11, QFont.Weight.DemiBold))
        painter.drawText(round_box, Qt.AlignmentFlag.AlignCenter, grid.desk.words.number(count))
    painter.end()
    return picture
