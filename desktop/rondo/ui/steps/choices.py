"""The list that opens at a cell: lanes, who does the work, kinds of step, feelings."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from rondo.ui.desk import Desk
from rondo.ui.steps.columns import Column
from rondofile.enums import Actor, StepKind
from rondofile.records import Step

FIELDS = {
    Column.LANE: "lane",
    Column.WHO: "actor",
    Column.KIND: "kind",
    Column.FEELING: "feeling",
}
"""The field of a step that is chosen in a column."""
FEELINGS = (2, 1, 0, -1, -2)


def answers(desk: Desk, journey: str, column: Column) -> Iterator[tuple[Any, str]]:
    """What can be chosen in the column: values with their names. None, for nothing known, comes first."""
    words, framework = desk.words, desk.framework
    match column:
        case Column.LANE:
            yield None, words("inspector.step.no_lane")
            for lane in desk.session.project.lanes_of(journey):
                yield lane.id, lane.name or framework.name(lane.role)
        case Column.WHO:
            yield None, words("inspector.as_lane")
            yield from ((actor, framework.name(actor)) for actor in Actor)
        case Column.KIND:
            yield None, words("inspector.not_known")
            yield from ((kind, framework.name(kind)) for kind in StepKind)
        case Column.FEELING:
            yield None, words("inspector.not_known")
            yield from ((feeling, words(f"fields.feeling.{feeling}")) for feeling in FEELINGS)


def choice_menu(
    desk: Desk, step: Step, column: Column, choose: Callable[[Any], None], parent: QWidget
) -> QMenu:
    """A menu whose entries choose; what the step has now is ticked."""
    menu = QMenu(parent)
    menu.setAccessibleName(desk.words("steps.choose_for", column=desk.words(f"steps.{column.key}")))
    group = QActionGroup(menu)
    for value, name in answers(desk, step.journey, column):
        action = menu.addAction((name[:1].upper() + name[1:]).replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(value == getattr(step, FIELDS[column]))
        action.setActionGroup(group)
        action.triggered.connect(lambda _=False, value=value: choose(value))
        if value is None:
            menu.addSeparator()
    return menu
