"""Copying: a journey, a segment, a situation once more, with all that is part of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rondo.words import Words
from rondofile.edits import Edit
from rondofile.kinds import EditKind
from rondofile.nouns import journeys, segments
from rondofile.project import Project
from rondofile.records import Journey, Record, Segment, Situation

_COPIES: dict[type[Record], tuple[EditKind, Callable[[Edit, str, str], Record]]] = {
    Journey: (EditKind.COPY_JOURNEY, journeys.copy),
    Segment: (EditKind.COPY_SEGMENT, segments.copy),
    Situation: (EditKind.COPY_SITUATION, segments.copy_situation),
}
COPYABLE = frozenset(_COPIES)


def copied(
    project: Project, kind: type[Record], ids: Sequence[str], words: Words
) -> tuple[EditKind, Callable[[Edit], tuple[str, ...]]]:
    """All those records are there twice, in one step; it returns the ids of the new ones."""
    edit_kind, copy = _COPIES[kind]
    names = {key: words("outline.copy", name=getattr(project.get(kind, key), "name", "")) for key in ids}

    def change(edit: Edit) -> tuple[str, ...]:
        return tuple(copy(edit, key, name).id for key, name in names.items())

    return edit_kind, change
