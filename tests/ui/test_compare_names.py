"""The architectures for everybody: names for a screen reader, words whole at any text size."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLineEdit,
    QProgressBar,
    QTextEdit,
    QWidget,
)

from helpers.compared import compared
from helpers.desks import open_desk, park
from helpers.resting import come_to_rest
from rondo.ui.compare.view import ArchitecturesView
from rondo.ui.desk import Desk
from rondo.ui.pieces.figure_view import FigureView

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def desk(qapp: QApplication, tmp_path: Path) -> Iterator[Desk]:
    with open_desk(tmp_path, park()) as desk:
        yield desk


@pytest.fixture
def view(desk: Desk) -> Iterator[ArchitecturesView]:
    with compared(desk) as view:
        yield view


@pytest.mark.parametrize("section", ["roles", "dimensions", "conditions", "criteria"])
def test_everything_that_can_be_used_has_a_name(section: str, desk: Desk, view: ArchitecturesView) -> None:
    view.looking.open(section)
    view.looking.rank(True)
    view.roles.table.setCurrentIndex(view.roles.table.roles.index(3, 2))
    come_to_rest(view)
    kinds = (QAbstractButton, QLineEdit, QTextEdit, QComboBox, QAbstractItemView, QProgressBar, FigureView)
    used = [one for one in view.findChildren(QWidget) if isinstance(one, kinds) and one.isVisible()]
    used = [one for one in used if not one.objectName().startswith("qt_") and not is_part_of_table(one)]
    assert len(used) > 6
    unnamed = []
    for one in used:
        interface = QAccessible.queryAccessibleInterface(one)
        if interface is None or not interface.text(QAccessible.Text.Name):
            unnamed.append(one)
    assert unnamed == []


def is_part_of_table(widget: QWidget) -> bool:
    """Heads and corners are told by the table that they belong to."""
    return isinstance(widget.parentWidget(), QAbstractItemView)


def test_every_cell_of_the_table_of_steps_shows_its_words_whole(view: ArchitecturesView) -> None:
    for scale in (1.0, 2.0):
        view.desk.look.set_scale(scale)
        come_to_rest(view)
        table, seen = view.roles.table, 0
        for row in range(table.roles.rowCount()):
            assert table.rowHeight(row) >= table.row_head.high(row, table.row_head.width())
            for column in range(table.roles.columnCount()):
                index = table.roles.index(row, column)
                assert table.columnWidth(column) >= table.cells.narrowest(lead=not column)
                assert table.rowHeight(row) >= table.cells.high(index, table.columnWidth(column))
                seen += 1
        assert seen == table.roles.rowCount() * 6
