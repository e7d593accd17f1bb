"""The table of steps shown anew is as it was seen: what is chosen, what is in sight."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelection, QItemSelectionModel
from PySide6.QtWidgets import QApplication

from helpers.desks import park
from helpers.steps_room import open_table
from rondo.ui.steps.columns import Column

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def test_lines_that_are_no_steps_are_never_chosen_with_those_around_them(
    qapp: QApplication, tmp_path: Path
) -> None:
    with open_table(tmp_path, park()) as table:
        model, chosen, flags = (
            table.table.steps,
            table.table.selectionModel(),
            QItemSelectionModel.SelectionFlag,
        )
        rows = range(model.rowCount())
        chosen.select(
            QItemSelection(model.index(0, 0), model.index(rows[-1], 0)), flags.ClearAndSelect | flags.Rows
        )
        painted = [row for row in rows if chosen.isSelected(model.index(row, 0))]
        assert painted == [row for row in rows if model.lines[row].step]
        assert len(painted) == len(table.table.chosen()) == 11


def test_shown_anew_the_table_is_where_it_was(qapp: QApplication, tmp_path: Path) -> None:
    with open_table(tmp_path, park(), (1200, 320)) as table:
        table.go("New step in Request", Column.TITLE)
        here, bar = table.table.currentIndex().row(), table.table.verticalScrollBar()
        bar.setValue(bar.maximum())
        place = bar.value()
        table.view.refresh()
        assert (table.table.currentIndex().row(), bar.value()) == (here, place) and here and place
