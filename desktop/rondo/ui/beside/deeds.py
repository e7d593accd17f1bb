"""What can be done where both are seen: take over from today, rename, delete, go to the map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu

from rondo.strategy.changes.change import Change, ChangeKind
from rondo.ui.beside.bring import bring, can_bring, there_of
from rondo.ui.beside.title_box import TitleBox
from rondo.ui.journeys.new_journey import begin_journey, begin_redesign, can_redesign
from rondo.ui.room import Deed
from rondofile.kinds import EditKind
from rondofile.nouns import steps
from rondofile.records import Step

if TYPE_CHECKING:
    from rondo.ui.beside.view import BesideView


class BesideDeeds(QObject):
    """Acts on what is chosen in a view."""

    def __init__(self, view: BesideView) -> None:
        super().__init__(view)
        self._view, self._desk = view, view.desk
        self.title = TitleBox(view.surface.viewport(), view.desk.words("beside.title"))
        self.title.written.connect(self._on_written)
        self.deeds = self._made()

    @property
    def chosen(self) -> tuple[Step, ...]:
        """The chosen steps of the pair."""
        project, ids = self._desk.session.project, self._view.comparison.ids
        found = (project.find(Step, key) for key in self._desk.selection.ids_of(Step))
        return tuple(step for step in found if step and step.journey in ids)

    @property
    def change(self) -> Change | None:
        """What would be as today again: the chosen line, else the step of today that falls away."""
        change = self._view.panel.change
        if change is not None:
            return change
        keys, found = {step.id for step in self.chosen}, self._view.comparison.list
        gone = found.difference.of(ChangeKind.REMOVED) if found and keys else ()
        return next((one for one in gone if one.before[0].id in keys), None)

    def bring(self) -> None:
        """What the chosen line tells is as today again."""
        change, comparison = self.change, self._view.comparison
        if change is None or not self._may() or not can_bring(change) or not comparison.ids:
            return
        today, redesign = comparison.ids
        there = there_of(self._desk.session.project, today, redesign)
        self._desk.session.edit(
            EditKind.BRING_FROM_TODAY,
            lambda edit: bring(edit, change, redesign, there),
            then=self._view.choose_made,
        )

    def rename(self) -> None:
        """The title of the chosen step is being written in its place."""
        step = self._alone()
        place = self._view.surface.place_of(step.id) if step else None
        if step is not None and place is not None:
            self._view.surface.reveal(step.id)
            self.title.write(step.id, step.title, self._view.surface.place_of(step.id) or place)

    def delete(self) -> None:
        """The chosen steps of the redesign are gone. What is today is not changed here."""
        keys = [step.id for step in self._own()]
        if keys:
            self._desk.session.edit(EditKind.DELETE_STEPS, lambda edit: steps.delete(edit, *keys))

    def open(self, key: str) -> None:
        """The map of that step is shown, with the step chosen."""
        step = self._desk.session.project.find(Step, key)
        if step is not None:
            self._desk.selection.look_at(step.journey)
            self._desk.selection.choose(Step, key)
            self._desk.actions["journey.show-map"].trigger()

    def menu(self, step: str, at: QPoint) -> None:
        """What can be done with a step is offered there."""
        menu = QMenu(self._view.surface)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self._desk.words("beside.open"), lambda: self.open(step))
        for key in ("journey.bring-from-today", "edit.rename", "edit.delete"):
            menu.addAction(self._desk.actions[key])
        menu.popup(at)

    def step_by(self, key: int) -> None:
        """The step before or after the chosen one is chosen, or the one that it became or came from."""
        project, comparison = self._desk.session.project, self._view.comparison
        chosen = self.chosen
        if not chosen:
            first = project.steps_of(comparison.ids[0])[:1] if comparison.ids else ()
            self._view.choose(*(step.id for step in first))
            return
        here = chosen[-1]
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            there = [other for other in comparison.others.get(here.id, ()) if other != here.id]
            self._view.choose(*(there[:1] or [here.id]))
            return
        order = [step.id for step in project.steps_of(here.journey)]
        at = order.index(here.id) + (1 if key == Qt.Key.Key_Right else -1)
        self._view.choose(order[min(max(at, 0), len(order) - 1)])

    def _made(self) -> dict[str, Deed]:
        desk, view = self._desk, self._view
        surface = view.surface

        def redesign() -> None:
            pair = view.comparison.pair
            if pair is not None:
                begin_redesign(desk, pair.today.id)

        def can_begin() -> bool:
            pair = view.comparison.pair
            return self._may() and pair is not None and can_redesign(desk, pair.today.id)

        return {
            "journey.new": Deed(lambda: begin_journey(desk), self._may),
            "journey.redesign": Deed(redesign, can_begin),
            "journey.bring-from-today": Deed(self.bring, lambda: self._may() and can_bring(self.change)),
            "edit.rename": Deed(self.rename, lambda: self._may() and self._alone() is not None),
            "edit.delete": Deed(self.delete, lambda: self._may() and bool(self._own())),
            "view.zoom-in": Deed(surface.zoom_in),
            "view.zoom-out": Deed(surface.zoom_out),
            "view.zoom-100": Deed(lambda: surface.zoom_to(1.0)),
            "view.fit": Deed(surface.fit),
        }

    def _may(self) -> bool:
        return not self._desk.session.read_only

    def _alone(self) -> Step | None:
        chosen = self.chosen
        return chosen[-1] if chosen else None

    def _own(self) -> tuple[Step, ...]:
        """The chosen steps of the redesign."""
        ids = self._view.comparison.ids
        return tuple(step for step in self.chosen if ids and step.journey == ids[1])

    def _on_written(self, key: str, title: str) -> None:
        step = self._desk.session.project.find(Step, key)
        if step is not None and step.title != title and self._may():
            self._desk.session.edit(EditKind.RENAME_STEP, lambda edit: steps.rename(edit, key, title))
