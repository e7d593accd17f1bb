"""What is not known yet is said only where it is so: nothing that was drawn is called missing."""

from __future__ import annotations

from helpers.sketch import Sketch
from rondo.strategy.framework.whole import load
from rondo.strategy.sentences import Summary, summary
from rondo.words import Words
from rondofile.enums import Phase, PlacementState
from rondofile.records import Journey, Segment


def visit() -> tuple[Sketch, Segment, Journey]:
    sketch = Sketch()
    people = sketch.add(Segment, name="Families")
    return sketch, people, sketch.journey("Visit", segment=people.id)


def page(sketch: Sketch) -> Summary:
    return summary(sketch.project(), load("en"), Words("en"))


def said(made: Summary, key: str) -> str | None:
    return next((one.text for one in made.open_points if one.key == key), None)


def test_a_step_of_our_learning_waits_for_no_lane() -> None:
    sketch, _, journey = visit()
    sketch.step(journey, "Card", phase=Phase.REPEAT)
    assert said(page(sketch), "open.inbox") is None
    sketch.step(journey, "Letter", phase=Phase.REQUEST)
    assert said(page(sketch), "open.inbox") == "One step has no phase or no lane yet."


def test_a_part_that_no_link_leads_to_is_named_and_its_pains_are_not_denied() -> None:
    sketch, _, journey = visit()
    lane = sketch.lane(journey, "L")
    a, b, c, d, e = (sketch.step(journey, title, lane) for title in "ABCDE")
    sketch.chain(a, b)
    sketch.chain(c, d, e)
    sketch.pain(d, "nobody calls")
    made = page(sketch)
    assert said(made, "open.loose") == "At C another part begins: no link leads there."
    assert made.headline.text == "Visit: what hurts is not on the linked path yet"
    sketch.chain(b, c)
    linked = page(sketch)
    assert said(linked, "open.loose") is None
    assert linked.headline.text == "We assume: Visit turns at D"


def test_an_offer_that_stands_in_the_matrix_is_not_said_to_be_missing() -> None:
    sketch, people, journey = visit()
    sketch.pain(sketch.step(journey, "A"), "x")
    sketch.offer(people, PlacementState.TARGET)
    made = page(sketch)
    assert said(made, "open.target") is None
    assert (
        said(made, "open.redesign")
        == "No redesigned journey of the same customers shows yet what we will do."
    )
