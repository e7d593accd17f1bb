"""The menu about what is pointed at: a step, a link, a lane, or the ground."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QMenu

from rondo.ui.canvas.acting.deeds_steps import StepDeeds
from rondo.ui.canvas.hands import Hands
from rondo.ui.canvas.lanes.deeds_lanes import LaneDeeds
from rondo.ui.canvas.lanes.menu import LaneMenu
from rondo.ui.canvas.notes.note_deeds import NoteDeeds
from rondo.ui.canvas.titles import Titles
from rondo.ui.canvas.tools.link import KINDS
from rondo.ui.frame.menu_table import SEPARATOR
from rondo.ui.menus import add_to

STANDS = (
    *("journey.phase-recognize", "journey.phase-request", "journey.phase-respond", "journey.phase-repeat"),
    *(SEPARATOR, "journey.lane-up", "journey.lane-down"),
)
BEFORE = (
    *("edit.rename", "journey.add-next", "journey.connect", "journey.learn", SEPARATOR),
    *("journey.add-note", SEPARATOR),
)
AFTER = (
    *("journey.actor", "journey.lock", "journey.name-part", "journey.split-step", SEPARATOR),
    *("select", SEPARATOR),
    *("edit.cut", "edit.copy", "edit.duplicate", "edit.delete"),
)
TOGETHER = ("align", "journey.connect-chosen", "journey.merge-steps", SEPARATOR)
NOTE = ("edit.rename", "journey.free-note", SEPARATOR, "edit.copy", "edit.duplicate", "edit.delete")
LINK = ("edit.rename", "edit.delete")
GROUND = ("edit.paste", "edit.select-all", SEPARATOR, "journey.add-lane", "journey.inbox", "journey.arrange")


class ContextMenu:
    """Opens on a right click, the menu key, or Shift+F10."""

    def __init__(
        self, hands: Hands, titles: Titles, deeds: StepDeeds, lanes: LaneDeeds, notes: NoteDeeds
    ) -> None:
        self.lanes, self._notes = LaneMenu(hands, lanes), notes
        self._hands, self._titles, self._deeds = hands, titles, deeds
        self.shown: QMenu | None = None

    def answer(self, event: QEvent) -> bool:
        """Somebody asks what can be done there."""
        if not isinstance(event, QContextMenuEvent):
            return False
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            self.open_by_key()
        else:
            self.open(self._hands.surface.mapToScene(event.pos()), False)
        return True

    def open_by_key(self) -> None:
        """The menu about what is chosen is open beside it."""
        self.open(self._of_keys(), True)

    def open(self, pos: QPointF, by_key: bool) -> QMenu:
        """The menu about what is chosen, or about the ground, is open there."""
        surface = self._hands.surface
        menu = self.menu(pos)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.shown = menu
        menu.destroyed.connect(self._forget)
        at: QPoint = surface.viewport().mapToGlobal(surface.mapFromScene(pos))
        menu.popup(at + QPoint(2, 2) if by_key else at)
        return menu

    def menu(self, pos: QPointF) -> QMenu:
        """What can be done there."""
        hands, menu = self._hands, QMenu(self._hands.surface)
        if hands.chosen_notes:
            self._fill(menu, NOTE)
        elif hands.chosen:
            self._fill(menu, BEFORE if len(hands.chosen) == 1 else TOGETHER)
            self._fill(menu.addMenu(hands.desk.words("inspector.step.place")), STANDS)
            self._fill(menu, AFTER)
        elif hands.chosen_link is not None:
            self._add_kinds(menu)
            self._fill(menu, LINK)
        elif hands.chosen_lane is not None:
            self.lanes.fill(menu, hands.chosen_lane)
        else:
            if hands.scene.phase_at(pos) is not None:
                self._add(menu, "step_here", lambda: self._titles.new_step(hands.place_at(pos), pos))
            self._add(menu, "note_here", lambda: self._notes.add(pos))
            self._fill(menu, GROUND)
        return menu

    def _fill(self, menu: QMenu, keys: tuple[str, ...]) -> None:
        for key in keys:
            add_to(menu, key, self._hands.desk.actions, self._hands.desk.words)

    def _add(self, menu: QMenu, word: str, do: Callable[[], None]) -> None:
        action = menu.addAction(self._hands.desk.words(f"canvas_tools.{word}"))
        action.setEnabled(self._hands.can_edit)
        action.triggered.connect(lambda: do())

    def _add_kinds(self, menu: QMenu) -> None:
        """What the link is: what happens next, coming again, or learning."""
        link = self._hands.chosen_link
        for kind in KINDS:
            action = menu.addAction(_capital(self._hands.desk.framework.name(kind)))
            action.setCheckable(True)
            action.setChecked(link is not None and link.kind is kind)
            action.setEnabled(self._hands.can_edit)
            action.triggered.connect(lambda _=False, kind=kind: self._deeds.set_link_kind(kind))
        menu.addSeparator()

    def _of_keys(self) -> QPointF:
        """Where a menu that was asked for by key stands: at what is chosen."""
        hands = self._hands
        plan, box = hands.scene.plan, hands.box(hands.current) if hands.current else None
        if box is not None:
            return box.bottomLeft()
        if hands.chosen_link is not None:
            return hands.link_area(hands.chosen_link.id).center()
        row = plan.row(hands.chosen_lane.id) if plan and hands.chosen_lane else None
        if row is not None:
            return QPointF(row.x + 8, row.y + 24)
        return hands.surface.mapToScene(hands.surface.viewport().rect().center())

    def _forget(self) -> None:
        self.shown = None


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
