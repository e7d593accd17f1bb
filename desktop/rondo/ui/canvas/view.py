"""The journey canvas: a projection of one journey, and what can be done on it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, QRectF
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rondo.ui.canvas.empty import EmptyNote
from rondo.ui.canvas.minimap import Minimap
from rondo.ui.canvas.scene import JourneyScene
from rondo.ui.canvas.showing.show import ShowChoice
from rondo.ui.canvas.speaking.speaker import LaneLine
from rondo.ui.canvas.surface import STEP, Surface
from rondo.ui.canvas.view_memory import ViewMemory
from rondo.ui.canvas.workplace import Workplace
from rondo.ui.desk import Desk
from rondo.ui.journeys.journey_strip import JourneyStrip
from rondo.ui.pieces.leisure import Leisure
from rondo.ui.room import Deed, Room
from rondofile.changes import ChangeSet
from rondofile.records import Journey, Lane, Link, Mark, Note, Step, StepFeeling, StepInformation

if TYPE_CHECKING:
    from rondo.ui.canvas.walk.tour import Tour

SEEN = 900
"""Milliseconds after which who looks at the map may begin to work on it."""


class JourneyView(Room):
    """The journey canvas: a projection of one journey, and what can be done on it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.scene = JourneyScene(desk, self)
        self.surface = Surface(self.scene)
        self.strip = JourneyStrip(desk)
        self._memory = ViewMemory(desk, self.surface)
        self.work = Workplace(desk, self.scene, self.surface)
        self.empty = EmptyNote(desk, self.surface.viewport())
        self.minimap = Minimap(self.surface)
        self.shows = ShowChoice(self.surface, self.minimap)
        self.strip.add(self.shows.button)
        self._tour: Tour | None = None
        self.surface.viewport().installEventFilter(self)
        self.surface.zoom_changed.connect(lambda _: self._place_note())
        for bar in (self.surface.horizontalScrollBar(), self.surface.verticalScrollBar()):
            bar.valueChanged.connect(lambda _: self._place_note())
        self.setFocusProxy(self.surface)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.strip, LaneLine(self.work.hands), self.surface, self.work.inbox):
            column.addWidget(widget)
        self.setTabOrder(self.surface, self.strip.picker)
        self._deeds = {**self._view_deeds(), **self.shows.deeds(), **self.work.deeds}
        self.scene.picture.completed.connect(self.deeds_changed)
        self._leisure = Leisure(self.work.parts(), self)
        self.work.approached.connect(lambda: self._leisure.begin(0))
        desk.selection.journey_changed.connect(self._on_journey_changed)

    @property
    def tour(self) -> Tour:
        """The walk through the journey; it is made for the first one."""
        if self._tour is None:
            from rondo.ui.canvas.walk.tour import Tour

            self._tour = Tour(self.surface)
            self._tour.bar.placed.connect(self.shows.place)
        return self._tour

    def deeds(self) -> Mapping[str, Deed]:
        return self._deeds

    def refresh(self) -> None:
        self.scene.show_journey(self.desk.selection.journey)
        self._show_around()

    def apply(self, changes: ChangeSet) -> None:
        self.scene.apply(changes)
        self._show_around()
        if self._tour is not None:
            self._tour.follow()

    def relook(self) -> None:
        zoom, middle = self.surface.zoom, self.surface.middle()
        self.refresh()
        self.surface.look_at(zoom, middle)
        self._place_note()

    def stage(self) -> QWidget:
        return self.surface

    def at_work(self) -> QRect | None:
        """The bar of a walk; the chosen step while the keyboard is on the map."""
        if self._tour is not None and self._tour.bar.isVisible():
            return self._tour.bar.geometry()
        box = self.work.hands.box(self.work.hands.current or "")
        if box is None or not self.surface.hasFocus():
            return None
        here = self.surface.mapFromScene(box).boundingRect()
        return QRect(self.surface.viewport().mapTo(self.surface, here.topLeft()), here.size())

    def reveal(self, changes: ChangeSet) -> None:
        """What an undo or redo changed is chosen and in sight, in its journey."""
        project, tables = self.desk.session.project, changes.tables
        if here := [step for key in tables.get("step", ()) if (step := project.find(Step, key))]:
            self._reveal(here[0].journey, Step, [step.id for step in here if step.journey == here[0].journey])
        elif drawn := [link for key in tables.get("link", ()) if (link := project.find(Link, key))]:
            of_one = [link.id for link in drawn if link.journey == drawn[0].journey]
            self._reveal(drawn[0].journey, Link, of_one)
        elif rows := [lane for key in tables.get("lane", ()) if (lane := project.find(Lane, key))]:
            self._reveal(rows[0].journey, Lane, [lane.id for lane in rows])
        elif said := [note for key in tables.get("note", ()) if (note := project.find(Note, key))]:
            self._reveal(said[0].journey, Note, [note.id for note in said])
        elif marked := self._marked(changes):
            self._reveal(marked[0].journey, Step, [step.id for step in marked])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and watched is self.surface.viewport():
            self._memory.settle()
            self._complete_in_sight()
            self._place_note()
            self.shows.place() if self._tour is None else self._tour.bar.place()
        return False

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._leisure.begin(SEEN)

    def hideEvent(self, event: QHideEvent) -> None:
        self._memory.keep()
        self.scene.picture.orders.keep()
        super().hideEvent(event)

    def _marked(self, changes: ChangeSet) -> list[Step]:
        """The steps whose marks, information or feelings of segments changed."""
        kinds = (Mark, StepInformation, StepFeeling)
        both = [pair for kind in kinds for pair in changes.of(kind).values()]
        keys = {one.step for pair in both for one in pair if isinstance(one, kinds)}
        project = self.desk.session.project
        return [step for key in sorted(keys) if (step := project.find(Step, key))]

    def _reveal(self, journey: str, kind: type[Step | Link | Lane | Note], keys: list[str]) -> None:
        self.desk.selection.look_at(journey)
        self.desk.selection.choose(kind, *keys)
        project = self.desk.session.project
        links = [project.get(Link, key) for key in keys] if kind is Link else []
        self.surface.reveal([end for link in links for end in (link.source, link.target)] or keys)

    def _show_around(self) -> None:
        """Strip, note, name and view are those of the journey that is shown."""
        journey = self.desk.session.project.find(Journey, self.scene.journey)
        words = self.desk.words
        name = words("canvas.surface", name=journey.name) if journey else words("canvas.surface_empty")
        self.surface.setAccessibleName(name)
        self.strip.refresh()
        self.empty.show_state(
            journey=journey is not None,
            steps=bool(self.desk.session.project.steps_of(journey.id)) if journey else False,
        )
        self._memory.show(self.scene.journey)
        self._complete_in_sight()
        self._place_note()

    def _complete_in_sight(self) -> None:
        """What stands below the map is there at once where it is seen."""
        plan = self.scene.plan
        if plan is not None and self.surface.seen().bottom() > plan.bottom:
            self.scene.picture.complete()

    def _place_note(self) -> None:
        """The note stands below an empty map, or in the middle where there is no map."""
        there, plan = self.surface.viewport().rect(), self.scene.plan
        height = self.empty.heightForWidth(there.width()) if self.empty.hasHeightForWidth() else 0
        height = max(height, self.empty.sizeHint().height())
        if plan is None:
            top = (there.height() - height) // 2
        else:
            corner = self.surface.mapFromScene(plan.right, plan.bottom)
            there.setRight(min(max(corner.x(), there.width() // 2), there.width()))
            top = min(corner.y() + self.desk.look.px(24), there.height() - height)
        self.empty.setGeometry(0, max(top, 0), there.width(), height)

    def _turn(self, part: str) -> None:
        """The part below the map is folded, or open and in sight."""
        picture = self.scene.picture
        picture.fold(part, not picture.is_open(part))
        begins = {name: box.y for name, box in picture.below.folds.items()}
        if picture.is_open(part) and part in begins:
            top = begins[part]
            end = min((y for y in begins.values() if y > top), default=picture.below.bottom)
            self.surface.bring_in(QRectF(self.surface.middle().x(), top, 1.0, end - top))

    def _view_deeds(self) -> dict[str, Deed]:
        surface, picture = self.surface, self.scene.picture
        chosen = self.desk.selection.ids_of

        def fold(part: str) -> Deed:
            return Deed(
                lambda: self._turn(part),
                lambda: picture.can_fold(part),
                lambda: picture.is_open(part),
            )

        def leads_on() -> bool:
            journey = self.desk.selection.journey
            return journey is not None and bool(self.desk.session.project.steps_of(journey))

        return {
            "view.zoom-in": Deed(lambda: surface.zoom_by_key(surface.zoom * STEP, chosen(Step))),
            "view.zoom-out": Deed(lambda: surface.zoom_by_key(surface.zoom / STEP, chosen(Step))),
            "view.zoom-100": Deed(lambda: surface.zoom_by_key(1.0, chosen(Step))),
            "view.fit": Deed(surface.fit),
            "view.fit-selection": Deed(lambda: surface.fit_steps(chosen(Step)), lambda: bool(chosen(Step))),
            "journey.walk": Deed(
                lambda: self.tour.turn(),
                leads_on,
                lambda: self._tour is not None and self._tour.walking.is_on,
            ),
            "journey.rail": fold("rail"),
            "journey.curve": fold("curve"),
            "journey.rhythm": fold("rhythm"),
        }

    def _on_journey_changed(self) -> None:
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True
