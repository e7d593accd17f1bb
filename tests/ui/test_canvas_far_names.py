"""From however far a map is looked at, its phases and lanes say their names, and cover no step."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from helpers.canvas_room import Canvas, open_canvas
from helpers.desks import park
from rondo.figures.journeys.journey_pen import LANE
from rondo.ui.canvas.painting.far_names import cut
from rondofile.enums import Phase
from rondofile.records import Lane

FROM_FAR = (0.6, 0.4, 0.2, 0.1)


@pytest.fixture
def canvas(qapp: QApplication, tmp_path: Path) -> Iterator[Canvas]:
    with open_canvas(tmp_path, park(), (900, 700)) as canvas:
        yield canvas


def bands(canvas: Canvas) -> tuple[QRectF, QRectF]:
    """Where phases and lanes are named, in pixels of the view."""
    surface = canvas.surface
    scale, seen = surface.transform().m11(), surface.seen()
    pixels = []
    for area in (surface.edges.header(seen, scale), surface.edges.gutter(seen, scale)):
        corner = (area.topLeft() - seen.topLeft()) * scale
        pixels.append(QRectF(corner, area.size() * scale))
    return pixels[0], pixels[1]


def inked(image: QImage, area: QRectF, colour: QColor) -> int:
    """How many pixels of the area have about that colour."""
    found = 0
    for y in range(int(area.top()), int(area.bottom()) - 3):  # without the line below the names
        for x in range(int(area.left()), int(area.right())):
            there = image.pixelColor(x, y)
            near = zip(there.getRgb()[:3], colour.getRgb()[:3], strict=True)  # type: ignore[index]
            found += all(abs(a - b) < 24 for a, b in near)
    return found


def test_from_far_the_names_have_one_size_and_stand_at_the_edges(canvas: Canvas) -> None:
    look, sizes = canvas.desk.look, set()
    for zoom in FROM_FAR:
        canvas.surface.zoom_to(zoom)
        header, gutter = bands(canvas)
        assert header.topLeft() == QPointF(0, 0) and gutter.left() == 0
        sizes.add((round(header.height()), round(gutter.width())))
        image = canvas.surface.viewport().grab().toImage()
        assert inked(image, header, look[Phase.RECOGNIZE.value]) > 40, zoom
        lanes = len(canvas.desk.session.project.lanes_of(canvas.scene.journey or ""))
        if zoom >= 0.2:
            assert inked(image, gutter, look["ink"]) > 30 * lanes, zoom
    assert len(sizes) == 1
    ((high, wide),) = sizes
    assert high >= 20 and wide >= 56


def test_from_far_the_map_begins_beside_the_names(canvas: Canvas) -> None:
    surface, plan = canvas.surface, canvas.scene.plan
    assert plan is not None
    for zoom in FROM_FAR:
        surface.zoom_to(zoom)
        for bar in (surface.horizontalScrollBar(), surface.verticalScrollBar()):
            bar.setValue(bar.minimum())
        header, gutter = bands(canvas)
        corner = surface.mapFromScene(QPointF(plan.left, plan.top))
        assert abs(corner.x() - gutter.right()) <= 2 and abs(corner.y() - header.bottom()) <= 2, zoom


def test_steps_fitted_into_the_view_lie_beside_the_names_near_and_far(canvas: Canvas) -> None:
    chance, keys = random.Random(7), canvas.scene.step_ids()
    far = near = 0
    for many in (1, 2, 3, 5, len(keys)):
        for _ in range(4):
            some = chance.sample(keys, many)
            canvas.surface.zoom_to(chance.choice((0.1, 0.5, 1.0, 3.0)))
            canvas.surface.fit_steps(some)
            header, gutter = bands(canvas)
            free = QRectF(canvas.surface.viewport().rect())
            free.setLeft(gutter.right() - 1)
            free.setTop(header.bottom() - 1 if not header.isEmpty() else 0)
            for step in some:
                box = canvas.scene.box_of(step)
                assert box is not None
                there = QRectF(canvas.surface.mapFromScene(box).boundingRect())
                assert free.contains(there), (some, canvas.surface.zoom)
            far += canvas.surface.zoom < 0.6
            near += canvas.surface.zoom > 0.8
    assert far and near


def test_a_lane_named_from_far_is_chosen_by_its_name(canvas: Canvas) -> None:
    canvas.surface.zoom_to(0.3)
    plan = canvas.scene.plan
    assert plan is not None
    for lane in canvas.desk.session.project.lanes_of(canvas.scene.journey or ""):
        row = plan.row(lane.id)
        assert row is not None
        at = canvas.surface.mapToScene(canvas.surface.name_spot(row.cy))
        assert canvas.surface.covers(at) and canvas.surface.names_lanes_at(at)
    assert len(canvas.desk.session.project.all(Lane)) >= 6


def test_a_name_without_room_ends_where_it_must(canvas: Canvas) -> None:
    shown = canvas.scene.stage.shown
    assert shown is not None
    whole = shown.pen.block("Restaurants and bars", LANE).natural_width
    for part, ends in ((1.0, "bars"), (0.6, "…"), (0.3, "…")):
        block = cut("Restaurants and bars", LANE, whole * part + 0.1, shown.pen)
        assert block is not None and block.text.endswith(ends) and block.natural_width <= whole * part + 0.1
    assert cut("Restaurants and bars", LANE, 3.0, shown.pen) is None
