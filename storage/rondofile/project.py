"""Project: one immutable picture of everything in a file, replaced by a ChangeSet, never mutated."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from types import MappingProxyType
from typing import Any, TypeVar

from rondofile.findings import Findings
from rondofile.indexes import Indexes
from rondofile.records import (
    NOUN_OF,
    NOUNS,
    Info,
    Journey,
    Lane,
    Link,
    Mark,
    MenuChoice,
    MenuRule,
    Note,
    Permission,
    Placement,
    Player,
    Reading,
    Record,
    Response,
    SegmentRole,
    Situation,
    Step,
    StepFeeling,
    StepInformation,
    StepOrigin,
    Stretch,
    StretchStep,
)

R = TypeVar("R", bound=Record)
Tables = Mapping[str, Mapping[str, Record]]


class Project:
    """All records by noun and id. Reading is free of side effects; indexes are made when first asked for."""

    def __init__(self, tables: Mapping[str, Mapping[str, Record]]) -> None:
        self._tables: dict[str, Mapping[str, Record]] = {noun: tables.get(noun, {}) for noun in NOUNS}
        self._indexes = Indexes(self._tables)
        self.findings = Findings()

    @classmethod
    def of(cls, records: Iterable[Record]) -> Project:
        """A project that holds exactly these records."""
        tables: dict[str, dict[str, Record]] = {noun: {} for noun in NOUNS}
        for record in records:
            tables[NOUN_OF[type(record)]][record.id] = record
        return cls(tables)

    @property
    def tables(self) -> Tables:
        return MappingProxyType(self._tables)

    def records(self) -> Iterator[Record]:
        """Every record, parents before children, each noun in its order."""
        for noun in NOUNS:
            yield from self.all(NOUNS[noun])

    def replaced(self, changes: Mapping[str, Mapping[str, tuple[Record | None, Record | None]]]) -> Project:
        """The project after the changes {noun: {id: (before, after)}}; tables not named are shared."""
        tables = dict(self._tables)
        for noun, entries in changes.items():
            table = dict(tables[noun])
            for key, (_, after) in entries.items():
                if after is None:
                    table.pop(key, None)
                else:
                    table[key] = after
            tables[noun] = table
        project = Project(tables)
        project._indexes = self._indexes.after(project._tables, changes)
        project.findings = self.findings.after(changes)
        return project

    def all(self, kind: type[R]) -> tuple[R, ...]:
        """Every record of one noun, ordered by position, then id."""
        return self._indexes.ordered(NOUN_OF[kind])

    def find(self, kind: type[R], key: str | None) -> R | None:
        """The record of that id, or None."""
        table: Mapping[str, Any] = self._tables[NOUN_OF[kind]]
        found: R | None = table.get(key) if key is not None else None
        return found

    def get(self, kind: type[R], key: str) -> R:
        """The record of that id. KeyError when there is none."""
        table: Mapping[str, Any] = self._tables[NOUN_OF[kind]]
        found: R = table[key]
        return found

    @property
    def info(self) -> Info:
        """The project's own record; an empty one where none was written yet."""
        return next(iter(self.all(Info)), Info(id="project"))

    def steps_of(self, journey: str) -> tuple[Step, ...]:
        return self._children(Step, "journey").get(journey, ())

    def lanes_of(self, journey: str) -> tuple[Lane, ...]:
        return self._children(Lane, "journey").get(journey, ())

    def links_of(self, journey: str) -> tuple[Link, ...]:
        return self._children(Link, "journey").get(journey, ())

    def links_from(self, step: str) -> tuple[Link, ...]:
        return self._children(Link, "source").get(step, ())

    def links_to(self, step: str) -> tuple[Link, ...]:
        return self._children(Link, "target").get(step, ())

    def stretches_of(self, journey: str) -> tuple[Stretch, ...]:
        return self._children(Stretch, "journey").get(journey, ())

    def steps_in(self, stretch: str) -> tuple[Step, ...]:
        members = self._children(StretchStep, "stretch").get(stretch, ())
        return tuple(self.get(Step, member.step) for member in members)

    def marks_of(self, step: str) -> tuple[Mark, ...]:
        return self._children(Mark, "step").get(step, ())

    def notes_of(self, journey: str) -> tuple[Note, ...]:
        return self._children(Note, "journey").get(journey, ())

    def responses_of(self, step: str) -> tuple[Response, ...]:
        return self._children(Response, "step").get(step, ())

    def feelings_of(self, step: str) -> tuple[StepFeeling, ...]:
        """How other segments feel at a step."""
        return self._children(StepFeeling, "step").get(step, ())

    def information_of(self, step: str) -> tuple[StepInformation, ...]:
        return self._children(StepInformation, "step").get(step, ())

    def origins_of(self, step: str) -> tuple[Step, ...]:
        """The steps of today that this step of a redesign comes from."""
        return tuple(self.get(Step, o.origin) for o in self._children(StepOrigin, "step").get(step, ()))

    def situations_of(self, segment: str) -> tuple[Situation, ...]:
        return self._children(Situation, "segment").get(segment, ())

    def roles_of(self, segment: str) -> tuple[SegmentRole, ...]:
        return self._children(SegmentRole, "segment").get(segment, ())

    def permissions_of(self, item: str) -> tuple[Permission, ...]:
        return self._children(Permission, "item").get(item, ())

    def choices_of(self, menu: str) -> tuple[Placement, ...]:
        """The offers that are on a menu."""
        chosen = self._children(MenuChoice, "menu").get(menu, ())
        return tuple(self.get(Placement, choice.placement) for choice in chosen)

    def rules_of(self, menu: str) -> tuple[MenuRule, ...]:
        return self._children(MenuRule, "menu").get(menu, ())

    def readings_of(self, placement: str) -> tuple[Reading, ...]:
        return self._children(Reading, "placement").get(placement, ())

    def redesigns_of(self, journey: str) -> tuple[Journey, ...]:
        return self._children(Journey, "based_on").get(journey, ())

    def player_of(self, record: Journey | Placement) -> Player | None:
        """Whose journey or offer it is; our own firm where none is named."""
        return self.find(Player, record.player) if record.player is not None else self.own

    @cached_property
    def own(self) -> Player | None:
        """Our own firm: the first player of kind own."""
        return next((p for p in self.all(Player) if p.kind == "own"), None)

    def _children(self, kind: type[R], parent: str) -> Mapping[str, tuple[R, ...]]:
        return self._indexes.grouped(NOUN_OF[kind], parent)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Project) and self._tables == other._tables

    __hash__ = None  # type: ignore[assignment]
