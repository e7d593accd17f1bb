"""The response grid with what hurts first: its order, and the keys that stay where they are."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication

from helpers.desks import park
from helpers.response_room import C, open_grid
from rondo.strategy.journeys.measures import worst_steps


def test_what_hurts_comes_first_and_every_step_stays_once(qapp: QApplication, tmp_path: Path) -> None:
    with open_grid(tmp_path, park()) as grid:
        cells, deed = grid.grid.cells, grid.view.deeds()["responses.worst-first"]
        before = [line.step for line in cells.lines if line.step]
        grid.go("Choose", C)
        deed.do()
        assert deed.checked is not None and deed.checked()
        steps = [line.step for line in cells.lines if line.step]
        worst = [step.id for step in worst_steps(grid.project, grid.project.steps_of("visit"))]
        assert len(worst) >= 3 and steps[: len(worst)] == worst
        assert sorted(steps) == sorted(before)
        assert cells.group_name(0) == "What hurts"
        assert grid.here() == ("Choose", C)
        groups = [cells.group_name(row) for row, line in enumerate(cells.lines) if line.step is None]
        assert len(groups) == len(set(groups)) >= 2
        deed.do()
        assert [line.step for line in cells.lines if line.step] == before and grid.here() == ("Choose", C)


def test_the_order_is_kept_for_the_next_time(qapp: QApplication, tmp_path: Path) -> None:
    with open_grid(tmp_path, park()) as grid:
        grid.view.deeds()["responses.worst-first"].do()
        assert grid.desk.settings.yes("responses.worst-first")
        assert grid.view.worst.defaultAction() is grid.desk.actions["responses.worst-first"]
