"""Bringing steps into line and spreading them: where they stand then, and that it is one step of history."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QApplication

from helpers.canvas_room import Canvas, open_canvas
from helpers.desks import park
from rondo.figures.arranging.layout_values import Box
from rondo.ui.canvas.editing.aligning import Line, Standing, aligned, distributed, gaps, offsets, spread
from rondo.ui.canvas.editing.guides import GRID, Guides, on_grid
from rondo.ui.canvas.tools.snap import SnapSteps
from rondofile.kinds import EditKind
from rondofile.records import Step

A = Standing("a", "request", "us", Box(10, 10, 100, 30))
B = Standing("b", "request", "them", Box(40, 90, 100, 50))
C = Standing("c", "respond", "us", Box(300, 40, 100, 20))
D = Standing("d", "request", "us", Box(260, 20, 100, 30))


@pytest.mark.parametrize(
    ("line", "found"),
    [
        (Line.LEFT, {"b": (10, 90), "d": (10, 20)}),
        (Line.RIGHT, {"a": (260, 10), "b": (260, 90)}),
        (Line.CENTER, {"a": (135, 10), "b": (135, 90), "d": (135, 20)}),
        (Line.TOP, {"c": (300, 10), "d": (260, 10)}),
        (Line.BOTTOM, {"a": (10, 30), "d": (260, 30)}),
        (Line.MIDDLE, {"a": (10, 20), "c": (300, 25)}),
    ],
)
def test_sides_are_in_line_within_a_phase_and_heights_within_a_lane(
    line: Line, found: dict[str, tuple[float, float]]
) -> None:
    assert aligned([A, B, C, D], line) == found


def test_a_locked_step_stays_and_the_others_go_to_its_line() -> None:
    locked = Standing("a", "request", "us", A.box, fixed=True)
    assert aligned([locked, D], Line.RIGHT) == {}
    assert aligned([locked, D], Line.LEFT) == {"d": (10, 20)}


def test_three_steps_stand_with_equal_gaps_between_the_outermost() -> None:
    steps = [
        Standing(key, "request", "us", Box(x, 0, wide, 10))
        for key, x, wide in (("a", 0, 100), ("b", 110, 60), ("c", 400, 100))
    ]
    moved = distributed(steps, across=True)
    assert set(moved) == {"b"}
    boxes = [Box(moved.get(s.id, (s.box.x, 0))[0], 0, s.box.width, 10) for s in steps]
    assert gaps(boxes, across=True) == [120, 120]
    assert distributed(steps[:2], across=True) == {} and not spread(steps[:2], across=True)
    assert distributed(steps, across=False) == {}, "all at one height: there is nothing to spread"


def test_corners_become_offsets_in_their_cells() -> None:
    assert offsets({"a": (110.4, 30.0), "b": (90.0, 41.6)}, lambda key: (100.0, 20.0)) == {
        "a": (10, 10),
        "b": (0, 22),
    }


def test_a_box_near_the_line_of_another_falls_into_it_with_a_guide() -> None:
    guides = Guides([Box(100, 100, 50, 20), Box(300, 104, 50, 40)])
    fit = guides.fit(Box(103, 200, 50, 20), 5)
    assert (fit.dx, fit.dy, fit.on_x, fit.on_y) == (-3, 0, True, False)
    assert {x for x, *_ in fit.lines} == {100, 125, 150}, "same size: both sides and the middle"
    assert all(x1 == x2 and y1 < 100 and y2 > 220 for x1, y1, x2, y2 in fit.lines)
    level = guides.fit(Box(200, 98, 50, 20), 5)
    assert (level.dx, level.dy) == (0, 2) and level.lines[0][1] == 100
    assert guides.fit(Box(220, 200, 30, 20), 5).lines == ()
    assert (on_grid(2.4 * GRID), on_grid(-3)) == (2 * GRID, 0)


@pytest.fixture
def canvas(qapp: QApplication, tmp_path: Path) -> Iterator[Canvas]:
    with open_canvas(tmp_path, park()) as canvas:
        yield canvas


def do(canvas: Canvas, action: str) -> None:
    canvas.desk.actions[action].trigger()
    canvas.settle()


def test_steps_of_a_lane_are_brought_to_one_height_as_one_step_of_history(canvas: Canvas) -> None:
    named = canvas.steps()
    keys = [named["Wish for a holiday together"].id, named["Notice that good dates are going"].id]
    canvas.desk.selection.choose(Step, *keys)
    before = canvas.project
    do(canvas, "journey.align-top")
    tops = {round(box.top()) for key in keys if (box := canvas.scene.box_of(key))}
    assert len(tops) == 1 and canvas.next_undo is EditKind.ALIGN_STEPS
    assert [canvas.step(key).phase for key in keys] == [before.get(Step, key).phase for key in keys]
    canvas.desk.session.undo()
    canvas.settle()
    assert canvas.project == before


def test_what_cannot_be_aligned_or_spread_says_so(canvas: Canvas) -> None:
    deeds = canvas.view.deeds()
    one, two = canvas.scene.step_ids()[:2]
    canvas.desk.selection.choose(Step, one)
    assert not deeds["journey.align-left"].possible() and not deeds["journey.connect-chosen"].possible()
    canvas.desk.selection.choose(Step, one, two)
    assert deeds["journey.align-left"].possible() and not deeds["journey.distribute-across"].possible()
    canvas.desk.selection.choose(Step, *canvas.scene.step_ids())
    assert deeds["journey.distribute-across"].possible() and deeds["journey.distribute-down"].possible()


def test_a_dragged_step_falls_into_line_with_a_guide_and_with_ctrl_it_does_not(canvas: Canvas) -> None:
    named = canvas.steps()
    key, other = named["Choose"].id, named["Compare dates, hotels and rides"].id
    box, there = canvas.scene.box_of(key), canvas.scene.box_of(other)
    assert box and there
    scale = canvas.surface.transform().m11()
    start, wanted = canvas.at(key), there.top() + 2 / scale - box.top()
    end = start + QPoint(round(23 * scale), round(wanted * scale) + 2)
    canvas.drag(start, end)
    sketch = canvas.hands.overlay.sketch
    assert sketch is not None and sketch.guides
    moved = canvas.hands.box(key)
    assert moved is not None
    lines = {moved.top(), moved.center().y(), moved.bottom()}
    at = {there.top(), there.center().y(), there.bottom()}
    assert min(abs(a - b) for a in lines for b in at) < 0.01
    canvas.key(Qt.Key.Key_Escape)
    assert canvas.hands.overlay.sketch is None
    canvas.let_go(end)
    snap = SnapSteps(canvas.hands, key, box.center(), frozenset([key]))
    by = QPointF(23, wanted)
    assert snap.way(box.center() + by, free=True) == (by, ())
    assert snap.way(box.center() + by, free=False)[1]


def test_chosen_steps_are_connected_in_the_order_in_which_they_were_chosen(canvas: Canvas) -> None:
    ids = canvas.scene.step_ids()
    one, two, three = ids[5], ids[0], ids[3]
    before = canvas.links()
    canvas.desk.selection.choose(Step, one, two, three)
    do(canvas, "journey.connect-chosen")
    title = {key: canvas.step(key).title for key in ids}
    assert canvas.links() - before == {(title[one], title[two], "next"), (title[two], title[three], "next")}
    assert canvas.next_undo is EditKind.ADD_LINKS
    do(canvas, "journey.connect-chosen")
    assert len(canvas.project.links_of(canvas.scene.journey or "")) == len(before) + 2, "never twice"


def test_steps_are_chosen_by_what_they_have_in_common(canvas: Canvas) -> None:
    named, steps = canvas.steps(), canvas.project.steps_of(canvas.scene.journey or "")
    choose = named["Choose"]
    for action, same in (
        ("phase", lambda s: s.phase is choose.phase),
        ("lane", lambda s: s.lane == choose.lane),
        ("kind", lambda s: s.kind is choose.kind),
    ):
        canvas.desk.selection.choose(Step, choose.id)
        do(canvas, f"journey.select-{action}")
        assert set(canvas.chosen()) == {s.id for s in steps if same(s)}
        assert canvas.chosen()[-1] == choose.id and (len(canvas.chosen()) > 1 or action == "kind")
    canvas.desk.selection.choose(Step, choose.id)
    do(canvas, "journey.select-before")
    before = set(canvas.chosen())
    assert named["Wish for a holiday together"].id in before and named["Ride"].id not in before
    canvas.desk.selection.choose(Step, choose.id)
    do(canvas, "journey.select-after")
    assert set(canvas.chosen()) & before == {choose.id} and len(canvas.chosen()) > 2
