"""A map is seen before anybody works on it: what a person works with comes when it is wanted."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from helpers.canvas_room import Canvas, open_canvas
from helpers.desks import park, wait_for
from rondo.ui.canvas.toolbox import ADD, CONNECT, SELECT
from rondo.ui.pieces.leisure import Leisure

PARTS = {"titles", "steps", "keys", "menus", "tips", "drops", "edits", "lanes", "notes", "aligning"}


@pytest.fixture
def canvas(qapp: QApplication, tmp_path: Path) -> Iterator[Canvas]:
    with open_canvas(tmp_path, park()) as canvas:
        canvas.view._leisure._timer.stop()
        yield canvas


def made(canvas: Canvas) -> set[str]:
    return PARTS & set(vars(canvas.view.work))


def test_a_map_that_is_only_looked_at_has_no_tools(canvas: Canvas) -> None:
    assert canvas.scene.plan is not None and canvas.scene.plan.boxes
    assert all(deed.possible() in (True, False) for deed in canvas.view.deeds().values())
    assert made(canvas) == set() and "select" not in vars(canvas.view.work.toolbox)
    assert "overlay" not in vars(canvas.hands) and canvas.view.work.inbox._waiting is None


def test_leisure_when_it_is_over_then_the_first_gesture_finds_everything(canvas: Canvas) -> None:
    pieces = list(canvas.view.work.parts())
    assert len(pieces) >= 6
    assert {"titles", "steps", "keys", "menus", "tips", "notes"} <= made(canvas)
    assert "select" in vars(canvas.view.work.toolbox) and {"creep", "overlay"} <= set(vars(canvas.hands))


def test_the_first_movement_of_the_mouse_then_asks_for_the_tool_without_waiting_for_it(
    canvas: Canvas,
) -> None:
    box, step = canvas.view.work.toolbox, canvas.scene.step_ids()[0]
    QTest.mouseMove(canvas.viewport, canvas.at(step))
    assert "select" not in vars(box) and canvas.view._leisure._timer.isActive()
    wait_for(lambda: box.is_ready)
    canvas.hover(canvas.at(step))
    assert canvas.viewport.cursor().shape() is Qt.CursorShape.SizeAllCursor


def test_a_tool_that_gives_way_leaves_nothing_of_what_it_began(canvas: Canvas) -> None:
    box, heard = canvas.view.work.toolbox, list[str]()
    box.use(ADD)
    box.add.cancel = lambda: heard.append("cancel")  # type: ignore[method-assign]
    box.use(ADD)
    assert box.tool is box.add and heard == [], "it stays in use"
    box.use(CONNECT)
    assert box.tool is box.connect and heard == ["cancel"]
    checked = [key for key in (SELECT, ADD, CONNECT) if canvas.desk.actions[key].isChecked()]
    assert checked == [CONNECT]


def test_what_comes_to_the_surface_goes_to_who_answers_it(canvas: Canvas) -> None:
    answers = canvas.view.work._answers
    wanted = {QEvent.Type.KeyPress, QEvent.Type.ContextMenu, QEvent.Type.ToolTip, QEvent.Type.DragEnter}
    assert wanted | {QEvent.Type.DragMove, QEvent.Type.DragLeave, QEvent.Type.Drop} == set(answers)
    QTest.mouseMove(canvas.viewport, canvas.surface.mapFromScene(QPointF(40, 40)))
    canvas.view.work.eventFilter(canvas.viewport, QEvent(QEvent.Type.DragLeave))
    assert "drops" in made(canvas) and "menus" not in made(canvas)


def test_tab_leads_from_the_line_to_the_list_that_came_after_it(canvas: Canvas) -> None:
    inbox = canvas.view.work.inbox
    canvas.view.activateWindow()
    inbox.line.setFocus()
    QTest.keyClicks(inbox.line, "Pack the bags")
    QTest.keyClick(inbox.line, Qt.Key.Key_Return)
    canvas.settle()
    assert inbox.waiting.list.isVisible() and inbox.line.hasFocus()
    QTest.keyClick(inbox.line, Qt.Key.Key_Tab)
    assert inbox.waiting.list.hasFocus()


def test_leisure_takes_one_piece_after_the_other_and_lets_events_in_between(qapp: QApplication) -> None:
    owner, taken = QWidget(), list[int]()

    def pieces() -> Iterator[int]:
        for number in range(3):
            taken.append(number)
            yield number

    leisure, counts = Leisure(pieces(), owner), list[int]()
    leisure.begin(0)
    while not leisure.is_over:
        qapp.processEvents()
        counts.append(len(taken))
    assert taken == [0, 1, 2] and counts[0] <= 1 and not leisure._timer.isActive()
    leisure.begin(0)
    assert not leisure._timer.isActive(), "what is over does not begin again"
    owner.deleteLater()
