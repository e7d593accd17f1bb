"""What a screen reader reads of the canvas, and what menus and actions offer there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QAction, QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from helpers.canvas_heard import DESCRIPTION, NAME, heard, items
from helpers.canvas_room import SHIFT, Canvas, open_canvas
from helpers.desks import edited, park
from rondo.ui.canvas.editing import gestures
from rondo.ui.frame.action_table import SPEC
from rondofile.enums import LaneRole, LinkKind
from rondofile.kinds import EditKind
from rondofile.nouns import steps
from rondofile.project import Project
from rondofile.records import Journey, Lane, Link

WISH = "Wish for a holiday together"


pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
"""Menus ask the platform for what a screen has and the offscreen one has not."""


@pytest.fixture
def canvas(qapp: QApplication, tmp_path: Path) -> Iterator[Canvas]:
    with open_canvas(tmp_path, park()) as canvas:
        yield canvas


def test_the_canvas_is_a_list_of_the_steps_of_its_journey(canvas: Canvas) -> None:
    journey = canvas.project.get(Journey, canvas.scene.journey or "")
    assert heard(canvas).text(NAME) == f"Journey: {journey.name}"
    assert heard(canvas).role() == QAccessible.Role.List
    assert list(items(canvas)) == [
        f"Step: {step.title}" for step in canvas.project.steps_of(canvas.scene.journey or "")
    ]


def test_a_step_says_where_it_stands_what_is_on_it_and_where_it_leads(canvas: Canvas) -> None:
    assert items(canvas)["Step: Compare dates, hotels and rides"].text(DESCRIPTION) == (
        "Step 3 of 11, request, search, Family, 1 pain, 1 delight, goes to Choose, "
        "How it feels: annoyed, Channel: web and friends, How we know: assumed"
    )
    last = list(items(canvas).values())[-1].text(DESCRIPTION)
    assert last.startswith("Step 11 of 11, ")
    assert f"comes again at {WISH} (about one family in two, some day), How it feels" in last


def test_a_step_out_of_sight_and_one_in_the_inbox_are_read_too(canvas: Canvas) -> None:
    canvas.surface.zoom_to(4.0)
    edited(
        canvas.desk.session,
        EditKind.ADD_STEPS,
        lambda edit: gestures.capture(edit, canvas.scene.journey or "", ["Pack the bags"]),
    )
    waiting = items(canvas)["Step: Pack the bags"]
    assert len(items(canvas)) == 12
    assert waiting.text(DESCRIPTION) == "Step 12 of 12, waits in the inbox"
    assert waiting.rect().isEmpty()


def test_a_step_says_that_it_is_chosen_and_can_be_chosen(canvas: Canvas) -> None:
    found = items(canvas)
    canvas.key(Qt.Key.Key_Home)
    assert found[f"Step: {WISH}"].state().selected
    assert heard(canvas).focusChild() is found[f"Step: {WISH}"]
    choose = found["Step: Choose"].actionInterface()
    assert choose is not None
    choose.doAction(choose.actionNames()[0])
    assert canvas.chosen() == (canvas.steps()["Choose"].id,)
    assert not found[f"Step: {WISH}"].state().selected


def test_the_place_of_a_step_is_where_its_card_is_seen(canvas: Canvas) -> None:
    key = canvas.steps()["Choose"].id
    rect = items(canvas)["Step: Choose"].rect()
    middle = canvas.viewport.mapToGlobal(canvas.at(key))
    assert (rect.center() - middle).manhattanLength() <= 4
    assert heard(canvas).childAt(middle.x(), middle.y()) is items(canvas)["Step: Choose"]


def test_a_step_that_is_gone_is_read_no_more(canvas: Canvas) -> None:
    item, key = items(canvas)["Step: Choose"], canvas.steps()["Choose"].id
    edited(canvas.desk.session, EditKind.DELETE_STEPS, lambda edit: steps.delete(edit, key))
    canvas.settle()
    assert not item.isValid() and "Step: Choose" not in items(canvas)


def menu_at(canvas: Canvas, at: QPoint, by_key: bool = False) -> QMenu:
    reason = QContextMenuEvent.Reason.Keyboard if by_key else QContextMenuEvent.Reason.Mouse
    event = QContextMenuEvent(reason, at, canvas.viewport.mapToGlobal(at))
    QApplication.sendEvent(canvas.viewport, event)
    menu = canvas.view.work.menus.shown
    assert menu is not None
    return menu


def entries(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def _inside(action: QAction) -> list[str]:
    menu = action.menu()
    return entries(menu) if isinstance(menu, QMenu) else []


def pick(canvas: Canvas, menu: QMenu, text: str) -> None:
    """The entry is chosen: the menu closes, and then it is done."""
    action = next(action for action in menu.actions() if action.text() == text)
    menu.close()
    action.trigger()
    canvas.settle()


def test_a_menu_is_about_the_step_that_was_pointed_at(canvas: Canvas) -> None:
    key = canvas.steps()["Choose"].id
    QTest.mouseClick(
        canvas.viewport, Qt.MouseButton.RightButton, Qt.KeyboardModifier.NoModifier, canvas.at(key)
    )
    menu = menu_at(canvas, canvas.at(key))
    assert canvas.chosen() == (key,)
    label = canvas.desk.words
    assert [entries(menu)[0], entries(menu)[-1]] == [label("action.edit.rename"), label("action.edit.delete")]
    pick(canvas, menu, label("action.edit.delete"))
    assert "Choose" not in canvas.steps()


def test_the_menu_of_a_link_says_what_it_is(canvas: Canvas) -> None:
    link = canvas.project.links_of(canvas.scene.journey or "")[0]
    canvas.desk.selection.choose(Link, link.id)
    menu = menu_at(canvas, canvas.at(canvas.hands.link_area(link.id).center()))
    assert entries(menu)[:3] == ["Next", "Comes again", "Learns"]
    pick(canvas, menu, "Comes again")
    assert canvas.project.get(Link, link.id).kind is LinkKind.RETURNS


def test_the_menu_of_a_lane_says_whose_it_is(canvas: Canvas) -> None:
    lane = canvas.project.lanes_of(canvas.scene.journey or "")[1]
    canvas.desk.selection.choose(Lane, lane.id)
    menu = menu_at(canvas, QPoint(5, 5), by_key=True)
    roles = next(action.menu() for action in menu.actions() if "Partner" in _inside(action))
    menu.close()
    assert isinstance(roles, QMenu)
    pick(canvas, roles, "Partner")
    assert canvas.project.get(Lane, lane.id).role is LaneRole.PARTNER


def test_the_menu_of_the_ground_writes_a_step_there(canvas: Canvas) -> None:
    ground = canvas.empty_ground()
    cell = canvas.scene.cell_at(canvas.surface.mapToScene(ground))
    pick(canvas, menu_at(canvas, ground), "Add a step here")
    canvas.type("Feed the ducks")
    canvas.key(Qt.Key.Key_Return)
    made = canvas.steps()["Feed the ducks"]
    assert (made.phase, made.lane) == cell


def test_shift_f10_opens_the_menu_at_the_chosen_step(canvas: Canvas) -> None:
    canvas.key(Qt.Key.Key_Home)
    canvas.key(Qt.Key.Key_F10, SHIFT)
    menu = canvas.view.work.menus.shown
    assert menu is not None and canvas.desk.words("action.edit.rename") in entries(menu)
    box = canvas.scene.box_of(canvas.chosen()[0])
    assert box is not None
    corner = canvas.viewport.mapToGlobal(canvas.at(QPointF(box.left(), box.bottom())))
    assert (menu.pos() - corner).manhattanLength() < 20
    menu.close()


def test_every_deed_is_an_action_of_the_window_and_says_honestly_what_is_possible(
    qapp: QApplication, tmp_path: Path
) -> None:
    with open_canvas(tmp_path, Project({})) as canvas:
        deeds = canvas.view.work.deeds
        assert set(deeds) <= set(SPEC)
        elsewhere = {
            "journey.rail",
            "journey.curve",
            "journey.rhythm",
            "journey.walk",
            "journey.bring-from-today",
        }
        elsewhere |= {key for key in SPEC if key.startswith("journey.show-")}
        assert {key for key in SPEC if key.startswith("journey.")} - elsewhere <= set(deeds)
        assert {key for key, deed in deeds.items() if deed.possible()} == {"journey.new", "journey.select"}
        canvas.desk.actions["journey.new"].trigger()
        canvas.settle()
        possible = {key for key, deed in deeds.items() if deed.possible()}
        assert {"journey.add-lane", "journey.arrange", "journey.redesign", "edit.paste"} <= possible
        assert not {"journey.add-next", "journey.actor", "edit.delete", "edit.copy"} & possible


def test_a_redesign_begins_as_today_and_is_looked_at(canvas: Canvas) -> None:
    today = canvas.project.get(Journey, canvas.scene.journey or "")
    canvas.desk.actions["journey.redesign"].trigger()
    canvas.settle()
    redesign = canvas.project.get(Journey, canvas.scene.journey or "")
    assert (redesign.based_on, redesign.name) == (today.id, f"{today.name} 2")
    assert not canvas.view.deeds()["journey.redesign"].possible(), "it is a redesign already"
    canvas.desk.actions["journey.delete"].trigger()
    canvas.settle()
    assert canvas.project.find(Journey, redesign.id) is None and canvas.scene.journey is not None
