"""What the scene of the canvas paints: marks, themes, far zoom."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF

from helpers.canvas_scenes import colours, open_scene, painted
from helpers.desks import open_desk, park
from rondo.figures.cards.card_badge import badge_box
from rondo.figures.maps.canvas_drawing import card_shapes
from rondo.figures.shapes import Text
from rondo.ui.canvas.painting.marks_item import handle_of
from rondo.ui.canvas.painting.stage import FULL, NAMES, TITLES, level_of
from rondo.ui.canvas.scene import JourneyScene
from rondo.ui.desk import Desk
from rondofile.enums import MarkKind, Phase
from rondofile.records import Lane, Link, Step

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


def test_the_chosen_card_has_an_accent_border_and_a_connect_handle(desk: Desk, scene: JourneyScene) -> None:
    key = scene.step_ids()[2]
    box = scene.box_of(key)
    assert box is not None
    around = box.adjusted(-10, -10, 20, 10)
    accent = desk.look["accent"].name()
    assert accent not in colours(painted(scene, around))
    handle = handle_of(scene.stage, key)
    assert handle is not None and scene.handle_at(handle) is None
    desk.selection.choose(Step, key)
    assert accent in colours(painted(scene, around))
    assert scene.handle_at(handle) == key
    desk.selection.clear()
    assert accent not in colours(painted(scene, around))
    assert scene.handle_at(handle) is None


def test_the_border_of_a_chosen_card_leaves_its_badge_free(desk: Desk, scene: JourneyScene) -> None:
    for key in scene.step_ids()[:3]:
        box = scene.box_of(key)
        assert box is not None and scene.plan is not None
        place = badge_box(scene.plan.steps[key], scene.plan.boxes[key])
        badge = QRectF(place.x + 3, place.y + 1, place.width - 6, place.height - 2)
        beside = QRectF(box.x() + 20, box.y() - 1, 20, 2)
        desk.selection.clear()
        before = painted(scene, badge, 4.0)
        desk.selection.choose(Step, key)
        assert painted(scene, badge, 4.0) == before, key
        assert desk.look["accent"].name() in colours(painted(scene, beside, 4.0))


def test_chosen_links_and_lanes_are_marked(desk: Desk, scene: JourneyScene) -> None:
    assert scene.plan is not None
    whole = QRectF(-10, 0, scene.plan.right, scene.plan.bottom)
    plain = painted(scene, whole, 1.0)
    desk.selection.choose(Link, next(iter(scene.plan.links)))
    linked = painted(scene, whole, 1.0)
    desk.selection.choose(Lane, scene.plan.facts.lanes[0].id)
    laned = painted(scene, whole, 1.0)
    assert plain != linked != laned != plain


def test_a_marked_cell_is_painted_until_it_is_not_marked(scene: JourneyScene) -> None:
    assert scene.plan is not None
    area = QRectF(0, 0, scene.plan.right, scene.plan.bottom)
    plain = painted(scene, area, 1.0)
    scene.mark_cell((Phase.REQUEST, scene.plan.facts.lanes[2].id))
    assert painted(scene, area, 1.0) != plain
    scene.mark_cell(None)
    assert painted(scene, area, 1.0) == plain


@pytest.mark.parametrize("theme", ["dark", "high-contrast"])
def test_another_theme_paints_everything_anew(desk: Desk, scene: JourneyScene, theme: str) -> None:
    assert scene.plan is not None
    area = QRectF(0, 0, scene.plan.right, scene.plan.bottom)
    light = colours(painted(scene, area, 1.0))
    desk.look.choose(theme)
    scene.show_journey(JOURNEY)
    now = colours(painted(scene, area, 1.0))
    assert desk.look["paper"].name() in now and desk.look["recognize"].name() in now
    assert desk.look["recognize"].name() not in light
    desk.look.choose("light")


def test_far_off_cards_are_bars_edged_in_the_colour_of_their_phase(desk: Desk, scene: JourneyScene) -> None:
    box = scene.box_of(scene.step_ids()[0])
    assert box is not None
    inside = box.adjusted(20, 10, -20, -10)
    assert len(colours(painted(scene, inside, 0.3))) == 1, "letters or signs are painted far off"
    assert desk.look["recognize"].name() in colours(painted(scene, box, 0.5))
    assert len(colours(painted(scene, inside, 2.0))) > 1


def test_far_off_a_point_shows_where_it_hurts(desk: Desk, scene: JourneyScene) -> None:
    project = desk.session.project
    hurts = {
        step: any(mark.kind is MarkKind.PAIN for mark in project.marks_of(step)) for step in scene.step_ids()
    }
    assert len(set(hurts.values())) == 2
    for step, hurt in hurts.items():
        box = scene.box_of(step)
        assert box is not None
        assert (desk.look["bad"].name() in colours(painted(scene, box, 0.5))) is hurt, step


def test_cards_say_less_the_further_off_they_are(desk: Desk, scene: JourneyScene) -> None:
    box = scene.box_of("v-checkin")
    assert box is not None
    whole, titled, far = (len(colours(painted(scene, box, at))) for at in (FULL, TITLES, NAMES - 0.1))
    assert whole > titled > far


def test_a_map_of_a_dozen_steps_says_their_names_when_all_of_it_is_in_view(scene: JourneyScene) -> None:
    assert scene.plan is not None
    wide, least = 740.0, 8.0  # what a window of 1280 pixels leaves it between its panels
    scale = wide / scene.plan.right
    assert level_of(scale) == "names"
    pen = scene.stage.shown.pen if scene.stage.shown else None
    assert pen is not None
    sizes = []
    for step in scene.step_ids():
        shapes = card_shapes(scene.plan, step, pen, level="names")
        box, (text,) = scene.plan.boxes[step], [one for one in shapes if isinstance(one, Text)]
        assert text.block.text == scene.plan.steps[step].title
        assert text.y + text.block.height <= box.height + 0.01, step
        sizes.append(text.block.style.size)
    assert len(sizes) > 8 and max(sizes) * scale >= least
