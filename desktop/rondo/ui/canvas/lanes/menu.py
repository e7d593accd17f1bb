"""The menu about a lane: whose desk it is, who sees it, where it stands, and how it is removed."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from rondo.ui.canvas.hands import Hands
from rondo.ui.canvas.lanes.deeds_lanes import LaneDeeds
from rondo.ui.frame.menu_table import SEPARATOR
from rondo.ui.menus import add_to
from rondofile.enums import LaneRole
from rondofile.records import Lane

FIRST = ("edit.rename", "journey.lane-seen", "journey.select-lane", SEPARATOR)
PLACES = (
    *("journey.add-lane-above", "journey.add-lane", "journey.lane-up", "journey.lane-down"),
    *("journey.lane-fit", SEPARATOR),
)


class LaneMenu:
    """Fills menus about one lane."""

    def __init__(self, hands: Hands, deeds: LaneDeeds) -> None:
        self._hands, self._deeds = hands, deeds
        self.shown: QMenu | None = None

    def fill(self, menu: QMenu, lane: Lane) -> None:
        """Everything that can be done with the lane."""
        desk = self._hands.desk
        for key in FIRST:
            add_to(menu, key, desk.actions, desk.words)
        roles = menu.addMenu(desk.words("lane_menu.role"))
        for role in LaneRole:
            name = desk.framework.name(role)
            action = roles.addAction(name[:1].upper() + name[1:])
            action.setCheckable(True)
            action.setChecked(lane.role is role)
            action.setEnabled(self._hands.can_edit)
            action.triggered.connect(lambda _=False, role=role: self._deeds.set_role(lane.id, role))
        menu.addSeparator()
        for key in PLACES:
            add_to(menu, key, desk.actions, desk.words)
        if self._deeds.steps_in(lane):
            self._add_ways(menu.addMenu(desk.words("action.edit.delete")), lane)
        else:
            add_to(menu, "edit.delete", desk.actions, desk.words)

    def ask(self, lane: Lane) -> None:
        """A small menu beside the lane's name asks what becomes of its steps; Escape leaves everything."""
        hands, menu = self._hands, QMenu(self._hands.surface)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addSection(hands.desk.words("lane_menu.delete", name=lane.name).replace("&", "&&"))
        self._add_ways(menu, lane)
        self.shown = menu
        menu.destroyed.connect(self._forget)
        plan = hands.scene.plan
        row = plan.row(lane.id) if plan else None
        at = hands.surface.name_spot(row.y + 26) if row else hands.surface.viewport().rect().center()
        menu.popup(hands.surface.viewport().mapToGlobal(at))
        menu.setActiveAction(menu.actions()[1])

    def _add_ways(self, menu: QMenu, lane: Lane) -> None:
        count = self._deeds.steps_in(lane)
        for key, with_steps in (("lane_menu.keep_steps", False), ("lane_menu.with_steps", True)):
            action = menu.addAction(self._hands.desk.words.count(key, count))
            action.setEnabled(self._hands.can_edit)
            remove = partial(self._deeds.remove, lane.id, with_steps=with_steps)
            action.triggered.connect(lambda _=False, remove=remove: remove())

    def _forget(self) -> None:
        self.shown = None
