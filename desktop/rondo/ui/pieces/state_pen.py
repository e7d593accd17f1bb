"""The line around an offer says when it is: today thin, we will heavy, we could dashed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPen

from rondo.ui.dress.look import Look
from rondofile.enums import PlacementState


def state_pen(state: PlacementState, colour: QColor, look: Look) -> QPen:
    """Today thin, we will heavy, we could dashed."""
    width = max(1, look.px(1))
    match state:
        case PlacementState.NOW:
            return QPen(colour, width)
        case PlacementState.TARGET:
            return QPen(colour, 2 * width)
        case PlacementState.IDEA:
            pen = QPen(colour, width)
            pen.setDashPattern([4.0, 3.0])
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            return pen
