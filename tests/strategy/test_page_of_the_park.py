"""The shipped park says what a careful reader of it would say; a huge project is told in linear work."""

from __future__ import annotations

import pytest

import rondo_resources
from helpers.sketch import Sketch
from rondo.exchange.json_reader import read_json
from rondo.strategy.changes.change import ChangeKind
from rondo.strategy.framework.whole import load
from rondo.strategy.journeys.journey import strangers
from rondo.strategy.sentences import Summary, summary
from rondo.words import LANGUAGES, Words
from rondofile.enums import Identity, PainCause, PlacementState
from rondofile.project import Project
from rondofile.records import Item, Link, Mark, Segment


def park(language: str = "en") -> Summary:
    project = read_json(rondo_resources.read_bytes("samples/theme-park.json")).project
    return summary(project, load(language), Words(language))


def test_the_park_treats_a_family_as_strangers_three_times() -> None:
    made = park()
    focus = made.focus
    assert focus.as_is is not None and focus.to_be is not None
    assert [one.to_lane.name for one in focus.as_is.strangers] == ["Hotel", "Gate", "Restaurants"]
    assert focus.to_be.strangers == ()
    assert made.headline == next(one.headline for one in made.candidates if one.id == "H1")


def test_the_park_is_silent_from_booking_to_arrival_and_learns_nothing_today() -> None:
    made = park()
    ids = [one.id for one in made.candidates]
    assert {"H3", "H7", "H9"} <= set(ids)
    silence = next(one for one in made.candidates if one.id == "H3")
    assert silence.about == ("v-book", "v-checkin")


def test_the_park_moves_planning_rather_than_removing_it() -> None:
    made = park()
    assert made.difference is not None
    (moved,) = made.difference.of(ChangeKind.PAIN_MOVED)
    assert moved.after[0].id == "n-reserve"
    assert [one.worse for one in made.worth if one.key == "worse"] == [True, True]
    (lost,) = made.difference.of(ChangeKind.DELIGHT_LOST)
    assert lost.marks[0].text == "dreaming together"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_parks_page_keeps_to_its_length_in_every_language(language: str) -> None:
    made = park(language)
    assert made.kind == "proposal"
    assert len(made.headline.text.split()) <= 12
    assert made.move is not None and len(made.move.text.split()) <= 18
    assert all((made.today, made.propose, made.lasts, made.worth, made.actions))
    assert len(made.must_be_true) == 3


def long(n: int) -> Project:
    """Two journeys of n steps at ten desks: everyone a stranger, everything told, every third step hurts."""
    sketch = Sketch()
    people = sketch.add(Segment, name="Families")
    items = [sketch.add(Item, name=str(number)) for number in range(9)]
    today = sketch.journey(segment=people.id)
    then = sketch.redesign(today)
    before, after = ([], [])
    for journey, steps in ((today, before), (then, after)):
        lanes = [sketch.lane(journey, str(number)) for number in range(10)]
        for number in range(n):
            lane = lanes[number % 10]
            step = sketch.step(journey, f"S{number}", lane, minutes=5, identity=Identity.LOST)
            sketch.told(step, items[number % 9])
            if not number % 3:
                sketch.pain(step, f"{journey.state} {number}", 1 + number % 2, PainCause.ORGANISATION)
            steps.append(step)
        sketch.chain(*steps)
    for a, b in zip(before, after, strict=True):
        sketch.origin(b, a)
    sketch.offer(people, PlacementState.TARGET)
    return sketch.project()


class Counting(Project):
    """A project that counts how often its marks and links are looked at."""

    looked = 0

    def marks_of(self, step: str) -> tuple[Mark, ...]:
        self.looked += 1
        return super().marks_of(step)

    def links_of(self, journey: str) -> tuple[Link, ...]:
        links = super().links_of(journey)
        self.looked += len(links)
        return links


def test_ten_times_the_steps_are_ten_times_the_looks() -> None:
    looks = []
    for n in (300, 3000):
        project = Counting(long(n).tables)
        made = summary(project, load(), Words())
        assert made.focus.as_is is not None
        assert len(strangers(project, made.focus.as_is.path)) == n - 1
        looks.append(project.looked)
    assert looks[0] > 20 * 300
    assert looks[1] < 11 * looks[0]
