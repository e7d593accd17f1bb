"""Drawing links and adding steps, by mouse and by keys."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from helpers.canvas_room import NONE, SHIFT, Canvas, open_canvas
from helpers.desks import park
from rondofile.kinds import EditKind
from rondofile.records import Link

WISH, NOTICE, CHOOSE, RIDE = (
    "Wish for a holiday together",
    "Notice that good dates are going",
    "Choose",
    "Ride",
)


@pytest.fixture
def canvas(qapp: QApplication, tmp_path: Path) -> Iterator[Canvas]:
    with open_canvas(tmp_path, park()) as canvas:
        yield canvas


def key_of(canvas: Canvas, title: str) -> str:
    return canvas.steps()[title].id


def test_a_drag_from_a_handle_to_a_step_links_them_and_chooses_the_link(canvas: Canvas) -> None:
    before = canvas.project
    canvas.drag(canvas.handle(key_of(canvas, WISH)), canvas.at(key_of(canvas, RIDE)))
    sketch = canvas.hands.overlay.sketch
    assert sketch is not None and sketch.line is not None and not sketch.refused
    assert canvas.project is before
    canvas.let_go(canvas.at(key_of(canvas, RIDE)))
    assert (WISH, RIDE, "next") in canvas.links()
    assert canvas.next_undo is EditKind.ADD_LINKS
    assert canvas.project.get(Link, canvas.chosen(Link)[0]).target == key_of(canvas, RIDE)
    assert canvas.hands.overlay.sketch is None


def test_a_link_that_may_not_be_is_shown_so_and_refused_in_the_words_of_the_rule(canvas: Canvas) -> None:
    before = canvas.project
    start, end = canvas.handle(key_of(canvas, WISH)), canvas.at(key_of(canvas, NOTICE))
    canvas.drag(start, end)
    sketch = canvas.hands.overlay.sketch
    assert sketch is not None and sketch.refused
    canvas.let_go(end)
    assert canvas.project == before
    assert canvas.notices == [canvas.desk.words("framework.rules.already_joined")]


def test_a_link_back_to_the_first_step_comes_again(canvas: Canvas) -> None:
    canvas.drag_and_drop(canvas.handle(key_of(canvas, RIDE)), canvas.at(key_of(canvas, WISH)))
    assert (RIDE, WISH, "returns") in canvas.links()


def test_the_kind_of_a_link_is_said_by_key_while_it_is_drawn(canvas: Canvas) -> None:
    end = canvas.at(key_of(canvas, CHOOSE))
    canvas.drag(canvas.handle(key_of(canvas, RIDE)), end)
    canvas.key(Qt.Key.Key_K)
    canvas.key(Qt.Key.Key_K)
    canvas.let_go(end)
    assert (RIDE, CHOOSE, "learns") in canvas.links()


def test_a_link_dropped_on_empty_ground_writes_a_step_at_its_end(canvas: Canvas) -> None:
    before, ground = canvas.project, canvas.empty_ground()
    phase, lane = canvas.scene.cell_at(canvas.surface.mapToScene(ground))
    canvas.drag_and_drop(canvas.handle(key_of(canvas, WISH)), ground)
    assert canvas.editor is not None and canvas.project == before, "the step is not there before its title"
    canvas.type("Ask a friend")
    canvas.key(Qt.Key.Key_Return)
    made = canvas.steps()["Ask a friend"]
    assert (made.phase, made.lane) == (phase, lane)
    assert (WISH, "Ask a friend", "next") in canvas.links()
    assert canvas.chosen() == (made.id,)
    canvas.desk.session.undo()
    canvas.settle()
    assert canvas.project == before, "step, link and title are one undo step"


def test_the_connect_tool_draws_one_link_by_dragging_and_gives_way(canvas: Canvas) -> None:
    canvas.key(Qt.Key.Key_C)
    assert canvas.desk.actions["journey.connect"].isChecked()
    canvas.drag_and_drop(canvas.at(key_of(canvas, WISH)), canvas.at(key_of(canvas, RIDE)))
    assert (WISH, RIDE, "next") in canvas.links()
    assert canvas.desk.actions["journey.select"].isChecked()


def test_the_connect_tool_draws_a_link_by_two_clicks(canvas: Canvas) -> None:
    canvas.key(Qt.Key.Key_C)
    canvas.click(key_of(canvas, WISH))
    canvas.hover(canvas.at(key_of(canvas, RIDE)))
    assert canvas.hands.overlay.sketch is not None
    canvas.click(key_of(canvas, RIDE))
    assert (WISH, RIDE, "next") in canvas.links()


def test_steps_are_connected_by_keys_alone(canvas: Canvas) -> None:
    canvas.click(key_of(canvas, WISH))
    canvas.key(Qt.Key.Key_C)
    canvas.key(Qt.Key.Key_Right)
    canvas.key(Qt.Key.Key_Right)
    drawing = canvas.view.work.toolbox.connect._drawing
    assert drawing is not None and drawing.target is not None
    target = canvas.step(drawing.target).title
    canvas.key(Qt.Key.Key_Return, SHIFT)
    canvas.key(Qt.Key.Key_Return)
    assert target != WISH and (WISH, target, "returns") in canvas.links()
    assert canvas.desk.actions["journey.select"].isChecked()


def test_escape_leaves_the_connect_tool_without_a_trace(canvas: Canvas) -> None:
    canvas.click(key_of(canvas, WISH))
    before, picture = canvas.project, canvas.picture()
    canvas.key(Qt.Key.Key_C)
    canvas.key(Qt.Key.Key_Right)
    canvas.key(Qt.Key.Key_Escape)
    assert canvas.project is before and canvas.picture() == picture
    assert canvas.desk.actions["journey.select"].isChecked()
    canvas.key(Qt.Key.Key_Right)
    assert canvas.chosen() != (key_of(canvas, WISH),), "arrows choose again"


def test_the_tool_for_steps_shows_where_and_writes_there(canvas: Canvas) -> None:
    canvas.key(Qt.Key.Key_N, SHIFT)
    ground = canvas.empty_ground()
    canvas.hover(ground)
    cell = canvas.scene.cell_at(canvas.surface.mapToScene(ground))
    assert canvas.scene.stage.cell == cell
    canvas.click(ground)
    canvas.type("Feed the ducks")
    canvas.key(Qt.Key.Key_Return)
    made = canvas.steps()["Feed the ducks"]
    assert (made.phase, made.lane) == cell
    assert canvas.scene.stage.cell is None and canvas.hands.overlay.sketch is None
    assert canvas.desk.actions["journey.select"].isChecked()


@pytest.mark.parametrize("keys", [[(Qt.Key.Key_N, NONE)], [(Qt.Key.Key_N, SHIFT), (Qt.Key.Key_Return, NONE)]])
def test_a_step_is_written_by_keys_in_the_cell_of_the_chosen_step(
    canvas: Canvas, keys: list[tuple[Qt.Key, Qt.KeyboardModifier]]
) -> None:
    canvas.click(key_of(canvas, RIDE))
    for key, held in keys:
        canvas.key(key, held)
    canvas.type("Feed the ducks")
    canvas.key(Qt.Key.Key_Return)
    made, ride = canvas.steps()["Feed the ducks"], canvas.steps()[RIDE]
    assert (made.phase, made.lane) == (ride.phase, ride.lane)
    assert not {link for link in canvas.links() if "Feed the ducks" in link}


def test_a_step_that_is_written_by_key_covers_no_other(canvas: Canvas) -> None:
    canvas.click(key_of(canvas, RIDE))
    canvas.key(Qt.Key.Key_N)
    assert canvas.editor is not None
    area = canvas.surface.mapToScene(canvas.editor.geometry()).boundingRect()
    cards = [box for step in canvas.scene.step_ids() if (box := canvas.scene.box_of(step))]
    assert len(cards) > 5 and not [box for box in cards if box.intersects(area)]


def test_a_double_click_on_empty_ground_writes_a_step_there(canvas: Canvas) -> None:
    ground = canvas.empty_ground()
    cell = canvas.scene.cell_at(canvas.surface.mapToScene(ground))
    canvas.double_click(ground)
    canvas.type("Feed the ducks")
    canvas.click(canvas.viewport.rect().bottomRight() - QPoint(4, 4))
    made = canvas.steps()["Feed the ducks"]
    assert (made.phase, made.lane) == cell, "going elsewhere commits"


def test_a_new_step_without_a_title_is_never_made(canvas: Canvas) -> None:
    before = canvas.project
    for end in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Tab):
        canvas.double_click(canvas.empty_ground())
        assert canvas.editor is not None
        canvas.type("   ")
        canvas.key(end)
        assert canvas.editor is None and canvas.project is before


def test_a_drag_from_another_step_than_the_chosen_one_begins_where_it_was_pressed(canvas: Canvas) -> None:
    canvas.click(key_of(canvas, CHOOSE))
    canvas.key(Qt.Key.Key_C)
    canvas.drag_and_drop(canvas.at(key_of(canvas, WISH)), canvas.at(key_of(canvas, RIDE)))
    assert (WISH, RIDE, "next") in canvas.links()
    assert not [link for link in canvas.links() if link[0] == CHOOSE and link[1] in (WISH, RIDE)]


def test_home_and_end_aim_a_link_at_the_first_and_the_last_step(canvas: Canvas) -> None:
    canvas.click(key_of(canvas, RIDE))
    canvas.key(Qt.Key.Key_C)
    canvas.key(Qt.Key.Key_End)
    canvas.key(Qt.Key.Key_Home)
    canvas.key(Qt.Key.Key_Return)
    assert (RIDE, WISH, "returns") in canvas.links()
