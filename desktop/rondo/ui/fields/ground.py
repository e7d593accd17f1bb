"""The quiet box that a field stands in: paper, a hairline, round corners, the accent where the focus is."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from rondo.ui.dress.look import Look

RADIUS = 6
HEIGHT = 28
PADDING = 8


def paint_ground(
    widget: QWidget,
    look: Look,
    focused: bool,
    ground: str = "paper",
    edge: str = "line",
    radius: float = RADIUS,
) -> None:
    """The widget has the box as its ground; where the focus is, its edge is heavier, not only coloured."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    width = 2.0 if focused else 1.0
    painter.setPen(QPen(look["accent" if focused else edge], width))
    painter.setBrush(look[ground])
    half = width / 2
    painter.drawRoundedRect(QRectF(widget.rect()).adjusted(half, half, -half, -half), radius, radius)
    painter.end()


class Ground(QWidget):
    """A box around an editor that has no frame of its own."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.troubled = False
        self.calm = False
        """Whether the box shows only under the mouse and where the focus is."""
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def paintEvent(self, event: object) -> None:
        focus = self.focusWidget()
        focused = focus is not None and focus.hasFocus() and self.isAncestorOf(focus)
        if self.calm and not (focused or self.underMouse() or self.troubled):
            return
        edge = "warn" if self.troubled else "ink-tertiary" if self.underMouse() else "line"
        paint_ground(self, self._look, focused, edge=edge)
