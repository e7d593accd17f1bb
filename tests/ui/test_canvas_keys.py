"""The canvas without a mouse: going about, moving steps, writing, sorting."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from helpers.canvas_room import ALT, CTRL, SHIFT, Canvas, open_canvas
from helpers.desks import edited, park
from rondofile.enums import Actor, LaneRole, LinkKind, Phase
from rondofile.kinds import EditKind
from rondofile.records import Lane, Link, Step, Stretch

Key = Qt.Key
WISH, NOTICE, CHOOSE, BOOK = (
    "Wish for a holiday together",
    "Notice that good dates are going",
    "Choose",
    "Book and pay",
)


@pytest.fixture
def canvas(qapp: QApplication, tmp_path: Path) -> Iterator[Canvas]:
    with open_canvas(tmp_path, park()) as canvas:
        yield canvas


def title(canvas: Canvas) -> str:
    """The title of the step that is chosen alone."""
    chosen = canvas.chosen()
    assert len(chosen) == 1
    return canvas.step(chosen[0]).title


def write(canvas: Canvas, text: str, end: Qt.Key = Key.Key_Return) -> None:
    assert canvas.editor is not None, "nothing is being written"
    canvas.type(text)
    canvas.key(end)


def test_arrows_choose_the_nearest_step_and_reach_every_step(canvas: Canvas) -> None:
    canvas.key(Key.Key_Home)
    assert title(canvas) == WISH
    canvas.key(Key.Key_Right)
    assert title(canvas) == NOTICE
    seen, at = set(), [canvas.chosen()[0]]
    while at:
        key = at.pop()
        if key in seen:
            continue
        seen.add(key)
        for arrow in (Key.Key_Left, Key.Key_Right, Key.Key_Up, Key.Key_Down):
            canvas.desk.selection.choose(Step, key)
            canvas.key(arrow)
            at += canvas.chosen()
    assert seen == set(canvas.scene.step_ids())


def test_right_goes_through_the_journey_as_it_happens_and_left_goes_back(canvas: Canvas) -> None:
    project, went = canvas.desk.session.project, list[str]()
    after = {x.source: x.target for x in project.links_of("visit") if x.kind is LinkKind.NEXT}
    assert len(after) == 10 and len({project.get(Step, key).lane for key in after}) > 4
    canvas.key(Key.Key_Home)
    for _ in after:
        went.append(canvas.chosen()[0])
        canvas.key(Key.Key_Right)
        assert canvas.chosen() == (after[went[-1]],)
    for before in reversed(went):
        canvas.key(Key.Key_Left)
        assert canvas.chosen() == (before,)


def test_arrows_with_shift_choose_more(canvas: Canvas) -> None:
    canvas.key(Key.Key_Home)
    canvas.key(Key.Key_Right, SHIFT)
    canvas.key(Key.Key_Right, SHIFT)
    assert len(canvas.chosen()) == 3


def test_home_end_all_and_escape_choose(canvas: Canvas) -> None:
    ids = canvas.scene.step_ids()
    canvas.key(Key.Key_End)
    assert canvas.chosen() == ids[-1:]
    canvas.key(Key.Key_A, CTRL)
    assert canvas.chosen() == ids
    canvas.key(Key.Key_Escape)
    assert canvas.chosen() == ()


def test_ctrl_and_arrows_move_the_step_to_the_next_phase_and_lane(canvas: Canvas) -> None:
    lanes = [lane.id for lane in canvas.project.lanes_of(canvas.scene.journey or "")]
    canvas.key(Key.Key_Home)
    key = canvas.chosen()[0]
    canvas.key(Key.Key_Right, CTRL)
    assert canvas.step(key).phase is Phase.REQUEST
    canvas.key(Key.Key_Down, CTRL)
    assert canvas.step(key).lane == lanes[1]
    canvas.key(Key.Key_Up, ALT)
    assert canvas.step(key).lane == lanes[0]
    canvas.key(Key.Key_Left, CTRL)
    before = canvas.project
    canvas.key(Key.Key_Left, CTRL)
    assert canvas.step(key).phase is Phase.RECOGNIZE and canvas.project is before, "there is no phase before"


def test_numbers_give_the_phase_and_a_says_who_does_the_work(canvas: Canvas) -> None:
    canvas.key(Key.Key_Home)
    key = canvas.chosen()[0]
    for number, phase in zip((Key.Key_3, Key.Key_4, Key.Key_1, Key.Key_2), (2, 3, 0, 1), strict=True):
        canvas.key(number)
        assert canvas.step(key).phase is tuple(Phase)[phase]
    edited(canvas.desk.session, EditKind.SET_STEPS, lambda edit: edit.change(Step, key, actor=None))
    found = []
    for _ in range(5):
        canvas.key(Key.Key_A)
        found.append(canvas.step(key).actor)
    assert found == [Actor.CUSTOMER, Actor.FIRM, Actor.BOTH, None, Actor.CUSTOMER]


def test_tab_writes_the_next_step_in_the_same_cell_and_shift_tab_goes_back(canvas: Canvas) -> None:
    canvas.key(Key.Key_Home)
    canvas.key(Key.Key_Right)
    before = canvas.project
    canvas.key(Key.Key_Tab)
    write(canvas, "Ask a friend", Key.Key_Tab)
    write(canvas, "Think it over")
    named = canvas.steps()
    assert (named["Ask a friend"].phase, named["Ask a friend"].lane) == (
        named[NOTICE].phase,
        named[NOTICE].lane,
    )
    assert {(NOTICE, "Ask a friend", "next"), ("Ask a friend", "Think it over", "next")} <= canvas.links()
    assert title(canvas) == "Think it over"
    canvas.key(Key.Key_Backtab, SHIFT)
    assert title(canvas) == "Ask a friend"
    for _ in range(2):
        canvas.desk.session.undo()
        canvas.settle()
    assert canvas.project == before


def test_tab_goes_on_to_the_rest_of_the_window_where_no_step_is_chosen(canvas: Canvas) -> None:
    assert not canvas.view.deeds()["journey.add-next"].possible()
    canvas.desk.actions["journey.add-next"].setEnabled(False)
    canvas.key(Key.Key_Tab)
    assert QApplication.focusWidget() is not canvas.surface and canvas.editor is None


def test_enter_and_f2_write_the_title_and_escape_leaves_it(canvas: Canvas) -> None:
    canvas.key(Key.Key_Home)
    before, picture = canvas.project, canvas.picture()
    for key in (Key.Key_Return, Key.Key_F2):
        canvas.key(key)
        write(canvas, "Something else", Key.Key_Escape)
        assert canvas.project is before and canvas.picture() == picture
        assert QApplication.focusWidget() is canvas.surface
    canvas.key(Key.Key_F2)
    write(canvas, "Dream of a holiday")
    assert title(canvas) == "Dream of a holiday" and canvas.next_undo is EditKind.RENAME_STEP


def test_a_letter_that_is_a_shortcut_is_a_letter_in_a_title(canvas: Canvas) -> None:
    canvas.key(Key.Key_Home)
    before = canvas.step(canvas.chosen()[0])
    canvas.key(Key.Key_F2)
    write(canvas, "a1 c2 l3 p4 v n i k")
    after = canvas.step(canvas.chosen()[0])
    assert after.title == "a1 c2 l3 p4 v n i k"
    assert (after.phase, after.actor) == (before.phase, before.actor)


def test_undo_in_a_title_takes_back_what_was_typed_first(canvas: Canvas) -> None:
    canvas.key(Key.Key_Home)
    canvas.key(Key.Key_F2)
    canvas.type("Something else")
    before = canvas.project
    canvas.key(Key.Key_Z, CTRL)
    assert canvas.editor is not None and canvas.editor.toPlainText() == WISH
    canvas.key(Key.Key_Z, CTRL)
    assert canvas.editor is None and canvas.project is before


def test_delete_removes_steps_with_their_links_and_chooses_the_one_before(canvas: Canvas) -> None:
    canvas.key(Key.Key_Home)
    canvas.key(Key.Key_Right)
    key = canvas.chosen()[0]
    canvas.key(Key.Key_Delete)
    assert canvas.project.find(Step, key) is None and title(canvas) == WISH
    assert not {link for link in canvas.links() if NOTICE in link}
    canvas.desk.session.undo()
    canvas.settle()
    assert canvas.project.find(Step, key) is not None


def test_l_writes_a_lane_and_lanes_are_reached_renamed_and_deleted_by_keys(canvas: Canvas) -> None:
    journey = canvas.scene.journey or ""
    canvas.key(Key.Key_L)
    write(canvas, "Call centre")
    lane = canvas.project.lanes_of(journey)[-1]
    assert (lane.name, lane.role, canvas.chosen(Lane)) == ("Call centre", LaneRole.FIRM, (lane.id,))
    canvas.key(Key.Key_F2)
    write(canvas, "Help desk")
    assert canvas.project.get(Lane, lane.id).name == "Help desk"
    canvas.key(Key.Key_Delete)
    assert canvas.project.find(Lane, lane.id) is None
    canvas.key(Key.Key_Home)
    first = canvas.project.lanes_of(journey)[0]
    canvas.key(Key.Key_Left)
    assert canvas.chosen(Lane) == (first.id,)
    canvas.key(Key.Key_Right)
    assert title(canvas) == WISH


@pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)
def test_steps_of_a_deleted_lane_wait_in_the_inbox(canvas: Canvas) -> None:
    lane = canvas.project.lanes_of(canvas.scene.journey or "")[0]
    there = [step.id for step in canvas.steps().values() if step.lane == lane.id]
    canvas.desk.selection.choose(Lane, lane.id)
    canvas.key(Key.Key_Delete)
    asked = canvas.view.work.menus.lanes.shown
    assert asked is not None and lane.id in {one.id for one in canvas.project.all(Lane)}
    asked.actions()[1].trigger()
    asked.close()
    canvas.settle()
    assert there and set(there) <= set(canvas.view.work.inbox.waiting.list.shown())


def test_links_are_reached_and_labelled_by_keys(canvas: Canvas) -> None:
    canvas.key(Key.Key_Home)
    canvas.key(Key.Key_Right, ALT)
    link = canvas.chosen(Link)[0]
    canvas.key(Key.Key_F2)
    write(canvas, "when it rains")
    assert canvas.project.get(Link, link).label == "when it rains"
    canvas.key(Key.Key_F2)
    canvas.editor.selectAll() if canvas.editor else None
    canvas.key(Key.Key_Delete)
    canvas.key(Key.Key_Return)
    assert canvas.project.get(Link, link).label == "", "a label may be taken away"
    canvas.key(Key.Key_Right)
    assert title(canvas) == NOTICE


def test_p_names_the_chosen_steps_as_a_part_of_the_journey(canvas: Canvas) -> None:
    canvas.key(Key.Key_Home)
    canvas.key(Key.Key_Right, SHIFT)
    chosen = canvas.chosen()
    canvas.key(Key.Key_P)
    write(canvas, "Waking up")
    part = canvas.project.stretches_of(canvas.scene.journey or "")[-1]
    assert part.name == "Waking up" and canvas.chosen(Stretch) == (part.id,)
    assert {step.id for step in canvas.project.steps_in(part.id)} == set(chosen)


def test_locked_steps_stay_when_the_map_is_arranged(canvas: Canvas) -> None:
    named = canvas.steps()
    one, two = named[WISH].id, named[NOTICE].id
    edited(
        canvas.desk.session,
        EditKind.MOVE_STEPS,
        lambda edit: [edit.change(Step, key, x=60, y=40) for key in (one, two)],
    )
    canvas.click(one)
    box = canvas.scene.box_of(one)
    canvas.desk.actions["journey.lock"].trigger()
    canvas.settle()
    assert canvas.step(one).locked and canvas.view.deeds()["journey.lock"].checked()  # type: ignore[misc]
    before = canvas.project
    canvas.desk.actions["journey.arrange"].trigger()
    canvas.settle()
    assert canvas.step(two).x is None and canvas.step(one).x == 60
    assert canvas.scene.box_of(one) == box
    canvas.desk.session.undo()
    canvas.settle()
    assert canvas.project == before, "arranging is one undo step"


def test_keys_of_the_canvas_leave_other_fields_alone(canvas: Canvas) -> None:
    line = canvas.view.work.inbox.line
    assert isinstance(line, QLineEdit)
    canvas.key(Key.Key_Home)
    before = canvas.project
    line.setFocus()
    canvas.type("1a2c")
    canvas.key(Key.Key_Home)
    canvas.key(Key.Key_Delete)
    assert line.text() == "a2c" and canvas.project is before
    assert canvas.editor is None
