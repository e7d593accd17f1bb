"""A strategist with a mouse: a journey, a segment in the matrix, a brief; then the power fails."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pypdf

from helpers.optician import (
    CELL,
    MADE,
    NOTHING,
    OFFER,
    SEGMENT,
    TITLES,
    answer_file_dialog,
    essence,
    redo_everything,
    undo_everything,
    until_saved,
)
from helpers.screen import Program, Screen

SPOTS = ((0.25, 0.21), (0.52, 0.21), (0.8, 0.38), (0.88, 0.21))
"""Where the steps go, as parts of an empty canvas of 1280 x 800: the lanes of the customer and of us."""


def test_everything_made_by_mouse_survives_the_power_and_is_undone_and_redone(
    screen: Screen, tmp_path: Path
) -> None:
    path, pdf = tmp_path / "optician.rondo", tmp_path / "optician.pdf"
    program = _new_project(screen, path)
    _draw_the_journey(screen, program)
    _place_the_segment(screen, program)
    screen.click(program.find("Export brief…", "push button").middle)
    answer_file_dialog(program, pdf)
    until_saved(program)
    assert essence(path) == MADE
    _check_the_brief(pdf)
    program.kill()

    again = screen.start(path)
    again.find("Undo Change an offer")
    steps = undo_everything(again)
    until_saved(again)
    assert essence(path) == NOTHING
    assert redo_everything(again) == steps >= 11
    until_saved(again)
    assert essence(path) == MADE
    again.quit()
    assert essence(path) == MADE


def _new_project(screen: Screen, path: Path) -> Program:
    program = screen.start()
    screen.click(program.find("New project", "push button").middle)
    program.find("Journey: New journey", "list")
    screen.keys("ctrl+shift+s")
    answer_file_dialog(program, path)
    until_saved(program)
    return program


def _draw_the_journey(screen: Screen, program: Program) -> None:
    x, y, width, height = program.find("Journey: New journey", "list").box
    for title, (across, down) in zip(TITLES, SPOTS, strict=True):
        screen.click(program.find("Step", "check box").middle)
        screen.click((x + round(width * across), y + round(height * down)))
        screen.type(title)
        screen.keys("Return")
        program.find(f"Step: {title}", "list item")
    for source, target in pairwise((*TITLES, TITLES[0])):
        screen.click(program.find("Connect", "check box").middle)
        screen.drag(*(program.find(f"Step: {title}", "list item").middle for title in (source, target)))
    screen.click(program.find("comes again").middle)


def _place_the_segment(screen: Screen, program: Program) -> None:
    screen.click(program.find("New customer segment", "push button").middle)
    screen.type(SEGMENT)
    screen.keys("Return")
    screen.click(program.find("Matrix", "check box").middle)
    cell = program.find(CELL, "table cell")
    screen.drag(program.find(SEGMENT, "list item").middle, cell.middle)
    screen.type(OFFER)
    screen.keys("Return")
    program.find(OFFER, "list item")


def _check_the_brief(pdf: Path) -> None:
    text = " ".join(page.extract_text() for page in pypdf.PdfReader(pdf).pages)
    flat = " ".join(text.split())
    assert all(words in flat for words in (*TITLES, SEGMENT, OFFER)), flat[:2000]
