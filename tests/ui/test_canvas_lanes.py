"""Lanes on the canvas: dragged, made higher, ordered, added between others, removed with or without steps."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu

from helpers.canvas_room import ALT, SHIFT, Canvas, open_canvas
from helpers.desks import park
from rondo.ui.canvas.lanes.rows import border_at, gap_before, lanes_of, least_height, place_at
from rondofile.enums import LaneRole, Phase
from rondofile.kinds import EditKind
from rondofile.records import Lane, Step

Key = Qt.Key


@pytest.fixture
def canvas(qapp: QApplication, tmp_path: Path) -> Iterator[Canvas]:
    with open_canvas(tmp_path, park()) as canvas:
        yield canvas


def names(canvas: Canvas) -> list[str]:
    return [lane.name for lane in canvas.project.lanes_of(canvas.scene.journey or "")]


def lane(canvas: Canvas, name: str) -> Lane:
    return next(x for x in canvas.project.lanes_of(canvas.scene.journey or "") if x.name == name)


def head(canvas: Canvas, name: str, down: float = 8.0) -> QPoint:
    """A point of a lane's head, so far below its upper border."""
    row = canvas.scene.plan.row(lane(canvas, name).id)  # type: ignore[union-attr]
    assert row is not None
    return canvas.at(QPointF(row.x + 8, row.y + down))


def height(canvas: Canvas, name: str) -> float:
    row = canvas.scene.plan.row(lane(canvas, name).id)  # type: ignore[union-attr]
    assert row is not None
    return row.height


def test_the_head_of_a_lane_is_dragged_to_another_place(canvas: Canvas) -> None:
    order, before = names(canvas), canvas.project
    canvas.drag(head(canvas, "Gate", 20), head(canvas, order[0], 2))
    sketch = canvas.hands.overlay.sketch
    assert canvas.project is before and sketch is not None and sketch.card is not None and sketch.gap
    canvas.let_go(head(canvas, order[0], 2))
    assert names(canvas) == ["Gate", *(name for name in order if name != "Gate")]
    assert canvas.next_undo is EditKind.MOVE_LANE and canvas.hands.overlay.sketch is None
    canvas.desk.session.undo()
    canvas.settle()
    assert canvas.project == before


def test_a_lane_that_is_put_where_it_was_is_no_edit(canvas: Canvas) -> None:
    before = canvas.project
    canvas.drag_and_drop(head(canvas, "Gate", 20), head(canvas, "Gate", 30))
    assert canvas.project is before and canvas.chosen(Lane) == (lane(canvas, "Gate").id,)


def test_the_lower_border_makes_a_lane_higher_and_never_lower_than_its_steps(canvas: Canvas) -> None:
    was = height(canvas, "Gate")
    start = head(canvas, "Gate", was)
    scale = canvas.surface.transform().m11()
    canvas.drag_and_drop(start, start + QPoint(0, round(61 * scale)))
    assert canvas.next_undo is EditKind.SIZE_LANE
    assert 40 < height(canvas, "Gate") - was < 80 and lane(canvas, "Gate").height is not None
    assert round(height(canvas, "Gate")) == lane(canvas, "Gate").height
    start = head(canvas, "Gate", height(canvas, "Gate"))
    canvas.drag_and_drop(start, start - QPoint(0, round(900 * scale)))
    assert lane(canvas, "Gate").height is None
    boxes = [canvas.scene.box_of(s.id) for s in canvas.steps().values() if s.lane == lane(canvas, "Gate").id]
    row = canvas.scene.plan.row(lane(canvas, "Gate").id)  # type: ignore[union-attr]
    assert boxes and row and all(box and row.y < box.top() and box.bottom() < row.bottom for box in boxes)


def test_the_pointer_says_what_a_head_and_a_border_do(canvas: Canvas) -> None:
    def shape(at: QPoint) -> Qt.CursorShape:
        canvas.hover(at)
        return canvas.viewport.cursor().shape()

    assert shape(head(canvas, "Gate", 20)) is Qt.CursorShape.OpenHandCursor
    assert shape(head(canvas, "Gate", height(canvas, "Gate"))) is Qt.CursorShape.SplitVCursor
    step = canvas.scene.step_ids()[0]
    assert shape(canvas.at(step)) is Qt.CursorShape.SizeAllCursor
    assert shape(canvas.handle(step)) is Qt.CursorShape.CrossCursor
    assert shape(canvas.empty_ground()) is Qt.CursorShape.ArrowCursor
    plan = canvas.scene.plan
    assert plan is not None
    column = plan.column(Phase.RESPOND)
    assert column is not None
    assert shape(canvas.at(QPointF(column.cx, 6))) is Qt.CursorShape.PointingHandCursor


def test_a_click_on_the_name_of_a_phase_chooses_its_steps(canvas: Canvas) -> None:
    column = canvas.scene.plan.column(Phase.RESPOND)  # type: ignore[union-attr]
    assert column is not None
    canvas.click(canvas.at(QPointF(column.cx, 6)))
    steps = [s.id for s in canvas.steps().values() if s.phase is Phase.RESPOND]
    assert set(canvas.chosen()) == set(steps) and len(steps) > 2


def test_names_that_stay_in_sight_work_like_those_in_their_place(canvas: Canvas) -> None:
    gate = lane(canvas, "Gate")
    row = canvas.scene.plan.row(gate.id)  # type: ignore[union-attr]
    assert row is not None
    canvas.surface.look_at(2.5, QPointF(row.right, row.cy))
    assert canvas.surface.seen().x() > 100, "the place of the names is scrolled away"
    spot = canvas.surface.name_spot(row.cy)
    canvas.click(spot)
    assert canvas.chosen(Lane) == (gate.id,) and canvas.scene.step_at(canvas.surface.mapToScene(spot)) is None


def test_lanes_are_ordered_by_key(canvas: Canvas) -> None:
    order = names(canvas)
    canvas.desk.selection.choose(Lane, lane(canvas, order[1]).id)
    canvas.key(Key.Key_Up, ALT)
    assert names(canvas)[:2] == [order[1], order[0]]
    before = canvas.project
    canvas.key(Key.Key_Up, ALT)
    assert canvas.project is before, "it is the first already"
    canvas.key(Key.Key_Down, ALT)
    assert names(canvas) == order


def test_a_lane_is_added_above_or_below_the_chosen_one(canvas: Canvas) -> None:
    order = names(canvas)
    canvas.desk.selection.choose(Lane, lane(canvas, order[1]).id)
    canvas.key(Key.Key_L, SHIFT)
    canvas.type("Above")
    canvas.key(Key.Key_Return)
    canvas.desk.selection.choose(Lane, lane(canvas, order[1]).id)
    canvas.key(Key.Key_L)
    canvas.type("Below")
    canvas.key(Key.Key_Return)
    assert names(canvas)[:4] == [order[0], "Above", order[1], "Below"]


def entries(menu: QMenu) -> dict[str, QAction]:
    """What a menu and the menus inside it offer, by their words."""
    found: dict[str, QAction] = {}
    for action in menu.actions():
        inner = action.menu()
        found.update(entries(inner) if isinstance(inner, QMenu) else {action.text(): action})
    return found


def test_the_menu_of_a_lane_says_whose_it_is_and_who_sees_it(canvas: Canvas) -> None:
    canvas.desk.selection.choose(Lane, lane(canvas, "Gate").id)
    menu = canvas.view.work.menus.menu(QPointF(10, 10))
    found = entries(menu)
    found["Partner"].trigger()
    found["The customer sees this lane"].trigger()
    canvas.settle()
    assert lane(canvas, "Gate").role is LaneRole.PARTNER and not lane(canvas, "Gate").seen_by_customer
    facts = {one.name: one.role for one in canvas.scene.plan.facts.lanes}  # type: ignore[union-attr]
    assert facts["Gate"] == "partner, unseen"
    menu.deleteLater()


@pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)
def test_a_lane_goes_with_its_steps_when_that_is_said_and_escape_keeps_it(canvas: Canvas) -> None:
    gate, before = lane(canvas, "Gate"), canvas.project
    there = [s.id for s in canvas.steps().values() if s.lane == gate.id]
    canvas.desk.selection.choose(Lane, gate.id)
    canvas.key(Key.Key_Delete)
    asked = canvas.view.work.menus.lanes.shown
    assert asked is not None and len(asked.actions()) == 3
    asked.close()
    canvas.settle()
    assert canvas.project is before
    canvas.desk.selection.choose(Lane, gate.id)
    menu = canvas.view.work.menus.menu(QPointF(10, 10))
    next(action for text, action in entries(menu).items() if "and its" in text).trigger()
    canvas.settle()
    menu.deleteLater()
    assert "Gate" not in names(canvas) and there
    assert all(canvas.project.find(Step, key) is None for key in there)
    canvas.desk.session.undo()
    canvas.settle()
    assert canvas.project == before


def test_rows_know_borders_places_and_least_heights(canvas: Canvas) -> None:
    plan = canvas.scene.plan
    assert plan is not None
    rows = lanes_of(plan)
    (first, top), (second, _), (third, below) = rows[:3]
    assert border_at(plan, top.bottom + 2, 3) == first and border_at(plan, top.cy, 3) is None
    assert place_at(plan, third, plan.top) == 0 and place_at(plan, first, 9e9) == len(rows) - 1
    assert gap_before(plan, third, 0) == top.y and gap_before(plan, first, 9) == rows[-1][1].bottom
    assert 56 <= least_height(plan, second) <= below.y - top.bottom + 0.01
