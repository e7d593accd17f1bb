"""Why it lasts, what must be true, what is to be decided."""

from __future__ import annotations

import pytest

from helpers.pair import Pair
from helpers.sketch import Sketch
from rondo.strategy.framework.whole import load
from rondo.strategy.sentences import summary
from rondo.words import Words
from rondofile.enums import (
    About,
    Architecture,
    Evidence,
    Identity,
    InformationHow,
    LinkKind,
    Phase,
)
from rondofile.records import Action, Condition, Decision, Item

CROWD = Architecture.CROWD_ORCHESTRATOR


def learning(pair: Pair, about: About | None, level: int | None, label: str = "must-dos") -> None:
    a = pair.step(pair.then, "Offer", phase=Phase.REQUEST)
    b = pair.step(pair.then, "Ride", phase=Phase.RESPOND)
    pair.link(LinkKind.LEARNS, b, a, about=about, level=level, label=label)


@pytest.mark.parametrize(
    ("abouts", "end"),
    [
        ((About.PERSON,), "; we learn about each person, not yet from the many."),
        ((About.PEOPLE,), "; we learn from the many, not yet about each person."),
        ((About.PERSON, About.PEOPLE), "; we learn about each person and from the many."),
        ((None,), "."),
    ],
)
def test_s7_tells_what_each_round_teaches_and_about_whom(abouts: tuple[About | None, ...], end: str) -> None:
    pair = Pair()
    for about in abouts:
        learning(pair, about, 2)
    lasts = pair.page().lasts
    assert lasts[0].text == f"Each Visit teaches us must-dos, used at Offer{end}"
    assert lasts[1].text == f"Highest level reached: {load().level(2).name}."


def test_s7_without_a_label_tells_the_items_gathered_else_something() -> None:
    pair = Pair()
    learning(pair, None, None, label="")
    assert [one.text for one in pair.page().lasts] == [
        "Each Visit teaches us something that is used at Offer."
    ]
    ride = next(s for s in pair.records if getattr(s, "title", "") == "Ride")
    pair.told(ride, pair.add(Item, name="pace"))  # type: ignore[arg-type]
    assert pair.page().lasts[0].text == "Each Visit teaches us pace, used at Offer."


def test_s7_without_a_loop_says_that_nothing_keeps_a_rival_away() -> None:
    assert [one.key for one in Pair().page().lasts] == ["lasting.none"]


def test_s8_takes_the_users_conditions_first_the_least_known_before_the_rest() -> None:
    pair = Pair(architecture=CROWD)
    for text, evidence in (
        ("A is so", Evidence.SEEN),
        ("B is so.", None),
        ("C is so", Evidence.SAID),
        (" ", None),
    ):
        pair.add(Condition, text=text, evidence=evidence, owner="CFO", date="2027-03")
    told = pair.page().must_be_true
    assert [one.sentence.text for one in told] == ["B is so", "C is so", "A is so"]
    assert (told[0].evidence, told[0].owner, told[0].date) == (Evidence.ASSUMED, "CFO", "March 2027")


def test_s8_fills_up_with_what_the_drawing_needs() -> None:
    pair = Pair(architecture=CROWD)
    pair.add(Condition, text="A is so")
    item = pair.add(Item, name="place in the park")
    pair.told(pair.step(pair.then, "Ride"), item, how=InformationHow.SENSED)
    told = [(one.sentence.text, one.condition) for one in pair.page().must_be_true]
    assert told == [
        ("A is so", "condition-1"),
        ("They agree that we sense place in the park", None),
        ("Those who refuse are served as well as today", None),
    ]


def test_s8_a_department_that_shall_pass_on_who_they_are_must_gain_and_supply_must_join() -> None:
    pair = Pair(architecture=CROWD)
    gate = pair.step(pair.today, "Gate", identity=Identity.LOST)
    after = pair.step(pair.then, "Gate", pair.lane(pair.then, "Gate"), identity=Identity.CARRIED)
    pair.origin(after, gate)
    assert [one.sentence.text for one in pair.page().must_be_true][:2] == [
        "Those who serve before Gate gain by passing on who they are",
        "People have a reason to give us their time or things",
    ]


def test_s8_without_conditions_the_assumption_most_sentences_rest_on_must_be_true() -> None:
    sketch = Sketch()
    journey = sketch.journey()
    sketch.step(journey, "Queue", feeling=-2)
    told = summary(sketch.project(), load(), Words()).must_be_true
    assert [one.sentence.text for one in told] == ["What we assume about Queue is true"]


@pytest.mark.parametrize(
    ("fields", "text"),
    [
        ({"text": "a pilot?"}, "To decide: a pilot?"),
        ({"text": "a pilot", "date": "2027-03-01"}, "To decide by 1 March 2027: a pilot."),
        (
            {"text": "a pilot", "recommended": "go.", "alternative": "wait"},
            "To decide: a pilot. Recommended: go. The alternative: wait.",
        ),
    ],
)
def test_s9_asks_for_the_decision_as_far_as_it_was_written(fields: dict[str, str], text: str) -> None:
    pair = Pair()
    pair.add(Decision, **fields)
    assert pair.page().decision.text == text


def test_s9_without_a_decision_is_for_information_and_tells_three_actions_at_most() -> None:
    pair = Pair()
    for number in range(4):
        pair.add(Action, text=f"Do {number}.", owner=" Ops ", date="2027-01")
    made = pair.page()
    assert made.decision.text == "For information"
    told = [(one.sentence.text, one.owner, one.date) for one in made.actions]
    assert told == [(f"Do {number}", "Ops", "January 2027") for number in range(3)]
