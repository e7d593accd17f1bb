"""Where something went, for a moment: offers that just came or changed light up and fade."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QVariantAnimation

from rondo.ui.matrix.grid import MatrixGrid

FADE = 700
"""Milliseconds."""


class Flash:
    """One flash at a time; none where the person wants nothing to move."""

    def __init__(self, grid: MatrixGrid) -> None:
        self._grid = grid
        self._keys: tuple[str, ...] = ()
        self._fade = QVariantAnimation(grid)
        self._fade.setStartValue(1.0)
        self._fade.setEndValue(0.0)
        self._fade.setDuration(FADE)
        self._fade.valueChanged.connect(self._on_fade_changed)
        self._fade.finished.connect(lambda: self._on_fade_changed(0.0))

    def begin(self, keys: Iterable[str]) -> None:
        """Those offers light up."""
        self._fade.stop()
        self._keys = tuple(keys)
        if self._grid.desk.look.moves and self._grid.isVisible():
            self._fade.start()

    def _on_fade_changed(self, strength: float) -> None:
        grid = self._grid
        grid.scene.flash = dict.fromkeys(self._keys, strength) if strength else {}
        homes = {grid.plan.home[key] for key in self._keys if key in grid.plan.home}
        grid.repaint_cells(homes)
