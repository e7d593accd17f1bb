"""Text broken into lines that fit a width, and those lines on a painter."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextLayout, QTextOption

from rondo.ui.dress.look import Look

_ENDLESS = 600
"""Letters after which nothing of a name is looked at: no room for it anywhere in the outline."""


@lru_cache(maxsize=4096)
def broken(text: str, family: str, size: int, weight: int, width: int, most: int) -> tuple[str, ...]:
    """At most that many lines, each no wider than `width` pixels; the last tells that there is more."""
    font = QFont(family)
    font.setPixelSize(size)
    font.setWeight(QFont.Weight(weight))
    short = " ".join(text[:_ENDLESS].split())
    layout = QTextLayout(short, font)
    layout.setTextOption(_option())
    layout.beginLayout()
    found: list[str] = []
    while len(found) < most:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(max(width, 1))
        rest = short[line.textStart() :]
        last = len(found) + 1 == most and line.textLength() < len(rest)
        whole = rest if last else rest[: line.textLength()].rstrip()
        found.append(
            QFontMetrics(font).elidedText(whole, Qt.TextElideMode.ElideRight, width) if last else whole
        )
    layout.endLayout()
    return tuple(found)


def lines(text: str, font: QFont, width: int, most: int = 1) -> tuple[str, ...]:
    """The text in lines for that font."""
    return broken(text, font.family(), font.pixelSize(), font.weight().value, width, most)


def height(font: QFont, many: int) -> int:
    """Pixels that so many lines take."""
    return QFontMetrics(font).lineSpacing() * many


def draw(
    painter: QPainter,
    where: QRect,
    texts: Sequence[str],
    font: QFont,
    colour: QColor,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    """The lines stand in the box, one below the other from its top."""
    painter.setFont(font)
    painter.setPen(colour)
    spacing = QFontMetrics(font).lineSpacing()
    flags = align | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
    for number, text in enumerate(texts):
        box = QRect(where.left(), where.top() + number * spacing, where.width(), spacing)
        painter.drawText(box, int(flags), text)


def secondary(look: Look, chosen: bool) -> QColor:
    """The colour of small print; on a chosen line it must stand out from that ground too."""
    plain = look["chosen"] != look["accent"]
    return look["ink-secondary"] if not chosen or plain else look["on-chosen"]


def _option() -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option
