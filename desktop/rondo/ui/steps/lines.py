"""The lines of the table: a phase, its steps in their order, and a line on which the next one is written."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from enum import Enum
from typing import NamedTuple

from rondofile.enums import Phase
from rondofile.project import Project
from rondofile.records import Step

Group = Phase | None
"""A phase; None is what waits to be sorted."""
GROUPS: tuple[Group, ...] = (*Phase, None)


class Sort(Enum):
    """What stands on a line."""

    GROUP = "group"
    STEP = "step"
    NEW = "new"


class Line(NamedTuple):
    """One line; `step` is the id of a step, "" on the other lines. No other line of a table has its key."""

    sort: Sort
    group: Group
    key: str
    step: str = ""


def group_of(step: Step) -> Group:
    """The phase under which a step is listed. Without a lane it waits; our own learning work needs none."""
    return step.phase if step.lane is not None or step.phase is Phase.REPEAT else None


def steps_by_group(project: Project, journey: str | None) -> dict[Group, list[Step]]:
    """The steps of each group in the order of the journey; no group is missing."""
    found: dict[Group, list[Step]] = {group: [] for group in GROUPS}
    for step in project.steps_of(journey) if journey is not None else ():
        found[group_of(step)].append(step)
    return found


def lines_of(by_group: dict[Group, list[Step]], folded: Collection[Group], can_edit: bool) -> Iterator[Line]:
    """The lines from above. Of a folded group only its name is there; nothing is written where none may."""
    for group in GROUPS:
        yield Line(Sort.GROUP, group, f"group {group}")
        if group not in folded:
            yield from (Line(Sort.STEP, group, step.id, step.id) for step in by_group[group])
            if can_edit:
                yield Line(Sort.NEW, group, f"new {group}")
