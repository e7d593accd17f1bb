"""The redesign with the steps of today that fall away standing in their places. Nothing here is kept."""

from __future__ import annotations

from msgspec.structs import replace

from rondo.strategy.changes.change import ChangeKind, Difference
from rondo.strategy.changes.pairing import plain
from rondofile.enums import LinkKind
from rondofile.project import Project
from rondofile.records import NOUN_OF, Lane, Link, Record


def haunted(project: Project, found: Difference) -> Project:
    """The project as if the redesign still had the steps that fall away, under their ids of today.

    A lane that falls away is there for them, and the links that led to and from them."""
    removed = [change.before[0] for change in found.of(ChangeKind.REMOVED)]
    there = {(plain(lane.name), lane.role): lane.id for lane in project.lanes_of(found.to_be)}
    added: list[Record] = []
    for step in removed:
        lane = project.find(Lane, step.lane)
        if lane is not None and (plain(lane.name), lane.role) not in there:
            ghost = replace(lane, id=f"ghost-{lane.id}", journey=found.to_be, position=len(there) + 1000)
            there[plain(lane.name), lane.role] = ghost.id
            added.append(ghost)
        home = there[plain(lane.name), lane.role] if lane else None
        added.append(replace(step, journey=found.to_be, lane=home, x=None, y=None, locked=False))
    added += _links(project, found, {step.id for step in removed})
    changes: dict[str, dict[str, tuple[Record | None, Record | None]]] = {}
    for record in added:
        before = project.find(type(record), record.id)
        changes.setdefault(NOUN_OF[type(record)], {})[record.id] = (before, record)
    return project.replaced(changes)


def _links(project: Project, found: Difference, ghosts: set[str]) -> list[Record]:
    """The ways of today to and from the ghosts; a step that stays is stood for by what it became."""
    ahead: dict[str, str] = {}
    for change in found.changes:
        for before in change.before:
            if change.after:
                ahead.setdefault(before.id, change.after[0].id)
    made: list[Record] = []
    for link in project.links_of(found.as_is):
        if link.kind is LinkKind.NEXT and (link.source in ghosts or link.target in ghosts):
            source = link.source if link.source in ghosts else ahead.get(link.source)
            target = link.target if link.target in ghosts else ahead.get(link.target)
            if source and target and source != target:
                made.append(Link(id=f"ghost-{link.id}", journey=found.to_be, source=source, target=target))
    return made
