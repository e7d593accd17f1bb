"""The matrix on a desk of its own, shown without a window around it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from helpers.desks import clear_away, open_desk, settle
from rondo.ui.matrix.view import MatrixView
from rondo.ui.mime import Cards, encode
from rondo.ui.selection import Cell
from rondo.words import Words
from rondofile.enums import Architecture, Experience
from rondofile.project import Project
from rondofile.records import Placement

DESIRE, CURATED, COACH, AUTOMATIC = Experience
PRODUCER, RETAILER, MARKET, CROWD, NETWORK = Architecture
CTRL = Qt.KeyboardModifier.ControlModifier


@contextmanager
def open_matrix(
    folder: Path, project: Project, size: tuple[int, int] = (1100, 800), words: Words | None = None
) -> Iterator[MatrixView]:
    """The matrix of that project, shown and in front."""
    with open_desk(folder, project, words) as desk:
        window = QWidget()
        room = MatrixView(desk, window)
        for widget in (window, room):
            widget.resize(*size)
        window.show()
        window.activateWindow()
        room.setFocus()
        settle(desk.session)
        try:
            yield room
            settle(desk.session)
        finally:
            window.hide()
            window.deleteLater()
            clear_away()


def payload(room: MatrixView, kind: str, *ids: str, journey: str = "") -> QMimeData:
    """Those things as they are dragged."""
    return encode(Cards(room.grid.deeds.doc_id, kind, ids, journey))


def middle(room: MatrixView, cell: Cell) -> QPoint:
    """A free point of the cell in the viewport, brought into view."""
    room.grid.bring_into_view(cell)
    box = room.grid.box(cell).intersected(room.grid.viewport().rect())
    return QPoint(box.center().x(), box.bottom() - 3)


def pressed(
    room: MatrixView, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    """The key is pressed in the grid, and what it asked for is done."""
    QTest.keyClick(room.grid, key, held)
    settle(room.desk.session)


def did(room: MatrixView, action: str) -> None:
    """The action is carried out by the matrix, as the window would, and done."""
    deed = room.deeds()[action]
    assert deed.possible(), action
    deed.do()
    settle(room.desk.session)


def undone(room: MatrixView) -> None:
    """The last step is taken back."""
    room.desk.session.undo()
    settle(room.desk.session)


def sentence_box(room: MatrixView) -> QPlainTextEdit | None:
    """The place where a sentence can be typed now."""
    boxes = [box for box in room.findChildren(QPlainTextEdit) if box.isVisible()]
    assert len(boxes) <= 1
    return boxes[0] if boxes else None


def offers(room: MatrixView) -> dict[str, Placement]:
    """The offers of the project by id."""
    return {offer.id: offer for offer in room.desk.session.project.all(Placement)}


def new_offers(room: MatrixView, before: dict[str, Placement]) -> list[Placement]:
    """The offers that were not there before."""
    return [offer for key, offer in offers(room).items() if key not in before]


def cell(offer: Placement) -> Cell:
    return offer.experience, offer.architecture
