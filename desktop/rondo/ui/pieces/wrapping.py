"""Text in a painted cell: broken to the width there is, never cut off."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextLayout, QTextOption

_MOST = 20_000
"""Heights that are remembered."""
_LAID_OUT = 1_000
"""Texts that are kept as they were laid out: what is in sight of a table is painted again and again."""


class Wrapping:
    """Breaks plain text at words, inside a word only where the word is too long for the line."""

    def __init__(self) -> None:
        self._heights: dict[tuple[str, str, int], int] = {}
        self._layouts: dict[tuple[str, str, int], QTextLayout] = {}

    def height(self, text: str, font: QFont, width: int) -> int:
        """How high the text is at that width; an empty text has no height."""
        if not text:
            return 0
        key = (text, font.key(), width)
        found = self._heights.get(key)
        if found is None:
            if len(self._heights) >= _MOST:
                self._heights.clear()
            found = self._heights[key] = -int(-_laid_out(text, font, width).boundingRect().height() // 1)
        return found

    def paint(
        self, painter: QPainter, text: str, font: QFont, at: tuple[int, int], width: int, colour: QColor
    ) -> int:
        """The text stands there; answers its height."""
        if not text:
            return 0
        key = (text, font.key(), width)
        layout = self._layouts.get(key)
        if layout is None:
            if len(self._layouts) >= _LAID_OUT:
                self._layouts.clear()
            layout = self._layouts[key] = _laid_out(text, font, width)
        painter.setPen(colour)
        layout.draw(painter, QPointF(*at))
        return -int(-layout.boundingRect().height() // 1)


def widest_word(texts: Iterable[str], font: QFont) -> int:
    """The width of the widest word, in pixels; 0 without any."""
    metrics = QFontMetrics(font)
    return max((metrics.horizontalAdvance(word) for text in texts for word in text.split()), default=0)


def _laid_out(text: str, font: QFont, width: int) -> QTextLayout:
    layout = QTextLayout(text.replace("\n", "\u2028"), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    layout.setTextOption(option)
    layout.beginLayout()
    y = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 1))
        line.setPosition(QPointF(0, y))
        y += line.height()
    layout.endLayout()
    return layout
