"""The legend of what is shown: a small card at the lower left of the canvas, with its counts.

Where it would stand in the way it is folded to its title; a press on that opens it.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
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
CLOSE = 24
SIZE = 0.92
"""How large its points are beside those of a map at 100 %."""
GAP, MOST_HIGH = 12, 0.5
"""Pixels around it; the part of the view's height above which it is folded by itself."""


class ShowCard(QWidget):
    """Lies over the surface while something is shown; `closed` when it is put away."""

    closed = Signal()
    placed = Signal()
    """It stands elsewhere, or is gone."""

    def __init__(self, surface: Surface, small_map: Callable[[], int] = lambda: 0) -> None:
        super().__init__(surface)
        self.small_map = small_map
        """How many pixels the small map in the other corner may take."""
        self._surface, self._desk = surface, surface.journey_scene.desk
        self._drawing: Drawing | None = None
        self._title: Drawing | None = None
        self._of: str | None = None
        self._size, self._title_size = (WIDTH, 0.0), (0.0, 0.0)
        self._wanted_open: bool | None = None
        """Whether somebody opened or folded it; None: as there is room."""
        self.close_button, self.fold_button = self._small_button(), self._small_button()
        self.close_button.clicked.connect(self.closed.emit)
        self.fold_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.fold_button.clicked.connect(self.turn)
        self.hide()

    def show_legend(self, showing: Showing | None) -> None:
        """The card says what is shown and how often; without anything it is not there."""
        self._drawing = None
        if showing is not None:
            words = self._desk.words
            if self._of != showing.shown.what:
                self._of, self._wanted_open = showing.shown.what, None
            shapes = self._shapes(showing)
            self._drawing = Drawing(shapes, self._desk.engine)
            self._title = Drawing(shapes[:1], self._desk.engine)
            said = [*(count.text for count in showing.shown.counts), *showing.shown.sentences]
            self.setAccessibleName(showing.shown.title)
            self.setAccessibleDescription(words("list.comma").join(said))
            self.close_button.setIcon(self._desk.look.icon("x"))
            name = words("canvas_show.close")
            self.close_button.setAccessibleName(name)
            self.close_button.setToolTip(name)
        self.place()

    @property
    def is_open(self) -> bool:
        """Whether all of the legend is there, not its title alone."""
        return self._fits() if self._wanted_open is None else self._wanted_open

    def turn(self) -> None:
        """The legend is folded to its title, or opened again."""
        self._wanted_open = not self.is_open
        self.place()

    def place(self) -> None:
        """It stands in the lower left corner of what is seen of the map."""
        comes = self.isHidden() and self._drawing is not None
        self.setVisible(self._drawing is not None)
        if self._drawing is None:
            self.placed.emit()
            return
        there, px = self._surface.viewport().geometry(), self._desk.look.px
        size = self.sizeHint().boundedTo(QSize(there.width() - 2 * px(GAP), there.height() - 2 * px(GAP)))
        left = there.x() + px(GAP)
        floor = self._surface.floor(left, left + size.width())
        self.setGeometry(left, floor - size.height() - px(GAP), size.width(), size.height())
        side, right = px(CLOSE), size.width() - px(4)
        top = px(4) if self.is_open else (size.height() - side) // 2
        self.close_button.setGeometry(right - side, top, side, side)
        self.fold_button.setGeometry(right - 2 * side, top, side, side)
        name = self._desk.words("canvas_show.fold" if self.is_open else "canvas_show.unfold")
        self.fold_button.setIcon(self._desk.look.icon("chevron-down" if self.is_open else "chevron-up"))
        self.fold_button.setAccessibleName(name)
        self.fold_button.setToolTip(name)
        self.update()
        if comes:
            self.raise_()
        self.placed.emit()

    def sizeHint(self) -> QSize:
        unit, size = self._unit(), self._size if self.is_open else self._title_size
        return QSize(round(size[0] * unit), round(size[1] * unit))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self.is_open:
            self.turn()

    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = self._desk.look, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look["line"], 1))
        painter.setBrush(look["surface"])
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        drawing = self._drawing if self.is_open else self._title
        if drawing:
            painter.scale(self._unit(), self._unit())
            drawing.paint(painter)

    def _fits(self) -> bool:
        """Whether all of it stands beside the small map, in the lower half of the view."""
        there, px, unit = self._surface.viewport().size(), self._desk.look.px, self._unit()
        beside = self.small_map() + 3 * px(GAP)
        wide, high = self._size[0] * unit, self._size[1] * unit + 2 * px(GAP)
        high += there.height() - self._surface.floor(px(GAP), px(GAP) + round(wide))
        return wide + beside <= there.width() and high <= MOST_HIGH * there.height()

    def _small_button(self) -> QToolButton:
        button = QToolButton(self)
        button.setProperty("kind", "small")
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return button

    def _unit(self) -> float:
        return POINT * SIZE * self._desk.look.scale

    def _shapes(self, showing: Showing) -> list[Shape]:
        """The title, then a row for each line of the legend."""
        pen = showing.pen
        room = WIDTH - 2 * PAD - 2 * CLOSE / POINT / SIZE
        title = pen.block(showing.shown.title, TITLE, room)
        shapes: list[Shape] = [pen.text(title, PAD, PAD)]
        y = PAD + title.height + AFTER
        for entry in entries(showing.shown, pen):
            row, bottom = flowing([entry], pen, PAD, y, WIDTH - PAD, "", ROWS_GAP)
            shapes.append(row)
            y = bottom + AFTER - 1.0
        self._size = (WIDTH, y + PAD - AFTER)
        widest = max((line.width for line in title.lines), default=0.0)
        self._title_size = widest + WIDTH - room, title.height + 2 * PAD
        return shapes
