"""Twelve steps with a branch and a loop, made without a mouse: by keys, and by a screen reader."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

from helpers.fingers import Fingers
from helpers.optician import answer_file_dialog, essence, until_saved
from helpers.screen import Program, Screen

WAY = (
    "Notice a scratch",
    "Ask a friend",
    "Look for a shop",
    "Choose a frame",
    "Have eyes measured",
    "Order the glasses",
    "Wait for a call",
    "Fit the glasses",
    "Pay the bill",
    "Wear them",
)
BRANCH = ("Search online", "Try at home")
PHASE_FROM = {"Look for a shop": ("request", "2"), "Wait for a call": ("respond", "3")}
"""Where a phase begins, with its digit."""
OURS = "Fit the glasses"
JOURNEY = "Journey: New journey"


def expected() -> dict[str, object]:
    """The journey, by names."""
    found, phase = {}, "recognize"
    for title in WAY:
        phase = PHASE_FROM.get(title, (phase,))[0]
        found[title] = (phase, "Our team" if title == OURS else "Customer")
    links = [*pairwise(WAY), ("Look for a shop", BRANCH[0]), BRANCH, (BRANCH[1], "Wait for a call")]
    return {
        "steps": {**found, **dict.fromkeys(BRANCH, ("request", "Customer"))},
        "links": sorted([*((a, b, "next") for a, b in links), (WAY[-1], WAY[0], "returns")]),
    }


def test_a_screen_reader_makes_it_without_a_key(screen: Screen, tmp_path: Path) -> None:
    path, program = tmp_path / "glasses.rondo", screen.start()
    program.find("New project", "push button")
    fingers = Fingers(program)
    fingers.act("New project", "push button")
    fingers.act("Write a step", "menu item")
    _answer(fingers, WAY[0])
    for before, title in pairwise(WAY):
        if before in PHASE_FROM:
            fingers.act(f"Step: {before}", "list item", f"Phase{PHASE_FROM[before][0].capitalize()}")
        _add_next(fingers, before, title)
    for before, title in pairwise(("Look for a shop", *BRANCH)):
        _add_next(fingers, before, title)
    fingers.act(f"Step: {OURS}", "list item", "LaneDown")
    _lead(fingers, BRANCH[1], "Wait for a call")
    _lead(fingers, WAY[-1], WAY[0], "Comes again")
    told = "Step 12 of 12, respond, Customer, comes again at Notice a scratch"
    program.until(lambda: fingers.see(f"Step: {WAY[-1]}", "list item") == told)
    screen.keys("ctrl+shift+s")  # the system's file dialog is not ours to read
    _save(program, path)
    assert _essence(path) == expected()


def test_keys_alone_make_the_same(screen: Screen, tmp_path: Path) -> None:
    path, program = tmp_path / "glasses.rondo", screen.start()
    program.find("New project", "push button")
    screen.keys("ctrl+n")
    program.find(JOURNEY, "list")
    screen.keys("n")
    for number, title in enumerate(WAY):
        if number:
            screen.keys("Tab")
        _write(screen, program, title)
        if title in PHASE_FROM:
            screen.keys(PHASE_FROM[title][1])
    screen.keys("shift+Tab", "shift+Tab", "ctrl+Down", "End", "c", "Home", "Return")
    _go_back_to(screen, program, "Look for a shop")
    for title in BRANCH:
        screen.keys("Tab")
        _write(screen, program, title)
    screen.keys("ctrl+shift+t")
    program.find(BRANCH[1], "table cell")
    screen.keys("End", "Return")
    screen.type("wait for")
    screen.keys("Return", "ctrl+shift+1", "ctrl+shift+s")
    _save(program, path)
    assert _essence(path) == expected()


def _write(screen: Screen, program: Program, title: str) -> None:
    screen.type(title)
    screen.keys("Return")
    program.find(f"Step: {title}", "list item")


def _go_back_to(screen: Screen, program: Program, title: str) -> None:
    """The step is chosen, from the last one back along the way."""
    screen.keys("End", *["shift+Tab"] * (len(WAY) - 1 - WAY.index(title)))
    program.until(lambda: "selected" in program.find(f"Step: {title}", "list item").states)


def _answer(fingers: Fingers, title: str) -> None:
    """The title is written into the editor that is open, which is left for the map."""
    fingers.write("Title of the step", title)
    fingers.act(JOURNEY, "list", "SetFocus")


def _add_next(fingers: Fingers, before: str, title: str) -> None:
    fingers.act(f"Step: {before}", "list item", "AddNext")
    _answer(fingers, title)


def _lead(fingers: Fingers, source: str, target: str, kind: str = "") -> None:
    """A link leads from one step to another, chosen from the list of all."""
    fingers.act(f"Step: {source}", "list item", "Connect")
    if kind:
        fingers.act(kind, "check box")
    fingers.act(target, "list item", "Toggle")  # which is how Qt calls choosing it
    fingers.act("Lead there", "push button")
    fingers.act("Done", "push button")


def _save(program: Program, path: Path) -> None:
    answer_file_dialog(program, path)
    until_saved(program)


def _essence(path: Path) -> dict[str, object]:
    found = essence(path)
    return {"steps": found["steps"], "links": found["links"]}
