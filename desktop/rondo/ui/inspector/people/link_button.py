"""A button that reads like a link; too long a text ends in dots, and is whole in its tool tip."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from rondo.ui.dress.look import Look
from rondo.ui.escaped import escape

SIDES = 14
"""Pixels at 100 % that the style keeps beside the text."""


class LinkButton(QPushButton):
    """Says what it leads to."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, self._whole = look, ""
        self.setProperty("kind", "link")
        self.setFont(look.font(12))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def say(self, text: str) -> None:
        """That is what it leads to."""
        if text != self._whole:
            self._whole = text
            self.setAccessibleName(text)
            self._fit()
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        wide = self.fontMetrics().horizontalAdvance(self._whole) + 2 * self._look.px(SIDES)
        return QSize(wide, self._look.px(26))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(60), self._look.px(26))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = max(self.width() - 2 * self._look.px(SIDES), 1)
        said = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, room)
        self.setText(said.replace("&", "&&"))
        self.setToolTip(escape(self._whole) if said != self._whole else "")
