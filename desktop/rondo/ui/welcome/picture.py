"""The picture of a worked case: its first journey as it is drawn everywhere, cut to a window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QLinearGradient, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from rondo.ui.dress.look import Look

if TYPE_CHECKING:
    from rondo.figures.shapes import Figure
    from rondo.text.qt_engine import QtTextEngine
    from rondo.ui.pieces.painting import Drawing
    from rondo.words import Words
    from rondofile.project import Project

DRAWN, RATIO, MARGIN = 520.0, 0.66, 8
"""Width of the drawing in points; height of the window as a share of its width; pixels beside the drawing."""


class Picture(QWidget):
    """Empty paper until `draw`. A click asks for the case; the keyboard has the button beside it."""

    pressed = Signal()
    seen = Signal()
    """It was painted for the first time."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._figure: Figure | None = None
        self._drawing: Drawing | None = None
        self._seen = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def draw(self, project: Project, words: Words, engine: QtTextEngine) -> None:
        """The first journey of the project is shown."""
        from rondo.figures.journeys.journey import JourneyOptions, journey_figure
        from rondo.strategy.framework.whole import load
        from rondo.ui.pieces.painting import Drawing
        from rondofile.records import Journey

        journey = next(iter(project.all(Journey)), None)
        if journey is None:
            return
        options = JourneyOptions(width=DRAWN, compact=True, curve=False, legend=False)
        self._figure = journey_figure(
            project,
            journey.id,
            framework=load(words.language),
            words=words,
            theme=self._look.theme,
            engine=engine,
            options=options,
        )
        self._drawing = Drawing(self._figure.shapes, engine)
        self.setAccessibleName(self._figure.title)
        self.setAccessibleDescription(self._figure.description)
        self.update()

    def heightForWidth(self, width: int) -> int:
        return round(width * RATIO)

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(400), self.heightForWidth(self._look.px(400)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look = QPainter(self), self._look
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        shape = QPainterPath()
        shape.addRoundedRect(frame, look.px(6), look.px(6))
        painter.fillPath(shape, look["surface"])
        if self._drawing is not None and self._figure is not None:
            painter.save()
            painter.setClipPath(shape)
            margin = look.px(MARGIN)
            zoom = (self.width() - 2 * margin) / self._figure.width
            painter.translate(margin, 0)
            painter.scale(zoom, zoom)
            self._drawing.paint(painter)
            painter.restore()
            self._fade(painter, shape)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(look["line"], 1))
        painter.drawPath(shape)
        if not self._seen:
            self._seen = True
            QTimer.singleShot(0, self.seen.emit)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.pressed.emit()

    def _fade(self, painter: QPainter, shape: QPainterPath) -> None:
        """The drawing goes on below the window."""
        bottom = self.height()
        veil = QLinearGradient(0, bottom - self._look.px(48), 0, bottom)
        clear, full = self._look["surface"], self._look["surface"]
        clear.setAlpha(0)
        veil.setColorAt(0, clear)
        veil.setColorAt(1, full)
        painter.fillPath(shape, veil)
