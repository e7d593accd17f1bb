"""Every entry of the two tables of demands, passed once and failed once (practice 1.4)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from msgspec.structs import replace

from helpers.rules import (
    CROWD,
    FRAMEWORK,
    MARKET,
    NETWORK,
    PRODUCER,
    RETAILER,
    A,
    C,
    D,
    H,
    K,
    demands,
    kept,
    lacking,
    lanes_lacking,
    offer,
    path,
    redesigned,
    step,
)
from rondo.strategy.framework.table_parts import DemandKind
from rondo.strategy.rules import Demand
from rondofile.enums import Actor, Architecture, AwareFirst, Experience, StepKind, Trigger
from rondofile.records import Record, Step

PRINTED = {
    D: "- - - - ● ● ○ ○",
    C: "- - ● ● ○ - - -",
    H: "○ ● - ○ ○ - ○ -",
    A: "● ○ x x x ● - ●",
}
"""The table as printed: ● must, ○ may, x the customer no longer does it, - nothing."""
SIGN = {DemandKind.MUST: "●", DemandKind.MAY: "○", DemandKind.GONE: "x", DemandKind.NONE: "-"}


def entries(sign: str) -> Iterator[tuple[Experience, StepKind]]:
    for row, signs in PRINTED.items():
        for kind, found in zip(StepKind, signs.split(), strict=True):
            if found == sign:
                yield row, kind


def only(kind: StepKind, **more: Any) -> list[Record]:
    """A redesign with one new step of that kind, done so that it can meet what is asked of it."""
    who: dict[str, Any] = {"actor": Actor.FIRM}
    if kind is K.AFTER_SALE:
        who = {"actor": Actor.CUSTOMER}
    return redesigned(step("new", "one", kind, **{**who, **more}))


def of_kind(records: list[Record], row: Experience, kind: StepKind) -> Demand | None:
    """The first demand on that kind of step, or on the other that would do as well."""
    found = demands(records, offer(row))
    return next((one for one in found if kind in (one.step_kind, one.either)), None)


def test_the_table_is_the_printed_one_in_all_its_thirty_two_entries() -> None:
    found = {row: " ".join(SIGN[FRAMEWORK.demand(row, kind).kind] for kind in StepKind) for row in Experience}
    assert found == PRINTED


@pytest.mark.parametrize(("row", "kind"), tuple(entries("●")))
def test_what_must_be_is_met_by_a_new_step_of_that_kind_and_lacks_without(
    row: Experience, kind: StepKind
) -> None:
    there, away = of_kind(only(kind), row, kind), of_kind(redesigned(), row, kind)
    assert there is not None and there.met and there.step is not None and there.step.kind is kind
    dropped = kind in (K.ORDER, K.RECEIVE, K.SEARCH, K.DECIDE) and row in (D, C)
    assert away is not None and away.met is dropped
    unchanged = of_kind(redesigned(*kept()), row, kind)
    assert unchanged is not None and unchanged.lacking


@pytest.mark.parametrize(("row", "kind"), tuple(entries("○")))
def test_what_may_be_is_told_with_and_without_such_a_step_and_never_lacks(
    row: Experience, kind: StepKind
) -> None:
    there, away = of_kind(only(kind), row, kind), of_kind(redesigned(*kept("pick")), row, kind)
    assert there is not None and there.met and not there.lacking
    assert away is not None and not away.met and not away.lacking


@pytest.mark.parametrize(("row", "kind"), tuple(entries("x")))
def test_what_the_customer_no_longer_does_lacks_while_they_still_do_it(
    row: Experience, kind: StepKind
) -> None:
    still = of_kind(only(kind, actor=Actor.CUSTOMER), row, kind)
    assert still is not None and still.lacking and still.step is not None and still.step.title == "one"
    for away in (only(kind), redesigned()):
        gone = of_kind(away, row, kind)
        assert gone is not None and gone.met


@pytest.mark.parametrize(("row", "kind"), tuple(entries("-")))
def test_of_other_kinds_a_row_asks_nothing(row: Experience, kind: StepKind) -> None:
    assert of_kind(only(kind), row, kind) is None
    assert of_kind(redesigned(), row, kind) is None


Served = tuple[tuple[StepKind, str], ...]
LANES: tuple[tuple[Architecture, Served, Served, str], ...] = (
    (PRODUCER, ((K.RECEIVE, "firm"),), ((K.RECEIVE, "partner"),), "delivers"),
    (RETAILER, ((K.ORDER, "firm"), (K.RECEIVE, "partner")), ((K.ORDER, "firm"),), "supplies"),
    (RETAILER, ((K.ORDER, "firm"), (K.RECEIVE, "partner")), ((K.RECEIVE, "partner"),), "sells"),
    (MARKET, ((K.SEARCH, "firm"), (K.RECEIVE, "partner")), ((K.RECEIVE, "partner"),), "matches"),
    (MARKET, ((K.SEARCH, "firm"), (K.RECEIVE, "partner")), ((K.SEARCH, "firm"),), "fulfils"),
    (CROWD, ((K.RECEIVE, "individual"),), ((K.RECEIVE, "partner"),), "serves"),
)


@pytest.mark.parametrize(("column", "meets", "fails", "key"), LANES)
def test_every_column_has_lanes_that_meet_it_and_lanes_that_do_not(
    column: Architecture,
    meets: Served,
    fails: Served,
    key: str,
) -> None:
    assert lanes_lacking(_served(meets), offer(D, column)) == set()
    assert key in lanes_lacking(_served(fails), offer(D, column))


def test_a_network_needs_one_lane_that_gives_and_gets() -> None:
    gets = step("new", "get", K.RECEIVE, "member", actor=Actor.CUSTOMER)
    gives = step("new", "give", K.EXPERIENCE, "member", actor=Actor.MEMBER)
    assert lanes_lacking(redesigned(gets, gives), offer(D, NETWORK)) == set()
    elsewhere = replace(gives, lane="new-individual")
    assert lanes_lacking(redesigned(gets, elsewhere), offer(D, NETWORK)) == {"gives-and-gets"}


def test_ordering_with_one_click_is_responding_to_desire() -> None:
    one_click = [replace(s, minutes=0.1) if s.kind is K.ORDER else s for s in kept()]
    assert lacking(redesigned(*one_click), offer(D)) == set()


def test_a_pass_that_renews_on_the_calendar_is_not_automatic_execution() -> None:
    def renewed(trigger: Trigger) -> list[Record]:
        steps = [
            step("new", "due", K.NEED, "firm", trigger=trigger),
            step("new", "renewed", K.RECEIVE, "firm", actor=Actor.FIRM),
            step("new", "undo", K.AFTER_SALE),
        ]
        return redesigned(*steps)

    assert lacking(renewed(Trigger.CALENDAR), offer(A)) == {"firm-first"}
    assert lacking(renewed(Trigger.SENSOR), offer(A)) == set()


def test_tips_of_other_parents_are_curated_and_not_coaching() -> None:
    tips = step("new", "look", K.SEARCH, "member", actor=Actor.MEMBER)
    records = redesigned(*kept("see"), tips, *kept("pick"), links=path("new", "see", "look", "pick"))
    assert lacking(records, offer(C, NETWORK)) == set()
    assert lacking(records, offer(H, NETWORK)) == {"prompt", "act"}


def test_saying_who_knows_first_counts_before_who_does_the_work() -> None:
    def known(first: AwareFirst) -> Step:
        return step("new", "due", K.NEED, "firm", actor=Actor.FIRM, aware_first=first)

    assert "firm-first" in lacking(redesigned(known(AwareFirst.CUSTOMER)), offer(A))
    assert "firm-first" not in lacking(redesigned(known(AwareFirst.FIRM)), offer(A))


def _served(steps: Served) -> list[Record]:
    return redesigned(*(step("new", f"{n}-{kind}", kind, role) for n, (kind, role) in enumerate(steps)))
