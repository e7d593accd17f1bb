"""Side by side on a desk of its own, worked with by mouse and keys as a person would."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from helpers.alone import Alone, standing_alone
from rondo.ui.beside.change_model import Row
from rondo.ui.beside.change_panel import ChangeView
from rondo.ui.beside.standing import State
from rondo.ui.beside.view import BesideView
from rondo.ui.desk import Desk
from rondofile.kinds import EditKind
from rondofile.project import Project
from rondofile.records import Step

NONE = Qt.KeyboardModifier.NoModifier


class Beside(Alone[BesideView]):
    """Both maps, the list, the project behind them, and a person's hands."""

    def __init__(self, desk: Desk, view: BesideView) -> None:
        super().__init__(desk, view)
        self.surface, self.panel = view.surface, view.panel

    @property
    def next_undo(self) -> EditKind | None:
        standing = self.desk.session.standing
        return standing.next_undo if standing else None

    def lines(self) -> list[str]:
        """The lines of the list."""
        return [row.text for row in self.rows(self.panel.list)]

    def worse(self) -> list[str]:
        """The lines of what gets worse."""
        return [row.text for row in self.rows(self.panel.worse)]

    def rows(self, view: ChangeView) -> list[Row]:
        """The rows of one of the lists."""
        model = view.model()
        found = [model.index(at, 0).data(Qt.ItemDataRole.UserRole) for at in range(model.rowCount())]
        assert all(isinstance(row, Row) for row in found)
        return found

    def pick(self, line: str) -> None:
        """The line that begins so is clicked; after a heading of that name, where one is given."""
        view = self.panel.list
        at = next(at for at, text in enumerate(self.lines()) if text.startswith(line))
        index = view.model().index(at, 0)
        view.scrollTo(index)
        QApplication.processEvents()
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, NONE, view.visualRect(index).center())
        self.settle()

    def steps(self, side: int = 1) -> dict[str, Step]:
        """The steps of today (0) or of the redesign (1), by title."""
        return {step.title: step for step in self.project.steps_of(self.view.comparison.ids[side])}

    def state(self, step: str) -> State:
        """How a step stands."""
        return self.surface.standings[step].state

    def at(self, step: str) -> QPoint:
        """The middle of the card of a step, in the viewport."""
        self.surface.reveal(step)
        box = self.surface.place_of(step)
        assert box is not None
        return box.center().toPoint()

    def click(self, step: str) -> None:
        QTest.mouseClick(self.surface.viewport(), Qt.MouseButton.LeftButton, NONE, self.at(step))
        self.settle()

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        """The key goes to whatever has the focus."""
        QTest.keyClick(
            QApplication.focusWidget() or self.view.window().focusWidget() or self.surface, key, held
        )
        self.settle()

    def do(self, deed: str) -> None:
        """The action of the window is carried out, where it can be."""
        found = self.view.deeds()[deed]
        assert found.possible(), deed
        found.do()
        self.settle()

    def chosen(self) -> tuple[str, ...]:
        return self.desk.selection.ids_of(Step)

    def undo(self) -> None:
        self.desk.session.undo()
        self.settle()


@contextmanager
def open_beside(
    folder: Path, project: Project, journey: str | None = None, size: tuple[int, int] = (1300, 900)
) -> Iterator[Beside]:
    """That journey beside its counterpart."""

    def make(desk: Desk) -> BesideView:
        desk.selection.look_at(journey or desk.selection.journey)
        return BesideView(desk)

    with standing_alone(Beside, make, lambda view: view.surface, folder, project, size) as made:
        yield made
