"""The table of steps on a desk of its own, worked with by keys and mouse as a person would."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from helpers.alone import Alone, standing_alone
from helpers.desks import edited
from rondo.ui.desk import Desk
from rondo.ui.steps.columns import Column
from rondo.ui.steps.view import StepsView
from rondo.words import Words
from rondofile.kinds import EditKind
from rondofile.nouns import journeys
from rondofile.project import Project
from rondofile.records import Step

NONE = Qt.KeyboardModifier.NoModifier


class Table(Alone[StepsView]):
    """A table, the project behind it, and a person's hands."""

    def __init__(self, desk: Desk, view: StepsView) -> None:
        super().__init__(desk, view)
        self.table = view.table

    def said(self) -> list[str]:
        """The lines from above, as a screen reader says them."""
        model = self.table.steps
        role = Qt.ItemDataRole.AccessibleTextRole
        return [str(model.index(row, 0).data(role)) for row in range(model.rowCount())]

    def steps(self) -> dict[str, Step]:
        """The steps of the journey that is shown, by title."""
        journey = self.desk.selection.journey or ""
        return {step.title: step for step in self.project.steps_of(journey)}

    def links(self) -> set[tuple[str, str, str]]:
        """The links of the journey that is shown: titles of both ends, and kind."""
        get, journey = self.project.get, self.desk.selection.journey or ""
        return {
            (get(Step, x.source).title, get(Step, x.target).title, str(x.kind))
            for x in self.project.links_of(journey)
        }

    def cell(self, title: str, column: Column) -> str:
        """What is shown in a cell of the step of that title."""
        row = self.table.steps.row_of(self.steps()[title].id)
        assert row is not None
        return str(self.table.steps.index(row, column).data())

    def go(self, line: str, column: Column = Column.TITLE) -> None:
        """The keys go to the first line that begins so, and to nothing else."""
        row = next(row for row, said in enumerate(self.said()) if said.startswith(line))
        self.table.setFocus()
        self.table.setCurrentIndex(self.table.steps.index(row, column))

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        """The key goes to whatever has the focus."""
        QTest.keyClick(self.focused(), key, held)
        self.settle()

    def type(self, text: str) -> None:
        QTest.keyClicks(self.focused(), text)

    def menu(self) -> QMenu:
        """The list that is open at a cell."""
        menu = self.view.doing.shown
        assert menu is not None and menu.isVisible()
        return menu

    def choose(self, name: str) -> None:
        """That answer of the open list is chosen by key."""
        menu = self.menu()
        menu.setActiveAction(next(action for action in menu.actions() if action.text() == name))
        QTest.keyClick(menu, Qt.Key.Key_Return)
        self.settle()

    def do(self, deed: str) -> None:
        """The action of the window is carried out, where it can be."""
        found = self.view.deeds()[deed]
        assert found.possible(), deed
        found.do()
        self.settle()

    def focused(self) -> QWidget:
        return QApplication.focusWidget() or self.table


@contextmanager
def open_table(
    folder: Path,
    project: Project | None,
    size: tuple[int, int] = (1200, 700),
    words: Words | None = None,
) -> Iterator[Table]:
    """The table of the project's first journey, with the keys in it."""
    with standing_alone(Table, StepsView, lambda view: view.table, folder, project, size, words) as made:
        yield made


@contextmanager
def open_bare_table(folder: Path) -> Iterator[Table]:
    """The table of a journey without lanes or steps."""
    with open_table(folder, Project({})) as table:
        edited(table.desk.session, EditKind.ADD_JOURNEY, lambda edit: journeys.add(edit, "Bare"))
        table.settle()
        yield table
