"""Arranging some steps alone: they stand by their links, and nothing else moves."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from helpers.canvas_room import Canvas, open_canvas
from helpers.link_maps import meet
from rondofile.enums import Phase
from rondofile.kinds import EditKind
from rondofile.project import Project
from rondofile.records import Info, Journey, Lane, Link, Note, Step

MESSY = {"d": (320, 90), "e": (60, 180), "f": (200, 20), "g": (420, 260)}


def scattered() -> Project:
    """Seven steps of one cell, the last four of them at odd places, one of those locked."""
    return Project.of(
        [
            Info(id="project", title="Messy"),
            Journey(id="j", name="Messy"),
            Lane(id="us", journey="j", position=0, name="Us"),
            *(
                Step(
                    id=key,
                    journey="j",
                    position=i,
                    title=f"Step {key}",
                    phase=Phase.REQUEST,
                    lane="us",
                    x=MESSY.get(key, (None, None))[0],
                    y=MESSY.get(key, (None, None))[1],
                    locked=key == "g",
                )
                for i, key in enumerate("abcdefg")
            ),
            *(
                Link(id=f"{a}{b}", journey="j", position=i, source=a, target=b)
                for i, (a, b) in enumerate(("ab", "bc", "cd", "de", "ef", "fg"))
            ),
            Note(id="n", journey="j", position=0, text="Ask Ann", step="a", x=0, y=60),
        ]
    )


@pytest.fixture
def canvas(qapp: QApplication, tmp_path: Path) -> Iterator[Canvas]:
    with open_canvas(tmp_path, scattered()) as canvas:
        yield canvas


def arrange(canvas: Canvas, *keys: str) -> None:
    canvas.desk.selection.choose(Step, *keys)
    canvas.desk.actions["journey.arrange-chosen"].trigger()
    canvas.settle()


def test_chosen_steps_when_arranged_then_stand_by_their_links_and_the_others_stay(canvas: Canvas) -> None:
    before, plan = canvas.project, canvas.scene.plan
    assert plan is not None
    arrange(canvas, "d", "e", "f")
    after = canvas.scene.plan
    assert after is not None and canvas.next_undo is EditKind.ARRANGE_STEPS
    assert {key for key in "abcdefg" if after.boxes[key] != plan.boxes[key]} <= set("def")
    assert after.boxes["d"].right < after.boxes["e"].x and after.boxes["e"].right < after.boxes["f"].x
    assert not [pair for pair in combinations(after.boxes.values(), 2) if meet(*pair)]
    canvas.desk.session.undo()
    canvas.settle()
    assert canvas.project == before


def test_a_locked_step_when_it_is_chosen_too_then_stays(canvas: Canvas) -> None:
    arrange(canvas, "e", "f", "g")
    step = canvas.step("g")
    assert (step.x, step.y) == MESSY["g"] and canvas.next_undo is EditKind.ARRANGE_STEPS


def test_arranging_again_when_all_stands_so_then_changes_nothing_and_says_so(canvas: Canvas) -> None:
    arrange(canvas, "d", "e", "f")
    before = canvas.project
    arrange(canvas, "d", "e", "f")
    assert canvas.project == before
    assert canvas.desk.words("canvas_arrange.chosen_nothing") in canvas.notices


def test_one_step_when_it_is_chosen_alone_then_cannot_be_arranged(canvas: Canvas) -> None:
    canvas.desk.selection.choose(Step, "d")
    assert not canvas.view.deeds()["journey.arrange-chosen"].possible()
    canvas.desk.selection.choose(Step, "d", "e")
    assert canvas.view.deeds()["journey.arrange-chosen"].possible()


def test_a_whole_way_when_arranged_then_reads_from_the_left_in_its_cell(canvas: Canvas) -> None:
    arrange(canvas, *"abcdef")
    assert {canvas.step(key).phase for key in "abcdef"} == {Phase.REQUEST}
    boxes = canvas.scene.plan.boxes if canvas.scene.plan else {}
    assert sorted("abcdef", key=lambda key: boxes[key].x) == list("abcdef")
