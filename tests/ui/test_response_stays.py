"""Shown anew, as after another theme, the response grid looks as it did: what is chosen, what is in sight."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from helpers.desks import park
from helpers.response_room import open_grid
from helpers.resting import come_to_rest

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def test_another_theme_leaves_the_chosen_cells_and_the_place_as_they_were(
    qapp: QApplication, tmp_path: Path
) -> None:
    with open_grid(tmp_path, park(), (1200, 420)) as grid:
        for key in (Qt.Key.Key_Down, Qt.Key.Key_Right):
            grid.key(key, Qt.KeyboardModifier.ShiftModifier)
        chosen, bar = grid.grid.chosen(), grid.grid.verticalScrollBar()
        come_to_rest(grid.view)
        bar.setValue(bar.maximum())
        place = bar.value()
        grid.desk.look.choose("dark")
        come_to_rest(grid.view)
        assert grid.grid.chosen() == chosen and len(chosen) == 4
        assert bar.value() == place > 100
        assert grid.grid.spot() in chosen
