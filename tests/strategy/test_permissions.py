"""What stands open about permissions: each rule with one case in which it holds and one in which not."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from rondo.commands.new_project import read_case
from rondo.strategy.permissions import Open, remarks, remarks_of, stairs
from rondofile.enums import (
    About,
    InformationHow,
    InformationUse,
    JourneyState,
    PermissionBasis,
    Phase,
    RoleKind,
)
from rondofile.project import Project
from rondofile.records import (
    Item,
    Journey,
    Permission,
    Record,
    Segment,
    SegmentRole,
    Step,
    StepInformation,
)

WHOLE: dict[str, Any] = {
    "segment": "child",
    "basis": PermissionBasis.CONSENT,
    "gives_back": "a plan",
    "withdrawal": "a switch",
    "refusal": "the same queue as today",
}


def project(*permissions: Permission, more: tuple[Record, ...] = ()) -> Project:
    """Children and parents; two pieces of information; a redesign in which one of them is sensed."""
    return Project.of(
        [
            Segment(id="child", name="Children", position=0),
            Segment(id="parent", name="Parents", position=1),
            Item(id="age", name="age", position=0),
            Item(id="place", name="place", position=1),
            Item(id="rain", name="rain", about=About.THING, position=2),
            Journey(id="j", name="Visit", state=JourneyState.TO_BE, segment="child"),
            Step(id="s", journey="j", title="Next ride", phase=Phase.RESPOND),
            StepInformation(id="i", step="s", item="age", how=InformationHow.SENSED, use=InformationUse.USES),
            *permissions,
            *more,
        ]
    )


def stair(key: str, position: int = 0, item: str = "age", **fields: Any) -> Permission:
    return Permission(id=key, position=position, item=item, **{**WHOLE, **fields})


def abouts(found: Project) -> list[Open]:
    return [remark.about for remark in remarks(found)]


def test_nothing_stands_open_where_everything_is_answered() -> None:
    assert abouts(project(stair("a"))) == []


def test_a_redesign_that_uses_something_of_a_person_needs_a_row_for_those_people() -> None:
    found = remarks(project())
    assert [(one.about, one.item.id, one.steps[0].id) for one in found] == [(Open.NO_ROW, "age", "s")]
    assert abouts(project(stair("a", segment="parent")))[-1] is Open.NO_ROW, "others were asked"
    assert Open.NO_ROW not in abouts(project(stair("a", segment=None)))


@pytest.mark.parametrize(
    ("about", "state"), [(About.THING, JourneyState.TO_BE), (About.PERSON, JourneyState.AS_IS)]
)
def test_what_is_about_a_thing_or_used_today_alone_needs_no_row(about: About, state: JourneyState) -> None:
    there = project()
    item, journey = there.get(Item, "age"), there.get(Journey, "j")
    changed = {
        "item": {"age": (item, replace(item, about=about))},
        "journey": {"j": (journey, replace(journey, state=state))},
    }
    assert abouts(there.replaced(changed)) == []


def test_what_is_asked_before_anything_was_given_back_is_a_question() -> None:
    first = stair("a", gives_back="")
    assert abouts(project(first)) == [Open.ASKS_FIRST]
    both = project(first, stair("b", 1, "place"))
    assert abouts(both) == [Open.ASKS_FIRST, Open.ASKS_FIRST], "the next one is asked too early too"
    assert abouts(project(stair("a"), stair("b", 1, "place", gives_back=""))) == []


def test_what_others_got_does_not_count_and_duty_of_care_need_not_wait() -> None:
    parents = stair("a", segment="parent")
    later = stair("b", 1, gives_back="")
    assert Open.ASKS_FIRST in abouts(project(parents, later))
    assert abouts(project(replace(later, basis=PermissionBasis.DUTY_OF_CARE))) == []


@pytest.mark.parametrize(
    ("field", "about"), [("refusal", Open.NO_REFUSAL), ("withdrawal", Open.NOT_WITHDRAWN)]
)
def test_without_a_way_to_say_no_or_to_take_it_back_there_is_a_gap(field: str, about: Open) -> None:
    assert about.is_gap
    assert abouts(project(stair("a", **{field: " "}))) == [about]
    care = stair("a", **{field: "", "basis": PermissionBasis.DUTY_OF_CARE})
    assert abouts(project(care)) == []


def test_who_consents_for_others_is_said_and_has_a_step() -> None:
    role = SegmentRole(id="r", segment="child", kind=RoleKind.CONSENT_GIVER, holder="parent")
    found = project(stair("a"), more=(role,))
    assert abouts(found) == [Open.OTHER_CONSENTS, Open.GIVER_ABSENT]
    people = remarks(found)[0].people
    assert [one.name for one in people] == ["Children", "Parents"]
    theirs = (
        Journey(id="p", name="Consent", state=JourneyState.TO_BE, segment="parent"),
        Step(id="t", journey="p", title="Say yes", phase=Phase.REQUEST),
    )
    assert abouts(project(stair("a", consent_by="parent"), more=(role, *theirs))) == []


def test_the_worked_case_has_three_stairs_in_order_and_names_what_it_uses_besides() -> None:
    case = read_case("theme-park")
    assert [row.item for row in stairs(case)] == ["party", "mustdo", "place"]
    assert all(not remarks_of(case, row) for row in stairs(case))
    assert {remark.item.id for remark in remarks(case)} == {"arrival", "food", "limits", "pace"}
    assert stairs(case, "pass") == ()
