"""Scenes for tests of the canvas: one journey shown, and pictures of it to look at."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from helpers.desks import clear_away, settle
from rondo.ui.canvas.scene import JourneyScene
from rondo.ui.desk import Desk


@contextmanager
def open_scene(desk: Desk, journey: str) -> Iterator[JourneyScene]:
    """A scene that shows the journey and follows every change of it."""
    scene = JourneyScene(desk)
    scene.show_journey(journey)
    desk.session.changed.connect(scene.apply)
    yield scene
    settle(desk.session)
    scene.deleteLater()
    clear_away()


def painted(scene: JourneyScene, area: QRectF, scale: float = 2.0) -> QImage:
    """The part of the scene as it is painted now."""
    image = QImage(round(area.width() * scale), round(area.height() * scale), QImage.Format.Format_RGB32)
    image.fill(0)
    painter = QPainter(image)
    scene.render(painter, QRectF(image.rect()), area)
    painter.end()
    return image


def colours(image: QImage) -> set[str]:
    """The colours in a picture, as "#rrggbb"."""
    found = {image.pixel(x, y) for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)}
    return {QColor(pixel).name() for pixel in found}
