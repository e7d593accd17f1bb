"""Our idea stands in its empty cell of the matrix, and goes where an offer comes."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QAccessible, QImage

from helpers.desks import edited, park
from helpers.matrix_rooms import COACH, RETAILER, open_matrix, undone
from rondo.ui.matrix.view import MatrixView
from rondofile.kinds import EditKind
from rondofile.nouns import cell_sheets, placements

pytestmark = pytest.mark.usefixtures("qapp")
CELL = (COACH, RETAILER)


def picture(room: MatrixView) -> QImage:
    """What is painted inside of the cell."""
    box: QRect = room.grid.box(CELL).adjusted(4, 4, -4, -4)
    return room.grid.viewport().grab(box).toImage()


def spoken(room: MatrixView) -> str:
    """Everything a screen reader finds in the matrix."""
    found = QAccessible.queryAccessibleInterface(room.grid)
    parts = [found.child(at).text(QAccessible.Text.Description) for at in range(found.childCount())]
    return "\n".join(parts)


@pytest.mark.parametrize("idea", ["Remind them of sun cream", "A very long idea that needs more room " * 9])
def test_an_idea_when_written_then_stands_in_its_cell_until_it_is_taken_back(
    tmp_path: Path, idea: str
) -> None:
    with open_matrix(tmp_path, park()) as room:
        desk, bare = room.desk, picture(room)
        edited(desk.session, EditKind.WRITE_CELL, lambda edit: cell_sheets.write(edit, *CELL, idea=idea))
        assert picture(room) != bare
        assert idea in spoken(room)
        undone(room)
        assert picture(room) == bare and idea not in spoken(room)


def test_an_offer_when_it_stands_there_then_takes_the_place_of_the_idea(tmp_path: Path) -> None:
    with open_matrix(tmp_path, park()) as room:
        session = room.desk.session
        edited(session, EditKind.PLACE_OFFER, lambda edit: placements.place(edit, "We do", CELL))
        alone = picture(room)
        edited(session, EditKind.WRITE_CELL, lambda edit: cell_sheets.write(edit, *CELL, idea="Remind them"))
        assert picture(room) == alone and "Remind them" not in spoken(room)
