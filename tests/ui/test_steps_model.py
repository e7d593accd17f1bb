"""The model of the table follows any change line by line, and says exactly what it did."""

from __future__ import annotations

import random
from pathlib import Path

from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from helpers.desks import edited, park
from helpers.steps_room import Table, open_table
from rondo.ui.steps.columns import Column
from rondo.ui.steps.lines import GROUPS, lines_of, steps_by_group
from rondofile.edits import Edit
from rondofile.enums import Phase
from rondofile.kinds import EditKind
from rondofile.nouns import links, steps
from rondofile.records import Lane, Step

ROUNDS = 60


def test_lines_are_those_of_the_project_after_any_change(qapp: QApplication, tmp_path: Path) -> None:
    with open_table(tmp_path, park()) as table:
        dice = random.Random(8)
        model = table.table.steps
        tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
        resets: list[None] = []
        model.modelReset.connect(lambda: resets.append(None))
        kinds: set[str] = set()
        for _ in range(ROUNDS):
            kinds.add(_change(table, dice))
            wanted = list(lines_of(steps_by_group(table.project, model.facts.journey), model.folded, True))
            assert model.lines == wanted
            _check_cells(table)
        assert len(kinds) == 7
        assert len(resets) < ROUNDS // 4, "hardly anything is shown from nothing"
        tester.deleteLater()


def _check_cells(table: Table) -> None:
    """Where steps lead is what the project says, whatever was kept of it."""
    facts, project = table.table.steps.facts, table.project
    for step in project.steps_of(facts.journey or ""):
        fresh = [link for link in project.links_of(step.journey) if link.source == step.id]
        assert facts.out_of(step.id) == fresh
        assert facts.text(step, Column.TITLE) == step.title


def _change(table: Table, dice: random.Random) -> str:
    """One change of any kind, by this table or from elsewhere; its name."""
    session, model = table.desk.session, table.table.steps
    there = [step.id for step in table.project.steps_of(model.facts.journey or "")]
    some = dice.sample(there, min(len(there), dice.randint(1, 4)))
    kind = dice.choice(["add", "delete", "move", "order", "link", "fold", "undo"])
    match kind:
        case "fold":
            group = dice.choice(GROUPS)
            model.fold(group, group not in model.folded)
        case "undo":
            session.undo() if dice.random() < 0.7 else session.redo()
            table.settle()
        case _ if there:
            seed = dice.random()
            edited(session, EditKind.SET_STEPS, lambda edit: _edit(edit, kind, some, random.Random(seed)))
            table.settle()
    return kind


def _edit(edit: Edit, kind: str, some: list[str], dice: random.Random) -> None:
    journey = edit.get(Step, some[0]).journey
    there = [step.id for step in edit.rows(Step, "journey = ?", (journey,))]
    match kind:
        case "add":
            lane = dice.choice(lanes_of(edit, journey))
            phase = dice.choice([*Phase, None])
            steps.add_all(edit, journey, ["A", "B"], after=some[0], phase=phase, lane=lane)
        case "delete" if len(there) > 6:
            steps.delete(edit, *some[:2])
        case "move":
            steps.put(edit, some, dice.choice([*Phase, None]), dice.choice(lanes_of(edit, journey)))
        case "order":
            dice.shuffle(there)
            steps.set_order(edit, journey, there[: dice.randint(2, len(there))])
        case "link":
            links.connect(edit, some[0], dice.choice(there))


def lanes_of(edit: Edit, journey: str) -> list[str | None]:
    """The lanes of a journey, and none."""
    return [None, *(lane.id for lane in edit.rows(Lane, "journey = ?", (journey,)))]
