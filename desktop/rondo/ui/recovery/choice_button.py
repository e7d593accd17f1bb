"""A button that says what it does and what follows from it, in as many lines as that takes."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from rondo.ui.dress.look import Look
from rondo.ui.pieces.card_button import CardButton

PAD = 9
_WRAP = int(Qt.TextFlag.TextWordWrap)


class ChoiceButton(CardButton):
    """The label, and below it the consequence; the accessible description says the latter too."""

    def __init__(self, look: Look, label: str, follows: str, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._follows = follows
        self.setText(label)
        self.setAccessibleName(label)
        self.setAccessibleDescription(follows)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        width = self._look.px(320)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(160), self.heightForWidth(max(self.width(), self._look.px(160))))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        inside = width - 2 * self._look.px(PAD + 3)
        return sum(self._heights(inside)) + self._look.px(2) + 2 * self._look.px(PAD)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look = QPainter(self), self._look
        self.paint_ground(painter)
        side, top = look.px(PAD + 3), look.px(PAD)
        width = self.width() - 2 * side
        first, second = self._heights(width)
        above = QRect(side, top, width, first)
        below = QRect(side, above.bottom() + 1 + look.px(2), width, second)
        start = int(Qt.AlignmentFlag.AlignLeading)
        for where, text, font, ink in (
            (above, self.text(), self.name_font(), "ink"),
            (below, self._follows, self.small_font(), "ink-secondary"),
        ):
            painter.setFont(font)
            painter.setPen(look[ink])
            painter.drawText(where, _WRAP | start, text)

    def _heights(self, width: int) -> tuple[int, int]:
        return (
            _height(self.text(), self.name_font(), width),
            _height(self._follows, self.small_font(), width),
        )


def _height(text: str, font: QFont, width: int) -> int:
    """Of a text in lines of that width; of nothing where there is none."""
    return QFontMetrics(font).boundingRect(QRect(0, 0, width, 10_000), _WRAP, text).height() if text else 0
