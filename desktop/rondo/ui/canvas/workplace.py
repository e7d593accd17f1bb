"""The workplace: everything with which a person works on one canvas, put together.

A map is seen before anybody works on it. So every part is read in and made when it is first wanted: when
an action is carried out, or an event comes that it answers. `parts` makes them beforehand, one by one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from rondo.ui.canvas.acting.deeds import deeds_of
from rondo.ui.canvas.capture.inbox import Inbox
from rondo.ui.canvas.hands import Hands
from rondo.ui.canvas.scene import JourneyScene
from rondo.ui.canvas.speaking.speaker import Speaker
from rondo.ui.canvas.surface import Surface
from rondo.ui.canvas.toolbox import Toolbox
from rondo.ui.desk import Desk
from rondo.ui.room import Deed

if TYPE_CHECKING:
    from rondo.ui.canvas.acting.choosing import Choosing
    from rondo.ui.canvas.acting.context_menu import ContextMenu
    from rondo.ui.canvas.acting.deeds_align import Aligning
    from rondo.ui.canvas.acting.deeds_edit import EditDeeds
    from rondo.ui.canvas.acting.deeds_journey import JourneyDeeds
    from rondo.ui.canvas.acting.deeds_steps import StepDeeds
    from rondo.ui.canvas.acting.drops import Drops
    from rondo.ui.canvas.editing.joining import Joining
    from rondo.ui.canvas.lanes.deeds_lanes import LaneDeeds
    from rondo.ui.canvas.notes.note_deeds import NoteDeeds
    from rondo.ui.canvas.tips import Tips
    from rondo.ui.canvas.titles import Titles
    from rondo.ui.canvas.tools.keys import Keys
DRAGGING = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.DragLeave, QEvent.Type.Drop)


class Workplace(QObject):
    """Belongs to one view. `inbox` is a widget for the view's layout."""

    approached = Signal()
    """Somebody is about to work here."""

    def __init__(self, desk: Desk, scene: JourneyScene, surface: Surface) -> None:
        super().__init__(surface)
        self.hands = Hands(desk, scene, surface)
        self.toolbox = Toolbox(self)
        self.inbox = Inbox(self)
        self.speaker = Speaker(self.hands)
        self._answers: Mapping[QEvent.Type, Callable[[QEvent], bool]] = {
            QEvent.Type.KeyPress: lambda event: self._press(event),
            QEvent.Type.ContextMenu: lambda event: self.menus.answer(event),
            QEvent.Type.ToolTip: lambda event: self.tips.answer(event),
            **dict.fromkeys(DRAGGING, lambda event: self.drops.answer(event)),
        }
        surface.installEventFilter(self)
        surface.viewport().installEventFilter(self)
        surface.viewport().setAcceptDrops(True)

    @cached_property
    def deeds(self) -> dict[str, Deed]:
        """The actions of the window that the canvas carries out."""
        return deeds_of(self)

    @cached_property
    def titles(self) -> Titles:
        from rondo.ui.canvas.titles import Titles

        return Titles(self.hands)

    @cached_property
    def journeys(self) -> JourneyDeeds:
        from rondo.ui.canvas.acting.deeds_journey import JourneyDeeds

        return JourneyDeeds(self.hands)

    @cached_property
    def steps(self) -> StepDeeds:
        from rondo.ui.canvas.acting.deeds_steps import StepDeeds

        return StepDeeds(self.hands, self.titles, self.inbox.rename)

    @cached_property
    def lanes(self) -> LaneDeeds:
        from rondo.ui.canvas.lanes.deeds_lanes import LaneDeeds

        return LaneDeeds(self.hands, lambda lane: self.menus.lanes.ask(lane))

    @cached_property
    def notes(self) -> NoteDeeds:
        from rondo.ui.canvas.notes.note_deeds import NoteDeeds

        return NoteDeeds(self.hands)

    @cached_property
    def edits(self) -> EditDeeds:
        from rondo.ui.canvas.acting.deeds_edit import EditDeeds

        return EditDeeds(self.hands, self.steps)

    @cached_property
    def choosing(self) -> Choosing:
        from rondo.ui.canvas.acting.choosing import Choosing

        return Choosing(self.hands)

    @cached_property
    def aligning(self) -> Aligning:
        from rondo.ui.canvas.acting.deeds_align import Aligning

        return Aligning(self.hands)

    @cached_property
    def joining(self) -> Joining:
        from rondo.ui.canvas.editing.joining import Joining

        return Joining(self.hands, self.titles)

    @cached_property
    def keys(self) -> Keys:
        from rondo.ui.canvas.tools.keys import Keys

        return Keys(self.hands, self.titles, self.steps, self.notes)

    @cached_property
    def drops(self) -> Drops:
        from rondo.ui.canvas.acting.drops import Drops

        return Drops(self.hands, self.edits)

    @cached_property
    def menus(self) -> ContextMenu:
        from rondo.ui.canvas.acting.context_menu import ContextMenu

        return ContextMenu(self.hands, self.titles, self.steps, self.lanes, self.notes)

    @cached_property
    def tips(self) -> Tips:
        from rondo.ui.canvas.tips import Tips

        return Tips(self.hands.surface)

    def parts(self) -> Iterator[object]:
        """What the first gesture needs is made, a little with every step."""
        yield self.titles
        yield self.steps
        yield self.keys
        yield self.toolbox.select
        yield self.menus
        yield self.hands.creep, self.hands.overlay
        yield self.tips

    def use(self, tool: str) -> None:
        """That tool is in use, and keys go to the canvas."""
        self.toolbox.use(tool)
        self.hands.surface.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What comes to the surface is answered before anything else does."""
        answer = self._answers.get(event.type())
        return answer is not None and answer(event)

    def _press(self, event: QEvent) -> bool:
        """Shift+Tab goes back along the journey before it goes to another part of the window; Shift+F10
        asks for the menu."""
        if not isinstance(event, QKeyEvent):
            return False
        if event.key() == Qt.Key.Key_Backtab:
            return self.toolbox.key(event)
        if event.key() == Qt.Key.Key_F10 and event.modifiers() == Qt.KeyboardModifier.ShiftModifier:
            self.menus.open_by_key()
            return True
        return False
