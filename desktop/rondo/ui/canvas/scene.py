"""The scene of the canvas: a projection of one journey. It draws and finds; tools decide and edit."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import pairwise

from PySide6.QtCore import QObject, QPointF, QRectF, QSizeF, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QGraphicsScene,
    QGraphicsSceneHelpEvent,
    QGraphicsSceneMouseEvent,
    QToolTip,
)

from rondo.figures.arranging.layout_values import Box
from rondo.figures.maps.canvas_facts import shows
from rondo.figures.maps.canvas_plan import MapPlan
from rondo.figures.maps.canvas_planner import PAD_X, PAD_Y
from rondo.ui.canvas.hovering import Hovering
from rondo.ui.canvas.painting.marks_item import REACH, handle_of, handles_of
from rondo.ui.canvas.painting.picture import Picture
from rondo.ui.canvas.painting.stage import Cell
from rondo.ui.canvas.tool import Tool
from rondo.ui.desk import Desk
from rondo.ui.escaped import escape
from rondofile.changes import ChangeSet
from rondofile.enums import Phase
from rondofile.records import Journey, Lane, Link, Note, Segment, Step

NEAR_LINK = 4.0
FEW_MOVED = 40
"""So few moved pictures are painted one by one; more of them with all that is in view."""


class JourneyScene(QGraphicsScene):
    """Shows one journey. Places are points from the upper left corner of the map's figure.

    Its parent ends it: left to the collector, its layers may be gone before it."""

    planned = Signal()
    """The plan was replaced."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.journey: str | None = None
        self.tool: Tool | None = None
        """Gets every event first."""
        self.covered: Callable[[QPointF], bool] = lambda _: False
        """Whether something stands over the map there that is no part of it."""
        self.picture = Picture(desk, self)
        self.stage = self.picture.stage
        self._hovering = Hovering(self.stage, desk.look, self._show_handles, self)
        self.setSceneRect(QRectF(0, 0, 1, 1))
        self.picture.area_changed.connect(self.setSceneRect)
        desk.selection.changed.connect(self._on_selection_changed)
        self._on_selection_changed()

    @property
    def plan(self) -> MapPlan | None:
        """The plan that is shown; None without a journey."""
        return self.stage.plan

    def show_journey(self, journey_id: str | None) -> None:
        """That journey is shown as it stands now, from nothing; None shows none."""
        known = self.desk.session.project.find(Journey, journey_id)
        self.journey = known.id if known else None
        self.picture.glide.stop()
        self.setBackgroundBrush(self.desk.look["paper"])
        self.picture.show(self.journey, anew=True)
        self.planned.emit()

    def apply(self, changes: ChangeSet) -> None:
        """What changed is shown; pictures that were shifted stand where they belong."""
        if self.desk.session.project.find(Journey, self.journey) is None:
            self.show_journey(None)
            return
        if not shows(changes):
            self.unshift()
            return
        self.show_moved(changes)

    def show_moved(self, changes: ChangeSet | None = None) -> None:
        """The journey is shown as it stands; what came to another place glides there."""
        seen = self.plan.boxes if self.plan else {}
        if moving := {step: box for step in self.stage.moving if (box := self.stage.box(step))}:
            seen = {**seen, **moving}
        self.picture.glide.stop()
        self.picture.show(self.journey, changes)
        if self.desk.look.moves:
            self.picture.glide.start(seen)
        self.planned.emit()

    def step_ids(self) -> tuple[str, ...]:
        """The steps on the map and on the rail, in their order."""
        return tuple(self.plan.steps) if self.plan else ()

    def box_of(self, step: str) -> QRectF | None:
        """Where the card of a step stands, wherever its picture was shifted."""
        box = self.plan.boxes.get(step) if self.plan else None
        return QRectF(box.x, box.y, box.width, box.height) if box else None

    def note_at(self, pos: QPointF) -> str | None:
        """The note that lies there."""
        return None if self.covered(pos) else self.picture.notes.note_at(pos)

    def step_at(self, pos: QPointF) -> str | None:
        """The step whose card is there; the upper one of two."""
        shown = self.stage.shown if not self.covered(pos) else None
        found = shown.cards.within(pos.x(), pos.y(), pos.x(), pos.y()) if shown else []
        return found[-1] if found else None

    def link_at(self, pos: QPointF) -> str | None:
        """The link whose line or label is there, under no card."""
        shown = self.stage.shown
        if shown is None or self.covered(pos) or self.step_at(pos):
            return None
        for link, box in shown.plan.said_on_rail.items():
            if box.x <= pos.x() <= box.right and box.y <= pos.y() <= box.bottom:
                return link
        near = shown.links_near(pos.x(), pos.y(), pos.x(), pos.y())
        return next((link for link in reversed(near) if self._is_on(link, pos)), None)

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
        if self.covered(pos):
            return None
        for step in handles_of(self.stage):
            middle = handle_of(self.stage, step)
            if middle is not None and (middle - pos).manhattanLength() <= REACH:
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
        before = self.stage.shifts
        self.stage.shifts = dict.fromkeys(steps, (dx, dy))
        self._repaint_moved(before)

    def unshift(self) -> None:
        """Every picture stands in its place."""
        if self.stage.shifts:
            before, self.stage.shifts = self.stage.shifts, {}
            self._repaint_moved(before)

    def mark_cell(self, cell: Cell | None) -> None:
        """The column and the row of that cell are marked as where something would drop."""
        if cell != self.stage.cell:
            self.stage.cell = cell
            self.update()

    def mousePressEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        if self._fold_at(event.scenePos()) or (self.tool and self.tool.press(event.scenePos(), event)):
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

    def helpEvent(self, event: QGraphicsSceneHelpEvent) -> None:
        said = self.picture.said_at(event.scenePos())
        QToolTip.showText(event.screenPos(), f"<p>{escape(said)}</p>" if said else "")

    def _fold_at(self, pos: QPointF) -> bool:
        """What folds there is unfolded or folded; whether anything folds there."""
        for part, box in self.picture.below.folds.items():
            if QRectF(box.x, box.y, box.width, box.height).contains(pos):
                is_open = not self.picture.is_open(part)
                self.picture.fold(part, is_open)
                self.desk.actions[f"journey.{part}"].setChecked(is_open)
                return True
        return False

    def _hover(self, pos: QPointF) -> None:
        self.picture.point_at(pos)
        self._hovering.point(self.step_at(pos) or self.handle_at(pos))

    def _show_handles(self, steps: list[str]) -> None:
        """The handles of these steps show, or no longer do."""
        for area in filter(None, map(self.box_of, steps)):
            self.picture.marks.update(area.adjusted(-12, -12, 18, 12))

    def _is_on(self, link: str, pos: QPointF) -> bool:
        """Whether a link's line or label passes there; most are told off by the area of their corners."""
        plan = self.stage.plan
        if plan is None or not _around([*(plan.routes.route(link) or ())], plan.routes.chip(link), pos):
            return False
        way = self.stage.way_of(link)
        route, chip = (way.line, way.chip) if way else ((), None)
        if chip and QRectF(chip.x, chip.y, chip.width, chip.height).contains(pos):
            return True
        for (x1, y1), (x2, y2) in pairwise(route):
            area = QRectF(QPointF(min(x1, x2), min(y1, y2)), QPointF(max(x1, x2), max(y1, y2)))
            if area.adjusted(-NEAR_LINK, -NEAR_LINK, NEAR_LINK, NEAR_LINK).contains(pos):
                return True
        return False

    def _repaint_moved(self, before: Mapping[str, tuple[float, float]]) -> None:
        """What is shifted now and what was shifted before is painted, with its links."""
        shown = self.stage.shown
        many = len(before) + len(self.stage.shifts) > FEW_MOVED
        if shown is None or many or shown.plan.routes.together:
            self.update()
            return
        for shifts in (before, self.stage.shifts):
            for step, (dx, dy) in shifts.items():
                box = shown.plan.boxes.get(step)
                if box:
                    area = QRectF(box.x + dx, box.y + dy, box.width, box.height)
                    for link in shown.links_of.get(step, ()):
                        around = shown.around(link)
                        if around:
                            area = area.united(QRectF(around.x, around.y, around.width, around.height))
                    self.update(area.adjusted(-12, -12, 18, 12))

    def _on_selection_changed(self) -> None:
        selection = self.desk.selection
        chosen = [key for kind in (Step, Link, Lane, Note) for key in selection.ids_of(kind)]
        self.stage.chosen = frozenset(chosen)
        if segment := selection.ids_of(Segment):
            self._follow_segment(segment[0])
        self.picture.marks.update()
        self.picture.notes.update()
        self.picture.bands.update()

    def _follow_segment(self, segment: str) -> None:
        """The feelings of the segment chosen are those that can be changed on the curve."""
        journey = self.desk.session.project.find(Journey, self.journey)
        own = journey is None or journey.segment == segment
        self.picture.edit_line_of(None if own else segment)


def _around(points: list[tuple[float, float]], chip: Box | None, pos: QPointF) -> bool:
    """Whether the place lies in the area of these corners and of the label, or near."""
    if chip is not None:
        points += [(chip.x, chip.y), (chip.right, chip.bottom)]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return bool(xs) and (
        min(xs) - NEAR_LINK <= pos.x() <= max(xs) + NEAR_LINK
        and min(ys) - NEAR_LINK <= pos.y() <= max(ys) + NEAR_LINK
    )
