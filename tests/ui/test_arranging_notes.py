"""Notes have room of their own on a map, and lie on no card once it is arranged."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QApplication

from helpers.canvas_room import Canvas, open_canvas
from helpers.link_maps import meet
from rondo.figures.arranging.layout_values import Box
from rondo.figures.maps.canvas_plan import MapPlan
from rondo.figures.notes import NotePlan
from rondofile.enums import Phase
from rondofile.kinds import EditKind
from rondofile.project import Project
from rondofile.records import Info, Journey, Lane, Link, Note, Step

LANES = "abcabcab"


def noted(*notes: Note) -> Project:
    """Eight steps in three lanes, one after the other, with those notes."""
    return Project.of(
        [
            Info(id="project", title="Notes"),
            Journey(id="j", name="Notes"),
            *(Lane(id=key, journey="j", position=i, name=f"Desk {key}") for i, key in enumerate("abc")),
            *(
                Step(id=f"s{i}", journey="j", position=i, title="Do it", phase=Phase.REQUEST, lane=lane)
                for i, lane in enumerate(LANES)
            ),
            *(
                Link(id=f"k{i}", journey="j", position=i, source=f"s{i}", target=f"s{i + 1}")
                for i in range(len(LANES) - 1)
            ),
            *notes,
        ]
    )


UNDER = Note(id="under", journey="j", text="Ask Ann whether this is so", step="s0", x=8, y=52)
ABOVE = Note(id="above", journey="j", text="Only on Mondays", step="s4", x=8, y=-42)
ASIDE = Note(id="aside", journey="j", text="Two forms", step="s5", x=124, y=4)
FAR = Note(id="far", journey="j", text="Far from its step", step="s0", x=5, y=140)
LOOSE = Note(id="loose", journey="j", text="Why do we do it?", x=160, y=20)


@pytest.fixture
def canvas(qapp: QApplication, tmp_path: Path) -> Iterator[Canvas]:
    with open_canvas(tmp_path, noted(UNDER, ABOVE, ASIDE, FAR, LOOSE)) as canvas:
        yield canvas


def lying(canvas: Canvas) -> tuple[MapPlan, dict[str, NotePlan]]:
    plan, item = canvas.scene.plan, canvas.scene.picture.notes
    assert plan is not None
    return plan, {key: found for key in item.ids() if (found := item.plan(key))}


def covered(canvas: Canvas) -> list[tuple[str, Box]]:
    plan, notes = lying(canvas)
    return [(key, box) for (key, n), box in product(notes.items(), plan.boxes.values()) if meet(n.box, box)]


def test_notes_near_their_steps_have_room_and_their_lane_is_higher(canvas: Canvas) -> None:
    plan, notes = lying(canvas)
    assert {key for key, _ in covered(canvas)} <= {"far", "loose"}
    for key, lane in (("under", "a"), ("above", "b"), ("aside", "c")):
        row, box = plan.row(lane), notes[key].box
        assert row is not None and row.y <= box.y and box.bottom <= row.bottom
    before = plan.layout.lanes[0].size
    canvas.desk.session.edit(EditKind.DELETE_NOTES, lambda edit: edit.delete(Note, "under"))
    canvas.settle()
    assert lying(canvas)[0].layout.lanes[0].size < before


def test_a_map_when_arranged_then_has_no_note_on_a_card(canvas: Canvas) -> None:
    assert covered(canvas)
    before = canvas.project
    canvas.desk.actions["journey.arrange"].trigger()
    canvas.settle()
    assert covered(canvas) == [] and canvas.next_undo is EditKind.LAY_OUT
    notes = {note.id: note for note in canvas.project.notes_of("j")}
    assert notes["far"].step == "s0" and notes["far"].y < FAR.y
    assert (notes["under"], notes["above"], notes["aside"]) == (UNDER, ABOVE, ASIDE)
    canvas.desk.session.undo()
    canvas.settle()
    assert canvas.project == before


def test_a_map_when_nothing_is_in_the_way_then_is_arranged_already(canvas: Canvas) -> None:
    canvas.desk.actions["journey.arrange"].trigger()
    canvas.settle()
    before = canvas.project
    canvas.desk.actions["journey.arrange"].trigger()
    canvas.settle()
    assert canvas.project == before and canvas.desk.words("canvas_arrange.nothing") in canvas.notices


def test_chosen_steps_when_arranged_then_take_their_notes_along(canvas: Canvas) -> None:
    canvas.desk.session.edit(
        EditKind.MOVE_STEPS, lambda edit: edit.update(replace(canvas.step("s3"), x=300, y=70))
    )
    canvas.settle()
    canvas.desk.selection.choose(Step, "s0", "s3")
    canvas.desk.actions["journey.arrange-chosen"].trigger()
    canvas.settle()
    _, notes = lying(canvas)
    assert canvas.next_undo is EditKind.ARRANGE_STEPS
    assert not [key for key, _ in covered(canvas) if key in ("under", "above", "aside")]
    assert notes["under"].note == UNDER
