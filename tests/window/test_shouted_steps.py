"""A room shouts what happens; somebody types along and sorts it, with the keyboard alone."""

from __future__ import annotations

import json
from pathlib import Path

from helpers.optician import answer_file_dialog, essence, until_saved
from helpers.screen import Program, Screen

SHOUTED = (
    ("Hip begins to hurt", 1, 1),
    ("Painkillers from the shop", 1, 1),
    ("Complains to the daughter", 1, 1),
    ("Makes an appointment", 2, 1),
    ("Waits two weeks", 2, 1),
    ("Physician looks at the hip", 2, 1),
    ("Letter to the hospital", 2, 2),
    ("Calls the outpatient desk", 2, 1),
    ("Is told six weeks", 2, 2),
    ("Waits six weeks", 2, 1),
    ("Photograph of the hip", 2, 2),
    ("Surgeon explains", 2, 2),
    ("Decides for surgery", 2, 1),
    ("Planner finds a day", 2, 2),
    ("Tells history to anaesthetist", 2, 1),
    ("Stops the blood thinner", 3, 1),
    ("Arrives at seven", 3, 1),
    ("Tells history again", 3, 1),
    ("Surgery", 3, 2),
    ("Wakes up", 3, 1),
    ("First steps", 3, 1),
    ("Goes home by taxi", 3, 1),
    ("Stitches at the practice", 3, 2),
    ("Therapist comes home", 3, 2),
    ("Does the exercises alone", 3, 1),
    ("Check after six weeks", 3, 2),
    ("Compare outcomes", 4, 0),
    ("Plan the other hip", 4, 0),
)
"""What was shouted, with the phase and the lane that the room agreed on; what we learn needs no lane."""
PHASES = {1: "recognize", 2: "request", 3: "respond", 4: "repeat"}
LANES = {0: None, 1: "Customer", 2: "Our team"}
A_SECOND = 4
"""Keys that a practised hand presses in a second."""


def test_twenty_eight_shouted_steps_are_typed_and_sorted_in_under_five_minutes(
    screen: Screen, tmp_path: Path
) -> None:
    path, program = _begun(screen, tmp_path)
    screen.keys("i")
    for title, _, _ in SHOUTED:
        screen.hand("type", "--delay", 12, "--args", 1, title, "key", "Return")
    pressed = 1 + sum(len(title) + 1 for title, _, _ in SHOUTED)
    program.until(lambda: _waiting(program) == len(SHOUTED))
    screen.keys("Down")
    sorting = [key for _, phase, lane in SHOUTED for key in (str(phase), f"alt+{lane}")[: 2 if lane else 1]]
    screen.hand("key", "--delay", 130, *sorting)
    pressed += 1 + len(sorting)
    until_saved(program)
    assert _in_the_file(path) == [(title, PHASES[phase]) for title, phase, _ in SHOUTED]
    found = essence(path)["steps"]
    assert {title: lane for title, (_, lane) in found.items()} == {t: LANES[lane] for t, _, lane in SHOUTED}
    assert len(sorting) <= 2 * len(SHOUTED)
    assert pressed / A_SECOND < 5 * 60, f"{pressed} keys"


def _begun(screen: Screen, tmp_path: Path) -> tuple[Path, Program]:
    path = tmp_path / "hip.rondo"
    program = screen.start()
    program.find("New project", "push button")
    screen.keys("ctrl+n")
    program.find("Journey: New journey", "list")
    screen.keys("ctrl+shift+s")
    answer_file_dialog(program, path)
    return path, program


def _waiting(program: Program) -> int:
    things = program.look()
    start = next((at for at, t in enumerate(things) if (t.name, t.role) == ("Steps that wait", "list")), None)
    if start is None:
        return 0
    inside = [t for t in things[start + 1 :] if t.role == "list item" and t.depth == things[start].depth + 1]
    return len(inside)


def _in_the_file(path: Path) -> list[tuple[str, str | None]]:
    """The steps of the published file in their order, each with its phase."""
    essence(path)
    (journey,) = json.loads(path.with_suffix(".json").read_text())["journeys"]
    return [(step["title"], step["phase"]) for step in journey["steps"]]
