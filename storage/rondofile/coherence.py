"""What foreign keys cannot say: things of one journey point only to things of that journey."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rondofile.changes import Tables
from rondofile.columns import COLUMNS
from rondofile.errors import IncoherentError, UnknownReferenceError
from rondofile.project import Project
from rondofile.records import (
    NOUN_OF,
    Fit,
    Journey,
    Lane,
    Link,
    Note,
    Placement,
    Record,
    Segment,
    Situation,
    Step,
    StepOrigin,
    Stretch,
    StretchStep,
)

CARDS: dict[str, type[Record]] = {"segment": Segment, "situation": Situation, "stretch": Stretch}
"""What the card of a placement can point to."""

Problem = tuple[Record, str]


def problems(project: Project, records: Iterable[Record]) -> Iterator[Problem]:
    """Each of those records with the field in which it points to where it must not."""
    circles: set[str] | None = None
    for record in records:
        if isinstance(record, Journey) and record.based_on is not None:
            circles = _circles(project) if circles is None else circles
            if record.id in circles:
                yield record, "based_on"
                continue
        field = _problem(project, record)
        if field is not None:
            yield record, field


def _problem(project: Project, record: Record) -> str | None:
    match record:
        case Step():
            return _lane(project, record)
        case Link():
            return _ends(project, record)
        case StretchStep():
            stretch, step = project.find(Stretch, record.stretch), project.find(Step, record.step)
            return "step" if stretch and step and stretch.journey != step.journey else None
        case Note():
            step = project.find(Step, record.step)
            return "step" if step is not None and step.journey != record.journey else None
        case StepOrigin():
            return "origin" if record.origin == record.step else None
        case Fit() | Journey():
            return _situation(project, record)
        case Placement():
            return _card(project, record)
    return None


def _lane(project: Project, step: Step) -> str | None:
    lane = project.find(Lane, step.lane)
    return "lane" if lane is not None and lane.journey != step.journey else None


def _ends(project: Project, link: Link) -> str | None:
    for field in ("source", "target"):
        step = project.find(Step, getattr(link, field))
        if step is not None and step.journey != link.journey:
            return field
    return None


def _situation(project: Project, record: Fit | Journey) -> str | None:
    situation = project.find(Situation, record.situation)
    if situation is None or record.segment is None:
        return None
    return "situation" if situation.segment != record.segment else None


def _circles(project: Project) -> set[str]:
    """The journeys that are, in the end, based on themselves; each is visited once."""
    found: set[str] = set()
    done: set[str] = set()
    for start in project.tables["journey"]:
        way: list[str] = []
        journey = project.find(Journey, start)
        while journey is not None and journey.id not in done:
            done.add(journey.id)
            way.append(journey.id)
            journey = project.find(Journey, journey.based_on)
        if journey is not None and journey.id in way:
            found.update(way[way.index(journey.id) :])
    return found


def _card(project: Project, placement: Placement) -> str | None:
    if placement.card_ref is None:
        return None
    kind = CARDS.get(placement.card_kind)
    return "card_ref" if kind is None or project.find(kind, placement.card_ref) is None else None


def require_coherent(after: Project, tables: Tables) -> None:
    """The changes point only to what is there and may be pointed to.

    UnknownReferenceError or IncoherentError names the first that does not.
    """
    for noun, entries in tables.items():
        references = [column for column in COLUMNS[noun] if column.parent is not None]
        for key, (_, record) in entries.items():
            for column in references if record is not None else ():
                parent = getattr(record, column.name)
                if parent is not None and parent not in after.tables[column.parent or ""]:
                    facts = {"noun": noun, "id": key, "field": column.name, "parent": str(parent)}
                    raise UnknownReferenceError(**facts)
    for record, field in problems(after, _suspects(after, tables)):
        raise IncoherentError(noun=NOUN_OF[type(record)], id=record.id, field=field)


def _suspects(after: Project, tables: Tables) -> Iterator[Record]:
    """The changed records; everything, where something moved to another journey or segment."""
    moved = any(
        before and record and getattr(before, field) != getattr(record, field)
        for noun, field in _HOMES
        for before, record in tables.get(noun, {}).values()
    )
    if moved:
        yield from after.records()
        return
    for entries in tables.values():
        yield from (record for _, record in entries.values() if record is not None)


_HOMES = (("step", "journey"), ("lane", "journey"), ("stretch", "journey"), ("situation", "segment"))
"""Where a record belongs: what points to it must belong there too."""
