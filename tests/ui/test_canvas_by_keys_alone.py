"""A whole journey is made without a mouse."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from helpers.canvas_room import CTRL, SHIFT, Canvas, open_canvas
from rondofile.enums import LaneRole
from rondofile.project import Project
from rondofile.records import Journey

Key = Qt.Key


def write(canvas: Canvas, text: str, end: Qt.Key = Key.Key_Return) -> None:
    assert canvas.editor is not None, "nothing is being written"
    canvas.type(text)
    canvas.key(end)


def go_back_to(canvas: Canvas, title: str) -> None:
    """The step is chosen, from the last one back along the links."""
    canvas.key(Key.Key_End)
    for _ in range(12):
        if canvas.step(canvas.chosen()[0]).title == title:
            return
        canvas.key(Key.Key_Backtab, SHIFT)
    raise AssertionError("the step is not reached")


def connect_to(canvas: Canvas, title: str) -> None:
    """A link from the chosen step is drawn by keys until it leads there, and made."""
    target = canvas.steps()[title].id
    canvas.key(Key.Key_C)
    for arrow in (Key.Key_Up, Key.Key_Left) * 20:
        drawing = canvas.view.work.toolbox.connect._drawing
        assert drawing is not None
        if drawing.target == target:
            break
        canvas.key(arrow)
    canvas.key(Key.Key_Return)


def test_a_journey_of_twelve_steps_with_a_branch_and_a_loop(qapp: QApplication, tmp_path: Path) -> None:
    with open_canvas(tmp_path, Project({})) as empty:
        empty.desk.actions["journey.new"].trigger()
        empty.settle()
        journey = empty.project.get(Journey, empty.scene.journey or "")
        assert [lane.role for lane in empty.project.lanes_of(journey.id)] == [
            LaneRole.CUSTOMER,
            LaneRole.FIRM,
        ]
        empty.key(Key.Key_Return)
        for number in range(1, 7):
            write(empty, f"Step {number}", Key.Key_Tab)
        empty.key(Key.Key_Escape)
        for phase, number in ((Key.Key_2, 3), (Key.Key_2, 4), (Key.Key_3, 5), (Key.Key_3, 6)):
            go_back_to(empty, f"Step {number}")
            empty.key(phase)
        empty.key(Key.Key_Tab)
        for number in range(7, 11):
            write(empty, f"Step {number}", Key.Key_Tab)
        empty.key(Key.Key_Escape)
        empty.key(Key.Key_Down, CTRL)
        empty.key(Key.Key_Home)
        empty.key(Key.Key_Tab)
        write(empty, "Branch", Key.Key_Tab)
        write(empty, "Branch, on")
        empty.key(Key.Key_End)
        last = empty.step(empty.chosen()[0]).title
        connect_to(empty, "Step 1")
        steps, links = empty.steps(), empty.links()
        assert len(steps) == 12 and all(step.phase and step.lane for step in steps.values())
        assert (last, "Step 1", "returns") in links
        assert {("Step 1", "Step 2", "next"), ("Step 1", "Branch", "next")} <= links
        assert len(links) == 12
