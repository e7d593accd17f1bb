"""What an offer needs to be known, allowed and noticed: each rule passes once and fails once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from msgspec.structs import replace

from rondo.commands.new_project import read_case
from rondo.strategy.matrix.needs import Need, NeedKind, is_allowed, needs
from rondofile.enums import (
    About,
    Architecture,
    CardKind,
    Experience,
    InformationHow,
    InformationUse,
    JourneyState,
    Knows,
    PermissionBasis,
    PermissionState,
    PlacementState,
    StepKind,
)
from rondofile.project import Project
from rondofile.records import (
    Item,
    Journey,
    Permission,
    Placement,
    Record,
    Segment,
    Situation,
    Step,
    StepInformation,
)

DESIRE, CURATED, COACH, AUTOMATIC = Experience
TOLD, INFERRED, SENSED = InformationHow
GATHERS, USES = InformationUse
ORDER, SEARCH, LATENT = StepKind.ORDER, StepKind.SEARCH, StepKind.NEED


def scene(
    *uses: tuple[StepKind, InformationHow, InformationUse], about: About = About.PERSON, **segment: Any
) -> list[Record]:
    """A segment with a redesign whose steps gather or use one item."""
    records: list[Record] = [
        Segment(id="s", name="Families", **segment),
        Journey(id="j", name="Redesign", state=JourneyState.TO_BE, segment="s"),
        Item(id="i", name="ages", about=about),
    ]
    for number, (kind, how, use) in enumerate(uses):
        key = f"step-{number}"
        records.append(Step(id=key, journey="j", position=number, kind=kind, title=key))
        records.append(StepInformation(id=f"info-{number}", step=key, item="i", how=how, use=use))
    return records


def asked(
    records: list[Record], row: Experience, state: PlacementState = PlacementState.TARGET, **more: Any
) -> tuple[Need, ...]:
    more = {"card_kind": CardKind.SEGMENT, "card_ref": "s", **more}
    column = Architecture.CONNECTED_PRODUCER
    offer = Placement(id="o", offer="x", experience=row, architecture=column, state=state, **more)
    return needs(Project.of([*records, offer]), offer)


def met(found: tuple[Need, ...], kind: NeedKind) -> list[bool | None]:
    return [need.met for need in found if need.kind is kind]


@pytest.mark.parametrize(
    ("row", "answers", "expected"),
    [
        (DESIRE, {"knows_need": Knows.YES, "knows_options": Knows.PARTLY}, [True, True]),
        (DESIRE, {"knows_need": Knows.NO, "knows_options": Knows.NO}, [False, False]),
        (DESIRE, {}, [None, None]),
        (CURATED, {"knows_need": Knows.YES, "knows_options": Knows.NO}, [True]),
        (CURATED, {"knows_need": Knows.NO}, [False]),
        (COACH, {"own_goal": "walk every day"}, [True]),
        (COACH, {"own_goal": " "}, [False]),
        (AUTOMATIC, {"knows_need": Knows.NO}, []),
    ],
)
def test_awareness_is_asked_as_the_row_needs_it(
    row: Experience, answers: dict[str, Any], expected: list[bool | None]
) -> None:
    assert met(asked(scene(**answers), row), NeedKind.AWARE) == expected


def test_a_situation_answers_for_itself_and_else_its_segment_does() -> None:
    own = Situation(id="rain", segment="s", name="rain", knows_need=Knows.NO)
    card = {"card_kind": CardKind.SITUATION, "card_ref": "rain"}
    records = scene(knows_need=Knows.YES)
    assert met(asked([*records, own], CURATED, **card), NeedKind.AWARE) == [False]
    silent = replace(own, knows_need=None)
    (need,) = (n for n in asked([*records, silent], CURATED, **card) if n.kind is NeedKind.AWARE)
    assert need.met is True and need.person is not None and need.person.id == "s"


@pytest.mark.parametrize(
    ("row", "use", "about", "known"),
    [
        (CURATED, (SEARCH, TOLD, USES), About.PERSON, True),
        (CURATED, (SEARCH, TOLD, USES), About.THING, False),
        (CURATED, (ORDER, TOLD, USES), About.PERSON, False),
        (COACH, (StepKind.AWARENESS, SENSED, USES), About.PERSON, True),
        (COACH, (StepKind.AWARENESS, TOLD, USES), About.PERSON, False),
        (AUTOMATIC, (LATENT, INFERRED, USES), About.THING, True),
        (AUTOMATIC, (LATENT, TOLD, USES), About.THING, False),
    ],
)
def test_what_a_row_lives_on_must_be_known_where_it_needs_it(
    row: Experience, use: tuple[StepKind, InformationHow, InformationUse], about: About, known: bool
) -> None:
    assert met(asked(scene(use, about=about), row), NeedKind.KNOWN) == [known]


def test_respond_to_desire_lives_on_the_order_alone() -> None:
    assert met(asked(scene((ORDER, TOLD, USES)), DESIRE), NeedKind.KNOWN) == []


def test_what_is_used_must_be_gathered_somewhere_or_sensed() -> None:
    used = (SEARCH, TOLD, USES)
    assert met(asked(scene(used), CURATED), NeedKind.GATHERED) == [False]
    assert met(asked(scene(used, (ORDER, TOLD, GATHERS)), CURATED), NeedKind.GATHERED) == [True]
    assert met(asked(scene((SEARCH, SENSED, USES)), CURATED), NeedKind.GATHERED) == [True]


def _agreed() -> Iterator[tuple[Permission | None, bool]]:
    def of(state: PermissionState, basis: PermissionBasis | None = None) -> Permission:
        return Permission(id="p", item="i", state=state, basis=basis)

    yield None, False
    yield of(PermissionState.PLANNED), False
    yield of(PermissionState.ASKED, PermissionBasis.CONSENT), False
    yield of(PermissionState.GIVEN, PermissionBasis.CONSENT), True
    yield of(PermissionState.PLANNED, PermissionBasis.CONTRACT), True
    yield of(PermissionState.ASKED, PermissionBasis.DUTY_OF_CARE), True
    yield of(PermissionState.REFUSED, PermissionBasis.CONTRACT), False


@pytest.mark.parametrize(("permission", "allowed"), tuple(_agreed()))
def test_permission_belongs_to_the_piece_of_information(permission: Permission | None, allowed: bool) -> None:
    assert is_allowed(permission) is allowed
    records = [*scene((LATENT, SENSED, USES)), *([permission] if permission else [])]
    assert met(asked(records, AUTOMATIC), NeedKind.ALLOWED) == [allowed]


def test_permission_of_that_segment_counts_before_that_of_everybody() -> None:
    everybody = Permission(id="p", item="i", state=PermissionState.GIVEN)
    refused = Permission(id="q", item="i", segment="s", position=1, state=PermissionState.REFUSED)
    records = scene((LATENT, SENSED, USES))
    assert met(asked([*records, everybody], AUTOMATIC), NeedKind.ALLOWED) == [True]
    assert met(asked([*records, everybody, refused], AUTOMATIC), NeedKind.ALLOWED) == [False]


def test_what_is_told_with_an_order_and_what_is_of_no_person_needs_no_permission() -> None:
    assert met(asked(scene((ORDER, TOLD, USES)), DESIRE), NeedKind.ALLOWED) == []
    assert met(asked(scene((ORDER, SENSED, USES)), DESIRE), NeedKind.ALLOWED) == [False]
    assert met(asked(scene((LATENT, SENSED, USES), about=About.THING), AUTOMATIC), NeedKind.ALLOWED) == []


def test_nothing_is_asked_of_today_of_an_idea_or_off_the_grid() -> None:
    records = scene((LATENT, SENSED, USES), knows_need=Knows.NO)
    assert asked(records, DESIRE, PlacementState.NOW) == asked(records, DESIRE, PlacementState.IDEA) == ()
    offer = Placement(id="o", card_kind=CardKind.SEGMENT, card_ref="s", state=PlacementState.TARGET)
    assert needs(Project.of([*records, offer]), offer) == ()


def test_without_a_redesign_only_the_people_are_asked() -> None:
    records = [Segment(id="s", name="Families", knows_need=Knows.YES)]
    assert {need.kind for need in asked(records, CURATED)} == {NeedKind.AWARE}


def test_in_the_worked_case_the_plan_knows_the_family_and_its_step_is_named() -> None:
    park = read_case("theme-park")
    found = needs(park, park.get(Placement, "o-three"))
    (known,) = (need for need in found if need.kind is NeedKind.KNOWN)
    assert known.met and known.step is not None and "three days" in known.step.title
