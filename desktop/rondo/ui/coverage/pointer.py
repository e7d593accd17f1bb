"""The pointer in the coverage: a press on the line of a score sets it, pulling shows it before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QMouseEvent

from rondo.figures.coverage.coverage_draw import Spot
from rondo.ui.coverage.buttons import button_at
from rondo.ui.coverage.keys import is_offer
from rondo.ui.coverage.painter import Over
from rondo.ui.coverage.plan import NAME

if TYPE_CHECKING:
    from rondo.ui.coverage.grid import CoverageGrid

NOTHING = Over()
REACH = 8
"""Pixels beside the ends of a score's line that still belong to it."""


class Pointer:
    """What presses, moves and clicks in the grid do."""

    def __init__(self, grid: CoverageGrid) -> None:
        self._grid = grid

    def press(self, event: QMouseEvent) -> None:
        """What lies there has the keys; on the line of a score the new score is shown, not kept yet."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        grid, at = self._grid, event.position().toPoint()
        spot = grid.spot_at(at)
        event.accept()
        if spot is None:
            return
        button = button_at(grid, spot, at)
        grid.go((spot[0], spot[1], "") if button and not grid.plan.parts(spot[0], spot[1]) else spot)
        if button == "offer":
            grid.deeds.offer(spot)
        elif button == "matrix":
            grid.deeds.show_in_matrix(spot)
        else:
            score = self._score(spot, at)
            self._show(Over(spot, score, None, score is not None))

    def move(self, event: QMouseEvent) -> None:
        """The score under the pointer is shown."""
        grid, at = self._grid, event.position().toPoint()
        if grid.over.pulls and grid.over.spot is not None:
            track = grid.plan.track(grid.over.spot)
            if track is not None:
                self._show(Over(grid.over.spot, track.score_at(at.x() - grid.shift.x()), None, True))
            return
        if event.buttons() != Qt.MouseButton.NoButton:
            return
        spot = grid.spot_at(at)
        button = button_at(grid, spot, at)
        self._show(Over(spot, None if button or spot is None else self._score(spot, at), button))

    def release(self, event: QMouseEvent) -> None:
        """The score that is shown is kept; a place that stands open begins an offer."""
        over, grid = self._grid.over, self._grid
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        if over.pulls and over.spot is not None and over.score is not None:
            self._show(NOTHING)
            grid.deeds.set_score(over.spot, over.score)
        elif over.spot is not None and over.spot[2] == "remark" and self._is_on(over.spot, event):
            grid.deeds.offer(over.spot)

    def double_click(self, event: QMouseEvent) -> None:
        """An offer is shown in the matrix; in the free room of a cell a new one begins."""
        spot = self._grid.spot_at(event.position().toPoint())
        if spot is not None and is_offer(spot):
            self._grid.deeds.show_in_matrix(spot)
        elif spot is not None and spot[2] == "":
            self._grid.deeds.offer(spot)
        else:
            self.press(event)

    def escaped(self) -> bool:
        """A score that is being pulled stays as it was."""
        pulls = self._grid.over.pulls
        if pulls:
            self._show(NOTHING)
        return pulls

    def leave(self) -> None:
        """The pointer is gone."""
        if not self._grid.over.pulls:
            self._show(NOTHING)

    def _is_on(self, spot: Spot, event: QMouseEvent) -> bool:
        return self._grid.box(spot).contains(event.position().toPoint())

    def _score(self, spot: Spot, at: QPoint) -> int | None:
        """The score that a press there would set."""
        track = self._grid.plan.track(spot)
        if track is None or not self._grid.deeds.can_score(spot):
            return None
        x, reach = at.x() - self._grid.shift.x(), self._grid.desk.look.px(REACH)
        return track.score_at(x) if track.left - reach <= x <= track.right + reach else None

    def _show(self, over: Over) -> None:
        if over != self._grid.over:
            self._grid.over = over
            hand = over.score is not None or over.button or (over.spot and over.spot[2] in ("remark", NAME))
            shape = Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor
            self._grid.viewport().setCursor(shape)
            self._grid.viewport().update()
