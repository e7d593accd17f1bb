"""The picture of one journey: its plan and the layers that paint it."""

from __future__ import annotations

import gc
from collections.abc import Iterator

from msgspec.structs import replace
from PySide6.QtCore import QElapsedTimer, QObject, QPointF, QRectF, QTimer, Signal
from PySide6.QtWidgets import QGraphicsScene

from rondo.figures.below.curve_lines import said_of
from rondo.figures.journeys.journey_pen import Pen
from rondo.figures.maps.canvas_below import Below, below_map
from rondo.figures.maps.canvas_drawing import ground_shapes
from rondo.figures.maps.canvas_plan import MapPlan
from rondo.figures.maps.canvas_planner import Planner
from rondo.figures.show.showing import Showing, showing
from rondo.figures.show.values import Show
from rondo.ui.canvas.folds import Folds
from rondo.ui.canvas.notes.notes_item import NotesItem
from rondo.ui.canvas.order_memory import OrderMemory
from rondo.ui.canvas.painting.below_item import BelowItem
from rondo.ui.canvas.painting.below_spot import Spot, spot_at
from rondo.ui.canvas.painting.cards_item import CardsItem
from rondo.ui.canvas.painting.far_item import FarItem
from rondo.ui.canvas.painting.glide import Glide
from rondo.ui.canvas.painting.ground_item import GroundItem
from rondo.ui.canvas.painting.layer import Layer
from rondo.ui.canvas.painting.links_item import LinksItem
from rondo.ui.canvas.painting.marks_item import CellItem, MarksItem
from rondo.ui.canvas.painting.stage import Shown, Stage
from rondo.ui.desk import Desk
from rondo.ui.pieces.painting import Drawing
from rondofile.changes import ChangeSet
from rondofile.records import Journey

MARGIN = 18.0
SLICE, SHORT_SLICE = 6, 2
"""Links are laid for so many milliseconds between two events; where they are very many, for less."""
LATER = 300
PATIENT = 1500
"""What stands below a map of more steps comes after its first picture, and follows edits a little later."""


class Picture(QObject):
    """Keeps the stage and the layers of a scene in step with the project."""

    area_changed = Signal(QRectF)
    show_changed = Signal()
    """Another thing is shown of all steps, or nothing."""
    laid = Signal()
    """All links run as they will; until then some were only guessed."""

    def __init__(self, desk: Desk, scene: QGraphicsScene) -> None:
        super().__init__(scene)
        self.desk, self._scene = desk, scene
        self.stage = Stage(wanted=self._want, unfinished=self._come_back, misjudged=self._misjudge)
        self.glide = Glide(self.stage, self)
        self.glide.moved.connect(scene.update)
        self.below = Below((), 0.0)
        self.segment: str | None = None
        """The segment whose line of the curve can be changed; None: the journey's own."""
        self.what: Show | None = None
        """What is shown of all steps at once."""
        self.folds = Folds(desk.settings)
        self._planner: Planner | None = None
        self._grounded: MapPlan | None = None
        """The map whose ground was drawn last."""
        self._below_at: tuple[str, float] | None = None
        self._settled: str | None = None
        self.orders = OrderMemory(desk, self)
        self._idle = QTimer(self)
        self._idle.setInterval(0)
        self._idle.timeout.connect(self._on_idle_timeout)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(scene.update)
        self._after = QTimer(self)
        self._after.setSingleShot(True)
        self._after.timeout.connect(self._draw_below)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
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
    def _layers(
        self,
    ) -> tuple[Layer, ...]:
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
            self._lay(at_once=changes is None)
        self._draw_still()

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
        return showing(self.what, self.desk.session.project, plan.facts.journey.id, self._planner.pen)

    def is_open(self, part: str) -> bool:
        """Whether "rail", "curve" or "rhythm" is unfolded."""
        return self.folds.is_open(part)

    def folded(self) -> Iterator[tuple[str, float, float]]:
        """The name of every part below the map, and where it begins and ends; none before it is drawn."""
        folds, words = self.below.folds, self.desk.words
        parts = [(part, folds[part].y) for part in ("curve", "rhythm") if part in folds]
        ends = [*(top for _, top in parts[1:]), self.below.bottom][: len(parts)]
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
        return spot_at(self.below.curve, pos, self.segment)

    def said_at(self, pos: QPointF) -> str:
        """What the curve or a ruler says there, in words."""
        shown, curve, tick = self.stage.shown, self.below.curve, self.below.tick_at(pos.x(), pos.y())
        if tick is not None:
            return tick.said
        if shown is None or curve is None or not curve.area.y <= pos.y() <= curve.area.bottom:
            return ""
        found, slot = curve.point_at(pos.x(), pos.y(), self.segment), curve.slot_at(pos.x())
        return said_of(*found, shown.pen) if found else slot.title if slot else ""

    def preview(self, segment: str | None, step: str | None, feeling: int | None) -> None:
        """The curve as it would be with that feeling at that step; as it is where no step is named."""
        curve = self.below.curve
        if curve is not None:
            self.bands.show_curve(curve.felt(segment, step, feeling) if step else curve, self.segment)

    def point_at(self, pos: QPointF) -> bool:
        """A feeling that could be given there is shown. Whether one can be given or changed there."""
        curve, spot = self.below.curve, self.spot_at(pos)
        free = spot is not None and not spot.fixed and not self.desk.session.read_only
        slot = curve.slot_at(pos.x()) if curve and spot and free and spot.feeling is None else None
        self.bands.point_out((slot.x, curve.y_of(curve.feeling_at(pos.y()))) if curve and slot else None)
        return free

    def _on_session_trouble(self, _: object) -> None:
        self.preview(None, None, None)

    def _draw_still(self) -> None:
        shown = self.stage.shown
        engine = self.desk.engine
        if not shown or self._grounded is None or not shown.plan.has_ground_of(self._grounded):
            ground = Drawing(ground_shapes(shown.plan, shown.pen), engine) if shown else None
            self._ground.show_drawing(ground)
        self._grounded = shown.plan if shown else None
        at = (shown.plan.facts.journey.id, shown.plan.bottom) if shown else None
        if shown and len(shown.plan.steps) > PATIENT:
            if at != self._below_at:
                self.below = Below((), 0.0)
                self.bands.show_below(None, None, None)
            self._cover()
            self._after.start(0 if at != self._below_at else LATER)
            self._below_at = at
        else:
            self._draw_below()

    def _draw_below(self) -> None:
        shown = self.stage.shown
        self._settle(shown)
        self.below = Below((), 0.0)
        if shown:
            self.below = below_map(
                self.desk.session.project,
                shown.plan,
                shown.pen,
                curve=self.folds.is_open("curve"),
                rhythm=self.folds.is_open("rhythm"),
                segment=self.segment,
            )
        self.bands.show_below(self.below if shown else None, shown.pen if shown else None, self.segment)
        self._cover()

    def _settle(self, shown: Shown | None) -> None:
        """What a very large journey is made of lives as long as it is open: the collector need not look at
        it again and again, which would take longer than an edit."""
        journey = shown.plan.facts.journey.id if shown and len(shown.plan.steps) > PATIENT else None
        if journey is None and self._settled:
            _give_back()
        elif journey != self._settled:
            if not self._settled:
                self.destroyed.connect(_give_back)
            gc.freeze()
        self._settled = journey

    def _cover(self) -> None:
        """The layers and the scene are as large as what is shown."""
        shown, area = self.stage.shown, QRectF(0, 0, 1, 1)
        if shown:
            right = max(shown.plan.right, self.below.right)
            area = QRectF(0, 0, right, max(shown.plan.bottom, self.below.bottom))
        area = area.united(self.notes.area)
        area.adjust(-MARGIN, -MARGIN, MARGIN, MARGIN)
        for layer in self._layers:
            layer.cover(area)
        self.area_changed.emit(area)
        self._scene.update()

    def _lay(self, *, at_once: bool) -> None:
        plan = self.stage.plan
        if plan and at_once:
            plan.routes.finish()
        elif plan:
            self._idle.start()

    def _want(self, links: list[str]) -> None:
        """These links are in view: they are laid next."""
        plan = self.stage.plan
        if plan and plan.routes.want(links):
            self._idle.start()

    def _on_idle_timeout(self) -> None:
        clock, plan = QElapsedTimer(), self.stage.plan
        clock.start()
        most = SLICE if plan and plan.routes.together else SHORT_SLICE
        if plan is None or not plan.routes.advance(lambda: clock.elapsed() >= most):
            self._idle.stop()
            self._links.update()
            self.marks.update()
            if plan and plan.routes.together:
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


def _give_back() -> None:
    """The collector looks at everything again: what was settled may have gone."""
    gc.unfreeze()
