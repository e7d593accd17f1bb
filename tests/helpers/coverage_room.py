"""The coverage on a desk of its own, worked with by keys and mouse as a person would."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from helpers.alone import Alone, standing_alone
from rondo.figures.coverage.coverage_draw import Spot
from rondo.strategy.people.answers import Answers
from rondo.ui.coverage.view import CoverageView
from rondo.ui.desk import Desk
from rondofile.enums import Experience
from rondofile.project import Project
from rondofile.records import Fit

NONE = Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton


class Covered(Alone[CoverageView]):
    """A coverage, the project behind it, and a person's hands."""

    def __init__(self, desk: Desk, view: CoverageView) -> None:
        super().__init__(desk, view)
        self.grid = view.grid

    def fit(self, segment: str, situation: str | None, experience: Experience) -> Fit | None:
        """Their own scores."""
        return Answers(self.project).fit(segment, situation, experience)

    def go(self, key: str, experience: Experience | None, part: str = "comfort") -> None:
        self.grid.setFocus()
        self.grid.go((key, experience, part))

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        QTest.keyClick(self.grid, key, held)
        self.settle()

    def type(self, text: str) -> None:
        QTest.keyClicks(self.grid, text)
        self.settle()

    def on_track(self, spot: Spot, score: int) -> QPoint:
        """Where that score stands on its line, in the viewport."""
        track = self.grid.plan.track(spot)
        assert track is not None
        return QPoint(round(track.x(score)), round(track.y)) + self.grid.shift

    def click(self, at: QPoint) -> None:
        self.grid.viewport().setFocus()
        QTest.mouseClick(self.grid.viewport(), LEFT, NONE, at)
        self.settle()

    def undo(self) -> None:
        self.desk.session.undo()
        self.settle()


@contextmanager
def open_coverage(
    folder: Path, project: Project | None, size: tuple[int, int] = (1000, 760)
) -> Iterator[Covered]:
    """The coverage of a project, with the keys in it."""
    with standing_alone(Covered, CoverageView, lambda view: view.grid, folder, project, size) as made:
        yield made
