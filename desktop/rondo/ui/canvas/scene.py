"""The scene of the canvas: a projection of one journey. It draws and finds; tools decide and edit."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSizeF, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGraphicsScene, QGraphicsSceneMouseEvent

from rondo.figures.canvas_plan import PAD_X, PAD_Y, MapPlan, map_plan
from rondo.figures.journey_frame import drawn_lanes, drawn_phases
from rondo.figures.journey_pen import Pen
from rondo.figures.rail_drawing import drawn_rail, drawn_rail_ground
from rondo.ui.canvas.cards_item import CardsItem
from rondo.ui.canvas.ground_item import GroundItem
from rondo.ui.canvas.links_item import LinksItem
from rondo.ui.canvas.marks_item import HANDLE, MarksItem, handle_of, handles_of
from rondo.ui.canvas.stage import Cell, Stage
from rondo.ui.canvas.tool import Tool
from rondo.ui.desk import Desk
from rondo.ui.painting import Drawing
from rondofile.changes import ChangeSet
from rondofile.enums import Phase
from rondofile.records import Journey, Lane, Link, Step

MARGIN = 16.0
NEAR_LINK = 4.0


class JourneyScene(QGraphicsScene):
    """Shows one journey. Places are points from the upper left corner of the map's figure."""

    planned = Signal()
    """The plan was replaced."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.journey: str | None = None
        self.tool: Tool | None = None
        self.stage = Stage()
        self._ground = GroundItem(0)
        self._links = LinksItem(1, self.stage, desk.engine)
        self._cards = CardsItem(2, self.stage, desk.engine)
        self._marks = MarksItem(3, self.stage, desk.look)
        for layer in self._layers:
            self.addItem(layer)
        desk.selection.changed.connect(self._on_selection_changed)
        self._on_selection_changed()

    @property
    def plan(self) -> MapPlan | None:
        """The plan that is shown; None without a journey."""
        return self.stage.plan

    @property
    def _layers(self) -> tuple[GroundItem, LinksItem, CardsItem, MarksItem]:
        return self._ground, self._links, self._cards, self._marks

    def show_journey(self, journey_id: str | None) -> None:
        """That journey is shown as it stands now, from nothing; None shows none."""
        known = self.desk.session.project.find(Journey, journey_id)
        self.journey = known.id if known else None
        self._replan()

    def apply(self, changes: ChangeSet) -> None:
        """What changed is shown; pictures that were shifted stand where they belong."""
        self.show_journey(self.journey)

    def step_ids(self) -> tuple[str, ...]:
        """The steps on the map and on the rail, in their order."""
        return self.plan.step_ids() if self.plan else ()

    def box_of(self, step: str) -> QRectF | None:
        """Where the card of a step stands, wherever its picture was shifted."""
        box = self.plan.box_of(step) if self.plan else None
        return QRectF(box.x, box.y, box.width, box.height) if box else None

    def step_at(self, pos: QPointF) -> str | None:
        """The step whose card is there; the upper one of two."""
        for step in reversed(self.step_ids()):
            box = self.stage.box(step)
            if box and box.x <= pos.x() <= box.right and box.y <= pos.y() <= box.bottom:
                return step
        return None

    def link_at(self, pos: QPointF) -> str | None:
        """The link whose line or label is there, under no card."""
        if self.plan is None or self.step_at(pos):
            return None
        for link, box in self.plan.picture.chips.items():
            if QRectF(box.x, box.y, box.width, box.height).contains(pos):
                return link
        for link, points in self.plan.picture.routes.items():
            for (x1, y1), (x2, y2) in pairwise(points):
                area = QRectF(QPointF(min(x1, x2), min(y1, y2)), QPointF(max(x1, x2), max(y1, y2)))
                if area.adjusted(-NEAR_LINK, -NEAR_LINK, NEAR_LINK, NEAR_LINK).contains(pos):
                    return link
        return None

    def lane_at(self, pos: QPointF) -> str | None:
        """The lane at that height, also where its name stands."""
        return self.plan.lane_at(pos.y()) if self.plan else None

    def phase_at(self, pos: QPointF) -> Phase | None:
        """The phase whose column or rail is there, also where its name stands."""
        return self.plan.phase_at(pos.x(), pos.y()) if self.plan else None

    def cell_at(self, pos: QPointF) -> Cell:
        """The phase and the lane that are there."""
        return self.phase_at(pos), self.lane_at(pos)

    def handle_at(self, pos: QPointF) -> str | None:
        """The step whose connect handle shows there."""
        for step in handles_of(self.stage):
            box = self.stage.box(step)
            if box and (handle_of(box) - pos).manhattanLength() <= HANDLE:
                return step
        return None

    def offset_at(self, pos: QPointF, size: QSizeF) -> tuple[int, int]:
        """The x, y of a step in the cell at `pos`, when the middle of its card stands there.

        A card that would stick out of the cell at the left or the top stands at its edge."""
        if self.plan is None:
            return 0, 0
        x, y = self.plan.origin_of(*self.cell_at(pos))
        left, top = pos.x() - size.width() / 2 - x, pos.y() - size.height() / 2 - y
        return round(max(left, PAD_X / 2)), round(max(top, PAD_Y / 2))

    def shift(self, steps: Iterable[str], dx: float, dy: float) -> None:
        """The pictures of these steps and of their links stand so far from their places."""
        self.stage.shifts = dict.fromkeys(steps, (dx, dy))
        self.update()

    def unshift(self) -> None:
        """Every picture stands in its place."""
        if self.stage.shifts:
            self.stage.shifts = {}
            self.update()

    def mark_cell(self, cell: Cell | None) -> None:
        """The column and the row of that cell are marked as where something would drop."""
        if cell != self.stage.cell:
            self.stage.cell = cell
            self.update()

    def set_tool(self, tool: Tool | None) -> None:
        """That tool gets every event first; the one before it is cancelled."""
        if self.tool is not None and self.tool is not tool:
            self.tool.cancel()
        self.tool = tool

    def mousePressEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        if self.tool and self.tool.press(event.scenePos(), event):
            event.accept()
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        self._hover(event.scenePos())
        if self.tool and self.tool.move(event.scenePos(), event):
            event.accept()
        else:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        if self.tool and self.tool.release(event.scenePos(), event):
            event.accept()
        else:
            super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        if self.tool and self.tool.double_click(event.scenePos(), event):
            event.accept()
        else:
            super().mouseDoubleClickEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.tool and self.tool.key(event):
            event.accept()
        else:
            super().keyPressEvent(event)

    def _hover(self, pos: QPointF) -> None:
        hovered = self.step_at(pos) or self.handle_at(pos)
        if hovered != self.stage.hovered:
            self.stage.hovered = hovered
            self._marks.update()

    def _on_selection_changed(self) -> None:
        selection = self.desk.selection
        chosen = [key for kind in (Step, Link, Lane) for key in selection.ids_of(kind)]
        self.stage.chosen = frozenset(chosen)
        self._marks.update()

    def _replan(self) -> None:
        desk = self.desk
        pen = Pen(desk.look.theme, desk.engine, desk.words, desk.framework)
        self._links.pen = self._cards.pen = pen
        self.stage.shifts = {}
        self.stage.plan = map_plan(desk.session.project, self.journey, pen) if self.journey else None
        self._links.forget()
        self._cards.forget()
        self._ground.show_drawing(self._ground_drawing(pen))
        area = self._area()
        self.setSceneRect(area)
        for layer in self._layers:
            layer.cover(area)
        self.planned.emit()

    def _ground_drawing(self, pen: Pen) -> Drawing | None:
        if self.plan is None:
            return None
        picture, facts = self.plan.picture, self.plan.facts
        shapes = drawn_phases(facts, picture.header, picture.layout, picture.left, pen, "")
        if picture.rail:
            shapes.append(drawn_rail_ground(picture, picture.rail, pen, ""))
            shapes += drawn_rail(picture, picture.rail, pen, "")
        right = picture.left + picture.layout.width
        shapes += drawn_lanes(facts, picture.gutter, picture.layout, self.plan.top, right, pen, "")
        return Drawing(shapes, self.desk.engine)

    def _area(self) -> QRectF:
        if self.plan is None:
            return QRectF(0, 0, 1, 1)
        return QRectF(0, 0, self.plan.right, self.plan.bottom).adjusted(-MARGIN, -MARGIN, MARGIN, MARGIN)
