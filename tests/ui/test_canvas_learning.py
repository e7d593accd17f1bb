"""The rail of repeat on the canvas: what is learned, where, and which step uses it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QApplication

from helpers.canvas_room import Canvas, open_canvas
from helpers.desks import park
from rondofile.enums import LinkKind, Phase
from rondofile.kinds import EditKind
from rondofile.records import Link, Step

RIDE, COMPARE, WISH = "v-ride", "v-compare", "v-wish"


@pytest.fixture
def canvas(qapp: QApplication, tmp_path: Path) -> Iterator[Canvas]:
    with open_canvas(tmp_path, park()) as canvas:
        yield canvas


def rail(canvas: Canvas) -> QPoint:
    plan = canvas.scene.plan
    assert plan is not None
    return canvas.at(QPointF(plan.left + 20, plan.rail.bottom - 3))


def learned(canvas: Canvas) -> Link:
    found = [x for x in canvas.project.links_of("visit") if x.kind is LinkKind.LEARNS]
    assert len(found) == 1
    return found[0]


def test_a_drag_to_the_rail_asks_which_step_uses_what_is_learned_and_then_what_it_is(canvas: Canvas) -> None:
    before = canvas.project
    canvas.drag_and_drop(canvas.handle(RIDE), rail(canvas))
    assert canvas.project == before and canvas.hands.overlay.sketch is not None
    canvas.click(COMPARE)
    link = learned(canvas)
    assert (link.source, link.target) == (RIDE, COMPARE)
    assert canvas.next_undo is EditKind.ADD_LINKS and canvas.chosen(Link) == (link.id,)
    assert canvas.editor is not None
    canvas.type("must-dos and pace")
    canvas.key(Qt.Key.Key_Return)
    assert learned(canvas).label == "must-dos and pace"
    plan = canvas.scene.plan
    assert plan is not None and link.id in plan.learned and link.id in plan.said_on_rail


def test_one_key_learns_from_the_chosen_step_and_escape_leaves_no_trace(canvas: Canvas) -> None:
    canvas.click(RIDE)
    before, picture = canvas.project, canvas.picture()
    canvas.key(Qt.Key.Key_W)
    assert canvas.hands.overlay.sketch is not None
    canvas.key(Qt.Key.Key_Escape)
    assert canvas.project is before and canvas.picture() == picture
    canvas.key(Qt.Key.Key_W)
    canvas.key(Qt.Key.Key_Home)
    canvas.key(Qt.Key.Key_Return)
    assert (learned(canvas).source, learned(canvas).target) == (RIDE, WISH)


def test_what_no_step_uses_yet_becomes_work_of_our_own_on_the_rail_and_says_so(canvas: Canvas) -> None:
    canvas.click(RIDE)
    canvas.key(Qt.Key.Key_W)
    canvas.click(rail(canvas))
    canvas.type("Look at the photos")
    canvas.key(Qt.Key.Key_Return)
    made = canvas.project.get(Step, learned(canvas).target)
    assert (made.title, made.phase) == ("Look at the photos", Phase.REPEAT)
    plan = canvas.scene.plan
    assert plan is not None and learned(canvas).id not in plan.learned
    assert canvas.desk.words("journey_figure.unused") in plan.rail.capsules[0].about.text
    assert plan.rail.notice is not None, "coming back and unused learning are no learning"


def test_connecting_back_to_the_first_step_comes_again_and_learns_nothing(canvas: Canvas) -> None:
    canvas.drag_and_drop(canvas.handle(RIDE), canvas.at(WISH))
    assert ("Ride", "Wish for a holiday together", "returns") in canvas.links()
    plan = canvas.scene.plan
    assert plan is not None and not plan.rail.capsules and plan.rail.notice is not None


def test_a_key_makes_a_drag_to_the_rail_come_again(canvas: Canvas) -> None:
    canvas.drag(canvas.handle(RIDE), rail(canvas))
    canvas.key(Qt.Key.Key_K)
    canvas.key(Qt.Key.Key_K)
    canvas.let_go(rail(canvas))
    assert ("Ride", "Wish for a holiday together", "returns") in canvas.links()


def test_a_capsule_is_dragged_as_a_whole_to_the_step_that_uses_what_is_learned(canvas: Canvas) -> None:
    canvas.drag_and_drop(canvas.handle(RIDE), rail(canvas))
    canvas.click(COMPARE)
    canvas.key(Qt.Key.Key_Escape)
    link, plan = learned(canvas), canvas.scene.plan
    assert plan is not None
    before, (capsule,) = canvas.project, plan.rail.capsules
    for x, y in ((4, 3), (capsule.box.width - 4, capsule.box.height - 3)):
        held = canvas.at(QPointF(capsule.box.x + x, capsule.box.y + y))
        canvas.desk.selection.clear()
        canvas.click(held)
        assert canvas.chosen(Link) == (link.id,) and canvas.project == before
        canvas.drag(held, canvas.at(WISH))
        assert canvas.hands.overlay.sketch is not None and canvas.project == before
        canvas.let_go(canvas.at(WISH))
        assert (learned(canvas).source, learned(canvas).target) == (RIDE, WISH)
        assert canvas.next_undo is EditKind.MOVE_LINK and learned(canvas).id == link.id
        canvas.desk.session.undo()
        canvas.settle()
        canvas.drag_and_drop(held, canvas.empty_ground())
        assert canvas.project == before and canvas.hands.overlay.sketch is None
