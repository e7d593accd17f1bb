"""The same project as by mouse, made without touching the mouse."""

from __future__ import annotations

from pathlib import Path

from helpers.optician import CELL, MADE, OFFER, SEGMENT, TITLES, answer_file_dialog, essence, until_saved
from helpers.screen import Program, Screen

SORTED = (["1"], ["2"], ["3", "alt+Down"], ["3", "alt+Up"])
"""What sorts each step after it was written: digits give the phase, Alt and an arrow the lane."""


def test_the_same_project_is_made_by_keyboard_alone(screen: Screen, tmp_path: Path) -> None:
    path, pdf = tmp_path / "optician.rondo", tmp_path / "optician.pdf"
    program = screen.start()
    program.find("New project", "push button")
    screen.keys("ctrl+n")
    program.find("Journey: New journey", "list")
    screen.keys("ctrl+shift+s")
    answer_file_dialog(program, path)
    _draw_the_journey(screen, program)
    _place_the_segment(screen, program)
    screen.keys("ctrl+e")
    answer_file_dialog(program, pdf)
    until_saved(program)
    assert essence(path) == MADE


def _draw_the_journey(screen: Screen, program: Program) -> None:
    """Step after step with Tab, and back to the first."""
    screen.keys("n")
    for number, (title, keys) in enumerate(
        zip(TITLES, (["1"], ["2"], ["3", "alt+Down"], ["3", "alt+Up"]), strict=True)
    ):
        if number:
            screen.keys("Tab")
        screen.type(title)
        screen.keys("Return")
        program.find(f"Step: {title}", "list item")
        screen.keys(*keys)
    screen.keys("c", "Home", "Return")


def _place_the_segment(screen: Screen, program: Program) -> None:
    screen.keys("ctrl+shift+g")
    screen.type(SEGMENT)
    screen.keys("Return")
    program.find(SEGMENT, "list item")
    screen.keys("ctrl+shift+p")
    program.find(CELL, "push button")
    screen.keys("Down", "Right", "Return", "ctrl+2")
    program.find(CELL, "table cell")
    screen.keys("F2")
    screen.type(OFFER)
    screen.keys("Return")
    program.find(OFFER, "list item")
