"""The surface: a window onto the scene that zooms, pans and finds."""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QNativeGestureEvent,
    QPainter,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QGraphicsView, QWidget

from rondo.figures.maps.canvas_plan import MapPlan
from rondo.ui.canvas.moved_by_hand import MovedByHand
from rondo.ui.canvas.painting.edges import PAD, Edges
from rondo.ui.canvas.painting.far_names import FarNames
from rondo.ui.canvas.painting.picture import MARGIN as SCENE_MARGIN
from rondo.ui.canvas.scene import JourneyScene
from rondo.ui.pieces.viewports import give_viewport
from rondofile.enums import Phase

POINT = 5 / 3
"""Pixels of a point at 100 %: titles are 12.7 pixels high."""
LEAST, MOST = 0.01, 4.0
READABLE = 0.75
"""The smallest zoom at which a journey is opened: titles are 9.5 pixels high."""
STEP = 1.2
FIT_MARGIN, NAME_SPOT = 12.0, 8.0
MARGIN, BAND_MARGIN = 24, 8
"""Pixels between what is brought into view and the edges of the view, or the names that stay there."""


class Surface(MovedByHand):
    """Looks at a JourneyScene. `zoom` 1.0 is 100 %, whatever the size of the interface's text."""

    zoom_changed = Signal(float)

    def __init__(self, scene: JourneyScene) -> None:
        super().__init__(scene)
        give_viewport(self)
        self.journey_scene = scene
        scene.covered = self.covers
        self.zoom = 1.0
        self.bar: QWidget | None = None
        """What may lie over the middle of the lower edge."""
        self._stretched = False
        self.edges = Edges(
            scene.stage,
            scene.desk.engine,
            FarNames(scene.stage, scene.desk.engine, scene.desk.look, scene.picture.folded),
            lambda: scene.picture.bands,
        )
        self.map_area = scene.sceneRect()
        """The part of the scene that holds the map and what stands around it."""
        scene.sceneRectChanged.connect(self._on_area_changed)
        self.setFrameShape(QGraphicsView.Shape.NoFrame)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setResizeAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.MinimalViewportUpdate)
        self.setMouseTracking(True)
        self.zoom_to(1.0)

    @property
    def _unit(self) -> float:
        """Pixels of a point at 100 %, at the text size in use."""
        return POINT * self.journey_scene.desk.look.scale

    def zoom_by_key(self, zoom: float, steps: Iterable[str]) -> None:
        """The zoom is that, around the part of these steps that is in view, else around the middle."""
        area = self._around(steps)
        seen = self.seen() & area if area is not None else QRectF()
        if area is None or seen.isEmpty():
            self.zoom_to(zoom)
            return
        self.zoom_to(zoom, QPointF(self.mapFromScene(seen.center())))
        if self._scale_for(area.size()) >= self.transform().m11():
            self.bring_in(area)

    def zoom_to(self, zoom: float, around: QPointF | None = None) -> None:
        """The zoom is that, as far as it goes; the scene's point under `around` (of the viewport) stays."""
        at = around or QPointF(self.viewport().rect().center())
        before = self.mapToScene(at.toPoint())
        self.zoom = min(max(zoom, LEAST), MOST)
        self.resetTransform()
        scale = self.zoom * self._unit
        self.scale(scale, scale)
        self._make_room()
        after = self.mapFromScene(before)
        moved = after - at.toPoint()
        for bar, by in ((self.horizontalScrollBar(), moved.x()), (self.verticalScrollBar(), moved.y())):
            bar.setValue(bar.value() + by)
        self.zoom_changed.emit(self.zoom)

    def middle(self) -> QPointF:
        """The point of the scene in the middle of the view."""
        return self.mapToScene(self.viewport().rect().center())

    def look_at(self, zoom: float, middle: QPointF) -> None:
        """The view is that large, around that point."""
        self.journey_scene.picture.complete()
        self.zoom_to(zoom)
        self.centerOn(middle)

    def look_first(self) -> None:
        """A journey is seen for the first time: its beginning, and all its width where it can be read."""
        width = self.map_area.width() * self._unit
        room = self.maximumViewportSize().width() - self.verticalScrollBar().sizeHint().width()
        self.zoom_to(min(max(room / max(width, 1.0), READABLE), 1.0))
        for bar in (self.horizontalScrollBar(), self.verticalScrollBar()):
            bar.setValue(bar.minimum())

    def fit(self) -> None:
        """The whole map is in view, at most at 100 %."""
        self.journey_scene.picture.complete()
        area, plan = self.map_area, self.journey_scene.plan
        if plan is not None and self.edges.far.are_wanted(self._scale_for(area.size())):
            area = QRectF(QPointF(*self._start(area, plan)), area.bottomRight())
        self._show(area)

    def fit_steps(self, steps: Iterable[str]) -> None:
        """These steps are in view beside the names that stay in sight, at most at 100 %."""
        area = self._around(steps)
        if area is not None:
            self._show(area.adjusted(-FIT_MARGIN, -FIT_MARGIN, FIT_MARGIN, FIT_MARGIN), beside=True)

    def reveal(self, steps: Iterable[str]) -> None:
        """These steps are in view at the zoom in use."""
        area = self._around(steps)
        if area is not None:
            self.bring_in(area)

    def bring_in(self, area: QRectF) -> None:
        """That part of the scene is in view, beside the names that stay in sight; its beginning at least."""
        box, size = self.mapFromScene(area).boundingRect(), self.viewport().size()
        wide, high = self._bands(area, self.transform().m11())
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setValue(across.value() + _to_go(box.left(), box.right(), wide, size.width()))
        down.setValue(down.value() + _to_go(box.top(), box.bottom(), high, size.height()))

    def _bands(self, area: QRectF, scale: float) -> tuple[int, int]:
        """Pixels that names in sight may take at the left and the top from what lies there on the map."""
        plan = self.journey_scene.plan
        if plan is None:
            return 0, 0
        if self.edges.far.are_wanted(scale):
            return self.edges.far.size(self.viewport().width())
        wide = plan.left + PAD if area.right() > plan.left else 0.0
        return ceil(wide * scale), ceil(plan.top * scale if area.bottom() > plan.top else 0.0)

    def _start(self, area: QRectF, plan: MapPlan) -> tuple[float, float]:
        """Where what is not a name begins, on the scene."""
        return plan.left + min(area.x() + SCENE_MARGIN, 0.0), plan.top + min(area.y() + SCENE_MARGIN, 0.0)

    def _on_area_changed(self, area: QRectF) -> None:
        self.map_area = area
        self._make_room()

    def _make_room(self) -> None:
        """From far, the map can be moved out from below the names at the edges."""
        area, plan, scale = self.map_area, self.journey_scene.plan, self.transform().m11()
        if plan is None or not self.edges.far.are_wanted(scale):
            if self._stretched:
                self._stretched = False
                self.setSceneRect(QRectF())
            return
        self._stretched = True
        wide, high = self.edges.far.size(self.viewport().width())
        left, top = self._start(area, plan)
        self.setSceneRect(QRectF(QPointF(left - wide / scale, top - high / scale), area.bottomRight()))

    def drawForeground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        self.edges.paint(painter, self.seen(), self.transform().m11())

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        scale, seen, there = self.transform().m11(), self.seen(), self.viewport()
        words, plan = self.journey_scene.picture.bands.words, self.journey_scene.plan
        for row in words.rows if words and dx else ():
            top = self.mapFromScene(row.topLeft()).y() - 2
            there.update(0, top, there.width(), ceil(row.height() * scale) + 4)
        if plan is None:
            return
        if self.edges.far.are_wanted(scale):
            wide, high = self.edges.far.size(there.width())
        elif seen.x() <= -abs(dx / scale) and seen.y() <= -abs(dy / scale):
            return
        else:
            wide, high = round((plan.left + 6) * scale), round(plan.top * scale)
        wide, high = wide + abs(dx) + 2, high + abs(dy) + 2
        there.update(0, 0, wide, there.height())
        there.update(0, 0, there.width(), high)

    def seen(self) -> QRectF:
        """The part of the scene that is in view."""
        return self.mapToScene(self.viewport().rect()).boundingRect()

    def names_wide(self) -> int:
        """The pixels that the names of lanes take from the left of the view."""
        return self._bands(self.map_area, self.transform().m11())[0]

    def floor(self, left: int, right: int) -> int:
        """The lowest pixel between left and right that is free for what lies over the map."""
        lowest, bar = self.viewport().geometry().bottom(), self.bar
        if bar is None or bar.isHidden() or right < bar.x() or left > bar.geometry().right():
            return lowest
        return min(lowest, bar.y() - 1)

    def covers(self, pos: QPointF) -> bool:
        """Whether names that stay in sight lie over the map there."""
        return self._in_header(pos) or self._in_gutter(pos)

    def names_lanes_at(self, pos: QPointF) -> bool:
        """Whether the names of the lanes stand there, in their place or where they stay in sight."""
        plan = self.journey_scene.plan
        if plan is None or self._in_header(pos):
            return False
        return 0 <= pos.x() < plan.left or self._in_gutter(pos)

    def phase_named_at(self, pos: QPointF) -> Phase | None:
        """The phase whose name stands there, in its place or where it stays in sight."""
        plan = self.journey_scene.plan
        if plan is None or self.names_lanes_at(pos):
            return None
        if self._in_header(pos):
            return plan.phase_at(pos.x(), 0.0)
        return plan.phase_at(pos.x(), pos.y()) if 0 <= pos.y() < plan.top else None

    def name_spot(self, y: float) -> QPoint:
        """A point of the viewport among the names of the lanes, at that height of the scene."""
        return self.mapFromScene(QPointF(max(self.seen().x(), 0.0) + NAME_SPOT, y))

    def _in_header(self, pos: QPointF) -> bool:
        return self.edges.header(self.seen(), self.transform().m11()).contains(pos)

    def _in_gutter(self, pos: QPointF) -> bool:
        return self.edges.gutter(self.seen(), self.transform().m11()).contains(pos)

    def _around(self, steps: Iterable[str]) -> QRectF | None:
        boxes = [box for step in steps if (box := self.journey_scene.box_of(step))]
        area = QRectF()
        for box in boxes:
            area = area.united(box)
        return area if boxes else None

    def _scale_for(self, size: QSizeF) -> float:
        """Pixels per point at which that much of the scene fills the view."""
        there = self.viewport().size()
        return min(there.width() / max(size.width(), 1.0), there.height() / max(size.height(), 1.0))

    def _show(self, area: QRectF, *, beside: bool = False) -> None:
        """That part of the scene is in view; `beside` names that are seen once the map was moved."""
        there, plan, unit = self.viewport().size(), self.journey_scene.plan, self._unit
        if area.isEmpty() or there.isEmpty():
            return
        band = QSizeF(plan.left + PAD, plan.top) if plan is not None and beside else QSizeF(0, 0)
        scale = min(self._scale_for(area.size() + band), unit)
        wide, high = self._bands(area, scale) if beside or self.edges.far.are_wanted(scale) else (0, 0)
        if self.edges.far.are_wanted(scale):
            scale = min((there.width() - wide) / area.width(), (there.height() - high) / area.height(), scale)
        self.zoom_to(scale / unit)
        scale = self.transform().m11()
        self.centerOn(area.center() - QPointF(wide, high) / (2 * scale))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

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
        return super().viewportEvent(event)


def _to_go(start: int, end: int, band: int, size: int) -> int:
    """Pixels to scroll for start..end to lie in view, after the band."""
    first = band + (BAND_MARGIN if band else MARGIN)
    last = size - min(MARGIN, max((size - first - (end - start)) // 2, 0))
    return min(start - first, 0) or max(min(end - last, start - first), 0)
