"""What one transaction changed: the only news that a view ever gets."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from msgspec import Struct, field

from rondofile.kinds import EditKind
from rondofile.project import Project
from rondofile.records import NOUN_OF, NOUNS, Record

Entry = tuple[Record | None, Record | None]
Tables = Mapping[str, Mapping[str, Entry]]


class Origin(StrEnum):
    """Where a change comes from."""

    EDIT = "edit"
    UNDO = "undo"
    REDO = "redo"
    OPEN = "open"
    RELOAD = "reload"


class ChangeSet(Struct, frozen=True):
    """The net of one transaction: {noun: {id: (before, after)}}, None where the record was not there."""

    kind: EditKind
    origin: Origin
    tables: Tables = field(default_factory=dict)

    def __bool__(self) -> bool:
        return any(self.tables.values())

    def of(self, kind: type[Record]) -> Mapping[str, Entry]:
        """The changes of one noun: {id: (before, after)}."""
        return self.tables.get(NOUN_OF[kind], {})

    def ids(self, kind: type[Record]) -> frozenset[str]:
        """The ids of one noun that changed, came or went."""
        return frozenset(self.of(kind))


def difference(before: Project, after: Project) -> Tables:
    """The changes that lead from one project to another."""
    tables: dict[str, dict[str, Entry]] = {}
    for noun in NOUNS:
        old, new = before.tables[noun], after.tables[noun]
        if old is new:
            continue
        keys = [*old, *(key for key in new if key not in old)]
        entries = {key: (old.get(key), new.get(key)) for key in keys if old.get(key) != new.get(key)}
        if entries:
            tables[noun] = entries
    return tables
