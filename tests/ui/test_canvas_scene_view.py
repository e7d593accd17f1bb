"""The view of the canvas: zoom and pan, what is remembered, what is said while there is nothing to see."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from helpers.desks import clear_away, edited, open_desk, park, settle, wait_for
from rondo.ui.canvas.folds import Folds
from rondo.ui.canvas.surface import LEAST, MOST
from rondo.ui.canvas.view import JourneyView
from rondo.ui.desk import Desk
from rondofile.enums import JourneyState
from rondofile.kinds import EditKind
from rondofile.nouns import steps
from rondofile.project import Project
from rondofile.records import Info, Journey, Lane, Step

pytestmark = pytest.mark.usefixtures("qapp")


@contextmanager
def shown(desk: Desk) -> Iterator[JourneyView]:
    window = QWidget()
    view = JourneyView(desk)
    view.setParent(window)
    desk.session.changed.connect(
        lambda changes: view.reveal(changes) if changes.origin in ("undo", "redo") else None
    )
    for widget in (window, view):
        widget.resize(1000, 700)
    window.show()
    view.show()
    QApplication.processEvents()
    try:
        yield view
    finally:
        window.hide()
        window.deleteLater()
        clear_away()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with open_desk(tmp_path, park()) as desk:
        yield desk


@pytest.fixture
def view(desk: Desk) -> Iterator[JourneyView]:
    with shown(desk) as view:
        yield view


def wheel(view: JourneyView, at: QPoint, by: int, keys: Qt.KeyboardModifier) -> None:
    there = view.surface.viewport()
    event = QWheelEvent(
        QPointF(at),
        QPointF(there.mapToGlobal(at)),
        QPoint(),
        QPoint(0, by),
        Qt.MouseButton.NoButton,
        keys,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(there, event)


def test_the_wheel_with_ctrl_zooms_at_the_pointer_and_alone_scrolls(view: JourneyView) -> None:
    surface, at = view.surface, QPoint(420, 200)
    surface.zoom_to(1.0)
    before, zoom = surface.mapToScene(at), surface.zoom
    wheel(view, at, 120, Qt.KeyboardModifier.ControlModifier)
    assert surface.zoom > zoom
    assert (surface.mapToScene(at) - before).manhattanLength() < 2
    zoom, bar = surface.zoom, surface.verticalScrollBar().value()
    wheel(view, at, -120, Qt.KeyboardModifier.NoModifier)
    assert surface.zoom == zoom
    assert surface.verticalScrollBar().value() > bar


def test_zoom_stays_within_its_limits_and_is_told(view: JourneyView) -> None:
    told: list[float] = []
    view.surface.zoom_changed.connect(told.append)
    for _ in range(60):
        view.deeds()["view.zoom-in"].do()
    assert view.surface.zoom == MOST
    for _ in range(60):
        view.deeds()["view.zoom-out"].do()
    assert view.surface.zoom == LEAST
    assert told[-1] == LEAST and len(told) >= 60


def test_at_100_percent_titles_are_at_least_12_pixels_high(view: JourneyView) -> None:
    view.surface.zoom_to(1.0)
    plan = view.scene.plan
    assert plan is not None
    title = plan.card(view.scene.step_ids()[0]).title
    assert title.style.size * view.surface.transform().m11() >= 12


def test_fit_brings_the_whole_map_and_fit_selection_the_chosen_steps_into_view(
    desk: Desk, view: JourneyView
) -> None:
    deeds, surface = view.deeds(), view.surface
    surface.zoom_to(3.0)
    deeds["view.fit"].do()
    plan, whole = view.scene.plan, view.scene.sceneRect()
    assert plan is not None
    named = surface.edges.gutter(surface.seen(), surface.transform().m11())
    free = surface.seen().adjusted(named.width(), named.y() - surface.seen().y(), 2, 2)
    assert free.adjusted(-2, -2, 0, 0).contains(QRectF(QPointF(plan.left, plan.top), whole.bottomRight()))
    assert not deeds["view.fit-selection"].possible()
    last = view.scene.step_ids()[-2:]
    desk.selection.choose(Step, *last)
    assert deeds["view.fit-selection"].possible()
    deeds["view.fit-selection"].do()
    seen = surface.mapToScene(surface.viewport().rect()).boundingRect()
    boxes = [view.scene.box_of(key) for key in last]
    assert all(box is not None and seen.contains(box) for box in boxes)


def test_a_middle_drag_and_a_drag_with_space_pan(view: JourneyView) -> None:
    surface, there = view.surface, view.surface.viewport()
    surface.zoom_to(2.0)
    for button, space in ((Qt.MouseButton.MiddleButton, False), (Qt.MouseButton.LeftButton, True)):
        bar = surface.horizontalScrollBar()
        bar.setValue(0)
        before = bar.value()
        if space:
            QTest.keyPress(surface, Qt.Key.Key_Space)
        QTest.mousePress(there, button, pos=QPoint(400, 300))
        QTest.mouseMove(there, QPoint(250, 300))
        QTest.mouseRelease(there, button, pos=QPoint(250, 300))
        if space:
            QTest.keyRelease(surface, Qt.Key.Key_Space)
        assert bar.value() - before >= 100
    assert view.desk.selection.ids == ()


def test_each_journey_is_looked_at_as_it_was_last(desk: Desk, view: JourneyView) -> None:
    view.surface.look_at(1.7, QPointF(600, 250))
    middle = view.surface.middle()
    desk.selection.look_at("visit-new")
    view.surface.look_at(0.9, QPointF(300, 200))
    desk.selection.look_at("visit")
    assert view.surface.zoom == pytest.approx(1.7)
    assert (view.surface.middle() - middle).manhattanLength() < 3


def test_a_view_is_remembered_on_this_computer_and_never_in_the_file(desk: Desk) -> None:
    project = desk.session.project
    with shown(desk) as first:
        first.surface.look_at(2.2, QPointF(500, 250))
        middle = first.surface.middle()
    with shown(desk) as second:
        assert second.surface.zoom == pytest.approx(2.2)
        assert (second.surface.middle() - middle).manhattanLength() < 6
    assert desk.session.project is project


def test_the_switch_shows_the_same_journey_today_and_redesigned(desk: Desk, view: JourneyView) -> None:
    assert desk.selection.journey == "visit"
    view.strip.states[JourneyState.TO_BE].click()
    assert desk.selection.journey == "visit-new" == view.scene.journey
    assert view.strip.states[JourneyState.TO_BE].isChecked()
    view.strip.states[JourneyState.AS_IS].click()
    assert view.scene.journey == "visit"
    view.strip.picker.setCurrentIndex(view.strip.picker.findData("evening"))
    view.strip.picker.activated.emit(view.strip.picker.currentIndex())
    assert view.scene.journey == "evening"
    assert view.surface.accessibleName() == "Journey: Free evening"


def test_undo_brings_what_changed_into_sight_in_its_own_journey(desk: Desk, view: JourneyView) -> None:
    last = view.scene.step_ids()[-1]
    edited(desk.session, EditKind.RENAME_STEP, lambda edit: steps.rename(edit, last, "Leave"))
    desk.selection.look_at("evening")
    view.surface.look_at(2.5, QPointF(50, 50))
    desk.session.undo()
    settle(desk.session)
    assert view.scene.journey == "visit"
    assert desk.selection.ids_of(Step) == (last,)
    box = view.scene.box_of(last)
    seen = view.surface.mapToScene(view.surface.viewport().rect()).boundingRect()
    assert box is not None and seen.intersects(box)


def test_bands_fold_by_action_and_by_their_sign_and_stay_so(desk: Desk, view: JourneyView) -> None:
    deeds, picture = view.deeds(), view.scene.picture
    parts = ("rail", "curve", "rhythm")
    for part in parts:
        deed = deeds[f"journey.{part}"]
        assert deed.possible() and deed.checked is not None
        was, low = deed.checked(), picture.below.bottom
        deed.do()
        assert deed.checked() is not was
        assert (picture.below.bottom > low) is not was
        sign = picture.below.folds[part]
        view.surface.fit()
        at = view.surface.mapFromScene(QPointF(sign.x + 6, sign.cy))
        QTest.mouseClick(view.surface.viewport(), Qt.MouseButton.LeftButton, pos=at)
        assert deed.checked() is was and picture.below.bottom == low
        deed.do()
    assert [Folds(desk.settings).is_open(part) for part in parts] == [False, True, False]


def test_larger_text_and_another_theme_keep_the_place(desk: Desk, view: JourneyView) -> None:
    view.surface.look_at(1.4, QPointF(500, 250))
    unit, middle = view.surface.transform().m11(), view.surface.middle()
    desk.look.set_scale(1.5)
    assert view.surface.transform().m11() == pytest.approx(unit * 1.5)
    assert view.surface.zoom == pytest.approx(1.4)
    desk.look.choose("dark")
    assert view.scene.backgroundBrush().color() == desk.look["paper"]
    assert (view.surface.middle() - middle).manhattanLength() < 60
    desk.look.choose("light")
    desk.look.set_scale(1.0)


def empty(*records: Journey | Lane | Step) -> Project:
    return Project.of([Info(id="project", title="T"), *records])


def test_without_a_journey_the_canvas_offers_to_draw_the_first(tmp_path: Path) -> None:
    with open_desk(tmp_path, empty()) as desk, shown(desk) as view:
        assert view.empty.isVisible() and view.empty.button.isVisible()
        asked: list[bool] = []
        desk.actions["journey.new"].triggered.connect(lambda: asked.append(True))
        view.empty.button.click()
        assert asked == [True]
        assert view.surface.accessibleName() == "Journey: none yet"


def test_without_steps_the_canvas_says_how_to_begin_and_lets_the_mouse_through(tmp_path: Path) -> None:
    lane = Lane(id="l", journey="j", name="Guest")
    with open_desk(tmp_path, empty(Journey(id="j", name="Visit"), lane)) as desk, shown(desk) as view:
        assert view.empty.isVisible() and not view.empty.button.isVisible()
        assert view.empty.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        edited(
            desk.session,
            EditKind.ADD_STEPS,
            lambda edit: steps.add(edit, "j", "Wish", phase="recognize", lane="l"),
        )
        wait_for(lambda: len(view.scene.step_ids()) == 1)
        assert not view.empty.isVisible()


def test_names_of_lanes_stay_in_sight_when_the_map_is_scrolled_and_choose_their_lane(
    desk: Desk, view: JourneyView
) -> None:
    surface, there = view.surface, view.surface.viewport()
    surface.zoom_to(1.6)
    names = QRect(0, 120, 60, there.height() - 140)
    surface.horizontalScrollBar().setValue(surface.horizontalScrollBar().maximum())
    surface.verticalScrollBar().setValue(120)
    QApplication.processEvents()
    image = there.grab(names).toImage()
    seen = {image.pixelColor(x, y).name() for x in range(60) for y in range(image.height())}
    assert desk.look["ink"].name() in seen
    plan = view.scene.plan
    assert plan is not None
    row = plan.row(plan.facts.lanes[2].id)
    assert row is not None
    at = QPoint(20, surface.mapFromScene(QPointF(0, row.cy)).y())
    QTest.mouseClick(there, Qt.MouseButton.LeftButton, pos=at)
    assert desk.selection.ids_of(Lane) == (plan.facts.lanes[2].id,)


def test_a_small_map_appears_while_there_is_more_to_see_and_looks_where_it_is_pressed(
    view: JourneyView,
) -> None:
    surface, small = view.surface, view.minimap
    surface.fit()
    assert not small.isVisible()
    surface.zoom_to(3.0)
    assert small.isVisible()
    before = surface.middle()
    QTest.mouseClick(small, Qt.MouseButton.LeftButton, pos=QPoint(small.width() - 12, small.height() // 2))
    assert surface.middle().x() > before.x() + 100
    QTest.mouseClick(small, Qt.MouseButton.LeftButton, pos=QPoint(6, 6))
    assert surface.middle().x() < before.x() + 100
