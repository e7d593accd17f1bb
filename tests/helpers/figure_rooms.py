"""Rooms that show a figure to work with, on a desk of their own, and a person's hands in them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Generic, TypeVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from helpers.desks import clear_away, open_desk, settle
from rondo.ui.desk import Desk
from rondo.ui.pieces.figure_board import FigureBoard
from rondo.ui.room import Room
from rondofile.project import Project

R = TypeVar("R", bound=Room)


class Figured(Generic[R]):
    """A room, its board, and the project behind them."""

    def __init__(self, desk: Desk, room: R, board: FigureBoard) -> None:
        self.desk, self.room, self.board = desk, room, board

    @property
    def project(self) -> Project:
        return self.desk.session.project

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.board, key, held)
        self.settle()

    def press(self, group: str) -> None:
        QTest.mouseClick(self.board.widget(), Qt.MouseButton.LeftButton, pos=self.middle(group))
        self.settle()

    def drag(self, group: str, over: str, give_up: bool = False) -> None:
        """That group is dragged onto the other one; or given up on the way."""
        sheet, left = self.board.widget(), Qt.MouseButton.LeftButton
        start, end = self.middle(group), self.middle(over)
        QTest.mousePress(sheet, left, pos=start)
        for part in (0.3, 0.6, 1.0):
            QTest.mouseMove(sheet, start + (end - start) * part)
        if give_up:
            self.board.give_up()
        QTest.mouseRelease(sheet, left, pos=end)
        self.settle()

    def middle(self, group: str) -> QPoint:
        box = self.board.box_of(group)
        assert box is not None, group
        return box.center().toPoint()

    def do(self, deed: str) -> None:
        found = self.room.deeds()[deed]
        assert found.possible(), deed
        found.do()
        self.settle()

    def undo(self) -> None:
        self.desk.session.undo()
        self.settle()

    def settle(self) -> None:
        settle(self.desk.session)
        settle(self.desk.session)


@contextmanager
def open_figured(
    folder: Path, project: Project, make: Callable[[Desk], R], size: tuple[int, int] = (900, 700)
) -> Iterator[Figured[R]]:
    """The room of that project, with the keys in its board."""
    with open_desk(folder, project) as desk:
        window = QWidget()
        room = make(desk)
        room.setParent(window)
        for widget in (window, room):
            widget.resize(*size)
        window.show()
        window.activateWindow()
        board = room.findChild(FigureBoard)
        assert board is not None
        board.setFocus()
        made = Figured(desk, room, board)
        made.settle()
        try:
            yield made
            made.settle()
        finally:
            window.hide()
            window.deleteLater()
            clear_away()
