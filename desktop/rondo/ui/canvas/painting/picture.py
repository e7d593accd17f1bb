"""The picture of one journey: its plan and the layers that paint it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QObject, QPointF, QRectF, QTimer, Signal
from PySide6.QtWidgets import QGraphicsScene

from rondo.figures.journeys.journey_pen import Pen
from rondo.figures.maps.canvas_drawing import ground_shapes
from rondo.figures.maps.canvas_foot import USUAL, Below, foot_right
from rondo.figures.maps.canvas_plan import MapPlan
from rondo.figures.maps.canvas_planner import Planner
from rondo.figures.show.values import Show
from rondo.ui.canvas.folds import Folds
from rondo.ui.canvas.notes.notes_item import NotesItem
from rondo.ui.canvas.order_memory import OrderMemory
from rondo.ui.canvas.painting.below_item import BelowItem
from rondo.ui.canvas.painting.cards_item import CardsItem
from rondo.ui.canvas.painting.far_item import FarItem
from rondo.ui.canvas.painting.glide import Glide
from rondo.ui.canvas.painting.ground_item import GroundItem
from rondo.ui.canvas.painting.layer import Layer
from rondo.ui.canvas.painting.laying import Laying
from rondo.ui.canvas.painting.links_item import LinksItem
from rondo.ui.canvas.painting.marks_item import CellItem, MarksItem
from rondo.ui.canvas.painting.settled import Settled
from rondo.ui.canvas.painting.stage import Shown, Stage
from rondo.ui.desk import Desk
from rondo.ui.pieces.painting import Drawing
from rondofile.changes import ChangeSet
from rondofile.records import Journey

if TYPE_CHECKING:
    from rondo.figures.show.showing import Showing
    from rondo.ui.canvas.painting.below_spot import Spot

MARGIN = 18.0
SOON, LATER = 60, 300
PATIENT = 1500
"""What stands below a map of more steps comes after its first picture, and follows edits a little later.
Below all others it waits for that picture too, where nobody sees it."""


class Picture(QObject):
    """Keeps the stage and the layers of a scene in step with the project."""

    area_changed = Signal(QRectF)
    show_changed = Signal()
    """Another thing is shown of all steps, or nothing."""
    completed = Signal()
    """What stands below the map came after it."""
    laid = Signal()
    """All links run as they will; until then some were only guessed."""

    def __init__(self, desk: Desk, scene: QGraphicsScene) -> None:
        super().__init__(scene)
        self.desk, self._scene = desk, scene
        self.stage = Stage(unfinished=self._come_back, painted=self._on_painted, misjudged=self._misjudge)
        self.glide = Glide(self.stage, self)
        self.glide.moved.connect(scene.update)
        self._below = Below((), 0.0)
        self.owes = False
        """Whether what stands below the map waits for its first picture."""
        self.segment: str | None = None
        """The segment whose line of the curve can be changed; None: the journey's own."""
        self.what: Show | None = None
        """What is shown of all steps at once."""
        self.folds = Folds(desk.settings)
        self._planner: Planner | None = None
        self._grounded: MapPlan | None = None
        """The map whose ground was drawn last."""
        self._below_at: tuple[str, float] | None = None
        self._settled = Settled(self)
        self.orders = OrderMemory(desk, self)
        self._laying = Laying(self.stage, self)
        self._laying.done.connect(self._on_laid)
        self._rest = QTimer(self, singleShot=True)
        self._rest.timeout.connect(scene.update)
        self._after = QTimer(self, singleShot=True)
        self._after.timeout.connect(self._draw_below)
        self._later = QTimer(self, singleShot=True)
        self._later.timeout.connect(self._on_later_timeout)
        self._ground = GroundItem(0)
        self.bands = BelowItem(0.5, self.stage, desk)
        self._cell = CellItem(1, self.stage, desk.look)
        self._links = LinksItem(2, self.stage, desk.engine)
        self._cards = CardsItem(3, self.stage, desk.engine)
        self._far = FarItem(4, self.stage)
        self.notes = NotesItem(4.5, self.stage, desk.engine, desk.look)
        self.marks = MarksItem(5, self.stage, desk.look)
        for layer in self._layers:
            scene.addItem(layer)
        desk.session.trouble.connect(self._on_session_trouble)

    @property
    def _layers(self) -> tuple[Layer, ...]:
        below = self._ground, self.bands, self._cell, self._links
        return *below, self._cards, self._far, self.notes, self.marks

    def show(self, journey: str | None, changes: ChangeSet | None = None, *, anew: bool = False) -> None:
        """The journey as it stands. `changes` led to it from what is shown; `anew` forgets what is known."""
        if anew or self._planner is None:
            look, desk = self.desk.look, self.desk
            pen = Pen(look.theme, desk.engine, desk.words, desk.framework)
            self._planner = Planner(pen, self.orders.memory)
        self._planner.rail_open = self.folds.is_open("rail")
        project = self.desk.session.project
        known = project.find(Journey, journey)
        if known:
            self.orders.recall(known.id)
            self.orders.note(known.id)
        plan = self._planner.plan(project, known.id, changes) if known else None
        self.stage.shifts = {}
        self.stage.shown = Shown(plan, self._planner.pen, self._showing(plan)) if plan else None
        self.notes.show_notes(project, self.stage.shown)
        if plan and plan.routes.together:
            self._laying.begin(at_once=changes is None)
        self._draw_still(anew=anew)

    @property
    def below(self) -> Below:
        """What stands below the map; whoever asks for it has it drawn."""
        self.complete()
        return self._below

    def complete(self) -> None:
        """What stands below the map is there, if it still waited."""
        if self.owes:
            self._draw_below()

    def can_fold(self, part: str) -> bool:
        """Whether that part is there to be folded, or will be."""
        plan = self.stage.plan
        return bool(plan and plan.facts.steps) if self.owes else part in self._below.folds

    def show_all(self, what: Show | None) -> None:
        """That is shown of all steps at once; nothing where it is None."""
        self.what = what
        if self.stage.shown:
            self.stage.shown = replace(self.stage.shown, showing=self._showing(self.stage.shown.plan))
            self._scene.update()
        self.show_changed.emit()

    def _showing(self, plan: MapPlan) -> Showing | None:
        if self.what is None or self._planner is None:
            return None
        from rondo.figures.show.showing import showing

        return showing(self.what, self.desk.session.project, plan.facts.journey.id, self._planner.pen)

    def is_open(self, part: str) -> bool:
        """Whether "rail", "curve" or "rhythm" is unfolded."""
        return self.folds.is_open(part)

    def folded(self) -> Iterator[tuple[str, float, float]]:
        """The name of every part below the map, and where it begins and ends; none before it is drawn."""
        folds, words = self._below.folds, self.desk.words
        parts = [(part, folds[part].y) for part in ("curve", "rhythm") if part in folds]
        ends = [*(top for _, top in parts[1:]), self._below.bottom][: len(parts)]
        for (part, top), end in zip(parts, ends, strict=True):
            yield words(f"journey_figure.{part}"), top, end

    def fold(self, part: str, is_open: bool) -> None:
        """That part below the map is unfolded, or folded."""
        if not self.folds.fold(part, is_open):
            return
        if part == "rail" and self.stage.plan:
            self.show(self.stage.plan.facts.journey.id)
        else:
            self._draw_below()

    def edit_line_of(self, segment: str | None) -> None:
        """The line of that segment is the one that can be changed from now on."""
        if segment != self.segment:
            self.segment, shown = segment, self.stage.shown
            if shown and self.desk.session.project.find(Journey, shown.plan.facts.journey.id):
                self._draw_below()

    def spot_at(self, pos: QPointF) -> Spot | None:
        """What of the feeling curve lies there."""
        from rondo.ui.canvas.painting.below_spot import spot_at

        return spot_at(self.below.curve, pos, self.segment) if self.below.curve else None

    def said_at(self, pos: QPointF) -> str:
        """What the curve or a ruler says there, in words."""
        shown, curve, tick = self.stage.shown, self.below.curve, self.below.tick_at(pos.x(), pos.y())
        if tick is not None:
            return tick.said
        if shown is None or curve is None or not curve.area.y <= pos.y() <= curve.area.bottom:
            return ""
        from rondo.figures.below.curve_lines import said_of

        found, slot = curve.point_at(pos.x(), pos.y(), self.segment), curve.slot_at(pos.x())
        return said_of(*found, shown.pen) if found else slot.title if slot else ""

    def preview(self, segment: str | None, step: str | None, feeling: int | None) -> None:
        """The curve as it would be with that feeling at that step; as it is where no step is named."""
        curve = self.below.curve
        if curve is not None:
            self.bands.show_curve(curve.felt(segment, step, feeling) if step else curve, self.segment)

    def point_at(self, pos: QPointF) -> bool:
        """A feeling that could be given there is shown. Whether one can be given or changed there."""
        if self.owes and self.stage.plan and pos.y() < self.stage.plan.bottom:
            return False  # on the map itself, and what stands below it may still wait
        curve, spot = self.below.curve, self.spot_at(pos)
        free = spot is not None and not spot.fixed and not self.desk.session.read_only
        slot = curve.slot_at(pos.x()) if curve and spot and free and spot.feeling is None else None
        self.bands.point_out((slot.x, curve.y_of(curve.feeling_at(pos.y()))) if curve and slot else None)
        return free

    def _on_session_trouble(self, _: object) -> None:
        self.preview(None, None, None)

    def _draw_still(self, *, anew: bool) -> None:
        shown, engine = self.stage.shown, self.desk.engine
        if not shown or self._grounded is None or not shown.plan.has_ground_of(self._grounded):
            ground = Drawing(ground_shapes(shown.plan, shown.pen), engine) if shown else None
            self._ground.show_drawing(ground)
        self._grounded = shown.plan if shown else None
        at = (shown.plan.facts.journey.id, shown.plan.bottom) if shown else None
        if shown and len(shown.plan.steps) > PATIENT:
            if at != self._below_at:
                self._show_nothing_below()
            self._cover()
            self._after.start(0 if at != self._below_at else LATER)
            self._below_at = at
        elif shown and anew and not self.folds.is_open("curve"):
            self._show_nothing_below()
            self.owes = True
            self._cover()
        else:
            self._draw_below()

    def _show_nothing_below(self) -> None:
        self._below = Below((), 0.0)
        self.bands.show_below(None, None, None)

    def _on_painted(self) -> None:
        if self.owes and not self._after.isActive():
            self._after.start(SOON)

    def _draw_below(self) -> None:
        shown, owed = self.stage.shown, self.owes
        self.owes = False
        large = shown and len(shown.plan.steps) > PATIENT
        self._settled.settle(shown.plan.facts.journey.id if shown and large else None)
        self._below = Below((), 0.0)
        if shown:
            from rondo.figures.maps.canvas_below import below_map

            self._below = below_map(
                self.desk.session.project,
                shown.plan,
                shown.pen,
                curve=self.folds.is_open("curve"),
                rhythm=self.folds.is_open("rhythm"),
                segment=self.segment,
            )
        self.bands.show_below(self._below if shown else None, shown.pen if shown else None, self.segment)
        self._cover()
        if owed:
            self.completed.emit()

    def _cover(self) -> None:
        """The layers and the scene are as large as what is shown."""
        shown, area = self.stage.shown, QRectF(0, 0, 1, 1)
        if shown:
            plan, foot = shown.plan, self._below
            right = max(plan.right, foot_right(plan) if self.owes else foot.right)
            area = QRectF(0, 0, right, plan.bottom + USUAL if self.owes else max(plan.bottom, foot.bottom))
        area = area.united(self.notes.area)
        area.adjust(-MARGIN, -MARGIN, MARGIN, MARGIN)
        for layer in self._layers:
            layer.cover(area)
        self.area_changed.emit(area)
        self._scene.update()

    def _on_laid(self) -> None:
        self._links.update()
        self.marks.update()
        if self.stage.plan and self.stage.plan.routes.together:
            self.laid.emit()

    def _come_back(self) -> None:
        """What this frame had no time for comes with the next one."""
        self._rest.start(0)

    def _misjudge(self) -> None:
        """A card is higher than was guessed: the map is planned again with what is known now."""
        self._later.start(0)

    def _on_later_timeout(self) -> None:
        if self.stage.plan:
            self.show(self.stage.plan.facts.journey.id)
