"""The scene of the canvas: what is where, what is painted, and what a gesture may move."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QGraphicsSceneMouseEvent

from helpers.canvas_scenes import colours, open_scene, painted
from helpers.desks import edited, open_desk, park, settle, wait_for
from rondo.ui.canvas.scene import JourneyScene
from rondo.ui.canvas.surface import Surface
from rondo.ui.desk import Desk
from rondofile.enums import Phase
from rondofile.kinds import EditKind
from rondofile.nouns import journeys, steps
from rondofile.records import Link, Step

pytestmark = pytest.mark.usefixtures("qapp")
JOURNEY = "visit"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with open_desk(tmp_path, park()) as desk:
        yield desk


@pytest.fixture
def scene(desk: Desk) -> Iterator[JourneyScene]:
    with open_scene(desk, JOURNEY) as scene:
        yield scene


def test_every_step_is_found_in_the_middle_of_its_card_and_nowhere_else(scene: JourneyScene) -> None:
    ids = scene.step_ids()
    assert len(ids) == 11
    for key in ids:
        box = scene.box_of(key)
        assert box is not None
        assert scene.step_at(box.center()) == key
        assert scene.step_at(box.topLeft() - QPointF(4, 4)) is None
        assert scene.link_at(box.center()) is None


def test_every_link_is_found_on_its_line_and_on_its_label(scene: JourneyScene) -> None:
    plan, found = scene.plan, 0
    assert plan is not None
    for key in plan.links:
        points, chip = plan.routes.route(key), plan.routes.chip(key)
        assert points is not None
        (x1, y1), (x2, y2) = points[0], points[1]
        assert scene.link_at(QPointF((x1 + x2) / 2, (y1 + y2) / 2)) is not None
        if chip:
            assert scene.link_at(QPointF(chip.cx, chip.cy)) == key
            found += 1
    assert len(plan.links) == 10 and found >= 4
    assert scene.link_at(QPointF(plan.left + 3, plan.top + plan.layout.height - 3)) is None


def test_cells_are_found_and_lanes_also_at_their_names(desk: Desk, scene: JourneyScene) -> None:
    project = desk.session.project
    looked = 0
    for key in scene.step_ids():
        box, record = scene.box_of(key), project.get(Step, key)
        assert box is not None
        assert scene.cell_at(box.center()) == (record.phase, record.lane)
        assert scene.lane_at(QPointF(5, box.center().y())) == record.lane
        looked += 1
    assert looked == 11 and scene.plan is not None
    assert scene.phase_at(QPointF(scene.plan.left + 10, 5)) is Phase.RECOGNIZE
    assert scene.phase_at(QPointF(scene.plan.left + 10, scene.plan.rail.top + 5)) is Phase.REPEAT
    assert scene.cell_at(QPointF(-500, -500)) == (None, None)


def test_a_step_written_at_an_offset_stands_where_it_was_asked_for(desk: Desk, scene: JourneyScene) -> None:
    key = scene.step_ids()[0]
    box = scene.box_of(key)
    assert box is not None
    wanted = box.center() + QPointF(30, 20)
    x, y = scene.offset_at(wanted, box.size())
    edited(desk.session, EditKind.MOVE_STEPS, lambda edit: steps.move(edit, {key: (x, y)}))
    moved = scene.box_of(key)
    assert moved is not None
    assert (moved.center() - wanted).manhattanLength() < 2


def test_an_offset_at_the_edge_of_a_cell_keeps_the_card_inside(scene: JourneyScene) -> None:
    assert scene.plan is not None
    lane = scene.plan.facts.lanes[1].id
    corner = QPointF(*scene.plan.origin_of(Phase.REQUEST, lane)) + QPointF(1, 1)
    x, y = scene.offset_at(corner, QSizeF(112, 40))
    assert 0 < x < 20 and 0 < y < 20


def test_a_removed_step_is_no_longer_found_nor_painted(desk: Desk, scene: JourneyScene) -> None:
    key = scene.step_ids()[-1]
    box = scene.box_of(key)
    assert box is not None
    before = colours(painted(scene, box))
    edited(desk.session, EditKind.DELETE_STEPS, lambda edit: steps.delete(edit, key))
    assert key not in scene.step_ids()
    assert scene.box_of(key) is None and scene.step_at(box.center()) != key
    ink = desk.look["ink"].name()
    assert ink in before
    assert scene.step_at(box.center()) is not None or ink not in colours(painted(scene, box))
    desk.session.undo()
    settle(desk.session)
    assert scene.box_of(key) == box


def test_a_new_title_is_painted(desk: Desk, scene: JourneyScene) -> None:
    key = scene.step_ids()[0]
    box = scene.box_of(key)
    assert box is not None
    before = painted(scene, box)
    edited(desk.session, EditKind.RENAME_STEP, lambda edit: steps.rename(edit, key, "Dream of a week away"))
    now = scene.box_of(key)
    assert now is not None
    assert painted(scene, now) != before


def test_pictures_shift_while_the_places_stay_and_the_next_change_puts_them_back(
    desk: Desk, scene: JourneyScene
) -> None:
    key, other = scene.step_ids()[3], scene.step_ids()[0]
    box = scene.box_of(key)
    assert box is not None
    away = box.translated(0, 300)
    at_rest = painted(scene, box), painted(scene, away)
    scene.shift([key], 0, 300)
    assert scene.box_of(key) == box
    assert painted(scene, box) != at_rest[0] and painted(scene, away) != at_rest[1]
    scene.unshift()
    assert (painted(scene, box), painted(scene, away)) == at_rest
    scene.shift([key], 0, 300)
    edited(desk.session, EditKind.SET_STEPS, lambda edit: steps.set_fields(edit, [other], note="x"))
    wait_for(lambda: not scene.stage.glides)
    assert painted(scene, away) == at_rest[1]


def test_what_moved_glides_there_unless_things_should_keep_still(desk: Desk, scene: JourneyScene) -> None:
    key = scene.step_ids()[0]
    edited(desk.session, EditKind.MOVE_STEPS, lambda edit: steps.move(edit, {key: (30, 120)}))
    assert key in scene.stage.glides
    wait_for(lambda: not scene.stage.glides)
    desk.settings.keep("look/still", True)
    edited(desk.session, EditKind.MOVE_STEPS, lambda edit: steps.move(edit, {key: (90, 20)}))
    assert not scene.stage.glides


def test_a_deleted_journey_leaves_an_empty_scene(desk: Desk, scene: JourneyScene) -> None:
    edited(desk.session, EditKind.DELETE_JOURNEY, lambda edit: journeys.delete(edit, JOURNEY))
    assert scene.plan is None and scene.journey is None
    assert scene.step_ids() == ()
    assert scene.step_at(QPointF(100, 100)) is None


class Listening:
    """A tool that takes everything and remembers it."""

    def __init__(self) -> None:
        self.heard: list[str] = []

    def press(self, pos: QPointF, event: QGraphicsSceneMouseEvent) -> bool:
        self.heard.append("press")
        return True

    def move(self, pos: QPointF, event: QGraphicsSceneMouseEvent) -> bool:
        self.heard.append("move")
        return True

    def release(self, pos: QPointF, event: QGraphicsSceneMouseEvent) -> bool:
        self.heard.append("release")
        return True

    def double_click(self, pos: QPointF, event: QGraphicsSceneMouseEvent) -> bool:
        self.heard.append("double click")
        return True

    def key(self, event: QKeyEvent) -> bool:
        self.heard.append("key")
        return True

    def cancel(self) -> None:
        self.heard.append("cancel")


def test_the_tool_gets_every_event_first(scene: JourneyScene) -> None:
    surface = Surface(scene)
    surface.resize(800, 600)
    surface.show()
    scene.tool = tool = Listening()
    there = surface.viewport()
    QTest.mouseClick(there, Qt.MouseButton.LeftButton, pos=there.rect().center())
    QTest.mouseDClick(there, Qt.MouseButton.LeftButton, pos=there.rect().center())
    QTest.keyClick(there, Qt.Key.Key_Escape)
    assert {"press", "release", "double click", "key"} <= set(tool.heard)
    scene.tool = None
    surface.close()
    surface.deleteLater()


def test_a_link_that_makes_a_detour_is_found_and_painted_along_all_of_it(scene: JourneyScene) -> None:
    plan, looked = scene.plan, 0
    assert plan is not None
    for key in plan.links:
        points = plan.routes.route(key) or ()
        for (x1, y1), (x2, y2) in pairwise(points):
            middle = QPointF((x1 + x2) / 2, (y1 + y2) / 2)
            if abs(x1 - x2) + abs(y1 - y2) > 20 and not scene.step_at(middle):
                spot = QRectF(middle.x() - 4, middle.y() - 4, 8, 8)
                assert scene.link_at(middle) is not None
                assert len(colours(painted(scene, spot, 4.0))) > 1
                looked += 1
    assert looked >= 10


def test_what_comes_again_and_what_is_learned_is_found_on_the_rail_and_marked_when_chosen(
    desk: Desk, scene: JourneyScene
) -> None:
    scene.show_journey("visit-new")
    plan, project = scene.plan, desk.session.project
    assert plan is not None
    told = {link.id for link in project.links_of("visit-new") if link.kind in ("returns", "learns")}
    assert set(plan.said_on_rail) == told and len(told) >= 3
    for key, box in plan.said_on_rail.items():
        assert scene.link_at(QPointF(box.cx, box.cy)) == key
        area = QRectF(box.x - 4, box.y - 4, box.width + 8, box.height + 8)
        plain = painted(scene, area)
        desk.selection.choose(Link, key)
        assert painted(scene, area) != plain
        desk.selection.clear()
