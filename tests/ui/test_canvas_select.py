"""Choosing and moving steps with the mouse."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from helpers.canvas_room import CTRL, LEFT, SHIFT, Canvas, open_canvas
from helpers.desks import edited, park, wait_for
from helpers.windows import quiet
from rondo.ui.mime import decode
from rondofile.enums import Phase
from rondofile.kinds import EditKind
from rondofile.nouns import steps
from rondofile.records import Lane, Link


@pytest.fixture
def canvas(qapp: QApplication, tmp_path: Path) -> Iterator[Canvas]:
    with open_canvas(tmp_path, park()) as canvas:
        yield canvas


def cell_point(canvas: Canvas, phase: Phase, lane: str) -> QPoint:
    """The middle of a cell, in the viewport."""
    plan = canvas.scene.plan
    assert plan is not None
    column, row = plan.column(phase), plan.row(lane)
    assert column is not None and row is not None
    return canvas.at(QPointF(column.cx, row.cy))


def test_a_click_chooses_a_step_and_ctrl_or_shift_choose_more(canvas: Canvas) -> None:
    one, two, three = canvas.scene.step_ids()[:3]
    canvas.click(one)
    assert canvas.chosen() == (one,)
    canvas.click(two, CTRL)
    canvas.click(three, SHIFT)
    assert canvas.chosen() == (one, two, three)
    canvas.click(two, CTRL)
    assert canvas.chosen() == (one, three)
    canvas.click(three)
    assert canvas.chosen() == (three,), "a click on one of several chooses it alone"
    canvas.click(canvas.empty_ground())
    assert canvas.chosen() == ()


def test_a_link_and_a_lane_are_chosen_where_they_are_seen(canvas: Canvas) -> None:
    plan = canvas.scene.plan
    assert plan is not None
    link = canvas.project.links_of(canvas.scene.journey or "")[0]
    canvas.click(canvas.at(canvas.hands.link_area(link.id).center()))
    assert canvas.chosen(Link) == (link.id,)
    lane = canvas.project.lanes_of(canvas.scene.journey or "")[1]
    row = plan.row(lane.id)
    assert row is not None
    canvas.click(canvas.at(QPointF(6.0, row.y + 10)))
    assert canvas.chosen(Lane) == (lane.id,)


def test_a_rubber_band_chooses_what_it_touches(canvas: Canvas) -> None:
    ids = canvas.scene.step_ids()
    rect = canvas.viewport.rect()
    canvas.drag(rect.topLeft() + QPoint(3, 3), rect.bottomRight() - QPoint(3, 3))
    assert set(canvas.chosen()) == set(ids)
    canvas.let_go(rect.bottomRight() - QPoint(3, 3))
    assert set(canvas.chosen()) == set(ids)
    assert canvas.hands.overlay.sketch is None
    assert canvas.next_undo in (None, EditKind.OPEN), "choosing is no edit"


def test_a_step_dropped_in_another_cell_has_its_phase_and_lane_in_one_edit(canvas: Canvas) -> None:
    key = canvas.steps()["Compare dates, hotels and rides"].id
    lanes = canvas.project.lanes_of(canvas.scene.journey or "")
    before = canvas.project
    canvas.drag(canvas.at(key), cell_point(canvas, Phase.RESPOND, lanes[1].id))
    assert canvas.project is before, "nothing changes before the drop"
    assert canvas.scene.stage.cell == (Phase.RESPOND, lanes[1].id)
    canvas.let_go(cell_point(canvas, Phase.RESPOND, lanes[1].id))
    step = canvas.step(key)
    assert (step.phase, step.lane, canvas.next_undo) == (Phase.RESPOND, lanes[1].id, EditKind.MOVE_STEPS)
    assert step.x is not None and step.y is not None
    assert canvas.scene.stage.cell is None
    canvas.desk.session.undo()
    canvas.settle()
    assert canvas.project == before


def test_a_step_stays_where_it_was_dropped(canvas: Canvas) -> None:
    key = canvas.steps()["Choose"].id
    end = canvas.at(key) + QPoint(6, 30)
    canvas.drag_and_drop(canvas.at(key), end)
    there = canvas.at(key) - end
    assert abs(there.x()) <= 9 and abs(there.y()) <= 9, "no further than a line draws it to itself"


def test_steps_that_are_chosen_together_move_together_as_one_undo_step(canvas: Canvas) -> None:
    named = canvas.steps()
    one, two = named["Wish for a holiday together"].id, named["Notice that good dates are going"].id
    canvas.click(one)
    canvas.click(two, CTRL)
    lane = canvas.project.lanes_of(canvas.scene.journey or "")[2]
    before, start = canvas.project, canvas.at(one)
    canvas.drag_and_drop(start, QPoint(start.x(), cell_point(canvas, Phase.RECOGNIZE, lane.id).y()))
    assert {canvas.step(one).lane, canvas.step(two).lane} == {lane.id}
    canvas.desk.session.undo()
    canvas.settle()
    assert canvas.project == before


def test_a_step_dropped_on_the_rail_is_our_own_learning_work_and_keeps_its_lane(canvas: Canvas) -> None:
    key, plan = canvas.steps()["Ride"].id, canvas.scene.plan
    assert plan is not None
    lane = canvas.step(key).lane
    spot = QPointF(plan.left + 40, (plan.rail.top + plan.rail.bottom) / 2)
    canvas.drag_and_drop(canvas.at(key), canvas.at(spot))
    assert (canvas.step(key).phase, canvas.step(key).lane) == (Phase.REPEAT, lane)


def test_a_locked_step_does_not_move_and_says_so(canvas: Canvas) -> None:
    key = canvas.steps()["Choose"].id
    edited(canvas.desk.session, EditKind.SET_STEPS, lambda edit: steps.set_fields(edit, [key], locked=True))
    before, picture = canvas.project, canvas.scene.box_of(key)
    canvas.drag(canvas.at(key), canvas.at(key) + QPoint(80, 80))
    assert canvas.scene.stage.shifts == {}
    canvas.let_go(canvas.at(key) + QPoint(80, 80))
    assert canvas.project == before and canvas.scene.box_of(key) == picture
    assert len(canvas.notices) == 1 and "locked" in canvas.notices[0]


def test_a_press_that_hardly_moves_is_a_click(canvas: Canvas) -> None:
    key = canvas.steps()["Choose"].id
    before = canvas.project
    at = canvas.at(key)
    QTest.mousePress(canvas.viewport, LEFT, Qt.KeyboardModifier.NoModifier, at)
    QTest.mouseMove(canvas.viewport, at + QPoint(2, 2))
    canvas.let_go(at + QPoint(2, 2))
    assert canvas.project is before and canvas.chosen() == (key,)


def test_steps_dragged_off_the_canvas_are_carried_as_cards(canvas: Canvas) -> None:
    carried: list[tuple[str, ...]] = []
    canvas.view.work.toolbox.carry = carried.append
    one, two = canvas.scene.step_ids()[:2]
    canvas.click(one)
    canvas.click(two, CTRL)
    before = canvas.project
    canvas.drag(canvas.at(one), QPoint(canvas.viewport.width() + 30, 200))
    canvas.let_go(QPoint(canvas.viewport.width() + 30, 200))
    assert carried == [(one, two)]
    assert canvas.project is before and canvas.scene.stage.shifts == {}
    standing = canvas.desk.session.standing
    assert standing is not None
    cards = decode(canvas.view.work.drops.cards((one, two)), standing.doc_id)
    assert cards is not None
    assert (cards.kind, cards.ids, cards.journey) == ("step", (one, two), canvas.scene.journey)


def test_the_map_comes_along_when_a_step_is_dragged_to_its_edge(canvas: Canvas) -> None:
    key = canvas.steps()["Compare dates, hotels and rides"].id
    canvas.surface.zoom_to(2.0)
    canvas.surface.reveal([key])
    canvas.settle()
    before = canvas.project
    at, edge = canvas.at(key), QPoint(canvas.viewport.width() - 6, canvas.viewport.height() // 2)
    start = canvas.surface.horizontalScrollBar().value()
    canvas.drag(at, edge)
    bar = canvas.surface.horizontalScrollBar()
    wait_for(lambda: bar.value() > start + 40)
    assert bar.value() < bar.maximum(), "little by little"
    assert canvas.project is before and canvas.scene.stage.shifts
    canvas.key(Qt.Key.Key_Escape)
    canvas.let_go(edge)
    assert canvas.project is before
    rest = bar.value()
    quiet(100)
    assert bar.value() == rest, "it stops with the drag"
