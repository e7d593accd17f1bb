"""The two small buttons of the cell under the pointer: an offer there, and the same place in the matrix."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QPoint, QRect

from rondo.figures.coverage.coverage_draw import Spot
from rondo.ui.coverage.plan import FOOT, NAME

if TYPE_CHECKING:
    from rondo.ui.coverage.grid import CoverageGrid

Button = Literal["offer", "matrix"]
SIDE = 24


def buttons(grid: CoverageGrid, spot: Spot) -> dict[Button, QRect]:
    """Where the buttons of a cell stand in the viewport: in the room that is left free below what it says."""
    if spot[2] == NAME:
        return {}
    cell, px = grid.cell_box(spot), grid.desk.look.px
    side, low = px(SIDE), px(FOOT) - px(SIDE)
    right = min(cell.right(), grid.viewport().width()) - px(3)
    corner = QPoint(right - side, cell.bottom() - px(2) - side - min(low, 0) // 2)
    found: dict[Button, QRect] = {}
    for button in ("offer", "matrix"):
        if button == "offer" and not grid.deeds.can_offer(spot):
            continue
        found["offer" if button == "offer" else "matrix"] = QRect(corner.x(), corner.y(), side, side)
        corner -= QPoint(side + px(2), 0)
    return found


def button_at(grid: CoverageGrid, spot: Spot | None, at: QPoint) -> Button | None:
    """The button under a point."""
    there = buttons(grid, spot) if spot is not None else {}
    return next((button for button, box in there.items() if box.contains(at)), None)
