"""How much there is in a cell: offers, customers, pains that go, what is known. Never in a row."""

from __future__ import annotations

from rondo.commands.new_project import read_case
from rondo.strategy.framework.whole import load
from rondo.strategy.matrix.heat import Heat, Warmth, heat
from rondofile.enums import Architecture, Experience
from rondofile.records import Placement

PARK = read_case("theme-park")
ALL = PARK.all(Placement)
CURATED = Experience.CURATED_OFFERING, Architecture.CONNECTED_PRODUCER
DESIRE = Experience.RESPOND_TO_DESIRE, Architecture.CONNECTED_PRODUCER
PARENTS = Experience.CURATED_OFFERING, Architecture.PEER_TO_PEER_NETWORK


def test_offers_are_counted_and_the_fullest_cell_is_the_measure() -> None:
    found = heat(PARK, load("en"), ALL, Heat.COUNT)
    assert found[CURATED] == Warmth(4, 4, share=1.0)
    assert sum(one.amount for one in found.values()) == len(ALL)


def test_a_segment_counts_once_however_many_offers_it_has_and_strangers_are_not_known() -> None:
    found = heat(PARK, load("en"), ALL, Heat.SIZE)
    assert (found[CURATED].amount, found[CURATED].unit, found[CURATED].unknown) == (85, "guests", 1)
    assert found[DESIRE] == Warmth(60, 3, 2, "guests", 0.6)


def test_only_pains_at_the_steps_of_the_row_that_a_redesign_takes_away_are_relieved() -> None:
    found = heat(PARK, load("en"), ALL, Heat.PAIN)
    assert found[DESIRE].amount == 6 and found[CURATED].amount == 4
    assert found[PARENTS].amount == 2
    today = [offer for offer in ALL if offer.id in ("o-now", "o-paper")]
    assert {one.amount for one in heat(PARK, load("en"), today, Heat.PAIN).values()} == {0}


def test_evidence_is_what_was_seen_or_said_of_all_in_the_cell() -> None:
    found = heat(PARK, load("en"), ALL, Heat.EVIDENCE)
    assert found[CURATED] == Warmth(1, 4, share=0.25)
    assert found[DESIRE].share == 1.0


def test_without_offers_nothing_is_measured() -> None:
    assert [heat(PARK, load("en"), [], kind) for kind in Heat] == [{}] * 4
