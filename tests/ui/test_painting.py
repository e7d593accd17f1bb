"""The screen painter: every shape leaves its ink where the list says, and letters are those of the page."""

from __future__ import annotations

import io

import pytest
from PIL import Image, ImageChops, ImageStat
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from helpers import engines
from rondo.commands.new_project import read_case
from rondo.figures.journeys.journey import JourneyOptions, journey_figure
from rondo.figures.painters.to_png import figure_png
from rondo.figures.shapes import Arrow, Ellipse, Group, Line, Path, Rect, Shape, Stroke, Text
from rondo.figures.theme import load as load_theme
from rondo.strategy.framework.whole import load as load_framework
from rondo.text.qt_engine import QtTextEngine
from rondo.text.shaped import Span, Style
from rondo.ui.pieces.painting import Drawing, paint
from rondo.words import Words
from rondofile.records import Journey

INK = "#aa2200"
SCALE = 3.0


@pytest.fixture(scope="module")
def engine(qapp: QApplication) -> QtTextEngine:
    return engines.engine()


def painted(shapes: tuple[Shape, ...], engine: QtTextEngine, size: tuple[float, float]) -> QImage:
    image = QImage(round(size[0] * SCALE), round(size[1] * SCALE), QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.scale(SCALE, SCALE)
    paint(painter, shapes, engine)
    painter.end()
    return image


def ink_box(image: QImage) -> tuple[float, float, float, float] | None:
    """Where something was painted, in points."""
    box = ImageChops.invert(as_picture(image)).getbbox()
    return None if box is None else tuple(edge / SCALE for edge in box)  # type: ignore[return-value]


def as_picture(image: QImage) -> Image.Image:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return Image.open(io.BytesIO(bytes(buffer.data().data()))).convert("RGB")


@pytest.mark.parametrize(
    ("shape", "box"),
    [
        (Rect(10, 20, 30, 15, fill=INK), (10, 20, 40, 35)),
        (Rect(10, 20, 30, 15, stroke=Stroke(INK, 2), radius=4), (9, 19, 41, 36)),
        (Ellipse(30, 30, 12, 6, fill=INK), (18, 24, 42, 36)),
        (Line(5, 30, 45, 30, Stroke(INK, 2)), (5, 29, 45, 31)),
        (Path((("M", 10, 10), ("L", 40, 10), ("L", 40, 40), ("Z",)), fill=INK), (10, 10, 40, 40)),
        (Path((("M", 10, 30), ("C", 20, 30, 30, 30, 40, 30)), stroke=Stroke(INK, 2)), (10, 29, 40, 31)),
        (Arrow(((5, 10), (30, 10), (30, 40)), Stroke(INK, 1)), (5, 9.5, 32.1, 40)),
        (Group("a", (Rect(10, 20, 30, 15, fill=INK),)), (10, 20, 40, 35)),
    ],
)
def test_a_shape_leaves_ink_exactly_where_it_stands(
    shape: Shape, box: tuple[float, ...], engine: QtTextEngine
) -> None:
    found = ink_box(painted((shape,), engine, (60, 60)))
    assert found == pytest.approx(box, abs=0.7)


def test_no_stroke_and_no_fill_leave_no_ink(engine: QtTextEngine) -> None:
    assert ink_box(painted((Rect(10, 20, 30, 15),), engine, (60, 60))) is None


def test_a_dashed_line_has_gaps(engine: QtTextEngine) -> None:
    image = painted((Line(0, 10, 60, 10, Stroke(INK, 2, (6, 6))),), engine, (60, 20))
    row = [QColor(image.pixel(x, round(10 * SCALE))) == QColor("white") for x in range(0, 180, 3)]
    assert 20 <= sum(row) <= 40


def test_letters_take_the_colour_of_their_span(engine: QtTextEngine) -> None:
    block = engine.shape((Span("Red", colour="#ff0000"), Span(" blue", colour="#0000ff")), Style(20))
    picture = as_picture(painted((Text(5, 5, block, "#000000"),), engine, (120, 40)))
    colours = {pixel for _, pixel in picture.getcolors(100_000) or ()}
    assert {(255, 0, 0), (0, 0, 255)} <= colours and (0, 0, 0) not in colours


def test_something_that_is_no_shape_is_refused(engine: QtTextEngine) -> None:
    with pytest.raises(TypeError, match="str"):
        Drawing(("x",), engine)  # type: ignore[arg-type]


@pytest.mark.parametrize("language", ["en", "te"])
def test_the_screen_shows_what_the_page_prints(language: str, engine: QtTextEngine) -> None:
    project = read_case("theme-park")
    figure = journey_figure(
        project,
        project.all(Journey)[0].id,
        framework=load_framework(language),
        words=Words(language),
        theme=load_theme("light"),
        engine=engine,
        options=JourneyOptions(width=520),
    )
    screen = as_picture(painted(figure.shapes, engine, (figure.width, figure.height)))
    page = Image.open(io.BytesIO(figure_png(figure, engine, SCALE))).convert("RGB")
    size = (min(screen.width, page.width), min(screen.height, page.height))
    apart = ImageChops.difference(screen.crop((0, 0, *size)), page.crop((0, 0, *size))).convert("L")
    assert ImageStat.Stat(apart).mean[0] < 3.0, "screen and page differ beyond the edges of letters"
    whole = ImageChops.difference(page.crop((0, 0, *size)), Image.new("RGB", size, "white")).convert("L")
    assert ImageStat.Stat(whole).mean[0] > 6.0, "there was nothing to compare"
