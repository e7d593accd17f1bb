"""Hands: everything the tools of one canvas share: what is there, what is chosen, one way to edit it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QPointF, QRectF, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from rondo.ui.canvas.acting.possible import Possible
from rondo.ui.canvas.editing.place import Place
from rondo.ui.canvas.scene import JourneyScene
from rondo.ui.canvas.surface import Surface
from rondo.ui.desk import Desk
from rondo.ui.journeys.new_journey import lane_name
from rondofile.edits import Edit
from rondofile.enums import LaneRole, Phase
from rondofile.kinds import EditKind
from rondofile.project import Project
from rondofile.records import Journey, Lane, Link, Note, Step

if TYPE_CHECKING:
    from rondo.ui.canvas.title_editor import TitleEditor, Writing
    from rondo.ui.canvas.tools.creep import Creep
    from rondo.ui.canvas.tools.overlay import Overlay

T = TypeVar("T")


class Hands(QObject):
    """One per canvas. Tools ask it and act through it; it knows none of them."""

    tool_wanted = Signal(str)
    """The action id of the tool that is to be used now."""
    learn_wanted = Signal(str)
    """Something is learned at that step: which step uses it is to be said."""

    def __init__(self, desk: Desk, scene: JourneyScene, surface: Surface) -> None:
        super().__init__(surface)
        self.desk, self.scene, self.surface = desk, scene, surface
        self.can = Possible(self)
        self.editor: TitleEditor | None = None
        scene.planned.connect(self._stand_editor)
        surface.zoom_changed.connect(lambda _: self._stand_editor())
        for bar in (surface.horizontalScrollBar(), surface.verticalScrollBar()):
            bar.valueChanged.connect(lambda _: self._stand_editor())
        desk.session.trouble.connect(self._on_session_trouble)

    @cached_property
    def overlay(self) -> Overlay:
        """What a gesture draws over the map."""
        from rondo.ui.canvas.tools.overlay import Overlay

        overlay = Overlay(10, self.desk.look, self.surface.viewport())
        self.scene.addItem(overlay)
        return overlay

    @cached_property
    def creep(self) -> Creep:
        """How the map comes along at the edge of the view."""
        from rondo.ui.canvas.tools.creep import Creep

        return Creep(self.surface, self.desk.look)

    @property
    def project(self) -> Project:
        return self.desk.session.project

    @property
    def journey(self) -> str | None:
        """The journey on the canvas."""
        return self.scene.journey

    @property
    def can_edit(self) -> bool:
        """Whether there is a journey that may be changed."""
        return self.project.find(Journey, self.journey) is not None and not self.desk.session.read_only

    @property
    def first_lane(self) -> str:
        """What the first lane of a journey without any is called."""
        return lane_name(self.desk, LaneRole.CUSTOMER)

    @property
    def chosen(self) -> tuple[str, ...]:
        """The chosen steps of the journey on the canvas, also those that wait in the inbox."""
        ids = self.desk.selection.ids_of(Step)
        return tuple(key for key in ids if self.project.get(Step, key).journey == self.journey)

    @property
    def has_chosen(self) -> bool:
        """Whether any step of the journey on the canvas is chosen."""
        ids = self.desk.selection.ids_of(Step)
        return any(self.project.get(Step, key).journey == self.journey for key in ids)

    @property
    def all_locked(self) -> bool:
        """Whether the chosen steps are all locked in place."""
        ids = self.desk.selection.ids_of(Step)
        return self.has_chosen and all(self.project.get(Step, key).locked for key in ids)

    @property
    def current(self) -> str | None:
        """The step that keys go to: the one chosen last."""
        chosen = self.chosen
        return chosen[-1] if chosen else None

    @property
    def cell_of_keys(self) -> Place:
        """Where a step goes that is made by key: to the chosen step or lane, else to the beginning."""
        step, lane = self.project.find(Step, self.current), self.chosen_lane
        if step is not None and step.phase is not None:
            return Place(step.phase, step.lane)
        there = self.project.lanes_of(self.journey) if self.journey else ()
        first = lane.id if lane else there[0].id if there else None
        return Place(Phase.RECOGNIZE, first)

    @property
    def chosen_notes(self) -> tuple[str, ...]:
        """The chosen notes of the journey on the canvas."""
        found = ((key, self.project.find(Note, key)) for key in self.desk.selection.ids_of(Note))
        return tuple(key for key, note in found if note and note.journey == self.journey)

    @property
    def chosen_lane(self) -> Lane | None:
        """The lane that is chosen alone."""
        return self._only(Lane)

    @property
    def chosen_link(self) -> Link | None:
        """The link that is chosen alone."""
        return self._only(Link)

    def steps(self, keys: Iterable[str]) -> list[Step]:
        """Those of the steps that are there."""
        return [step for key in keys if (step := self.project.find(Step, key))]

    def free(self, keys: Iterable[str]) -> tuple[str, ...]:
        """Those of the steps that may move."""
        return tuple(step.id for step in self.steps(keys) if not step.locked)

    def edit(
        self, kind: EditKind, change: Callable[[Edit], T], then: Callable[[T], None] | None = None
    ) -> None:
        """The gesture is made as one step of history."""
        self.desk.session.edit(kind, change, then=then)

    def choose(self, *keys: str) -> None:
        """Exactly those steps are chosen, and in view."""
        self.desk.selection.choose(Step, *keys)
        if keys:
            self.surface.reveal(keys[-1:])

    def box(self, step: str) -> QRectF | None:
        """Where the picture of a step is now."""
        box = self.scene.stage.box(step)
        return QRectF(box.x, box.y, box.width, box.height) if box else None

    def link_area(self, link: str) -> QRectF:
        """Where the label of a link stands, or would stand."""
        plan = self.scene.plan
        chip = (plan.said_on_rail.get(link) or plan.routes.chip(link)) if plan else None
        if chip is not None:
            return QRectF(chip.x, chip.y, chip.width, chip.height)
        points = plan.routes.route(link) if plan else None
        if plan is None or not points:
            return QRectF(plan.left if plan else 0, plan.rail.top + 4 if plan else 0, 112, 20)
        middle = max(len(points) // 2, 1)
        (x1, y1), (x2, y2) = points[middle - 1], points[min(middle, len(points) - 1)]
        return QRectF((x1 + x2) / 2 - 44, (y1 + y2) / 2 - 10, 88, 20)

    def write(self, writing: Writing) -> None:
        """An editor is open for that; one that was open is answered first."""
        from rondo.ui.canvas.title_editor import TitleEditor

        if self.editor is not None:
            self.editor.commit()
        area = writing.where()
        if area is not None:
            self.surface.bring_in(area)
        self.editor = TitleEditor(self.surface, self.desk.look, writing)
        self.editor.destroyed.connect(lambda _=None, was=self.editor: self._forget(was))

    def announce(self, text: str) -> None:
        """Whoever listens to the screen hears the text."""
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.surface, text))

    def say_refusal(self, reason_key: str) -> None:
        """The rule's own sentence says why not."""
        self.desk.notices.say(self.desk.words(reason_key), key="canvas.refused")

    def place_at(self, pos: QPointF, step: str | None = None, now: Step | None = None) -> Place:
        """Where a card stands whose middle is there: beside the map it stays in the nearest cell.

        Without `step` its size is not known, and the layout finds it a place in the cell."""
        phase, lane = self.scene.cell_at(self._inside(pos))
        if now is not None:
            phase, lane = phase or now.phase, lane if lane is not None else now.lane
        box = self.box(step) if step else None
        plan = self.scene.plan
        if box is None or plan is None or phase is Phase.REPEAT or lane is None:
            return Place(phase, lane)
        left, top = plan.origin_of(phase, lane)
        size = box.size()
        x, y = self.scene.offset_at(self._inside(pos), size)
        if self._inside(pos) != pos:
            x = max(round(pos.x() - size.width() / 2 - left), x)
            y = max(round(pos.y() - size.height() / 2 - top), y)
        return Place(phase, lane, x, y)

    def _inside(self, pos: QPointF) -> QPointF:
        """The nearest point of the map; the rail is inside too."""
        plan = self.scene.plan
        if plan is None or self.scene.phase_at(pos) is Phase.REPEAT:
            return pos
        layout = plan.layout
        right, bottom = plan.left + layout.width, plan.top + layout.height
        return QPointF(min(max(pos.x(), plan.left), right - 1), min(max(pos.y(), plan.top), bottom - 1))

    def _only(self, kind: type[T]) -> T | None:
        ids = self.desk.selection.ids_of(kind)  # type: ignore[arg-type]
        found = self.project.find(kind, ids[0]) if len(ids) == 1 else None  # type: ignore[type-var]
        return found if found is not None and found.journey == self.journey else None  # type: ignore[attr-defined]

    def _on_session_trouble(self, _: object) -> None:
        """What was not made is not shown."""
        self.scene.unshift()

    def _stand_editor(self) -> None:
        if self.editor is not None:
            self.editor.stand()

    def _forget(self, editor: TitleEditor) -> None:
        if self.editor is editor:
            self.editor = None
