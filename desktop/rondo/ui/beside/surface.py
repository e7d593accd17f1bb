"""The surface: both maps at one scale, scrolled and zoomed together; what belongs together is tied."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QElapsedTimer, QEvent, QPoint, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip

from rondo.ui.beside.map_picture import MapPicture
from rondo.ui.beside.panes import HEAD, LOW, Frame, Mode, Pane
from rondo.ui.beside.standing import Standing, tip
from rondo.ui.beside.surface_painting import SurfacePainting
from rondo.ui.desk import Desk
from rondo.ui.dress.look import Look

POINT = 5 / 3
"""Pixels of a point at 100 %, as on the canvas."""
LEAST, MOST, STEP = 0.05, 4.0, 1.2
SLICE = 5
"""Links are laid for so many milliseconds between two events."""


class Surface(QAbstractScrollArea):
    """Shows one or two maps. `zoom` 1.0 is 100 %, whatever the size of the interface's text."""

    zoom_changed = Signal(float)
    chosen = Signal(str)
    """The step that was clicked; empty for the ground."""
    opened = Signal(str)
    menu_wanted = Signal(str, QPoint)
    key_wanted = Signal(int)
    """An arrow key: from step to step."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.mode: Mode = "rows"
        self.zoom = 1.0
        self.front = 1
        """The map that is seen where there is room for one alone."""
        self.frame_of: Frame | None = None
        self.standings: Mapping[str, Standing] = {}
        self.others: Mapping[str, tuple[str, ...]] = {}
        self.marked: frozenset[str] = frozenset()
        self.hovered: str | None = None
        self._panes: tuple[Pane, ...] | None = None
        self._pan_from: QPoint | None = None
        self._painting = SurfacePainting(desk.look)
        self._idle = QTimer(self)
        self._idle.setInterval(0)
        self._idle.timeout.connect(self._on_idle_timeout)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        for bar in (self.horizontalScrollBar(), self.verticalScrollBar()):
            bar.valueChanged.connect(self._on_scrolled)

    @property
    def look(self) -> Look:
        return self._desk.look

    @property
    def scale(self) -> float:
        """Pixels a point."""
        return self.zoom * POINT * self.look.scale

    @property
    def alone(self) -> bool:
        """Whether one of two maps is seen alone, for want of room."""
        known, there = self.frame_of, self.viewport().size()
        return bool(known and known.alone(self.mode, there.width(), there.height(), self.look.scale))

    def minimumSizeHint(self) -> QSize:
        """A map is always seen, whatever else there is to read."""
        bar = self.horizontalScrollBar().sizeHint().height()
        return QSize(self.look.px(120), round(HEAD * self.look.scale + LOW) + bar)

    def show_maps(self, pictures: Sequence[MapPicture], titles: Sequence[str], mode: Mode) -> None:
        """These maps are shown so."""
        self.frame_of = Frame.of(pictures, titles) if pictures else None
        self.mode = mode
        self._measure()

    def panes(self) -> tuple[Pane, ...]:
        """The panes as one looks now."""
        if self.frame_of is None:
            return ()
        if self._panes is None:
            at = QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value()) / self.scale
            self._panes = self.frame_of.panes(self._bodies(), at, self.scale)
        return self._panes

    def place_of(self, step: str) -> QRectF | None:
        """Where a card stands, in pixels of the viewport; the redesigned one where both are there."""
        for pane in reversed(self.panes()):
            box = pane.picture.box(step)
            if box is not None:
                return pane.place(box)
        return None

    def step_at(self, pos: QPointF) -> str | None:
        """The step whose card is under that pixel."""
        for pane in self.panes():
            if pane.body.contains(pos):
                there = pane.to_map(pos)
                return pane.picture.step_at(there.x(), there.y())
        return None

    def mark(self, steps: frozenset[str]) -> None:
        """Exactly these steps are chosen, and what belongs to them is seen with them."""
        if steps != self.marked:
            self.marked = steps
            self.viewport().update()

    def reveal(self, step: str) -> None:
        """That step is in view, and with it what it became or came from, as far as one scale allows."""
        for pane in self.panes():
            box = pane.picture.box(step)
            if box is None or self.frame_of is None:
                continue
            if not pane.body.adjusted(30, 20, -30, -20).contains(pane.place(box)):
                way = self.frame_of.way_to(pane.side, box) * self.scale
                self.horizontalScrollBar().setValue(round(way.x() - pane.body.width() / 2))
                self.verticalScrollBar().setValue(round(way.y() - pane.body.height() / 2))
            return

    def zoom_to(self, zoom: float, around: QPointF | None = None) -> None:
        """The zoom is that, as far as it goes; what lies under `around` stays, in the map that it is in."""
        body = self._body() if self.frame_of else QRectF(self.viewport().rect())
        at = (around or body.center()) - body.topLeft()
        bars, before = (self.horizontalScrollBar(), self.verticalScrollBar()), self.scale
        held = (bars[0].value() + at.x()) / before, (bars[1].value() + at.y()) / before
        self.zoom = min(max(zoom, LEAST), MOST)
        self._measure()
        bars[0].setValue(round(held[0] * self.scale - at.x()))
        bars[1].setValue(round(held[1] * self.scale - at.y()))
        self.zoom_changed.emit(self.zoom)

    def zoom_in(self) -> None:
        """Everything is larger."""
        self.zoom_to(self.zoom * STEP)

    def zoom_out(self) -> None:
        """Everything is smaller."""
        self.zoom_to(self.zoom / STEP)

    def fit(self, least: float = LEAST) -> None:
        """Both maps are whole in view, at most at 100 %; never smaller than `least`."""
        if self.frame_of is None:
            return
        body = self._body()
        unit = POINT * self.look.scale
        wide = body.width() / max(self.frame_of.across.span, 1.0) / unit
        high = body.height() / max(self.frame_of.down.span, 1.0) / unit
        self.zoom_to(max(min(wide, high, 1.0), least))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tied = self.marked | ({self.hovered} if self.hovered else set())
        unlaid = self._painting.paint(
            painter,
            QRectF(self.viewport().rect()),
            self.panes(),
            self.standings,
            self.others,
            self.marked,
            tied,
        )
        painter.end()
        if unlaid:
            self._idle.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_to(self.zoom * 1.0015 ** event.angleDelta().y(), event.position())
            event.accept()
        else:
            super().wheelEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        pinched = Qt.NativeGestureType.ZoomNativeGesture
        if isinstance(event, QNativeGestureEvent) and event.gestureType() is pinched:
            self.zoom_to(self.zoom * (1 + event.value()), event.position())
            return True
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            step = self.step_at(QPointF(event.pos()))
            standing = self.standings.get(step) if step else None
            QToolTip.showText(event.globalPos(), tip(standing.said) if standing else "", self.viewport())
            return True
        if event.type() == QEvent.Type.Leave:
            self._hover(None)
        return super().viewportEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus()
        step = self.step_at(event.position())
        if event.button() is Qt.MouseButton.MiddleButton or (
            event.button() is Qt.MouseButton.LeftButton and step is None
        ):
            self._pan_from = event.position().toPoint()
        if event.button() is Qt.MouseButton.LeftButton:
            self.chosen.emit(step or "")

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pan_from is None:
            self._hover(self.step_at(event.position()))
            return
        here = event.position().toPoint()
        by, self._pan_from = here - self._pan_from, here
        self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() - by.x())
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() - by.y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pan_from = None
        self.viewport().unsetCursor()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        step = self.step_at(event.position())
        if step:
            self.opened.emit(step)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        arrows = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)
        if event.key() in arrows and event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        ):
            self.key_wanted.emit(event.key())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.marked:
            self.opened.emit(next(iter(self.marked)))
        elif event.key() == Qt.Key.Key_Escape and self.marked:
            self.chosen.emit("")
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        step = self.step_at(QPointF(event.pos()))
        if step:
            self.chosen.emit(step)
            self.menu_wanted.emit(step, event.globalPos())

    def _bodies(self) -> list[tuple[QRectF, QRectF]]:
        assert self.frame_of is not None
        size = self.viewport().size()
        return self.frame_of.bodies(self.mode, size.width(), size.height(), self.look.scale, self.front)

    def _body(self) -> QRectF:
        """The part of the viewport in which a map is seen; both are as large."""
        return self._bodies()[self.front if self.alone else 0][1]

    def _measure(self) -> None:
        """The scroll bars go as far as the longer map; everything is painted anew."""
        self._panes = None
        if self.frame_of is not None:
            body = self._body()
            for bar, span, room in (
                (self.horizontalScrollBar(), self.frame_of.across.span, body.width()),
                (self.verticalScrollBar(), self.frame_of.down.span, body.height()),
            ):
                bar.setRange(0, max(round(span * self.scale - room), 0))
                bar.setPageStep(round(room))
                bar.setSingleStep(40)
        self.viewport().update()

    def _hover(self, step: str | None) -> None:
        if step != self.hovered:
            self.hovered = step
            self.viewport().update()

    def _on_scrolled(self) -> None:
        self._panes = None
        self.viewport().update()

    def _on_idle_timeout(self) -> None:
        clock = QElapsedTimer()
        clock.start()
        remain = [pane.picture.lay(lambda: clock.elapsed() >= SLICE) for pane in self.panes()]
        if not any(remain):
            self._idle.stop()
            self.viewport().update()
