"""Paints the coverage: heads, names, cells, and on them what is pointed at, chosen and where the keys are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen

from rondo.figures.coverage.coverage_draw import Spot
from rondo.figures.coverage.score_mark import knob
from rondo.strategy.people.answers import Score
from rondo.ui.coverage.buttons import Button, buttons
from rondo.ui.coverage.plan import NAME
from rondo.ui.pieces.painting import Drawing
from rondofile.records import Placement, Segment, Situation

if TYPE_CHECKING:
    from rondo.ui.coverage.grid import CoverageGrid


class Over(Struct, frozen=True):
    """What the pointer is over: a spot, the score it would set, a button; `pulls` while it is held down."""

    spot: Spot | None = None
    score: int | None = None
    button: Button | None = None
    pulls: bool = False


def paint(painter: QPainter, grid: CoverageGrid, seen: QRect) -> None:
    """Everything that can be seen of the grid."""
    plan, look, size = grid.plan, grid.desk.look, grid.viewport().size()
    painter.fillRect(seen, look["surface"])
    head, shift = round(plan.head), grid.shift
    first = round(plan.first)
    left = first if grid.is_frozen else 0
    painter.setClipRect(QRect(left, head, size.width() - left, size.height() - head))
    _cells(painter, grid)
    painter.setClipRect(QRect(0, head, max(0, first if grid.is_frozen else first + shift.x()), size.height()))
    _names(painter, grid)
    painter.setClipRect(QRect(left, 0, size.width() - left, head + 2))
    painter.translate(shift.x(), 0)
    plan.heads.paint(painter)
    painter.resetTransform()
    painter.setClipping(False)
    painter.setPen(QPen(look["ink"], max(1, look.px(1))))
    painter.drawLine(0, head, size.width(), head)


def _cells(painter: QPainter, grid: CoverageGrid) -> None:
    here, chosen = grid.spot, grid.desk.selection.ids_of(Placement)
    top = grid.shift.y()
    for line in grid.plan.lines:
        if line.bottom + top < grid.plan.head or line.top + top > grid.viewport().height():
            continue
        if here is not None and here[0] == line.row.key and here[2] != NAME and grid.hasFocus():
            painter.fillRect(grid.cell_box(here).adjusted(1, 1, 0, 0), grid.desk.look["accent-ground"])
        painter.translate(grid.shift.x(), top + line.top)
        line.drawn.cells.paint(painter)
        painter.resetTransform()
        for place in line.row.places:
            for offer in (*place.ours, *place.shared, *place.others):
                if offer.id in chosen:
                    _ring(painter, grid, (line.row.key, place.experience, offer.id), thin=True)
    _pointed(painter, grid)
    if here is not None and here[2] != NAME and grid.hasFocus():
        _ring(painter, grid, here)


def _names(painter: QPainter, grid: CoverageGrid) -> None:
    look, selection = grid.desk.look, grid.desk.selection
    chosen = (*selection.ids_of(Segment), *selection.ids_of(Situation))
    aside = 0 if grid.is_frozen else grid.shift.x()
    painter.fillRect(painter.clipBoundingRect(), look["surface"])
    for line in grid.plan.lines:
        low = line.bottom + grid.shift.y()
        if low < grid.plan.head or low - (line.bottom - line.top) > grid.viewport().height():
            continue
        if line.row.key in chosen:
            painter.fillRect(grid.box((line.row.key, None, NAME)).adjusted(0, 1, 0, 0), look["accent-ground"])
        painter.translate(aside, grid.shift.y() + line.top)
        line.drawn.names.paint(painter)
        painter.resetTransform()
    if grid.spot is not None and grid.spot[2] == NAME and grid.hasFocus():
        _ring(painter, grid, grid.spot)


def _ring(painter: QPainter, grid: CoverageGrid, spot: Spot, thin: bool = False) -> None:
    """A frame around a spot."""
    look, box = grid.desk.look, QRectF(grid.box(spot))
    inset = 1.0 if spot[2] in ("", NAME) else -1.0
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(look["accent"], look.px(1) if thin else look.px(2)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), look.px(4), look.px(4))


def _pointed(painter: QPainter, grid: CoverageGrid) -> None:
    """The score that a press would set, and the buttons of the cell."""
    over, look = grid.over, grid.desk.look
    spot = over.spot
    if spot is None or spot[2] == NAME:
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    track = grid.plan.track(spot)
    if over.score is not None and track is not None:
        which: Score = "comfort" if spot[2] == "comfort" else "value"
        shapes = knob(which, track.x(over.score), track.y, 3.4 * track.unit, look.theme, "accent", True)
        painter.translate(grid.shift)
        Drawing(shapes, grid.desk.engine).paint(painter)
        painter.resetTransform()
    if not over.pulls:
        for button, box in buttons(grid, spot).items():
            _button(painter, grid, button, box)


def _button(painter: QPainter, grid: CoverageGrid, button: Button, box: QRect) -> None:
    look, lit = grid.desk.look, grid.over.button == button
    painter.setPen(QPen(look["accent" if lit else "line"], 1))
    painter.setBrush(look["accent-ground" if lit else "surface"])
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), look.px(4), look.px(4))
    side = look.px(14)
    at = QPointF(box.center()) - QPointF(side / 2 - 0.5, side / 2 - 0.5)
    icon = look.icon("plus" if button == "offer" else "grid-3x3", "accent" if lit else "ink-secondary")
    icon.paint(painter, QRect(at.toPoint(), QSize(side, side)))
