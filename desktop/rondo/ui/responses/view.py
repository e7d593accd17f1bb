"""The response grid: each step of a journey answered by each of the four experiences."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QMenu, QToolButton, QVBoxLayout

from rondo.ui.desk import Desk
from rondo.ui.journeys.journey_strip import JourneyStrip
from rondo.ui.journeys.new_journey import begin_journey
from rondo.ui.menus import add_to
from rondo.ui.responses.doing import Doing
from rondo.ui.responses.foot import Foot
from rondo.ui.responses.grid import ResponsesGrid
from rondo.ui.responses.model import Spot
from rondo.ui.room import Deed, Room
from rondofile.changes import ChangeSet
from rondofile.records import Journey, Response, Step

WORST = "responses.worst-first"
MENU = (
    *("edit.rename", "responses.vote", "responses.unvote", ""),
    *("responses.make-step", "responses.make-offer", ""),
    *("edit.copy", "edit.paste", "edit.delete"),
)


class ResponsesView(Room):
    """The grid of the journey that is looked at, with its signs and what can be made of an idea below."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.strip = JourneyStrip(desk)
        self.grid = ResponsesGrid(desk)
        self.doing = Doing(desk, self.grid)
        self.foot = Foot(desk, self)
        self.worst = QToolButton()
        self.worst.setDefaultAction(desk.actions[WORST])
        self.worst.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.worst.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.strip.add(self.worst)
        self.grid.cells.worst_first = desk.settings.yes(WORST)
        self.setFocusProxy(self.grid)
        rules = (QFrame(), QFrame())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.strip, rules[0], self.grid, rules[1], self.foot):
            column.addWidget(widget, 1 if widget is self.grid else 0)
        for rule in rules:
            rule.setProperty("kind", "rule")
        self.setTabOrder(self.grid, self.strip.picker)
        self._deeds = self._made_deeds()
        desk.selection.journey_changed.connect(self._on_journey_changed)
        self.grid.current_changed.connect(self._on_current_changed)
        self.grid.selectionModel().selectionChanged.connect(lambda *_: self.deeds_changed.emit())

    def deeds(self) -> Mapping[str, Deed]:
        return self._deeds

    def refresh(self) -> None:
        self.grid.show_journey(self.desk.selection.journey)
        self._show_around()

    def apply(self, changes: ChangeSet) -> None:
        self.grid.apply(changes)
        self._show_around()

    def relook(self) -> None:
        self.grid.cell.relook()
        self.refresh()
        self.grid.fit()
        self.foot.relook()

    def reveal(self, changes: ChangeSet) -> None:
        """The cell that an undo or redo changed has the keys."""
        project = self.desk.session.project
        for key in sorted(changes.ids(Response)):
            before, after = changes.of(Response)[key]
            found = after or before
            step = project.find(Step, found.step) if isinstance(found, Response) else None
            if step is not None and isinstance(found, Response):
                self.desk.selection.look_at(step.journey)
                self.grid.go(Spot(step.id, found.experience))
                return

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.foot.fit(event.size().height())

    def hideEvent(self, event: object) -> None:
        self.grid.close_editor()
        super().hideEvent(event)  # type: ignore[arg-type]

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.grid.spot() is not None:
            menu = QMenu(self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            for key in MENU:
                add_to(menu, key, self.desk.actions, self.desk.words)
            menu.popup(event.globalPos())

    def _show_around(self) -> None:
        words, journey = self.desk.words, self.desk.selection.journey
        found = self.desk.session.project.find(Journey, journey)
        name = words("responses.grid", name=found.name) if found else words("responses.no_journey")
        self.grid.setAccessibleName(name)
        self.strip.refresh()
        self.foot.refresh(bool(self.grid.cells.lines))

    def _made_deeds(self) -> dict[str, Deed]:
        doing, desk, grid = self.doing, self.desk, self.grid
        return {
            "journey.new": Deed(lambda: begin_journey(desk), lambda: not desk.session.read_only),
            "edit.rename": Deed(grid.open, doing.can_edit),
            "edit.delete": Deed(doing.clear, lambda: doing.can_edit() and doing.has_chosen()),
            "edit.copy": Deed(doing.copy, doing.has_chosen),
            "edit.cut": Deed(self._cut, lambda: doing.can_edit() and doing.has_chosen()),
            "edit.paste": Deed(doing.paste, doing.can_edit),
            "edit.select-all": Deed(grid.selectAll, lambda: grid.spot() is not None),
            "responses.vote": Deed(lambda: doing.vote(1), doing.can_edit),
            "responses.unvote": Deed(lambda: doing.vote(-1), self._has_votes),
            "responses.make-step": Deed(doing.make_step, lambda: doing.can_make("step")),
            WORST: Deed(self._turn_worst, checked=lambda: grid.cells.worst_first),
            "responses.make-offer": Deed(self._make_offer, lambda: doing.can_make("offer")),
        }

    def _has_votes(self) -> bool:
        found = self.doing.response()
        return self.doing.can_edit() and found is not None and found.votes > 0

    def _turn_worst(self) -> None:
        worst = not self.grid.cells.worst_first
        self.desk.settings.keep(WORST, worst)
        self.grid.put_worst_first(worst)

    def _cut(self) -> None:
        self.doing.copy()
        self.doing.clear()

    def _make_offer(self) -> None:
        self.doing.make_offer()

    def _on_current_changed(self) -> None:
        """The inspector explains the step of the cell."""
        spot = self.grid.spot()
        if self.isVisible() and spot is not None:
            self.desk.selection.choose(Step, spot.step)
            self.deeds_changed.emit()
        self.foot.refresh(bool(self.grid.cells.lines))

    def _on_journey_changed(self) -> None:
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True
