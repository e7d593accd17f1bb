"""What rows ask of the steps behind an offer."""

from typing import Any

from msgspec.structs import replace

from helpers.rules import (
    FRAMEWORK,
    RETAILER,
    A,
    C,
    D,
    H,
    K,
    demands,
    kept,
    lacking,
    lanes,
    offer,
    path,
    redesigned,
    step,
)
from rondo.strategy.framework.table_parts import DemandKind, DemandSpecial
from rondo.strategy.rules import behind, column_demands, row_demands
from rondofile.enums import (
    AwareFirst,
    CardKind,
    InformationHow,
    JourneyState,
    MarkKind,
    PlacementState,
    PlayerKind,
    Trigger,
)
from rondofile.project import Project
from rondofile.records import (
    Item,
    Journey,
    Mark,
    Player,
    Record,
    Situation,
    StepInformation,
    Stretch,
    StretchStep,
)


def test_respond_when_nothing_changes_then_order_or_receive_is_lacking() -> None:
    found = demands(redesigned(*kept()), offer(D))
    assert [(d.step_kind, d.either, d.kind, d.met) for d in found] == [
        (K.ORDER, K.RECEIVE, DemandKind.MUST, False),
        (K.EXPERIENCE, None, DemandKind.MAY, False),
        (K.AFTER_SALE, None, DemandKind.MAY, False),
    ]
    assert [d.lacking for d in found] == [True, False, False]


def test_respond_when_only_ordering_gets_easier_then_met() -> None:
    steps = [replace(s, minutes=1.0) if s.title == "buy" else s for s in kept()]
    first = demands(redesigned(*steps), offer(D))[0]
    assert first.met
    assert first.step is not None
    assert first.step.title == "buy"


def test_respond_when_ordering_only_gains_a_pain_then_still_lacking() -> None:
    pain = Mark(id="m", step="new-buy", kind=MarkKind.PAIN, text="a form more")
    assert lacking([*redesigned(*kept()), pain], offer(D)) == {"order"}


def test_respond_when_only_receiving_changes_or_ordering_is_dropped_then_met() -> None:
    received = [replace(s, minutes=1.0) if s.title == "get" else s for s in kept()]
    assert lacking(redesigned(*received), offer(D)) == set()
    assert lacking(redesigned(*kept("see", "look", "pick", "get", "use")), offer(D)) == set()


def test_curated_when_search_or_decide_changes_then_met_else_lacking() -> None:
    assert lacking(redesigned(*kept()), offer(C)) == {"search"}
    for name in ("look", "pick"):
        steps = [replace(s, title=f"{name} well") if s.title == name else s for s in kept()]
        assert lacking(redesigned(*steps), offer(C)) == set()
    ordered = [replace(s, minutes=1.0) if s.title == "buy" else s for s in kept()]
    assert lacking(redesigned(*ordered), offer(C)) == {"search"}


def test_curated_when_only_what_is_known_at_the_step_changes_then_met() -> None:
    known = [Item(id="i"), StepInformation(id="k", step="new-look", item="i", how=InformationHow.TOLD)]
    assert lacking([*redesigned(*kept()), *known], offer(C)) == set()


def test_coach_when_a_prompt_precedes_a_customer_step_then_met() -> None:
    prompt = step("new", "remind", K.AWARENESS, "firm")
    links = path("new", "remind", "get", "use")
    found = demands(redesigned(prompt, *kept(), links=links), offer(H))
    asked = {d.special: d for d in found if d.special}
    assert set(asked) == {DemandSpecial.PROMPT, DemandSpecial.ACT}
    assert all(d.met for d in asked.values())
    assert asked[DemandSpecial.ACT].step is not None
    assert asked[DemandSpecial.ACT].step.title == "use"


def test_coach_when_the_customer_step_lies_before_the_prompt_then_the_act_is_lacking() -> None:
    prompt = step("new", "remind", K.AWARENESS, "firm")
    links = path("new", "see", "look", "remind", "get")
    assert lacking(redesigned(prompt, *kept(), links=links), offer(H)) == {"act"}


def test_coach_when_the_customer_notices_alone_then_prompt_and_act_are_lacking() -> None:
    seen = [replace(s, minutes=2.0) if s.title == "see" else s for s in kept()]
    assert lacking(redesigned(*seen, links=path("new", "see", "use")), offer(H)) == {"prompt", "act"}


def automatic(**need: Any) -> list[Record]:
    steps = [
        step("new", "level", K.NEED, "firm", **need),
        step("new", "sent", K.RECEIVE, "firm"),
        step("new", "stop", K.AFTER_SALE, "customer"),
    ]
    return redesigned(*steps)


def test_automatic_when_sensed_sent_and_undoable_then_met() -> None:
    found = demands(automatic(trigger=Trigger.SENSOR), offer(A))
    assert {d.step_kind: d.kind for d in found} == {
        K.NEED: DemandKind.MUST,
        K.AWARENESS: DemandKind.MAY,
        K.SEARCH: DemandKind.GONE,
        K.DECIDE: DemandKind.GONE,
        K.ORDER: DemandKind.GONE,
        K.RECEIVE: DemandKind.MUST,
        K.AFTER_SALE: DemandKind.MUST,
    }
    assert not [d for d in found if d.lacking]


def test_automatic_when_the_calendar_starts_it_then_firm_first_is_lacking() -> None:
    assert lacking(automatic(trigger=Trigger.CALENDAR), offer(A)) == {"firm-first"}
    said = automatic(trigger=Trigger.CALENDAR, aware_first=AwareFirst.FIRM)
    assert lacking(said, offer(A)) == set()
    assert lacking(automatic(aware_first=AwareFirst.CUSTOMER), offer(A)) == {"firm-first"}


def test_automatic_when_the_customer_still_orders_then_that_step_stands_in_the_way() -> None:
    found = demands([*automatic(), step("new", "buy", K.ORDER)], offer(A))
    order = next(d for d in found if d.step_kind is K.ORDER)
    assert order.lacking
    assert order.step is not None
    assert order.step.title == "buy"
    firm_orders = [*automatic(), step("new", "buy", K.ORDER, "firm")]
    assert lacking(firm_orders, offer(A)) == set()


def test_automatic_when_no_way_back_then_undo_is_lacking() -> None:
    records = [r for r in automatic() if r.id != "new-stop"]
    assert lacking(records, offer(A)) == {"undo"}


def test_demands_when_an_idea_or_off_the_grid_or_an_activity_then_nothing_is_asked() -> None:
    records = redesigned(*kept())
    for placement in (
        offer(D, state=PlacementState.IDEA),
        offer(None),
        offer(D, card_kind=CardKind.ACTIVITY, card_ref=None),
        offer(D, card_ref="gone"),
    ):
        project = Project.of([*records, placement])
        assert row_demands(project, placement, FRAMEWORK) == ()
        assert column_demands(project, placement, FRAMEWORK) == ()


def test_demands_when_an_offer_of_today_then_only_such_a_step_is_asked_for() -> None:
    assert lacking(redesigned(*kept()), offer(C, state=PlacementState.NOW)) == set()
    assert lacking(redesigned(*kept()), offer(H, state=PlacementState.NOW)) == {"prompt", "act"}


def test_demands_when_the_row_stays_as_today_then_no_change_is_asked_for() -> None:
    today = offer(D, RETAILER, id="today", state=PlacementState.NOW)
    assert lacking([*redesigned(*kept()), today], offer(D)) == set()
    other_row = replace(today, experience=C)
    assert lacking([*redesigned(*kept()), other_row], offer(D)) == {"order"}


def test_behind_when_situation_has_no_journey_then_that_of_its_segment() -> None:
    base = redesigned(*kept())
    situation = Situation(id="t", segment="s")
    placement = offer(D, card_kind=CardKind.SITUATION, card_ref="t")
    project = Project.of([*base, situation, placement])
    assert [b.journey.id for b in behind(project, placement)] == ["new"]
    own = Journey(id="own", segment="s", situation="t", state=JourneyState.TO_BE)
    project = Project.of([*base, situation, own, placement])
    assert [b.journey.id for b in behind(project, placement)] == ["own"]


def test_behind_when_a_rival_offers_then_only_its_own_journeys() -> None:
    players = [Player(id="us", kind=PlayerKind.OWN), Player(id="them")]
    placement = offer(D, player="them")
    project = Project.of([*redesigned(*kept()), *players, placement])
    assert behind(project, placement) == ()
    ours = replace(placement, player="us")
    assert [b.journey.id for b in behind(project, ours)] == ["new"]


def test_behind_when_part_of_todays_journey_then_its_redesign_or_just_that_part() -> None:
    part: list[Record] = [
        Stretch(id="part", journey="now"),
        StretchStep(id="x", stretch="part", step="now-look"),
    ]
    placement = offer(C, card_kind=CardKind.STRETCH, card_ref="part")
    project = Project.of([*redesigned(*kept()), *part, placement])
    assert [b.journey.id for b in behind(project, placement)] == ["new"]
    today = replace(placement, state=PlacementState.NOW)
    assert [[s.title for s in b.steps] for b in behind(project, today)] == [["look"]]


def test_row_demands_when_a_journey_is_named_then_that_one_is_judged() -> None:
    second = Journey(id="second", position=9, segment="s", state=JourneyState.TO_BE)
    buy = step("second", "buy", K.ORDER)
    records = [*redesigned(*kept()), second, *lanes("second"), buy]
    placement = offer(D)
    project = Project.of([*records, placement])
    assert row_demands(project, placement, FRAMEWORK)[0].lacking
    assert row_demands(project, placement, FRAMEWORK, "second")[0].met
