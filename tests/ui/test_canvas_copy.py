"""Cut, copy, paste and duplicate on the canvas: steps, lines of text, cells of a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QApplication

from helpers.canvas_room import CTRL, SHIFT, Canvas, open_canvas
from helpers.desks import park
from rondo.ui.canvas.acting import clipboard
from rondofile.kinds import EditKind
from rondofile.project import Project
from rondofile.records import Journey, Mark

Key = Qt.Key
WISH, NOTICE = "Wish for a holiday together", "Notice that good dates are going"


@pytest.fixture
def canvas(qapp: QApplication, tmp_path: Path) -> Iterator[Canvas]:
    with open_canvas(tmp_path, park()) as canvas:
        yield canvas


def choose_two(canvas: Canvas) -> None:
    canvas.key(Key.Key_Home)
    canvas.key(Key.Key_Right, SHIFT)
    assert {canvas.step(key).title for key in canvas.chosen()} == {WISH, NOTICE}


def titles(canvas: Canvas) -> list[str]:
    return [step.title for step in canvas.project.steps_of(canvas.scene.journey or "")]


def test_steps_are_copied_and_pasted_with_the_links_between_them(canvas: Canvas) -> None:
    choose_two(canvas)
    before, marks = canvas.project, len(canvas.project.all(Mark))
    on_them = sum(len(canvas.project.marks_of(key)) for key in canvas.chosen())
    canvas.key(Key.Key_C, CTRL)
    assert canvas.project is before
    assert QApplication.clipboard().text().splitlines() == [WISH, NOTICE]
    canvas.key(Key.Key_V, CTRL)
    assert (titles(canvas).count(WISH), titles(canvas).count(NOTICE)) == (2, 2)
    assert len(canvas.chosen()) == 2 and canvas.next_undo is EditKind.PASTE
    pasted = set(canvas.chosen())
    inside = [x for x in canvas.project.links_of(canvas.scene.journey or "") if x.source in pasted]
    assert len(inside) == 1 and inside[0].target in pasted
    assert len(canvas.project.all(Mark)) == marks + on_them
    canvas.desk.session.undo()
    canvas.settle()
    assert canvas.project == before


def test_cut_steps_are_gone_until_they_are_pasted(canvas: Canvas) -> None:
    choose_two(canvas)
    canvas.key(Key.Key_X, CTRL)
    assert WISH not in titles(canvas) and NOTICE not in titles(canvas)
    canvas.key(Key.Key_Escape)
    canvas.key(Key.Key_V, CTRL)
    assert titles(canvas)[-2:] == [WISH, NOTICE]


def test_a_duplicate_stands_in_the_same_cell_and_is_chosen(canvas: Canvas) -> None:
    canvas.key(Key.Key_Home)
    first = canvas.step(canvas.chosen()[0])
    canvas.key(Key.Key_D, CTRL)
    (twin,) = canvas.chosen()
    assert twin != first.id
    assert (canvas.step(twin).title, canvas.step(twin).phase, canvas.step(twin).lane) == (
        first.title,
        first.phase,
        first.lane,
    )


def test_steps_go_from_one_project_to_another(canvas: Canvas, tmp_path: Path) -> None:
    choose_two(canvas)
    canvas.key(Key.Key_C, CTRL)
    with open_canvas(tmp_path / "other", Project({})) as other:
        other.desk.actions["journey.new"].trigger()
        other.settle()
        other.key(Key.Key_V, CTRL)
        assert titles(other) == [WISH, NOTICE]
        lanes = other.project.lanes_of(other.scene.journey or "")
        assert {step.lane for step in other.steps().values()} == {lanes[0].id}, "the customer's own lane"
        assert len(other.project.all(Journey)) == 1


def test_lines_are_pasted_after_the_chosen_step_as_a_chain(canvas: Canvas) -> None:
    QApplication.clipboard().setText("Ask a friend\nThink it over")
    canvas.key(Key.Key_Home)
    lane = canvas.step(canvas.chosen()[0]).lane
    canvas.key(Key.Key_V, CTRL)
    assert titles(canvas)[:3] == [WISH, "Ask a friend", "Think it over"]
    assert {(WISH, "Ask a friend", "next"), ("Ask a friend", "Think it over", "next")} <= canvas.links()
    assert canvas.steps()["Think it over"].lane == lane


def test_lines_pasted_where_nothing_is_chosen_wait_in_the_inbox(canvas: Canvas) -> None:
    QApplication.clipboard().setText("Ask a friend\nThink it over")
    canvas.key(Key.Key_V, CTRL)
    assert canvas.view.work.inbox.waiting.list.shown() == [
        step.id for step in list(canvas.steps().values())[-2:]
    ]
    assert len(canvas.notices) == 1


def test_nothing_to_paste_is_said_and_changes_nothing(canvas: Canvas) -> None:
    before = canvas.project
    QApplication.clipboard().clear()
    canvas.key(Key.Key_V, CTRL)
    assert canvas.project is before and len(canvas.notices) == 1


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"null",
        b'{"format":"rondo/1"}',
        b'{"format":"rondo/1","journeys":[{"steps":[{"title":7}]}]}',
    ],
)
def test_a_damaged_copy_is_no_copy(qapp: QApplication, data: bytes) -> None:
    payload = QMimeData()
    payload.setData(clipboard.STEPS, data)
    assert clipboard.copied_steps(payload) is None


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("one\n\n  two  \r\nthree", ["one", "two", "three"]),
        ("- one\n* two\n• three\n1. four\n12) five\n(3) six", ["one", "two", "three", "four", "five", "six"]),
        ("one\tmore\n\ttwo\tmore\n\t\t\n", ["one", "two"]),
        ('"one\nin two lines"\tx\n"say ""hello"""\ty', ["one in two lines", 'say "hello"']),
        ("2 tickets\n-5 degrees\n3.5 hours", ["2 tickets", "-5 degrees", "3.5 hours"]),
        ("x" * 900, ["x" * 500]),
        (" \n\t\n", []),
    ],
)
def test_every_line_and_every_row_is_one_title(text: str, titles: list[str]) -> None:
    assert clipboard.lines_of(text) == titles
