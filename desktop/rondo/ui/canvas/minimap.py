"""The small map in the corner: where in a large journey one is, while there is more than can be seen."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from rondo.ui.canvas.painting.far_picture import FarPicture
from rondo.ui.canvas.surface import Surface
from rondofile.records import Step

WIDE, HIGH, LEAST = 176, 112, 30
SOON = 120
"""Milliseconds after a change at which it is drawn anew."""
NARROW = 480
MOST_SEEN = 0.6
"""The part of the map that is in view, above which the whole is not needed."""
MOST_LIFTED = 0.75
"""Above a bar that leaves less of the view's height free it is not there."""
COVERING, SHARE = 0.9, 5
"""How much it hides of what lies below while it is not used; the part of the view's width it may take."""
MANY = 50
"""Of more chosen steps than these, none is looked for below it."""


class Minimap(QWidget):
    """Lies over the surface; a press or a drag looks there."""

    def __init__(self, surface: Surface) -> None:
        super().__init__(surface)
        self._surface = surface
        self._far, self._image = FarPicture(), QImage()
        self.beside: QWidget | None = None
        """What stands in the other corner: where both have no room the small map is not there."""
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._draw_later = QTimer(self)
        self._draw_later.setSingleShot(True)
        self._draw_later.timeout.connect(self._draw)
        surface.journey_scene.planned.connect(self._on_scene_planned)
        surface.journey_scene.sceneRectChanged.connect(self._on_scene_planned)
        surface.journey_scene.picture.show_changed.connect(self._on_scene_planned)
        surface.journey_scene.picture.laid.connect(self._on_picture_laid)
        surface.zoom_changed.connect(lambda _: self.place())
        surface.journey_scene.desk.selection.changed.connect(self.place)
        for bar in (surface.horizontalScrollBar(), surface.verticalScrollBar()):
            bar.valueChanged.connect(lambda _: self._on_moved())
            bar.rangeChanged.connect(lambda *_: self.place())
        self.place()

    def most(self) -> int:
        """How many pixels wide it is at most."""
        surface = self._surface
        return round(min(surface.journey_scene.desk.look.px(WIDE), surface.viewport().width() / SHARE))

    def place(self) -> None:
        """It stands in the lower right corner, as large as the shape of the map asks; in the other one while
        what is chosen lies there; or not at all."""
        surface, there = self._surface, self._surface.viewport().geometry()
        area, seen = surface.map_area, surface.seen()
        whole = max(area.width() * area.height(), 1.0)
        common = seen.intersected(area)
        more = common.width() * common.height() < MOST_SEEN * whole
        px = surface.journey_scene.desk.look.px
        has_room = there.width() > px(NARROW) and there.height() > 3 * px(HIGH)
        plan = surface.journey_scene.plan
        self.setVisible(more and has_room and plan is not None and bool(plan.boxes))
        if not self.isVisible() or area.isEmpty():
            return
        unit = min(self.most() / area.width(), px(HIGH) / area.height())
        size = QSize(max(round(area.width() * unit), px(LEAST)), max(round(area.height() * unit), px(LEAST)))
        right = there.right() - size.width() - px(8)
        corners = [self._standing(left, size) for left in (right, surface.names_wide() + px(8))]
        self.setGeometry(next((corner for corner in corners if self._is_free(corner)), corners[0]))
        floor = surface.floor(self.x(), self.x() + size.width())
        if self.beside is not None and self.beside.isVisible():
            self.setVisible(not self.geometry().intersects(self.beside.geometry()))
        if floor < there.height() * MOST_LIFTED:
            self.hide()
        self.update()

    def _standing(self, left: int, size: QSize) -> QRect:
        """Its place at that left edge: right above what stands at the foot of the view."""
        floor, gap = (
            self._surface.floor(left, left + size.width()),
            self._surface.journey_scene.desk.look.px(8),
        )
        return QRect(QPoint(left, floor - size.height() - gap), size)

    def _is_free(self, corner: QRect) -> bool:
        """Whether neither a chosen step nor what stands in the other corner would lie below it."""
        surface = self._surface
        if self.beside is not None and self.beside.isVisible() and corner.intersects(self.beside.geometry()):
            return False
        chosen = surface.journey_scene.desk.selection.ids_of(Step)
        boxes = (surface.journey_scene.box_of(step) for step in chosen[:MANY])
        return not any(corner.intersects(surface.mapFromScene(box).boundingRect()) for box in boxes if box)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Its image is as fine as it is large."""
        super().resizeEvent(event)
        self._draw_later.start(SOON)

    def paintEvent(self, event: QPaintEvent) -> None:
        surface, look = self._surface, self._surface.journey_scene.desk.look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if not self.underMouse():
            painter.setOpacity(COVERING)
        ground = QColor(look["surface"])
        painter.fillRect(self.rect(), ground)
        painter.drawImage(QRectF(self._whole()), self._image)
        painter.setPen(QPen(look["line"], 1))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        faint = QColor(look["accent"])
        faint.setAlphaF(0.12)
        painter.setBrush(faint)
        painter.setPen(QPen(look["accent"], 1.5))
        unit, whole, seen = (
            self._unit(),
            self._whole(),
            surface.seen().intersected(surface.map_area),
        )
        area = surface.map_area
        view = QRectF(
            whole.x() + (seen.x() - area.x()) * unit,
            whole.y() + (seen.y() - area.y()) * unit,
            max(seen.width() * unit, 4.0),
            max(seen.height() * unit, 4.0),
        )
        painter.drawRect(view.intersected(QRectF(self.rect()).adjusted(0.5, 0.5, -1.5, -1.5)))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._look(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._look(event.position())

    def _look(self, at: QPointF) -> None:
        unit, whole, area = self._unit(), self._whole(), self._surface.map_area
        self._surface.centerOn(area.x() + (at.x() - whole.x()) / unit, area.y() + (at.y() - whole.y()) / unit)

    def _unit(self) -> float:
        """Pixels of the small map per point."""
        area = self._surface.map_area
        return min(self.width() / max(area.width(), 1.0), self.height() / max(area.height(), 1.0))

    def _whole(self) -> QRectF:
        """Where the whole map lies on it."""
        area, unit = self._surface.map_area, self._unit()
        size = QPointF(area.width() * unit, area.height() * unit)
        return QRectF((self.width() - size.x()) / 2, (self.height() - size.y()) / 2, size.x(), size.y())

    def _draw(self) -> None:
        surface = self._surface
        shown = surface.journey_scene.stage.shown
        self._image = self._far.of(shown, surface.map_area, 2 * self.width()) if shown else QImage()
        self.update()

    def _on_moved(self) -> None:
        if self._surface.journey_scene.desk.selection.kind is Step:
            self.place()
        self.update()

    def _on_picture_laid(self) -> None:
        self._far.forget()
        self._draw_later.start(SOON)

    def _on_scene_planned(self) -> None:
        self._draw_later.start(SOON)
        self.place()
