"""What the keys of the canvas do that are no shortcuts of the window: going about, and moving steps."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from rondo.ui.canvas.acting.deeds_steps import StepDeeds
from rondo.ui.canvas.editing.guides import GRID
from rondo.ui.canvas.hands import Hands
from rondo.ui.canvas.notes.note_deeds import NoteDeeds
from rondo.ui.canvas.titles import Titles
from rondo.ui.canvas.tools.going import Going
from rondo.ui.canvas.tools.nearest import Direction

ARROWS = {
    Qt.Key.Key_Left: Direction.LEFT,
    Qt.Key.Key_Right: Direction.RIGHT,
    Qt.Key.Key_Up: Direction.UP,
    Qt.Key.Key_Down: Direction.DOWN,
}
_CTRL, _SHIFT, _ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


class Keys:
    """Takes a key, or leaves it to whoever comes after."""

    def __init__(self, hands: Hands, titles: Titles, deeds: StepDeeds, notes: NoteDeeds) -> None:
        self._hands, self._titles, self._deeds, self.notes = hands, titles, deeds, notes
        self._going = Going(hands)

    def press(self, event: QKeyEvent) -> bool:
        """The key did what it does here; False: it does nothing here."""
        held = event.modifiers() & (_CTRL | _SHIFT | _ALT)
        towards = ARROWS.get(Qt.Key(event.key()))
        if towards is not None:
            return self._arrow(towards, held)
        if held == _ALT and event.text().isdigit():
            return self._deeds.give_lane_number(int(event.text()))
        if held & (_CTRL | _ALT):
            return False
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                return self._write()
            case Qt.Key.Key_Home | Qt.Key.Key_End:
                return self._going.choose_end(last=event.key() == Qt.Key.Key_End)
            case Qt.Key.Key_Backtab:
                return self._going.back()
            case Qt.Key.Key_Escape:
                return self._choose_nothing()
        return False

    def _arrow(self, towards: Direction, held: Qt.KeyboardModifier) -> bool:
        if self._hands.can.change_notes and held in (_CTRL, Qt.KeyboardModifier.NoModifier):
            across, down = towards.value
            by = int(GRID) if held == _CTRL else 4 * int(GRID)
            self.notes.shift(across * by, down * by)
            return True
        if held == _CTRL:
            across, down = towards.value
            return self._deeds.shift_phase(across) if across else self._deeds.shift_lane(down)
        if held == _ALT and towards in (Direction.LEFT, Direction.RIGHT):
            return self._going.choose_link(onward=towards is Direction.RIGHT)
        if held in (_SHIFT, Qt.KeyboardModifier.NoModifier):
            return self._going.go(towards, more=held == _SHIFT)
        return False

    def _choose_nothing(self) -> bool:
        taken = self._hands.desk.selection.kind is not None
        self._hands.desk.selection.clear()
        return taken

    def _write(self) -> bool:
        """What is chosen is written; where nothing is, a new step."""
        if self._hands.can.change_notes:
            self.notes.rename()
        elif self._hands.can.rename:
            self._deeds.rename()
        elif self._hands.can_edit and not self._hands.chosen:
            self._titles.new_step(self._hands.cell_of_keys)
        return True
