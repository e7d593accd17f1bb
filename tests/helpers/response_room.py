"""The response grid on a desk of its own, worked with by keys and mouse as a person would."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from helpers.alone import Alone, standing_alone
from rondo.ui.desk import Desk
from rondo.ui.responses.model import Spot
from rondo.ui.responses.view import ResponsesView
from rondofile.enums import Experience
from rondofile.project import Project
from rondofile.records import Journey, Response, Step

NONE = Qt.KeyboardModifier.NoModifier
D, C, H, A = Experience


class Grid(Alone[ResponsesView]):
    """A grid, the project behind it, and a person's hands."""

    def __init__(self, desk: Desk, view: ResponsesView) -> None:
        super().__init__(desk, view)
        self.grid = view.grid

    def step(self, title: str, journey: str = "") -> Step:
        """The step of that title, in the journey that is shown."""
        key = journey or self.desk.selection.journey or ""
        return next(step for step in self.project.steps_of(key) if step.title == title)

    def at(self, title: str, experience: Experience) -> Response | None:
        """What stands in a cell."""
        there = self.project.responses_of(self.step(title).id)
        return next((one for one in there if one.experience is experience), None)

    def go(self, title: str, experience: Experience) -> None:
        """The keys go to that cell."""
        self.grid.setFocus()
        self.grid.go(Spot(self.step(title).id, experience))

    def here(self) -> tuple[str, Experience] | None:
        """The cell that the keys are in."""
        spot = self.grid.spot()
        return (self.project.get(Step, spot.step).title, spot.experience) if spot else None

    def write(self, title: str, experience: Experience, text: str, know: str = "") -> Response:
        """The cell is written into by keys."""
        self.go(title, experience)
        self.key(Qt.Key.Key_Return)
        self.type(text)
        self.key(Qt.Key.Key_Tab)
        self.type(know)
        self.key(Qt.Key.Key_Return)
        found = self.at(title, experience)
        assert found is not None
        self.go(title, experience)
        return found

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        """The key goes to whatever has the focus."""
        QTest.keyClick(QApplication.focusWidget() or self.grid, key, held)
        self.settle()

    def type(self, text: str) -> None:
        QTest.keyClicks(QApplication.focusWidget() or self.grid, text)

    def do(self, deed: str) -> None:
        """The action of the window is carried out, where it can be."""
        found = self.view.deeds()[deed]
        assert found.possible(), deed
        found.do()
        self.settle()

    def redesign(self) -> Journey:
        """The redesign of the journey that is shown."""
        (found,) = self.project.redesigns_of(self.desk.selection.journey or "")
        return found

    def undo(self) -> None:
        self.desk.session.undo()
        self.settle()


@contextmanager
def open_grid(folder: Path, project: Project | None, size: tuple[int, int] = (1200, 700)) -> Iterator[Grid]:
    """The grid of the project's first journey, with the keys in it."""
    with standing_alone(Grid, ResponsesView, lambda view: view.grid, folder, project, size) as made:
        yield made
