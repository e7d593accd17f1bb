"""The canvas speaks: to a screen reader it is a list of steps, and beside it stands one of lanes.

Who tells them is only read in when somebody listens."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QFrame

from rondo.ui.canvas.hands import Hands
from rondo.ui.pieces.accessible import Teller, Voice

NOTE = "note "
"""How the key of a sticky note begins."""


class Speaker(QObject):
    """Lets the canvas speak: its steps are items, and the chosen one is said when it changes."""

    def __init__(self, hands: Hands) -> None:
        super().__init__(hands)
        self._hands = hands
        self.voice = Voice(hands.surface, self._teller, hands.desk.words("canvas_tools.voice_choose"))
        hands.desk.selection.changed.connect(self._on_selection_changed)

    def _teller(self) -> Teller:
        from rondo.ui.canvas.speaking.accessible import JourneyTeller

        return JourneyTeller(self._hands)

    def _on_selection_changed(self) -> None:
        if self.voice.is_heard:
            notes = [f"{NOTE}{key}" for key in self._hands.chosen_notes[-1:]]
            self.voice.tell_chosen(*self._hands.chosen[-1:], *notes)
            self.voice.tell_current()


class LaneLine(QFrame):
    """A hairline to the eye, strong while keys go to the map; to a screen reader the lanes, from above."""

    def __init__(self, hands: Hands) -> None:
        super().__init__()
        self._hands = hands
        self.setProperty("kind", "rule")
        hands.surface.installEventFilter(self)
        self.voice = Voice(self, self._teller, hands.desk.words("canvas_tools.voice_choose"))

    def _teller(self) -> Teller:
        from rondo.ui.canvas.speaking.accessible_lanes import LaneTeller

        return LaneTeller(self._hands)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.setProperty("strong", event.type() == QEvent.Type.FocusIn)
            self.style().unpolish(self)
            self.style().polish(self)
        return False
