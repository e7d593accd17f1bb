"""The answers that a choice offers: the framework's words for them, or the project's own names."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Any

from rondo.strategy.framework.whole import Framework
from rondo.ui.desk import Desk
from rondo.ui.fields import Option
from rondofile.enums import CardKind, Evidence
from rondofile.project import Project
from rondofile.records import Journey, Player, Segment, Stretch


def capital(text: str) -> str:
    """The text as it stands at the beginning of a line."""
    return text[:1].upper() + text[1:]


def named(framework: Framework, members: Iterable[StrEnum]) -> list[Option]:
    """Each value by its name, with what it means."""
    return [Option(member, framework.name(member), framework.meaning(member)) for member in members]


def evidence_names(framework: Framework) -> dict[Evidence, tuple[str, str]]:
    """How the ways of knowing are called and what they mean."""
    return {kind: (framework.name(kind), framework.meaning(kind)) for kind in Evidence}


def players(desk: Desk, project: Project) -> list[Option]:
    """The organisations, each with what it is to us."""
    return [
        Option(player.id, f"{desk.framework.mark(player.kind)} {named_or(desk, player, 'player')}")
        for player in project.all(Player)
    ]


def segments(desk: Desk, project: Project) -> list[Option]:
    """The customer segments."""
    return [Option(segment.id, named_or(desk, segment, "segment")) for segment in project.all(Segment)]


def situations(desk: Desk, project: Project, segment: str | None) -> list[Option]:
    """The situations of a segment."""
    found = project.situations_of(segment) if segment is not None else ()
    return [Option(situation.id, named_or(desk, situation, "situation")) for situation in found]


def cards(desk: Desk, project: Project) -> list[Option]:
    """What an offer can be for, as (kind, id): segments, their situations, parts of journeys."""
    words = desk.words
    found: list[Option] = []
    for segment in project.all(Segment):
        name = named_or(desk, segment, "segment")
        found.append(Option((CardKind.SEGMENT, segment.id), name))
        for situation in project.situations_of(segment.id):
            within = named_or(desk, situation, "situation")
            both = words("telling.people", segment=name, situation=within)
            found.append(Option((CardKind.SITUATION, situation.id), both))
    for stretch in project.all(Stretch):
        journey = project.get(Journey, stretch.journey)
        part = stretch.name or desk.framework.name(CardKind.STRETCH)
        of = words("inspector.part_of", part=part, journey=journey_name(desk, journey))
        found.append(Option((CardKind.STRETCH, stretch.id), of))
    found.append(Option((CardKind.ACTIVITY, None), desk.framework.name(CardKind.ACTIVITY)))
    return found


def journey_name(desk: Desk, journey: Journey) -> str:
    """The journey with its state, as twins often have one name."""
    name = named_or(desk, journey, "journey")
    return desk.words("inspector.with_note", name=name, note=desk.framework.name(journey.state))


def named_or(desk: Desk, record: Any, noun: str) -> str:
    """The record's name, else what a nameless one is called."""
    return record.name or desk.words(f"telling.unnamed.{noun}")
