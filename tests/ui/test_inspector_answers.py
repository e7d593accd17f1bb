"""Every question of the inspector writes what it says, and undo shows it taken back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from msgspec import Struct

from helpers.answering import answer
from helpers.desks import park, settle
from helpers.inspecting import field_named, inspecting, unfold
from rondo.ui.desk import Desk
from rondo.ui.inspector.panel import Inspector
from rondofile.enums import (
    Actor,
    AwareFirst,
    CardKind,
    Evidence,
    Identity,
    JourneyState,
    Knows,
    LaneRole,
    LinkKind,
    Phase,
    PlacementState,
    PlayerKind,
    StepKind,
    Trigger,
)
from rondofile.project import Project
from rondofile.records import (
    Info,
    Journey,
    Lane,
    Link,
    Placement,
    Player,
    Record,
    Segment,
    Situation,
    Step,
    Stretch,
)

pytestmark = pytest.mark.usefixtures("qapp")


class Case(Struct, frozen=True, dict=True):
    """A question, the answer that is given, and the fields it must become."""

    noun: type[Record]
    question: str
    given: Any
    becomes: dict[str, Any]


def same(noun: type[Record], key: str, attribute: str, given: Any, kept: Any = None) -> Case:
    return Case(noun, f"inspector.{key}", given, {attribute: given if kept is None else kept})


HOW = "inspector.evidence"
NOTE = "inspector.note_question"

CASES = [
    same(Step, "step.title", "title", "A new title & more"),
    same(Step, "step.actor", "actor", Actor.PARTNER),
    same(Step, "step.feeling", "feeling", 2),
    same(Step, "step.identity", "identity", Identity.CARRIED),
    Case(Step, HOW, (Evidence.SEEN, "June"), {"evidence": Evidence.SEEN, "source": "June"}),
    same(Step, "step.phase", "phase", Phase.REPEAT),
    same(Step, "step.kind", "kind", StepKind.AFTER_SALE),
    same(Step, "step.locked", "locked", True),
    same(Step, "step.minutes", "minutes", "2 h", 120.0),
    same(Step, "step.wait_minutes", "wait_minutes", "95 min", 95.0),
    same(Step, "step.aware_first", "aware_first", AwareFirst.FIRM),
    same(Step, "step.trigger", "trigger", Trigger.CALENDAR),
    same(Step, "step.channel", "channel", "by phone"),
    same(Step, "step.same_for_everyone", "same_for_everyone", True),
    same(Step, "step.our_cost", "our_cost", -2),
    same(Step, "step.must_stay", "must_stay", True),
    same(Step, "step.must_stay_reason", "must_stay_reason", "the law"),
    Case(Step, NOTE, "line one", {"note": "line one"}),
    same(Link, "link.kind", "kind", LinkKind.MONEY),
    same(Link, "link.label", "label", "pays"),
    same(Link, "link.share", "share", "25", 25.0),
    same(Link, "link.wait_minutes", "wait_minutes", "6 weeks", 60_480.0),
    same(Lane, "lane.name", "name", "Front desk"),
    same(Lane, "lane.role", "role", LaneRole.PARTNER),
    same(Lane, "lane.seen", "seen_by_customer", False),
    same(Journey, "journey.name", "name", "Another name"),
    same(Journey, "journey.state", "state", JourneyState.TO_BE),
    same(Journey, "journey.episodes", "episodes_per_year", "0.25", 0.25),
    Case(Journey, NOTE, "so and so", {"note": "so and so"}),
    same(Stretch, "part.name", "name", "The evening"),
    same(Segment, "segment.name", "name", "Others"),
    same(Segment, "segment.description", "description", "who they are"),
    same(Segment, "segment.size", "size", "12.5", 12.5),
    same(Segment, "segment.size_unit", "size_unit", "bed days"),
    *(
        same(noun, f"{room}.{key}", attribute, value)
        for noun in (Segment, Situation)
        for room, key, attribute, value in (
            ("situation", "knows_need", "knows_need", Knows.PARTLY),
            ("situation", "knows_options", "knows_options", Knows.PARTLY),
            ("segment", "desired_control", "desired_control", -2),
            ("segment", "privacy_comfort", "privacy_comfort", 2),
            ("situation", "own_goal", "own_goal", "to rest"),
            ("situation", "predictability", "predictability", 2),
            ("situation", "mistake_cost", "mistake_cost", -2),
            ("situation", "undo", "undo_possible", False),
        )
    ),
    same(Situation, "situation.name", "name", "in the rain"),
    same(Situation, "situation.description", "description", "wet"),
    same(Player, "organisation.name", "name", "Larger park"),
    same(Player, "organisation.kind", "kind", PlayerKind.PARTNER),
    Case(Player, NOTE, "so and so", {"note": "so and so"}),
    same(Placement, "offer.sentence", "offer", "We come to you"),
    same(Placement, "offer.state", "state", PlacementState.IDEA),
    Case(
        Placement,
        "inspector.offer.card",
        (CardKind.ACTIVITY, None),
        {"card_kind": CardKind.ACTIVITY, "card_ref": None},
    ),
    same(Placement, "offer.reason_experience", "reason_experience", "they said so"),
    same(Placement, "offer.reason_architecture", "reason_architecture", "we own it"),
    Case(Placement, HOW, (Evidence.SAID, "a guest"), {"evidence": Evidence.SAID, "source": "a guest"}),
    *(
        same(Placement, f"offer.revenue_{part}", f"revenue_{part}", f"{part} it is")
        for part in ("what", "when", "who", "why", "currency")
    ),
    *(
        same(Info, f"project.{part}", part, f"{part} it is")
        for part in ("title", "subtitle", "organisation", "audience", "author", "purpose")
    ),
    same(Info, "project.date", "date", "2027-03"),
    same(Info, "project.language", "language", "nl"),
]

ELSEWHERE: dict[type[Record], set[str]] = {
    Step: {"journey", "position", "x", "y", "lane"},
    Link: {"journey", "position", "source", "target", "about", "level"},
    Lane: {"journey", "position", "player", "height"},
    Journey: {"position", "player", "segment", "situation", "based_on", "curved", "arranged"},
    Stretch: {"journey", "position"},
    Segment: {"position"},
    Situation: {"position", "segment"},
    Player: {"position"},
    Placement: {"position", "player", "card_text", "experience", "architecture"},
    Info: {"brief_preset"},
}
"""What other tests answer, or what is set by moving things."""


def chosen(project: Project, noun: type[Record]) -> Record:
    """A record whose answers all differ from those given."""
    if noun is Placement:
        return next(one for one in project.all(Placement) if one.state is PlacementState.TARGET)
    if noun is Info:
        return project.info
    return project.all(noun)[0]


def test_every_field_of_every_noun_has_a_question() -> None:
    asked: dict[type[Record], set[str]] = {}
    for case in CASES:
        asked.setdefault(case.noun, set()).update(case.becomes)
    for noun, elsewhere in ELSEWHERE.items():
        assert set(noun.__struct_fields__) - {"id"} - elsewhere == asked[noun], noun


@pytest.mark.parametrize("noun", ELSEWHERE, ids=lambda noun: noun.__name__)
def test_an_answer_is_in_the_project_and_undo_takes_it_back(tmp_path: Path, noun: type[Record]) -> None:
    """Every question of a page, one after the other: each leaves the project as it found it."""
    asked = [case for case in CASES if case.noun is noun]
    with inspecting(tmp_path, park()) as (desk, panel):
        record, before = chosen(desk.session.project, noun), desk.session.project
        if noun is not Info:
            desk.selection.choose(noun, record.id)
        unfold(panel)
        for case in asked:
            _given_and_taken_back(desk, panel, case, record)
            assert desk.session.project == before, case.question
    assert asked


def _given_and_taken_back(desk: Desk, panel: Inspector, case: Case, record: Record) -> None:
    session, before = desk.session, desk.session.project
    assert any(getattr(record, name) != value for name, value in case.becomes.items()), case.question
    field = field_named(panel, desk.words(case.question))
    shown_before = field.value()
    answer(field, case.given)
    settle(session)
    now = session.project.get(case.noun, record.id)
    assert {name: getattr(now, name) for name in case.becomes} == case.becomes, case.question
    while session.project != before:
        assert session.standing is not None and session.standing.next_undo is not None, case.question
        session.undo()
        settle(session)
    assert field.value() == shown_before, case.question
