"""The rhythm of the worked case and of made journeys, against counts made by hand."""

from __future__ import annotations

from helpers.sketch import Sketch
from rondo.commands.new_project import read_case
from rondo.strategy.journeys.rhythm import rhythm
from rondofile.enums import LaneRole, Phase


def test_today_the_park_meets_a_family_seven_times_and_is_silent_for_seventeen_weeks() -> None:
    found = rhythm(read_case("theme-park"), "visit")
    steps = ["v-book", "v-checkin", "v-tickets", "v-line", "v-ride", "v-table", "v-bill"]
    assert [contact.step.id for contact in found.contacts] == steps
    assert found.span_minutes == 605 + 207_405  # minutes of the steps, and of the waits between them
    assert found.contacts[0].at_minutes == 30 + 30_240 + 15 + 240 + 2_880 + 60
    assert found.within is not None and found.within.minutes == 17 * 7 * 1_440 == 171_360
    assert found.within.after.id == "v-book" and found.within.sure
    assert found.until_next is None and found.contacts_per_year is None


def test_redesigned_it_is_never_silent_for_more_than_sixty_days() -> None:
    found = rhythm(read_case("theme-park"), "visit-new")
    assert len(found.contacts) == 9
    assert found.within is not None and found.within.minutes == 60 * 1_440


def test_four_contacts_eighteen_times_a_year_are_seventy_two() -> None:
    found = rhythm(read_case("theme-park"), "evening")
    assert (len(found.contacts), found.contacts_per_year) == (4, 72)
    assert found.until_next is not None and found.until_next.after.id == "e-ride"


def test_a_silence_in_which_a_step_of_unknown_length_lies_is_at_least_so_long() -> None:
    sketch = Sketch()
    journey = sketch.journey()
    home = sketch.lane(journey, "Home", LaneRole.CUSTOMER)
    ward = sketch.lane(journey, "Ward")
    stay = sketch.step(journey, "Stay", ward, Phase.RECOGNIZE, minutes=60)
    rest = sketch.step(journey, "Rest", home)
    clinic = sketch.step(journey, "Clinic", ward, minutes=20)
    call = sketch.step(journey, "Call", ward)
    sketch.next(stay, rest)
    sketch.next(rest, clinic, wait_minutes=2_880)
    sketch.next(clinic, call, wait_minutes=30)
    first, second = rhythm(sketch.project(), journey.id).silences
    assert (first.after.title, first.minutes, first.sure) == ("Stay", 2_880, False)
    assert (second.after.title, second.minutes, second.sure) == ("Clinic", 30, True)
