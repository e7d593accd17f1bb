"""A figure that is worked with: keys go from thing to thing, and one thing is dragged onto another.

It shows the figure of a room as `FigureView` does. What a press, a key or a drop means, the room says.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from rondo.figures.shapes import Figure
from rondo.ui.desk import Desk
from rondo.ui.pieces.arrow_keys import ARROWS, ENTER
from rondo.ui.pieces.figure_view import FigureView

LETTERS = 1.62
"""Pixels a point at 100 % text: the letters of a figure are then those of the window."""


class FigureBoard(FigureView):
    """`draw`: makes the figure for so many points of width, or None. `stops`: which groups keys go to."""

    went = Signal(str)
    """The group that keys or a press go to; "" for none."""
    opened = Signal(str)
    """A group was double-clicked, or Enter was pressed on it."""
    dropped = Signal(str, str)
    """A group was dragged onto another one; the second is "" beside all of them."""

    def __init__(
        self, desk: Desk, draw: Callable[[float], Figure | None], stops: Callable[[str], bool], press: str
    ) -> None:
        super().__init__(desk.engine, desk.look, press=press)
        self._desk, self._draw, self._stops = desk, draw, stops
        self.look = desk.look
        self.current = ""
        self.framed: tuple[str, ...] = ()
        self._pressed, self._dragged, self._from = "", "", QPointF()
        self._overlay = _Overlay(self)
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(0)
        self._again.timeout.connect(self.redraw)
        sheet = self.widget()
        assert sheet is not None
        sheet.installEventFilter(self)
        sheet.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocusProxy(sheet)  # so that a listener hears of its parts
        self.clicked.connect(self._on_clicked)

    @property
    def points(self) -> float:
        """The width that a figure has, so that its letters are as large as those of the window."""
        room = self.maximumViewportSize().width() - self.verticalScrollBar().sizeHint().width()
        return max(room / (LETTERS * self._desk.look.scale), 120.0)

    def redraw(self) -> None:
        """The figure is made anew in the room there is."""
        self._again.stop()
        bars = (self.horizontalScrollBar(), self.verticalScrollBar())
        there = [bar.value() for bar in bars]
        self.show_figure(self._draw(self.points))
        self.zoom_to(LETTERS * self._desk.look.scale)
        for bar, value in zip(bars, there, strict=True):
            bar.setValue(value)
        if self.box_of(self.current) is None:
            self.current = ""
        self._overlay.fit()

    def stops(self) -> list[str]:
        """The groups that keys go to, in the order of the figure."""
        sheet = self.widget()
        boxes = getattr(sheet, "boxes", {})
        return [key for key in boxes if self._stops(key)]

    def go(self, key: str) -> None:
        """That group has the keys, and is in sight; nothing is told."""
        self.current = key if self.box_of(key) is not None else ""
        if self.current:
            self.bring(self.current)
            self.tell()

    def spoken(self) -> str:
        """The group that keys go to."""
        return self.current

    def beside(self, right: int, down: int) -> str:
        """The nearest group in that direction; the first where none has the keys, "" where there is none."""
        there = self.stops()
        here = self.box_of(self.current)
        if here is None:
            return there[0] if there else ""
        found: list[tuple[float, str]] = []
        for key in there:
            box = self.box_of(key)
            way = box.center() - here.center() if box is not None and key != self.current else None
            if way is None:
                continue
            along, across = (way.x() * right, way.y()) if right else (way.y() * down, way.x())
            if along > 1:
                found.append((along + 2 * abs(across), key))
        return min(found)[1] if found else ""

    def frame(self, *ids: str) -> None:
        """Exactly these groups are framed as chosen."""
        self.framed = ids
        self._overlay.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._overlay.fit()
        if event.size().width() != event.oldSize().width() and self.isVisible():
            self._again.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        way = ARROWS.get(Qt.Key(event.key()))
        if way is not None and event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            event.ignore()  # the room has a meaning for it
        elif way is not None:
            key = self.beside(*way)
            if key:
                self._on_clicked(key)
        elif event.key() in ENTER and self.current:
            self.opened.emit(self.current)
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A press that moves is a drag; the sheet hears everything else itself."""
        if isinstance(event, QMouseEvent):
            match event.type():
                case QEvent.Type.MouseButtonPress if event.button() == Qt.MouseButton.LeftButton:
                    self.setFocus(Qt.FocusReason.MouseFocusReason)
                    self._pressed, self._from = self.at(event.position()), event.position()
                case QEvent.Type.MouseMove if event.buttons() & Qt.MouseButton.LeftButton:
                    return self._drag(event.position())
                case QEvent.Type.MouseButtonRelease:
                    return self._drop(event.position())
                case QEvent.Type.MouseButtonDblClick:
                    found = self.at(event.position())
                    if found:
                        self.opened.emit(found)
        return super().eventFilter(watched, event)

    def at(self, place: QPointF) -> str:
        """The group that keys go to there, on the sheet; "" for none."""
        hit = (key for key in self.stops() if (box := self.box_of(key)) is not None and box.contains(place))
        return next(reversed(tuple(hit)), "")

    def give_up(self) -> None:
        """What is dragged stays where it is."""
        self._dragged = self._pressed = ""
        self._overlay.show_drag(None, None)

    def event(self, event: QEvent) -> bool:
        """Esc gives up a drag before it does anything else."""
        asked = event.type() == QEvent.Type.ShortcutOverride and self._dragged
        if asked and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            self.give_up()
            event.accept()
            return True
        return super().event(event)

    def _drag(self, place: QPointF) -> bool:
        far = (place - self._from).manhattanLength() >= QApplication.startDragDistance()
        if self._pressed and not self._dragged and far and not self._desk.session.read_only:
            self._dragged = self._pressed
        if not self._dragged:
            return False
        start, over = self.box_of(self._dragged), self.at(place)
        end = self.box_of(over) if over and over != self._dragged else None
        self._overlay.show_drag(start, place, end)
        return True

    def _drop(self, place: QPointF) -> bool:
        dragged, self._pressed = self._dragged, ""
        if not dragged:
            return False
        over = self.at(place)
        self.give_up()
        if over != dragged:
            self.dropped.emit(dragged, over)
        return True

    def _on_clicked(self, key: str) -> None:
        if self._stops(key):
            self.go(key)
            self.went.emit(key)


class _Overlay(QWidget):
    """What is dragged: a line from where it stands to the pointer, and a frame around what is below."""

    def __init__(self, board: FigureBoard) -> None:
        sheet = board.widget()
        super().__init__(sheet)
        self._board = board
        self._start: QRectF | None = None
        self._end: QRectF | None = None
        self._place: QPointF | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.fit()

    def fit(self) -> None:
        """It lies over the whole sheet."""
        sheet = self.parentWidget()
        if sheet is not None:
            self.setGeometry(sheet.rect())
            self.raise_()

    def show_drag(self, start: QRectF | None, place: QPointF | None, end: QRectF | None = None) -> None:
        """From that box to that place; None shows nothing."""
        self._start, self._place, self._end = start, place, end
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._board.look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for key in self._board.framed:
            box = self._board.box_of(key)
            if box is not None:
                self._frame(painter, box, 2.0 if key != self._board.current else 2.5)
        if self._start is None or self._place is None:
            return
        painter.setPen(QPen(look["accent"], 2, Qt.PenStyle.DashLine))
        painter.drawLine(self._start.center(), self._place)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look["accent"])
        painter.drawEllipse(self._place, 4, 4)
        if self._end is not None:
            self._frame(painter, self._end.adjusted(-2, -2, 2, 2), 2.0)

    def _frame(self, painter: QPainter, box: QRectF, weight: float) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._board.look["accent"], weight))
        painter.drawRoundedRect(box.adjusted(-2, -2, 2, 2), 5, 5)
