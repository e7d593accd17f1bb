"""What a screen reader is told on a real screen: the names scripts rely on, and a name for everything."""

from __future__ import annotations

import re
from itertools import product

from helpers.cases import case
from helpers.screen import Program, Screen, Seen
from rondo.strategy.framework.whole import load
from rondo.words import Words
from rondofile.enums import Architecture, Experience, LinkKind, MarkKind
from rondofile.records import Journey, Placement, Segment, Step

HANDLED = {
    "push button",
    "check box",
    "radio button",
    "toggle button",
    "menu item",
    "text",
    "combo box",
    "slider",
}
"""Roles of what a person works with; each needs a name."""
DESCRIBED = re.compile(r"Step \d+ of 11, (recognize|request|respond), .+")


def test_the_steps_of_the_journey_are_told_with_what_they_are(screen: Screen) -> None:
    program, project = _opened(screen), case()
    journey = project.all(Journey)[0]
    items = _under(program, f"Journey: {journey.name}", "list")
    steps = [item for item in items if item.role == "list item"]
    assert [item.name for item in steps] == [f"Step: {step.title}" for step in project.steps_of(journey.id)]
    assert all(DESCRIBED.match(item.description) for item in steps), [item.description for item in steps]
    told = {item.name.removeprefix("Step: "): item.description for item in steps}
    for step in project.steps_of(journey.id):
        pains = [mark for mark in project.marks_of(step.id) if mark.kind is MarkKind.PAIN]
        assert ("1 pain" in told[step.title]) == (len(pains) == 1), told
    for link in project.links_of(journey.id):
        if link.kind is LinkKind.NEXT:
            source, target = project.get(Step, link.source), project.get(Step, link.target)
            assert f"goes to {target.title}" in told[source.title]


def test_segments_and_their_situations_are_told(screen: Screen) -> None:
    program, project = _opened(screen), case()
    wanted = []
    for segment in project.all(Segment):
        wanted.append(segment.name)
        wanted += [f"{segment.name}, {one.name}" for one in project.situations_of(segment.id)]
    assert [item.name for item in _under(program, "Segments", "list")] == wanted


def test_the_matrix_is_told_with_its_25_places_and_their_offers(screen: Screen) -> None:
    program, project, framework = _opened(screen), case(), load("en")
    screen.keys("ctrl+2")
    program.find("Connected strategy matrix", "table")
    things = _under(program, "Connected strategy matrix", "table")
    rows = [*(framework.name(one) for one in Experience), "Not connected yet"]
    columns = [framework.name(one) for one in Architecture]
    wanted = [f"{_capital(row)} × {_capital(column)}" for row, column in product(rows, columns)]
    assert [thing.name for thing in things if thing.role == "table cell"] == wanted
    offers = [thing.name for thing in things if thing.role == "list item"]
    assert sorted(offers) == sorted(placement.offer for placement in project.all(Placement))
    told = {thing.name: thing.description for thing in things if thing.role == "table cell"}
    empty = 0
    for row, column in product((*Experience, None), Architecture):
        name = f"{_capital(framework.name(row))} × {_capital(framework.name(column))}"
        there = [p for p in project.all(Placement) if (p.experience, p.architecture) == (row, column)]
        empty += not there
        assert all(placement.offer in told[name] for placement in there), told[name]
        said = f"{len(there)} offer" if there else "Empty"
        assert told[name].startswith(said), told[name]
    assert 0 < empty < 25


def test_the_coverage_is_told_with_its_people_and_what_they_want_and_get(screen: Screen) -> None:
    program, project, framework = _opened(screen), case(), load("en")
    screen.keys("ctrl+shift+4")
    name = Words("en")("coverage.title")
    program.find(name, "table")
    things = _under(program, name, "table")
    people = []
    for segment in project.all(Segment):
        people.append(segment.name)
        people += [f"{segment.name} – {one.name}" for one in project.situations_of(segment.id)]
    assert [thing.name for thing in things if thing.role == "table row header"] == people
    cells = {thing.name: thing.description for thing in things if thing.role == "table cell"}
    columns = [_capital(framework.name(one)) for one in (*Experience, None)]
    assert sorted(cells) == sorted(f"{one}: {column}" for one, column in product(people, columns))
    assert all(cells.values())
    offers = [thing.name for thing in things if thing.role == "list item"]
    assert any("Touch once: door, gate, till" in offer for offer in offers)


def test_everything_that_can_be_worked_with_has_a_name_in_every_view(screen: Screen) -> None:
    program = _opened(screen)
    looked = 0
    for number in range(1, 6):
        screen.keys(f"ctrl+{number}")
        things = [thing for thing in program.look() if thing.showing and thing.role in HANDLED]
        nameless = [thing for thing in things if not thing.name.strip()]
        assert nameless == [], f"view {number}"
        looked += len(things)
    assert looked > 150


def _opened(screen: Screen) -> Program:
    program = screen.start("open", "--from", "theme-park")
    program.find("Step: Choose", "list item")
    return program


def _under(program: Program, name: str, role: str) -> list[Seen]:
    """Everything inside the first thing of that name and role."""
    things = program.look()
    start = next(at for at, t in enumerate(things) if (t.name, t.role) == (name, role))
    depth, found = things[start].depth, []
    for thing in things[start + 1 :]:
        if thing.depth <= depth:
            break
        found.append(thing)
    return found


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
