"""What was found about moves and demands before an edit is, after it, what a fresh look finds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from msgspec.structs import replace

from helpers.desks import park
from rondo.strategy.framework.whole import load
from rondo.strategy.matrix.rules_journeys import touched
from rondo.strategy.moves.people import everyone, own_offers, standing_for
from rondo.strategy.moves.ranking import candidates
from rondo.strategy.rules import row_demands
from rondofile.project import Project
from rondofile.records import NOUN_OF, Journey, Placement, Record


def test_after_any_single_edit_the_findings_are_those_of_a_fresh_look() -> None:
    case, edits, told = park(), 0, 0
    found = findings(case)
    for before, after in single_edits(case):
        noun = NOUN_OF[type(before)]
        kept = case.replaced({noun: {before.id: (before, after)}})
        now = findings(kept)
        assert now == findings(Project(kept.tables)), (before, after)
        edits += 1
        told += now != found
    assert edits > 70 and told > 20


def findings(project: Project) -> tuple[Any, ...]:
    framework = load("en")
    return (
        candidates(project, framework),
        [row_demands(project, offer, framework) for offer in project.all(Placement)],
        [touched(project, journey) for journey in project.all(Journey)],
        [(own_offers(project, one), standing_for(project, one)) for one in everyone(project)],
    )


def single_edits(project: Project) -> Iterator[tuple[Record, Record]]:
    """A record of every noun with one answer changed to that of another record."""
    for table in project.tables.values():
        records = list(table.values())
        for place in records[0].__struct_fields__[1:] if records else ():
            values = list(dict.fromkeys(getattr(one, place) for one in records))
            for record in records if len(records) < 5 else records[len(records) // 2 :][:1]:
                other = [value for value in values if value != getattr(record, place)]
                if other and place not in HOLDING:
                    yield record, replace(record, **{place: other[0]})


HOLDING = ("journey", "lane", "source", "target", "step", "stretch")
"""Fields that say what a record is a part of: one alone cannot be another."""
