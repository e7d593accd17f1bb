"""The shipped case of the ride app: one offer, three readings, and what each of them rests on."""

from __future__ import annotations

from msgspec.structs import replace

from rondo.commands.new_project import read_case
from rondo.strategy.framework.finders import find_column, find_row
from rondo.strategy.framework.whole import load
from rondo.strategy.rules import column_demands, row_demands
from rondofile.enums import Actor, Architecture, Evidence, Experience, PlacementState
from rondofile.records import Mark, Placement, Player, Segment, Step

CASE = read_case("ride-hailing")
CAR = CASE.get(Placement, "o-car")
PRODUCER, _, MARKET, CROWD, NETWORK = Architecture


def test_three_readings_differ_by_column_alone_and_each_has_its_source_date_and_reason() -> None:
    readings = CASE.readings_of("o-car")
    assert [reading.architecture for reading in readings] == [MARKET, CROWD, PRODUCER]
    assert {reading.experience for reading in readings} == {Experience.RESPOND_TO_DESIRE}
    for reading, year in zip(readings, ("2019", "2019", "2021"), strict=True):
        assert year in reading.source and len(reading.reason) > 40
    assert "Test: who supplies?" in readings[0].reason and "Test: who controls" in readings[2].reason


def test_the_redesign_does_what_the_row_asks_whoever_supplies() -> None:
    asked = row_demands(CASE, CAR, load("en"))
    assert asked and not [demand.text for demand in asked if demand.lacking]


def test_private_drivers_meet_the_crowd_and_taxis_the_market_but_nobody_meets_the_producer() -> None:
    lacking = {
        column: [d for d in column_demands(CASE, replace(CAR, architecture=column), load("en")) if d.lacking]
        for column in (PRODUCER, MARKET, CROWD, NETWORK)
    }
    assert not lacking[CROWD] and not lacking[MARKET]
    assert lacking[PRODUCER] and lacking[NETWORK]


def test_the_finders_lead_to_the_cell_of_the_offer_and_to_the_reading_of_the_court() -> None:
    framework = load("en")
    row = find_row({q.key: q is framework.row_finder[-1] for q in framework.row_finder})
    assert row.experience is CAR.experience
    crowd = {q.key: q.answer is CROWD for q in framework.column_finder}
    found = find_column(crowd, {tie.key: Actor.FIRM for tie in framework.tie_breakers})
    assert (found.architecture, found.also) == (CROWD, PRODUCER)


def test_every_quantity_and_every_claim_is_assumed_or_has_its_source() -> None:
    looked = 0
    for record in (*CASE.all(Step), *CASE.all(Mark), *CASE.all(Placement)):
        assert record.evidence is Evidence.ASSUMED or (record.evidence is Evidence.SAID and record.source)
        looked += 1
    assert looked > 30
    for segment in CASE.all(Segment):
        assert segment.size is None or "assumed" in segment.description
    assert "assumed" in CASE.info.purpose


def test_the_case_has_rivals_start_ups_and_other_industries_in_three_columns() -> None:
    others = [offer for offer in CASE.all(Placement) if offer.player != "kite"]
    assert {offer.architecture for offer in others} == {MARKET, PRODUCER, NETWORK}
    assert {CASE.get(Player, offer.player).kind for offer in others if offer.player} == {
        "rival",
        "start-up",
        "other-industry",
    }
    assert CAR.state is PlacementState.TARGET
