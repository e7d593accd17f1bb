"""The workplace: everything with which a person works on one canvas, put together."""

from __future__ import annotations

from functools import cached_property

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

from rondo.ui.canvas.acting.context_menu import ContextMenu
from rondo.ui.canvas.acting.deeds import deeds_of
from rondo.ui.canvas.acting.deeds_edit import EditDeeds
from rondo.ui.canvas.acting.deeds_steps import StepDeeds
from rondo.ui.canvas.acting.drops import Drops
from rondo.ui.canvas.capture.inbox import Inbox
from rondo.ui.canvas.hands import Hands
from rondo.ui.canvas.lanes.deeds_lanes import LaneDeeds
from rondo.ui.canvas.notes.note_deeds import NoteDeeds
from rondo.ui.canvas.scene import JourneyScene
from rondo.ui.canvas.speaking.accessible import Speaker
from rondo.ui.canvas.surface import Surface
from rondo.ui.canvas.titles import Titles
from rondo.ui.canvas.toolbox import Toolbox
from rondo.ui.desk import Desk
from rondo.ui.room import Deed


class Workplace(QObject):
    """Belongs to one view. `inbox` is a widget for the view's layout."""

    def __init__(self, desk: Desk, scene: JourneyScene, surface: Surface) -> None:
        super().__init__(surface)
        self.hands = Hands(desk, scene, surface)
        self.titles = Titles(self.hands)
        self.steps = StepDeeds(self.hands, self.titles)
        self.lanes = LaneDeeds(self.hands)
        self.notes = NoteDeeds(self.hands)
        self.edits = EditDeeds(self.hands, self.steps)
        self.drops = Drops(self.hands, self.edits)
        self.toolbox = Toolbox(self.hands, self.titles, self.steps, self.notes, self.drops.carry)
        self.menus = ContextMenu(self.hands, self.titles, self.steps, self.lanes, self.notes)
        self.inbox = Inbox(self.hands, self.edits, self.drops)
        self.steps.waiting_rename_wanted.connect(self.inbox.rename)
        self.speaker = Speaker(self.hands)
        surface.installEventFilter(self)

    @cached_property
    def deeds(self) -> dict[str, Deed]:
        """The actions of the window that the canvas carries out."""
        return deeds_of(self)

    def use(self, tool: str) -> None:
        """That tool is in use, and keys go to the canvas."""
        self.toolbox.use(tool)
        self.hands.surface.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Shift+Tab goes back along the journey before it goes to another part of the window."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            tool = self.hands.scene.tool
            return event.key() == Qt.Key.Key_Backtab and tool is not None and tool.key(event)
        return False
