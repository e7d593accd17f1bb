"""What the bands below a map say, and the names of lanes, when the map was moved."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from helpers.canvas_room import Canvas, open_canvas
from helpers.desks import park
from rondo.figures.bounds import everything
from rondo.figures.shapes import Group, Text
from rondo.ui.canvas.painting.below_kept import without
from rondo.ui.canvas.painting.edges import PAD, LaneName


@pytest.fixture
def canvas(qapp: QApplication, tmp_path: Path) -> Iterator[Canvas]:
    with open_canvas(tmp_path, park(), (900, 700)) as canvas:
        for part in ("curve", "rhythm"):
            canvas.scene.picture.fold(part, True)
        canvas.settle()
        canvas.surface.zoom_to(1.0)
        yield canvas


def picture(canvas: Canvas, seen: QRectF) -> QImage:
    """What stays in sight over that part of the scene, at two pixels a point."""
    image = QImage(round(seen.width() * 2), round(seen.height() * 2), QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    painter.scale(2, 2)
    painter.translate(-seen.topLeft())
    canvas.surface.edges.paint(painter, seen, 2.0)
    painter.end()
    return image


def test_the_sentences_and_legends_of_the_bands_stay_beside_their_names(canvas: Canvas) -> None:
    words, plan = canvas.scene.picture.bands.words, canvas.scene.plan
    assert words is not None and plan is not None
    said = [shape for shape in words.shapes if isinstance(shape, Text)]
    legends = [shape for shape in words.shapes if isinstance(shape, Group)]
    assert len(said) == 2 and len(legends) == 2
    for row in words.rows:
        place = QRectF(0, row.y() - 1, plan.left + row.width() + 20, row.height() + 2)
        start, wide = round(plan.left * 2), round(row.width() * 2)
        unmoved = picture(canvas, place).copy(start, 0, wide, round(place.height() * 2))
        moved = picture(canvas, place.translated(200, 0))
        assert moved.copy(start + round(4 * PAD), 0, wide, round(place.height() * 2)) == unmoved
        assert any(bytes(unmoved.constBits()))


def test_what_is_kept_is_not_painted_twice(canvas: Canvas) -> None:
    words = canvas.scene.picture.bands.words
    shapes = canvas.scene.picture.below.shapes
    assert words is not None
    left = {id(shape) for shape in everything(without(shapes, words.shapes))}
    assert len(words.shapes) == 4 and not left & {id(shape) for shape in words.shapes}


def inked(lane: LaneName, least: float) -> tuple[int, ...]:
    """The rows of pixels with letters, from the upper one on, of a lane below a header that ends there."""
    image = QImage(200, round(lane.end + lane.height) + 40, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    lane.paint(painter, least)
    painter.end()
    rows = [y for y in range(image.height()) if any(bytes(image.constScanLine(y)))]
    return tuple(y - rows[0] for y in rows)


def test_name_and_role_of_a_lane_stay_and_go_together(canvas: Canvas) -> None:
    edges = canvas.surface.edges
    image = QImage(4, 4, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    edges.paint(painter, QRectF(50, 50, 400, 300), 2.0)
    painter.end()
    assert len(edges.lanes) >= 3
    for lane in edges.lanes:
        top, end = float(round(lane.top)), float(int(lane.end))
        here = LaneName(top, end, lane.height, lane.drawing)
        whole = inked(here, top - 10)
        assert len(whole) > 8 and inked(here, end) == whole
        assert inked(here, end + 6) == ()
