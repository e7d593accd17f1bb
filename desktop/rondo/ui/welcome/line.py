"""A line that opens something: a name, where it is, when it was changed."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from rondo.ui.dress.look import Look
from rondo.ui.pieces.card_button import CardButton

PAD, GAP = 10, 12


class Line(CardButton):
    """A button of two lines of text, as wide as there is room."""

    def __init__(
        self,
        look: Look,
        name: str,
        place: str,
        when: str,
        *,
        missing: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, parent)
        self._name, self._place, self._when, self._missing = name, place, when, missing
        self.setAccessibleName(", ".join(text for text in (name, place, when) if text))
        self.setToolTip("")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        high = QFontMetrics(self.name_font()).lineSpacing() + QFontMetrics(self.small_font()).lineSpacing()
        return QSize(self._look.px(240), high + 2 * self._look.px(PAD - 2))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(120), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look = QPainter(self), self._look
        self.paint_ground(painter)
        inside = self.rect().adjusted(look.px(PAD + 2), look.px(PAD - 2), -look.px(PAD + 2), 0)
        spacing = QFontMetrics(self.name_font()).lineSpacing()
        small = QFontMetrics(self.small_font())
        when = small.horizontalAdvance(self._when) + look.px(GAP) if self._when else 0
        first = QRect(inside.left(), inside.top(), inside.width() - when, spacing)
        second = QRect(inside.left(), first.bottom() + 1, inside.width(), small.lineSpacing())
        ink = look["ink-secondary" if self._missing else "ink"]
        _text(painter, first, self._name, self.name_font(), ink)
        beside = QRect(inside.left(), inside.top(), inside.width(), spacing)
        mark = look["warn" if self._missing else "ink-tertiary"]
        _text(painter, beside, self._when, self.small_font(), mark, Qt.AlignmentFlag.AlignRight)
        _text(painter, second, self._place, self.small_font(), look["ink-secondary"])


def _text(
    painter: QPainter,
    where: QRect,
    text: str,
    font: QFont,
    colour: QColor,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    """One line, shortened in the middle where there is no room: a path begins and ends with what matters."""
    painter.setFont(font)
    painter.setPen(colour)
    short = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideMiddle, where.width())
    flags = align | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
    painter.drawText(where, int(flags), short)
