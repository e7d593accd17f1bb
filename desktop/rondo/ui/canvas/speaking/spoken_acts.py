"""What can be done with a step, a link or a lane by somebody who has neither keys nor a mouse."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtGui import QAccessibleActionInterface, QContextMenuEvent

from rondo.ui.canvas.hands import Hands
from rondo.ui.pieces.accessible import Act
from rondofile.enums import Phase
from rondofile.records import Lane, Link, Note, Record, Step

if TYPE_CHECKING:
    from rondo.ui.journeys.step_chooser import StepChooser

STEP = (
    *("edit.rename", "journey.add-next", "edit.delete", "edit.duplicate"),
    *(f"journey.phase-{phase}" for phase in Phase),
    *("journey.lane-up", "journey.lane-down", "journey.actor"),
)
LANE = ("edit.rename", "journey.add-lane", "edit.delete")
LINK = ("edit.rename", "edit.delete")
NOTE = ("edit.rename", "journey.free-note", "edit.delete")


class SpokenActs:
    """Chooses the thing first; then the window's own action does what it does for everybody."""

    def __init__(self, hands: Hands) -> None:
        self._hands = hands
        self.chooser: StepChooser | None = None

    def of_step(self, key: str) -> Sequence[Act]:
        """Renaming, going on, leading to others, moving, deleting."""
        label = self._hands.desk.words("canvas_tools.lead_to")
        leads = Act("Connect", label, lambda: self._lead(key))
        return (*self._actions(Step, key, STEP), leads, self._menu(Step, key))

    def of_link(self, key: str) -> Sequence[Act]:
        """Writing its label, deleting it; its menu says what it means."""
        return (*self._actions(Link, key, LINK), self._menu(Link, key))

    def of_lane(self, key: str) -> Sequence[Act]:
        """Renaming, adding one below, deleting; its menu says whose it is."""
        return (*self._actions(Lane, key, LANE), self._menu(Lane, key))

    def of_note(self, key: str) -> Sequence[Act]:
        """Writing it, letting it follow no step, deleting it."""
        return (*self._actions(Note, key, NOTE), self._menu(Note, key))

    def choose(self, kind: type[Record], keys: Iterable[str]) -> None:
        """Exactly these are chosen, and keys go to the canvas."""
        self._hands.surface.setFocus()
        self._hands.desk.selection.choose(kind, *keys)

    def _actions(self, kind: type[Record], key: str, names: Iterable[str]) -> list[Act]:
        actions = self._hands.desk.actions
        return [Act(_spelled(name), actions[name].text(), self._trigger(kind, key, name)) for name in names]

    def _trigger(self, kind: type[Record], key: str, name: str) -> Callable[[], None]:
        def do() -> None:
            self.choose(kind, [key])
            self._hands.desk.actions[name].trigger()

        return do

    def _menu(self, kind: type[Record], key: str) -> Act:
        def do() -> None:
            self.choose(kind, [key])
            asked = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
            QCoreApplication.sendEvent(self._hands.surface, asked)

        return Act(
            QAccessibleActionInterface.showMenuAction(), self._hands.desk.words("canvas_tools.menu"), do
        )

    def _lead(self, key: str) -> None:
        """The steps that it leads to are chosen from a list, below its card."""
        from rondo.ui.journeys.step_chooser import StepChooser

        hands = self._hands
        if not hands.can_edit:
            return
        hands.surface.setFocus()
        hands.choose(key)
        self.chooser = StepChooser(hands.desk, key, hands.surface)
        self.chooser.destroyed.connect(self._forget)
        box = hands.box(key)
        corner = hands.surface.mapFromScene(box.bottomLeft()) if box is not None else QPoint()
        self.chooser.open_at(hands.surface.viewport().mapToGlobal(corner))

    def _forget(self) -> None:
        self.chooser = None


def _spelled(action: str) -> str:
    """The name of an action as Qt spells its own: "AddNext" for "journey.add-next"."""
    return "".join(part.capitalize() for part in action.partition(".")[2].split("-"))
