"""A very large map from very far: painted once as one image."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from rondo.ui.canvas.painting.far_picture import FarPicture
from rondo.ui.canvas.painting.layer import Layer
from rondo.ui.canvas.painting.stage import Stage

WIDEST = 4096


class FarItem(Layer):
    """Paints cards and links together while the stage says that they are too many to be told apart."""

    def __init__(self, height: float, stage: Stage) -> None:
        super().__init__(height)
        self._stage = stage
        self.picture = FarPicture()

    def draw(self, painter: QPainter, exposed: QRectF, scale: float) -> None:
        area = self.boundingRect()
        if self._stage.shown is None or not self._stage.is_far(exposed, scale):
            return
        image = self.picture.of(self._stage.shown, area, WIDEST)
        unit = image.width() / area.width()
        source = QRectF(
            (exposed.x() - area.x()) * unit,
            (exposed.y() - area.y()) * unit,
            exposed.width() * unit,
            exposed.height() * unit,
        )
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(exposed, image, source)
