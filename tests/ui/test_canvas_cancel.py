"""What was begun on the canvas and left with Escape leaves no trace, in project and picture."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QApplication

from helpers.canvas_room import CTRL, SHIFT, Canvas, open_canvas
from helpers.desks import park
from rondofile.records import Lane, Link

Key = Qt.Key
Begin = Callable[[Canvas], QPoint | None]


@pytest.fixture
def canvas(qapp: QApplication, tmp_path: Path) -> Iterator[Canvas]:
    with open_canvas(tmp_path, park()) as canvas:
        yield canvas


def first(canvas: Canvas) -> str:
    return canvas.scene.step_ids()[0]


def drag_one(canvas: Canvas) -> QPoint:
    end = canvas.at(first(canvas)) + QPoint(300, 200)
    canvas.drag(canvas.at(first(canvas)), end)
    return end


def drag_all(canvas: Canvas) -> QPoint:
    canvas.key(Key.Key_A, CTRL)
    return drag_one(canvas)


def band(canvas: Canvas) -> QPoint:
    end = canvas.viewport.rect().bottomRight() - QPoint(5, 5)
    canvas.drag(QPoint(3, 3), end)
    return end


def link_from_handle(canvas: Canvas) -> QPoint:
    end = canvas.at(canvas.scene.step_ids()[3])
    canvas.drag(canvas.handle(first(canvas)), end)
    return end


def link_to_ground(canvas: Canvas) -> QPoint | None:
    canvas.drag_and_drop(canvas.handle(first(canvas)), canvas.empty_ground())
    canvas.type("Never")
    return None


def connect_by_drag(canvas: Canvas) -> QPoint:
    canvas.key(Key.Key_C)
    end = canvas.at(canvas.scene.step_ids()[4])
    canvas.drag(canvas.at(first(canvas)), end)
    return end


def connect_by_keys(canvas: Canvas) -> QPoint | None:
    canvas.key(Key.Key_C)
    canvas.key(Key.Key_Right)
    canvas.key(Key.Key_K)
    return None


def add_tool(canvas: Canvas) -> QPoint | None:
    canvas.key(Key.Key_N, SHIFT)
    canvas.hover(canvas.empty_ground())
    return None


def add_step(canvas: Canvas) -> QPoint | None:
    canvas.key(Key.Key_N, SHIFT)
    canvas.click(canvas.empty_ground())
    canvas.type("Never")
    return None


def next_steps(canvas: Canvas) -> QPoint | None:
    canvas.key(Key.Key_Tab)
    canvas.type("Never")
    return None


def rename(canvas: Canvas) -> QPoint | None:
    canvas.double_click(first(canvas))
    canvas.type("Never")
    return None


def lane(canvas: Canvas) -> QPoint | None:
    canvas.key(Key.Key_L)
    canvas.type("Never")
    return None


def rename_lane(canvas: Canvas) -> QPoint | None:
    canvas.double_click(canvas.at(QPointF(8, canvas.scene.plan.top + 12)))  # type: ignore[union-attr]
    assert canvas.chosen(Lane)
    canvas.type("Never")
    return None


def label(canvas: Canvas) -> QPoint | None:
    link = canvas.project.links_of(canvas.scene.journey or "")[0]
    canvas.double_click(canvas.at(canvas.hands.link_area(link.id).center()))
    assert canvas.chosen(Link)
    canvas.type("Never")
    return None


def part(canvas: Canvas) -> QPoint | None:
    canvas.key(Key.Key_P)
    canvas.type("Never")
    return None


BEGUN: tuple[Begin, ...] = (
    *(drag_one, drag_all, band, link_from_handle, link_to_ground, connect_by_drag, connect_by_keys),
    *(add_tool, add_step, next_steps, rename, lane, rename_lane, label, part),
)


@pytest.mark.parametrize("begin", BEGUN, ids=lambda begin: begin.__name__)
def test_escape_leaves_project_and_picture_as_they_were(canvas: Canvas, begin: Begin) -> None:
    canvas.click(first(canvas))
    canvas.hover(canvas.at(first(canvas)))
    before, boxes = canvas.project, canvas.picture()[0]
    end = begin(canvas)
    assert began(canvas, boxes), "nothing was begun that could be cancelled"
    assert canvas.project is before, "the project changed before the end"
    canvas.key(Key.Key_Escape)
    if end is not None:
        canvas.let_go(end)
    assert canvas.project is before
    seen, cell, sketch, _, _, editor = canvas.picture()
    assert (seen, cell, sketch, editor) == (boxes, None, None, None)
    canvas.key(Key.Key_Escape)
    canvas.key(Key.Key_Home)
    assert canvas.chosen() == (first(canvas),), "the keys choose again: no mode is left"


def began(canvas: Canvas, boxes: object) -> bool:
    seen, cell, sketch, _, _, editor = canvas.picture()
    return seen != boxes or cell is not None or sketch is not None or editor is not None


def test_a_band_that_is_cancelled_chooses_what_was_chosen(canvas: Canvas) -> None:
    one, two = canvas.scene.step_ids()[:2]
    canvas.click(one)
    canvas.click(two, SHIFT)
    band(canvas)
    assert len(canvas.chosen()) > 2
    canvas.key(Key.Key_Escape)
    assert canvas.chosen() == (one, two)


def test_another_tool_cancels_what_one_had_begun(canvas: Canvas) -> None:
    before, boxes = canvas.project, canvas.picture()[0]
    end = drag_one(canvas)
    canvas.desk.actions["journey.add-step"].trigger()
    assert canvas.picture()[0] == boxes
    canvas.key(Key.Key_Escape)
    canvas.let_go(end)
    assert canvas.project is before and canvas.editor is None
