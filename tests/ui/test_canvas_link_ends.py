"""Links that are there: their ends go to other steps, steps are put in between; what stands on them stays."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QApplication

from helpers.canvas_room import Canvas, open_canvas
from helpers.desks import park
from rondofile.kinds import EditKind
from rondofile.records import Link

WISH, NOTICE, RIDE = "Wish for a holiday together", "Notice that good dates are going", "Ride"
Key = Qt.Key


@pytest.fixture
def canvas(qapp: QApplication, tmp_path: Path) -> Iterator[Canvas]:
    with open_canvas(tmp_path, park()) as canvas:
        yield canvas


def link(canvas: Canvas) -> Link:
    """From the wish to the notice, chosen."""
    steps = canvas.steps()
    found = next(
        one
        for one in canvas.project.links_of(canvas.scene.journey or "")
        if (one.source, one.target) == (steps[WISH].id, steps[NOTICE].id)
    )
    canvas.desk.selection.choose(Link, found.id)
    return found


def end(canvas: Canvas, key: str, which: int) -> QPoint:
    route = canvas.scene.plan.routes.route(key)  # type: ignore[union-attr]
    assert route
    return canvas.at(QPointF(*route[which]))


@pytest.mark.parametrize("which", [0, -1])
def test_an_end_is_dragged_to_another_step_and_what_stands_on_the_link_stays(
    canvas: Canvas, which: int
) -> None:
    was, before, ride = link(canvas), canvas.project, canvas.steps()[RIDE].id
    canvas.drag(end(canvas, was.id, which), canvas.at(ride))
    assert canvas.project is before
    canvas.let_go(canvas.at(ride))
    now = canvas.project.get(Link, was.id)
    expected = (ride, was.target) if which == 0 else (was.source, ride)
    assert (now.source, now.target) == expected and canvas.next_undo is EditKind.MOVE_LINK
    assert (now.label, now.wait_minutes, now.kind) == (was.label, was.wait_minutes, was.kind)
    canvas.desk.session.undo()
    canvas.settle()
    assert canvas.project == before


def test_an_end_that_is_dropped_on_the_ground_or_where_it_was_is_no_edit(canvas: Canvas) -> None:
    was, before = link(canvas), canvas.project
    canvas.drag_and_drop(end(canvas, was.id, -1), canvas.empty_ground())
    assert canvas.project is before and canvas.hands.overlay.sketch is None
    canvas.desk.selection.choose(Link, was.id)
    canvas.drag_and_drop(end(canvas, was.id, -1), canvas.at(was.target))
    assert canvas.project is before


def test_an_end_may_not_lead_where_the_rules_say_no(canvas: Canvas) -> None:
    was, before = link(canvas), canvas.project
    canvas.drag_and_drop(end(canvas, was.id, -1), canvas.at(was.source))
    assert canvas.project is before
    assert canvas.notices == [canvas.desk.words("framework.rules.to_itself")]


def test_a_double_click_on_a_line_puts_a_step_in_between_and_on_its_label_writes_that(canvas: Canvas) -> None:
    was = link(canvas)
    area = canvas.hands.link_area(was.id)
    route = canvas.scene.plan.routes.route(was.id)  # type: ignore[union-attr]
    assert route and canvas.scene.plan.routes.chip(was.id)  # type: ignore[union-attr]
    canvas.double_click(canvas.at(area.center()))
    assert canvas.editor is not None and canvas.editor.accessibleName() == "Label of the link"
    canvas.key(Key.Key_Escape)
    canvas.double_click(canvas.at(QPointF((route[0][0] + area.left()) / 2, route[0][1])))
    canvas.type("Ask a friend")
    canvas.key(Key.Key_Return)
    assert canvas.next_undo is EditKind.INSERT_STEP
    assert {(WISH, "Ask a friend", "next"), ("Ask a friend", NOTICE, "next")} <= canvas.links()
    assert (WISH, NOTICE, "next") not in canvas.links()
    made, wish = canvas.steps()["Ask a friend"], canvas.steps()[WISH]
    assert (made.phase, made.lane) == (wish.phase, wish.lane)


def test_tab_on_a_chosen_link_puts_a_step_in_between(canvas: Canvas) -> None:
    link(canvas)
    canvas.key(Key.Key_Tab)
    canvas.type("Ask a friend")
    canvas.key(Key.Key_Return)
    assert (WISH, "Ask a friend", "next") in canvas.links() and canvas.next_undo is EditKind.INSERT_STEP
