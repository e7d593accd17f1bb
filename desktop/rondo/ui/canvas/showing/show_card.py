"""The legend of what is shown: a small card at the lower left of the canvas, with its counts."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QToolButton, QWidget

from rondo.figures.journeys.journey_pen import TITLE
from rondo.figures.journeys.journey_signs import flowing
from rondo.figures.shapes import Shape
from rondo.figures.show.drawing import entries
from rondo.figures.show.showing import Showing
from rondo.ui.canvas.surface import POINT, Surface
from rondo.ui.pieces.painting import Drawing

WIDTH = 196.0
"""In points, as everything that is drawn on it."""
PAD, AFTER, ROWS_GAP = 8.0, 4.0, 400.0
CLOSE = 20
SIZE = 0.92
"""How large its points are beside those of a map at 100 %."""


class ShowCard(QWidget):
    """Lies over the surface while something is shown; `closed` when it is put away."""

    closed = Signal()

    def __init__(self, surface: Surface) -> None:
        super().__init__(surface)
        self._surface, self._desk = surface, surface.journey_scene.desk
        self._drawing: Drawing | None = None
        self._size = (WIDTH, 0.0)
        self.close_button = QToolButton(self)
        self.close_button.setProperty("kind", "quiet")
        self.close_button.setAutoRaise(True)
        self.close_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.close_button.clicked.connect(self.closed.emit)
        self.hide()

    def show_legend(self, showing: Showing | None) -> None:
        """The card says what is shown and how often; without anything it is not there."""
        self._drawing = None
        if showing is not None:
            words = self._desk.words
            self._drawing = Drawing(self._shapes(showing), self._desk.engine)
            said = [*(count.text for count in showing.shown.counts), *showing.shown.sentences]
            self.setAccessibleName(showing.shown.title)
            self.setAccessibleDescription(words("list.comma").join(said))
            self.close_button.setIcon(self._desk.look.icon("x"))
            name = words("canvas_show.close")
            self.close_button.setAccessibleName(name)
            self.close_button.setToolTip(name)
        self.place()

    def place(self) -> None:
        """It stands in the lower left corner of what is seen of the map."""
        comes = self.isHidden() and self._drawing is not None
        self.setVisible(self._drawing is not None)
        if self._drawing is None:
            return
        there, px = self._surface.viewport().geometry(), self._desk.look.px
        size = self.sizeHint()
        self.setGeometry(
            there.x() + px(12), there.bottom() - size.height() - px(12), size.width(), size.height()
        )
        side = px(CLOSE)
        self.close_button.setGeometry(size.width() - side - px(4), px(4), side, side)
        if comes:
            self.raise_()

    def sizeHint(self) -> QSize:
        unit = self._unit()
        return QSize(round(self._size[0] * unit), round(self._size[1] * unit))

    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = self._desk.look, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look["line"], 1))
        painter.setBrush(look["surface"])
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        if self._drawing:
            painter.scale(self._unit(), self._unit())
            self._drawing.paint(painter)

    def _unit(self) -> float:
        return POINT * SIZE * self._desk.look.scale

    def _shapes(self, showing: Showing) -> list[Shape]:
        """The title, then a row for each line of the legend."""
        pen = showing.pen
        title = pen.block(showing.shown.title, TITLE, WIDTH - 2 * PAD - CLOSE / 2)
        shapes: list[Shape] = [pen.text(title, PAD, PAD)]
        y = PAD + title.height + AFTER
        for entry in entries(showing.shown, pen):
            row, bottom = flowing([entry], pen, PAD, y, WIDTH - PAD, "", ROWS_GAP)
            shapes.append(row)
            y = bottom + AFTER - 1.0
        self._size = (WIDTH, y + PAD - AFTER)
        return shapes
