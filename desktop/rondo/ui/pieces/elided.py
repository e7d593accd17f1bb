"""A line of words that gives way: where it is too long for its place, its tool tip has the whole."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel

from rondo.ui.escaped import escape

LEAST = 6
"""Letters that are always seen."""


class Elided(QLabel):
    """`say` what it says; `text()` and a screen reader always have the whole."""

    def __init__(self, kind: str = "") -> None:
        super().__init__()
        self._tip = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("kind", kind)

    def say(self, text: str, tip: str = "") -> None:
        """It says that; `tip` is what there is to know besides."""
        self._tip = tip
        self.setText(text)
        self.setAccessibleName(text)
        self._tell()

    def minimumSizeHint(self) -> QSize:
        least = self.fontMetrics().horizontalAdvance(self.text()[:LEAST] + "…")
        return QSize(min(least, self.sizeHint().width()), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.contentsRect(), int(self.alignment()), self._shown())
        painter.end()

    def _shown(self) -> str:
        room = self.contentsRect().width()
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)

    def _tell(self) -> None:
        whole = self.text() if self._shown() != self.text() else ""
        self.setToolTip("<br>".join(escape(part) for part in (whole, self._tip) if part))
