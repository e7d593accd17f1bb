"""The inbox: steps as fast as they are said, sorted later."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from helpers.canvas_room import ALT, CTRL, Canvas, open_canvas
from helpers.desks import edited, park
from helpers.drags import drag_over, drop
from rondo.ui.canvas.capture.inbox import Inbox
from rondo.ui.mime import Cards, encode
from rondofile.enums import Actor, LaneRole, Phase
from rondofile.kinds import EditKind
from rondofile.nouns import journeys
from rondofile.project import Project
from rondofile.records import Lane, Step

Key = Qt.Key


@pytest.fixture
def canvas(qapp: QApplication, tmp_path: Path) -> Iterator[Canvas]:
    with open_canvas(tmp_path, park()) as canvas:
        yield canvas


@pytest.fixture
def bare(qapp: QApplication, tmp_path: Path) -> Iterator[Canvas]:
    """A journey without lanes or steps."""
    with open_canvas(tmp_path, Project({})) as canvas:
        edited(canvas.desk.session, EditKind.ADD_JOURNEY, lambda edit: journeys.add(edit, "Bare"))
        canvas.settle()
        yield canvas


def inbox(canvas: Canvas) -> Inbox:
    return canvas.view.work.inbox


def waiting(canvas: Canvas) -> list[str]:
    return [canvas.step(key).title for key in inbox(canvas).waiting.list.shown()]


def capture(canvas: Canvas, *titles: str) -> None:
    for title in titles:
        inbox(canvas).line.setFocus()
        canvas.type(title)
        canvas.key(Key.Key_Return)


def choose_first(canvas: Canvas) -> str:
    """The first waiting step is chosen, with the keys on the list."""
    found = inbox(canvas).waiting.list
    found.setFocus()
    found.setCurrentRow(0)
    canvas.settle()
    return str(found.shown()[0])


def test_the_inbox_folds_open_with_one_key_and_takes_the_keys(canvas: Canvas) -> None:
    canvas.key(Key.Key_I)
    assert inbox(canvas).is_open() and QApplication.focusWidget() is inbox(canvas).line
    assert canvas.desk.actions["journey.inbox"].isChecked()
    canvas.key(Key.Key_Escape)
    assert QApplication.focusWidget() is canvas.surface
    canvas.key(Key.Key_I)
    assert not inbox(canvas).is_open() and not canvas.desk.actions["journey.inbox"].isChecked()


def test_a_title_and_enter_is_a_step_that_waits(canvas: Canvas) -> None:
    capture(canvas, "Pack the bags", "Feed the cat", "  ", "Lock the door")
    assert waiting(canvas) == ["Pack the bags", "Feed the cat", "Lock the door"]
    made = canvas.steps()["Feed the cat"]
    assert (made.phase, made.lane) == (None, None)
    assert inbox(canvas).line.text() == ""
    canvas.desk.session.undo()
    canvas.settle()
    assert waiting(canvas) == ["Pack the bags", "Feed the cat"]


def test_thirty_pasted_lines_are_thirty_steps_in_one_edit(canvas: Canvas) -> None:
    before = canvas.project
    QApplication.clipboard().setText("\n".join(f"{n}. Line {n}" for n in range(1, 31)) + "\n\n")
    inbox(canvas).line.setFocus()
    canvas.key(Key.Key_V, CTRL)
    assert waiting(canvas) == [f"Line {n}" for n in range(1, 31)]
    canvas.desk.session.undo()
    canvas.settle()
    assert canvas.project == before


def test_keys_sort_what_waits_and_go_on_to_the_next(canvas: Canvas) -> None:
    canvas.key(Key.Key_I)
    capture(canvas, "Pack the bags", "Feed the cat", "Lock the door")
    first = choose_first(canvas)
    canvas.key(Key.Key_1)
    assert canvas.step(first).phase is Phase.RECOGNIZE
    assert "Pack the bags" in waiting(canvas), "a step with a phase and no lane still waits"
    canvas.key(Key.Key_A)
    assert canvas.step(first).actor is Actor.CUSTOMER
    canvas.key(Key.Key_Down, ALT)
    lanes = canvas.project.lanes_of(canvas.scene.journey or "")
    assert canvas.step(first).lane == lanes[0].id
    assert waiting(canvas) == ["Feed the cat", "Lock the door"]
    assert [canvas.step(key).title for key in canvas.chosen()] == ["Feed the cat"]
    canvas.key(Key.Key_2)
    canvas.key(Key.Key_Up, ALT)
    assert canvas.steps()["Feed the cat"].lane == lanes[-1].id
    assert waiting(canvas) == ["Lock the door"]


def test_two_keys_sort_a_step_and_the_next_one_is_chosen_by_itself(canvas: Canvas) -> None:
    canvas.key(Key.Key_I)
    titles = [f"Shouted {number}" for number in range(1, 7)]
    capture(canvas, *titles)
    canvas.key(Key.Key_Down)
    lanes = canvas.project.lanes_of(canvas.scene.journey or "")
    phases = (Key.Key_1, Key.Key_2, Key.Key_3)
    for number, title in enumerate(titles):
        assert [canvas.step(key).title for key in canvas.chosen()] == [title]
        canvas.key(phases[number % 3])
        canvas.key(Key(Key.Key_1.value + number % 2), ALT)
        assert canvas.steps()[title].lane == lanes[number % 2].id
    assert waiting(canvas) == []
    assert "what comes after what" in inbox(canvas).waiting.hint.text(), "the next pass is offered"


def test_sorted_steps_become_one_way_by_one_button(bare: Canvas) -> None:
    bare.key(Key.Key_I)
    capture(bare, "Notice", "Fit", "Choose", "Learn from it", "Ask")
    bare.key(Key.Key_Down)
    for key in (Key.Key_1, Key.Key_3, Key.Key_2, Key.Key_4, Key.Key_1):
        assert not inbox(bare).waiting.path.isVisible()
        bare.key(key)
    assert waiting(bare) == [] and inbox(bare).waiting.path.isVisible()
    inbox(bare).waiting.path.click()
    bare.settle()
    assert bare.links() == {
        ("Notice", "Ask", "next"),
        ("Ask", "Choose", "next"),
        ("Choose", "Fit", "next"),
    }
    assert not inbox(bare).waiting.path.isVisible() and bare.next_undo is EditKind.ADD_LINKS


def test_the_keys_stand_beside_the_names_of_phases_and_lanes(canvas: Canvas) -> None:
    canvas.key(Key.Key_I)
    capture(canvas, "Pack the bags")
    shown = [label.text() for label in inbox(canvas).waiting.sort_keys.findChildren(QLabel)]
    names = [lane.name for lane in canvas.project.lanes_of(canvas.scene.journey or "")]
    assert shown[:2] == ["↓", "to the steps, then:"], "digits are written while the keys are in the line"
    choose_first(canvas)
    shown = [
        label.text() for label in inbox(canvas).waiting.sort_keys.findChildren(QLabel) if label.isVisible()
    ]
    pairs = list(zip(shown[::2], shown[1::2], strict=True))
    assert pairs[:4] == [("1", "Recognize"), ("2", "Request"), ("3", "Respond"), ("4", "Repeat")]
    assert pairs[4:] == [(f"Alt+{at}", name) for at, name in enumerate(names[:9], 1)]
    assert inbox(canvas).waiting.sort_keys.isVisible()


def test_alt_and_a_digit_puts_chosen_steps_of_the_map_into_that_lane(canvas: Canvas) -> None:
    canvas.click(canvas.steps()["Choose"].id)
    lanes = canvas.project.lanes_of(canvas.scene.journey or "")
    canvas.key(Key.Key_2, ALT)
    assert canvas.steps()["Choose"].lane == lanes[1].id
    before = canvas.project
    canvas.key(Key.Key_9, ALT)
    assert canvas.project is before


def test_a_step_of_our_own_learning_work_needs_no_lane(canvas: Canvas) -> None:
    canvas.key(Key.Key_I)
    capture(canvas, "Compare seasons")
    choose_first(canvas)
    canvas.key(Key.Key_4)
    assert waiting(canvas) == []
    assert QApplication.focusWidget() is canvas.surface, "nothing is left to sort"
    assert canvas.scene.box_of(canvas.steps()["Compare seasons"].id) is not None


def test_the_first_sorted_step_of_a_journey_without_lanes_makes_the_first_lane(bare: Canvas) -> None:
    bare.key(Key.Key_I)
    capture(bare, "Pack the bags")
    key = choose_first(bare)
    before = bare.project
    bare.key(Key.Key_2)
    lane = bare.project.get(Lane, bare.step(key).lane or "")
    assert (lane.role, lane.name) == (LaneRole.CUSTOMER, "Customer")
    bare.desk.session.undo()
    bare.settle()
    assert bare.project == before, "lane and phase are one edit"


def test_a_waiting_step_is_dragged_into_a_cell_as_one_edit(canvas: Canvas) -> None:
    capture(canvas, "Pack the bags")
    key = canvas.steps()["Pack the bags"].id
    data: QMimeData = inbox(canvas).waiting.list.mimeData([inbox(canvas).waiting.list.item(0)])
    ground = canvas.empty_ground()
    cell = canvas.scene.cell_at(canvas.surface.mapToScene(ground))
    before = canvas.project
    assert drag_over(canvas.viewport, data, ground).isAccepted()
    assert canvas.scene.stage.cell == cell and canvas.project is before
    assert drop(canvas.viewport, data, ground)
    canvas.settle()
    step = canvas.step(key)
    assert ((step.phase, step.lane), canvas.next_undo) == (cell, EditKind.MOVE_STEPS)
    assert canvas.scene.stage.cell is None and waiting(canvas) == [] and canvas.chosen() == (key,)
    assert QApplication.focusWidget() is canvas.surface, "keys go to what was dropped"


def test_steps_of_the_map_that_come_back_stand_as_they_stood_to_each_other(canvas: Canvas) -> None:
    named = canvas.steps()
    one, two = named["Wish for a holiday together"].id, named["Compare dates, hotels and rides"].id
    data = canvas.view.work.drops.cards((one, two))
    assert drop(canvas.viewport, data, canvas.at(one) + QPoint(0, 60))
    canvas.settle()
    assert (canvas.step(one).phase, canvas.step(two).phase) == (Phase.RECOGNIZE, Phase.REQUEST)
    assert canvas.step(one).lane == canvas.step(two).lane


def test_a_title_emptied_in_the_list_stays_what_it_was(canvas: Canvas) -> None:
    canvas.key(Key.Key_I)
    capture(canvas, "Pack the bags")
    choose_first(canvas)
    canvas.key(Key.Key_F2)
    editor = QApplication.focusWidget()
    assert editor is not None
    QTest.keyClick(editor, Key.Key_A, CTRL)
    QTest.keyClick(editor, Key.Key_Backspace)
    QTest.keyClick(editor, Key.Key_Return)
    canvas.settle()
    assert inbox(canvas).waiting.list.item(0).text() == "Pack the bags"


def test_steps_of_another_journey_cannot_be_dropped(canvas: Canvas) -> None:
    other = next(step for step in canvas.project.all(Step) if step.journey != canvas.scene.journey)
    standing = canvas.desk.session.standing
    assert standing is not None
    data = encode(Cards(standing.doc_id, "step", (other.id,), other.journey))
    before = canvas.project
    assert not drop(canvas.viewport, data, canvas.empty_ground())
    canvas.settle()
    assert canvas.project is before


def test_lines_of_text_dropped_on_the_map_wait_in_the_inbox(canvas: Canvas) -> None:
    data = QMimeData()
    data.setText("One thing\nAnother thing")
    assert drop(canvas.viewport, data, canvas.empty_ground())
    canvas.settle()
    assert waiting(canvas) == ["One thing", "Another thing"]


def test_a_waiting_step_is_renamed_in_the_list(canvas: Canvas) -> None:
    canvas.key(Key.Key_I)
    capture(canvas, "Pack the bags")
    key = choose_first(canvas)
    for text, end in (("Nothing", Key.Key_Escape), ("Pack everything", Key.Key_Return)):
        canvas.key(Key.Key_F2)
        editor = QApplication.focusWidget()
        assert editor is not None and editor is not inbox(canvas).waiting.list
        QTest.keyClick(editor, Key.Key_A, CTRL)
        QTest.keyClicks(editor, text)
        QTest.keyClick(editor, end)
        canvas.settle()
    assert canvas.step(key).title == "Pack everything"
    assert canvas.next_undo is EditKind.RENAME_STEP


def test_what_waits_can_be_deleted_by_key(canvas: Canvas) -> None:
    canvas.key(Key.Key_I)
    capture(canvas, "Pack the bags", "Feed the cat")
    choose_first(canvas)
    canvas.key(Key.Key_Delete)
    assert waiting(canvas) == ["Feed the cat"]


def test_an_inbox_that_cannot_be_written_to_is_not_there(qapp: QApplication, tmp_path: Path) -> None:
    with open_canvas(tmp_path, Project({})) as canvas:
        assert not inbox(canvas).isVisible()
        assert not canvas.view.deeds()["journey.inbox"].possible()
