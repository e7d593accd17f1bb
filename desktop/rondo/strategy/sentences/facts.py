"""Facts, and sentences that know on which facts they rest (practice 4.4).

A fact is one field of one record with the value it had when the sentence was made, so that a sentence
can be linked to its source and noticed when it has gone stale. Names and choices are facts without
evidence; a claim about the world that nobody has vouched for counts as assumed.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from rondofile.enums import Evidence, PlacementState
from rondofile.project import Project
from rondofile.records import (
    NOUN_OF,
    Condition,
    Link,
    Mark,
    Placement,
    Record,
    Step,
    StepInformation,
)

_NAMES = frozenset({"name", "title", "offer", "phase", "lane"})
_STRENGTH = tuple(Evidence)


class Fact(Struct, frozen=True):
    """The value of one field of one record. `evidence` None: a name or a choice, not a claim."""

    noun: str
    id: str
    field: str
    value: object
    evidence: Evidence | None


class Part(Struct, frozen=True):
    """A piece of a sentence; `strong`: set off in print; `fact`: where it comes from."""

    text: str
    strong: bool = False
    fact: Fact | None = None


class Sentence(Struct, frozen=True):
    """A whole sentence: the key of its template, its parts, every fact it rests on, the weakest evidence."""

    key: str
    parts: tuple[Part, ...]
    facts: tuple[Fact, ...] = ()
    evidence: Evidence | None = None

    @property
    def text(self) -> str:
        return "".join(part.text for part in self.parts)


class Ledger:
    """Makes facts of the records of one project."""

    def __init__(self, project: Project) -> None:
        self._project = project

    def fact(self, record: Record, field: str) -> Fact:
        """The fact that this field of this record has the value it has."""
        claim = field not in _NAMES and record is not self._project.info
        evidence = self._evidence(record) if claim else None
        return Fact(NOUN_OF[type(record)], record.id, field, getattr(record, field), evidence)

    def facts(self, records: Iterable[Record], field: str) -> tuple[Fact, ...]:
        """The same field of many records."""
        return tuple(self.fact(record, field) for record in records)

    def choice(self, record: Record, field: str) -> Fact:
        """A fact that we decide ourselves, so that it needs no evidence."""
        return replace(self.fact(record, field), evidence=None)

    def _evidence(self, record: Record) -> Evidence | None:
        """Marks, information and waits without evidence of their own have that of their step."""
        if isinstance(record, Placement):
            return record.evidence or Evidence.ASSUMED if record.state is PlacementState.NOW else None
        if isinstance(record, Condition):
            return record.evidence or Evidence.ASSUMED
        if isinstance(record, Mark) and record.evidence:
            return record.evidence
        step = self._step(record)
        return (step.evidence or Evidence.ASSUMED) if step else None

    def _step(self, record: Record) -> Step | None:
        if isinstance(record, Step):
            return record
        if isinstance(record, Mark | StepInformation):
            return self._project.find(Step, record.step)
        return self._project.find(Step, record.target) if isinstance(record, Link) else None


def weakest(facts: Iterable[Fact]) -> Evidence | None:
    """The weakest evidence among the claims; None where there is no claim."""
    marks = [_STRENGTH.index(fact.evidence) for fact in facts if fact.evidence]
    return _STRENGTH[max(marks)] if marks else None


def all_assumed(facts: Iterable[Fact]) -> bool:
    """Whether there are claims, and nobody has vouched for a single one."""
    claims = {fact.evidence for fact in facts if fact.evidence}
    return claims == {Evidence.ASSUMED}


def distinct(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Every fact once, in order; the value is part of what a fact is."""
    seen: dict[tuple[str, str, str], Fact] = {}
    for fact in facts:
        known = seen.get((fact.noun, fact.id, fact.field))
        if known is None or (known.evidence is None and fact.evidence):
            seen[(fact.noun, fact.id, fact.field)] = fact
    return tuple(seen.values())
