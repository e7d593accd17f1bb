"""Arranging a journey: locked steps stay, one step of history, and what only the picture knew comes back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtWidgets import QApplication

from helpers.canvas_room import Canvas, open_canvas
from helpers.desks import edited, park, wait_for
from rondo.ui.canvas.editing.arranging import KEY
from rondo.ui.canvas.painting.glide import MILLISECONDS
from rondo.ui.canvas.scene import JourneyScene
from rondo.ui.notices import Notice
from rondofile.kinds import EditKind
from rondofile.nouns import steps
from rondofile.nouns.journeys import derive
from rondofile.records import Step

ARRANGE = "journey.arrange"


@pytest.fixture
def canvas(qapp: QApplication, tmp_path: Path) -> Iterator[Canvas]:
    with open_canvas(tmp_path, park()) as canvas:
        canvas.desk.settings.keep("look/still", True)
        yield canvas


def boxes(canvas: Canvas) -> dict[str, QRectF | None]:
    return {key: canvas.scene.box_of(key) for key in canvas.scene.step_ids()}


def arrange(canvas: Canvas) -> None:
    canvas.desk.actions[ARRANGE].trigger()
    canvas.settle()


def spread(canvas: Canvas, *keys: str) -> None:
    """Those steps stand where nobody would put them."""
    edited(
        canvas.desk.session,
        EditKind.MOVE_STEPS,
        lambda edit: [edit.change(Step, key, x=40 + 90 * i, y=150) for i, key in enumerate(keys)],
    )


def relane(canvas: Canvas, key: str, lane: str) -> None:
    change = canvas.project.get(Step, key).phase, lane
    edited(canvas.desk.session, EditKind.MOVE_STEPS, lambda edit: steps.put(edit, [key], *change))


def seen_again(canvas: Canvas) -> dict[str, QRectF | None]:
    """Where the steps stand for another window on the same document."""
    scene = JourneyScene(canvas.desk)
    scene.show_journey(canvas.scene.journey)
    found = {step: scene.box_of(step) for step in scene.step_ids()}
    scene.deleteLater()
    return found


def test_arranging_is_one_step_of_history_with_a_plain_name(canvas: Canvas) -> None:
    before, first = boxes(canvas), canvas.scene.step_ids()[0]
    spread(canvas, first, canvas.scene.step_ids()[2])
    scattered, project = boxes(canvas), canvas.project
    assert scattered != before
    arrange(canvas)
    assert canvas.next_undo is EditKind.LAY_OUT and boxes(canvas) == before
    assert canvas.desk.words("edit.lay-out") == "Lay out the journey"
    canvas.desk.session.undo()
    canvas.settle()
    assert canvas.project == project and boxes(canvas) == scattered
    canvas.desk.session.redo()
    canvas.settle()
    assert boxes(canvas) == before


def test_a_locked_step_without_a_place_of_its_own_stays_where_it_is_seen(canvas: Canvas) -> None:
    key, other = canvas.scene.step_ids()[3], canvas.scene.step_ids()[0]
    spread(canvas, other)
    edited(canvas.desk.session, EditKind.SET_STEPS, lambda edit: steps.set_fields(edit, [key], locked=True))
    cell = canvas.scene.plan.origin_of(canvas.step(key).phase, canvas.step(key).lane)  # type: ignore[union-attr]
    box = canvas.scene.box_of(key)
    assert box is not None
    arrange(canvas)
    step = canvas.step(key)
    assert step.x is not None and step.y is not None
    assert abs(step.x - (box.x() - cell[0])) <= 1 and abs(step.y - (box.y() - cell[1])) <= 1
    assert canvas.step(other).x is None


def test_where_no_step_has_a_place_arranging_is_a_step_of_history_too(canvas: Canvas) -> None:
    said: list[Notice] = []
    canvas.desk.notices.said.connect(said.append)
    relane(canvas, canvas.scene.step_ids()[1], canvas.project.lanes_of(canvas.scene.journey or "")[1].id)
    seen = boxes(canvas)
    arrange(canvas)
    anew = boxes(canvas)
    assert canvas.next_undo is EditKind.LAY_OUT and anew != seen
    canvas.desk.session.undo()
    canvas.settle()
    assert boxes(canvas) == seen
    canvas.desk.session.redo()
    canvas.settle()
    assert boxes(canvas) == anew and not said


def test_where_everything_stands_well_already_that_is_said_and_nothing_is_done(canvas: Canvas) -> None:
    said: list[Notice] = []
    canvas.desk.notices.said.connect(said.append)
    arrange(canvas)
    canvas.desk.session.undo()
    arrange(canvas)
    project = canvas.project
    arrange(canvas)
    assert canvas.project is project and said[-1].key == KEY


def test_what_is_chosen_stays_in_sight(canvas: Canvas) -> None:
    first, last = canvas.scene.step_ids()[0], canvas.scene.step_ids()[-1]
    edited(
        canvas.desk.session,
        EditKind.MOVE_STEPS,
        lambda edit: edit.change(Step, first, x=4000, y=900),
    )
    canvas.desk.selection.choose(Step, first)
    canvas.surface.reveal([first])
    arrange(canvas)
    box = canvas.scene.box_of(first)
    assert box is not None and canvas.surface.seen().contains(box)
    assert canvas.chosen() == (first,) and last in canvas.scene.step_ids()


def test_steps_glide_for_a_moment_unless_things_should_keep_still(canvas: Canvas) -> None:
    assert 120 <= MILLISECONDS <= 180
    key = canvas.scene.step_ids()[0]
    for still in (True, False):
        canvas.desk.settings.keep("look/still", still)
        spread(canvas, key)
        wait_for(lambda: not canvas.scene.stage.glides)
        begun: list[bool] = []
        canvas.scene.planned.connect(lambda begun=begun: begun.append(bool(canvas.scene.stage.glides)))
        arrange(canvas)
        assert begun[0] is not still
        wait_for(lambda: not canvas.scene.stage.glides)


def test_changing_one_step_leaves_the_others_where_they_are(canvas: Canvas) -> None:
    ids, lanes = canvas.scene.step_ids(), canvas.project.lanes_of(canvas.scene.journey or "")
    before = {key: box.topLeft() for key, box in boxes(canvas).items() if box}
    moved = ids[1]
    relane(canvas, moved, lanes[1].id)
    now = {key: box.topLeft() for key, box in boxes(canvas).items() if box}
    assert now[moved].y() > before[moved].y()
    gone = now[moved].x() - before[moved].x()  # the room for the label of a link that was level
    assert abs(gone) < 30
    assert {round(now[key].x() - before[key].x() - gone, 6) for key in ids[1:]} == {0.0}
    assert now[ids[0]].x() == before[ids[0]].x()
    canvas.desk.session.undo()
    canvas.settle()
    assert {key: box.topLeft() for key, box in boxes(canvas).items() if box} == before
    assert QPointF() not in before.values()


def test_another_theme_and_another_journey_leave_the_order_as_it_is(canvas: Canvas) -> None:
    journey, key = canvas.scene.journey, canvas.scene.step_ids()[1]
    relane(canvas, key, canvas.project.lanes_of(journey or "")[1].id)
    seen = boxes(canvas)
    canvas.scene.picture.show(journey, anew=True)
    assert boxes(canvas) == seen
    other = next(key for key in canvas.project.tables["journey"] if key != journey)
    canvas.scene.show_journey(other)
    canvas.scene.show_journey(journey)
    assert boxes(canvas) == seen


def test_a_journey_opened_again_stands_as_it_was_left(qapp: QApplication, tmp_path: Path) -> None:
    with open_canvas(tmp_path, park()) as canvas:
        journey, key = canvas.scene.journey, canvas.scene.step_ids()[1]
        relane(canvas, key, canvas.project.lanes_of(journey or "")[1].id)
        left = boxes(canvas)
        canvas.scene.picture.orders.keep()
        assert seen_again(canvas) == left
        arrange(canvas)
        assert boxes(canvas) != left
        canvas.scene.picture.orders.keep()
        assert seen_again(canvas) == boxes(canvas)


def test_a_redesign_begun_after_edits_stands_as_today_does(canvas: Canvas) -> None:
    today, lanes = canvas.scene.journey or "", canvas.project.lanes_of(canvas.scene.journey or "")
    for key in canvas.scene.step_ids()[1:3]:
        relane(canvas, key, lanes[1].id)
    stood = boxes(canvas)
    made = edited(canvas.desk.session, EditKind.DERIVE_JOURNEY, lambda edit: derive(edit, today, "New"))
    canvas.scene.show_journey(made.id)
    redesigned = {canvas.project.origins_of(key)[0].id: box for key, box in boxes(canvas).items()}
    assert len(redesigned) == len(stood) > 5
    assert redesigned == stood
    canvas.scene.picture.orders.memory.begin_anew(made.id)
    canvas.scene.show_journey(made.id)
    canvas.scene.picture.show(made.id)
    assert {canvas.project.origins_of(key)[0].id: box for key, box in boxes(canvas).items()} != stood
