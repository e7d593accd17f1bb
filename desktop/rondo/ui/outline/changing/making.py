"""Making and renaming: what a name typed into the outline does to the project. Plain values only."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from rondo.ui.outline.changing.draft import Draft
from rondo.ui.outline.lines.firms import kind_of_new
from rondofile.edits import Edit
from rondofile.kinds import EditKind
from rondofile.nouns import journeys, players, segments, steps, stretches
from rondofile.project import Project
from rondofile.records import Journey, Player, Record, Segment, Situation, Step, Stretch

Change = tuple[EditKind, Callable[[Edit], Any]]
"""The kind of an edit, and what it does."""


def made(project: Project, draft: Draft, name: str) -> Change:
    """The draft is in the project under that name; the change answers with its record."""
    if draft.kind is Segment:
        return EditKind.ADD_SEGMENT, lambda edit: segments.add(edit, name)
    if draft.kind is Situation:
        segment = draft.parent
        return EditKind.ADD_SITUATION, lambda edit: segments.add_situation(edit, segment, name)
    if draft.kind is Player:
        kind = kind_of_new(project)
        return EditKind.ADD_PLAYER, lambda edit: players.add(edit, name, kind)
    raise TypeError(f"nothing of that kind is named first: {draft.kind.__name__}")


def renamed(kind: type[Record], key: str, name: str) -> Change:
    """The record has that name."""
    edit_kind, rename = _RENAMES[kind]
    return edit_kind, lambda edit: rename(edit, key, name)


_RENAMES: dict[type[Record], tuple[EditKind, Callable[[Edit, str, str], Record]]] = {
    Segment: (EditKind.SET_SEGMENT, lambda edit, key, name: segments.set_fields(edit, key, name=name)),
    Situation: (EditKind.SET_SITUATION, lambda edit, key, name: segments.set_situation(edit, key, name=name)),
    Journey: (EditKind.SET_JOURNEY, lambda edit, key, name: journeys.set_fields(edit, key, name=name)),
    Stretch: (EditKind.SET_STRETCH, stretches.rename),
    Step: (EditKind.RENAME_STEP, steps.rename),
    Player: (EditKind.SET_PLAYER, lambda edit, key, name: players.set_fields(edit, key, name=name)),
}
RENAMABLE = frozenset(_RENAMES)
