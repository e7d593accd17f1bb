"""A very large map from very far: painted once as one image."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from rondo.ui.canvas.bars import paint_bars
from rondo.ui.canvas.layer import Layer
from rondo.ui.canvas.links_item import paint_lines
from rondo.ui.canvas.stage import Shown, Stage

WIDEST = 4096
ALPHA = QImage.Format.Format_ARGB32_Premultiplied


class FarItem(Layer):
    """Paints cards and links together while the stage says that they are too many to be told apart."""

    def __init__(self, height: float, stage: Stage) -> None:
        super().__init__(height)
        self._stage = stage
        self._image: QImage | None = None

    def forget(self) -> None:
        """The image is painted anew when it is needed."""
        self._image = None

    def draw(self, painter: QPainter, exposed: QRectF, scale: float) -> None:
        area = self.boundingRect()
        if self._stage.shown is None or not self._stage.is_far(exposed, scale):
            return
        if self._image is None:
            self._image = far_image(self._stage.shown, area, WIDEST)
        unit = self._image.width() / area.width()
        source = QRectF(
            (exposed.x() - area.x()) * unit,
            (exposed.y() - area.y()) * unit,
            exposed.width() * unit,
            exposed.height() * unit,
        )
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(exposed, self._image, source)


def far_image(shown: Shown | None, area: QRectF, most: float) -> QImage:
    """Cards as bars and links as lines, of all that lies in the area; its longer side has `most` pixels."""
    unit = most / max(area.width(), area.height(), 1.0)
    image = QImage(max(round(area.width() * unit), 1), max(round(area.height() * unit), 1), ALPHA)
    image.fill(Qt.GlobalColor.transparent)
    if shown is None:
        return image
    plan = shown.plan
    lines = []
    for link in plan.links:
        lines += [QLineF(*a, *b) for a, b in pairwise(plan.routes.route(link) or ())]
    painter = QPainter(image)
    painter.scale(unit, unit)
    painter.translate(-area.x(), -area.y())
    paint_lines(painter, lines, shown.pen)
    paint_bars(painter, ((facts, plan.boxes[step]) for step, facts in plan.steps.items()), shown)
    painter.end()
    return image
