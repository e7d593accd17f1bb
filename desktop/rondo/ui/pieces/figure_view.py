"""FigureView: a finished figure on the screen, to be read, zoomed and clicked, never changed.

It paints the display list that the brief prints. Every titled group of the figure has a tooltip, can be
clicked, and is a child for those who cannot see it.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QHelpEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QToolTip, QWidget

from rondo.figures.bounds import bounds, everything
from rondo.figures.shapes import Figure, Group
from rondo.text.qt_engine import QtTextEngine
from rondo.ui.dress.look import Look
from rondo.ui.escaped import escape
from rondo.ui.pieces.accessible import WHOLE, Said, Voice
from rondo.ui.pieces.painting import Drawing

OWN_SIZE = 96 / 72
"""Pixels a point at 100 %."""
SMALLEST, LARGEST, STEP = 0.2, 8.0, 1.25
"""How far one zooms, in pixels a point, and how much at a time."""


class FigureView(QScrollArea):
    """Shows one figure, at first as wide as there is room. `whole`: as high as the figure, so that the
    page around it scrolls and not the figure; `press`: what a click on a group does, in words."""

    clicked = Signal(str)
    """The id of the group under the mouse."""
    zoom_changed = Signal()

    def __init__(
        self,
        engine: QtTextEngine,
        look: Look,
        *,
        whole: bool = False,
        press: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.figure: Figure | None = None
        self.zoom = OWN_SIZE
        """Pixels a point."""
        self.fits = True
        """Whether the figure follows the width of the view."""
        self.least = SMALLEST
        """The smallest zoom at which a figure still follows the width; then the view scrolls."""
        self._whole = whole
        self._sheet = _Sheet(self, engine, look, press)
        self.setWidget(self._sheet)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus if whole else Qt.FocusPolicy.StrongFocus)
        if whole:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_figure(self, figure: Figure | None) -> None:
        """That figure is shown, at the zoom in use; None shows nothing."""
        self.figure = figure
        self.setAccessibleName(figure.title if figure else "")
        self.setAccessibleDescription(figure.description if figure else "")
        self._sheet.draw(figure)
        self._resize()

    def mark(self, *ids: str) -> None:
        """Exactly these groups are set off as chosen."""
        self._sheet.mark(frozenset(ids))

    def spoken(self) -> str:
        """The group that keys go to; none in a figure that is only read."""
        return WHOLE

    def tell(self) -> None:
        """A listener is told what keys go to."""
        self._sheet.tell()

    def box_of(self, group_id: str) -> QRectF | None:
        """Where a group lies on the sheet, in pixels; None where the figure has none of that id."""
        box = self._sheet.boxes.get(group_id)
        return None if box is None else _scaled(box, self.zoom)

    def bring(self, group_id: str) -> None:
        """That group is in sight."""
        box = self.box_of(group_id)
        if box is not None:
            middle = box.center().toPoint()
            self.ensureVisible(middle.x(), middle.y(), round(box.width() / 2), round(box.height() / 2))

    def fit(self) -> None:
        """The figure is as wide as the view, and stays so."""
        self.fits = True
        self._resize()

    def zoom_to(self, zoom: float, at: QPointF | None = None) -> None:
        """The figure is shown at so many pixels a point; what lies under `at` of the view stays there."""
        self.fits = False
        at = at or QRectF(self.viewport().rect()).center()
        before = self.zoom
        held = self._sheet.mapFrom(self.viewport(), at.toPoint())
        self.zoom = min(max(zoom, SMALLEST), LARGEST)
        self._resize()
        grown = self.zoom / before
        self.horizontalScrollBar().setValue(round(held.x() * grown - at.x()))
        self.verticalScrollBar().setValue(round(held.y() * grown - at.y()))

    def zoom_in(self) -> None:
        """It is shown one step larger."""
        self.zoom_to(self.zoom * STEP)

    def zoom_out(self) -> None:
        """It is shown one step smaller."""
        self.zoom_to(self.zoom / STEP)

    def own_size(self) -> None:
        """It is shown as large as on paper."""
        self.zoom_to(OWN_SIZE)

    def sizeHint(self) -> QSize:
        if not self._whole:
            return super().sizeHint()
        bar = self.horizontalScrollBar()
        below = bar.sizeHint().height() if self._sheet.width() > self.viewport().width() else 0
        return QSize(super().sizeHint().width(), self._sheet.height() + below)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.fits and event.size().width() != event.oldSize().width():
            self._resize()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_to(self.zoom * STEP ** (event.angleDelta().y() / 120), event.position())
            event.accept()
        elif self._whole and not event.angleDelta().x():
            event.ignore()
        else:
            super().wheelEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if (
            isinstance(event, QNativeGestureEvent)
            and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture
        ):
            self.zoom_to(self.zoom * (1 + event.value()), event.position())
            return True
        return super().viewportEvent(event)

    def _resize(self) -> None:
        figure = self.figure
        if figure is None:
            self._sheet.resize(0, 0)
        else:
            if self.fits:
                self.zoom = min(max(self._fitting(figure), self.least), LARGEST)
            self._sheet.resize(int(figure.width * self.zoom), -int(-figure.height * self.zoom // 1))
        if self._whole:
            self.updateGeometry()
        self.zoom_changed.emit()

    def _fitting(self, figure: Figure) -> float:
        """The zoom at which the figure is as wide as the view, beside a scroll bar where it needs one."""
        room = self.maximumViewportSize()
        zoom = room.width() / figure.width
        if not self._whole and figure.height * zoom > room.height():
            zoom = (room.width() - self.verticalScrollBar().sizeHint().width()) / figure.width
        return zoom


class _Sheet(QWidget):
    """The paper that the figure is painted on."""

    def __init__(self, view: FigureView, engine: QtTextEngine, look: Look, press: str) -> None:
        super().__init__()
        self._view, self._engine, self._look = view, engine, look
        self._drawing: Drawing | None = None
        self._groups: dict[str, Group] = {}
        self._marked: frozenset[str] = frozenset()
        self._pressed = ""
        self.boxes: dict[str, QRectF] = {}
        self.setMouseTracking(True)
        self._voice = Voice(self, lambda: self, press)

    def said(self, key: str) -> Said | None:
        if key == WHOLE:
            figure = self._view.figure
            title, more = (figure.title, figure.description) if figure else ("", "")
            return Said(title, more, QAccessible.Role.Graphic)
        group = self._groups.get(key)
        return Said(group.title, role=QAccessible.Role.StaticText) if group else None

    def parts(self, key: str) -> Sequence[str]:
        return tuple(self.boxes) if key == WHOLE else ()

    def whole(self, key: str) -> str:
        return WHOLE

    def place(self, key: str) -> QRect:
        box = _scaled(self.boxes[key], self._view.zoom).toAlignedRect() if key else self.rect()
        return QRect(self.mapToGlobal(box.topLeft()), box.size())

    def current(self) -> str:
        key = self._view.spoken()
        return key if key in self.boxes else WHOLE

    def tell(self) -> None:
        """A listener is told what keys go to."""
        self._voice.tell_current()

    def activate(self, key: str) -> None:
        self._view.clicked.emit(key)

    def draw(self, figure: Figure | None) -> None:
        self._drawing = Drawing(figure.shapes, self._engine) if figure else None
        shapes = everything(figure.shapes) if figure else ()
        self._groups = {s.id: s for s in shapes if isinstance(s, Group) and s.id and s.title}
        found = {key: bounds(group) for key, group in self._groups.items()}
        self.boxes = {k: QRectF(QPointF(*b[:2]), QPointF(*b[2:])) for k, b in found.items() if b}
        self.update()

    def mark(self, ids: frozenset[str]) -> None:
        if ids != self._marked:
            self._marked = ids
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._drawing is None:
            return
        painter = QPainter(self)
        painter.setClipRect(event.rect())
        painter.scale(self._view.zoom, self._view.zoom)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for key in self._marked & self.boxes.keys():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look["accent-ground"])
            painter.drawRoundedRect(self.boxes[key].adjusted(-2, -2, 2, 2), 3, 3)
        self._drawing.paint(painter)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = self._at(event.position())
        if event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, ""
        if event.button() == Qt.MouseButton.LeftButton and pressed and pressed == self._at(event.position()):
            self._view.clicked.emit(pressed)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            found = self._groups.get(self._at(QPointF(event.pos())))
            text = f"<qt>{escape(found.title)}</qt>" if found else ""
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().event(event)

    def _at(self, place: QPointF) -> str:
        """The innermost titled group there, the one painted last; empty where there is none."""
        point = place / self._view.zoom
        return next((key for key in reversed(self.boxes) if self.boxes[key].contains(point)), "")


def _scaled(box: QRectF, zoom: float) -> QRectF:
    return QRectF(box.x() * zoom, box.y() * zoom, box.width() * zoom, box.height() * zoom)
