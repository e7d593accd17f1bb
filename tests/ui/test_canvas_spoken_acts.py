"""What a screen reader can do on the canvas: the same as everybody, by the actions of what it reads."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication

from helpers.canvas_heard import DESCRIPTION, NAME, heard, items
from helpers.canvas_room import Canvas, open_canvas
from helpers.desks import park
from rondo.ui.canvas.speaking.speaker import LaneLine
from rondo.ui.journeys.step_chooser import StepChooser
from rondofile.records import Lane


@pytest.fixture
def canvas(qapp: QApplication, tmp_path: Path) -> Iterator[Canvas]:
    with open_canvas(tmp_path, park()) as canvas:
        yield canvas


def act(item: QAccessibleInterface, name: str) -> None:
    found = item.actionInterface()
    assert found is not None and name in found.actionNames(), found.actionNames()
    found.doAction(name)


def test_a_step_is_moved_renamed_and_deleted_by_its_own_actions(canvas: Canvas) -> None:
    step = items(canvas)["Step: Choose"]
    act(step, "PhaseRespond")
    canvas.settle()
    assert canvas.steps()["Choose"].phase == "respond"
    act(step, "Rename")
    assert canvas.editor is not None
    canvas.editor.setPlainText("Choose well")
    canvas.surface.setFocus()
    canvas.settle()
    assert "Step: Choose well" in items(canvas)
    act(step, "Delete")
    canvas.settle()
    assert not step.isValid() and "Choose well" not in canvas.steps()


def test_an_open_editor_is_among_what_is_read(canvas: Canvas) -> None:
    before = heard(canvas).childCount()
    act(items(canvas)["Step: Choose"], "AddNext")
    ground = heard(canvas).child(before)
    assert heard(canvas).childCount() == before + 1 and heard(canvas).indexOfChild(ground) == before
    inside = [ground.child(index).text(NAME) for index in range(ground.childCount())]
    assert canvas.desk.words("canvas_tools.step_title") in inside
    canvas.key(Qt.Key.Key_Escape)
    assert heard(canvas).childCount() == before


def test_the_links_of_a_step_are_read_inside_it(canvas: Canvas) -> None:
    step = items(canvas)["Step: Choose"]
    link = step.child(0)
    assert (step.childCount(), link.text(NAME), link.role()) == (
        1,
        "Link: goes to Book and pay",
        QAccessible.Role.Link,
    )
    assert link.parent() is step and not link.rect().isEmpty()
    act(link, "Delete")
    canvas.settle()
    assert ("Choose", "Book and pay", "next") not in canvas.links() and not link.isValid()


def test_where_a_step_leads_is_chosen_from_a_list_by_its_action(canvas: Canvas) -> None:
    act(items(canvas)["Step: Ride"], "Connect")
    chooser = canvas.view.findChild(StepChooser)
    assert chooser is not None and chooser.isVisible()
    row = [step.title for step in chooser.model.steps].index("Choose")
    index = chooser.model.index(row)
    assert chooser.model.setData(index, Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    canvas.settle()
    assert ("Ride", "Choose", "next") in canvas.links()
    chooser.close()


def test_several_steps_are_chosen_through_the_list(canvas: Canvas) -> None:
    chosen = heard(canvas).selectionInterface()
    assert chosen is not None
    for title in ("Ride", "Choose"):
        assert chosen.select(items(canvas)[f"Step: {title}"])
    assert [canvas.step(key).title for key in canvas.chosen()] == ["Ride", "Choose"]
    assert chosen.unselect(items(canvas)["Step: Ride"])
    assert [item.text(NAME) for item in chosen.selectedItems()] == ["Step: Choose"]
    assert chosen.clear() and canvas.chosen() == ()


def test_the_lanes_are_a_list_of_their_own(canvas: Canvas) -> None:
    line = canvas.view.findChild(LaneLine)
    lanes = QAccessible.queryAccessibleInterface(line)
    assert lanes is not None
    told = [lanes.child(index) for index in range(lanes.childCount())]
    assert [lane.text(NAME) for lane in told][:2] == ["Lane: Family", "Lane: Booking site"]
    assert told[0].text(DESCRIPTION) == "customer, 4 steps"
    assert not told[0].rect().isEmpty()
    act(told[1], "Press")
    assert canvas.chosen(Lane) == (canvas.project.lanes_of(canvas.scene.journey or "")[1].id,)
    act(told[1], "Rename")
    assert canvas.editor is not None
    canvas.editor.setPlainText("Web shop")
    canvas.surface.setFocus()
    canvas.settle()
    assert told[1].text(NAME) == "Lane: Web shop"


def test_the_line_above_the_map_is_strong_while_keys_go_to_it(canvas: Canvas) -> None:
    line = canvas.view.findChild(LaneLine)
    assert line is not None and line.property("strong")
    canvas.view.strip.picker.setFocus()
    assert not line.property("strong")
    canvas.surface.setFocus()
    assert line.property("strong")


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_the_menu_of_a_step_opens_by_its_action(canvas: Canvas) -> None:
    act(items(canvas)["Step: Choose"], "ShowMenu")
    menu = canvas.view.work.menus.shown
    assert menu is not None and canvas.chosen() == (canvas.steps()["Choose"].id,)
    assert canvas.desk.words("action.edit.rename") in [action.text() for action in menu.actions()]
    menu.close()
