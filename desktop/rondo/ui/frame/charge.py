"""Who is in charge of an action: the focused panel, then the view that is shown, the outline, the window."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtWidgets import QApplication

from rondo.ui.actions import Actions
from rondo.ui.room import Deed, Room


class Charge:
    """Keeps the actions of a window possible and checked as the rooms in charge say."""

    def __init__(
        self,
        actions: Actions,
        panels: Callable[[], Sequence[Room]],
        view: Callable[[], Room | None],
        own: Mapping[str, Deed],
    ) -> None:
        self._actions, self._panels, self._view, self._own = actions, panels, view, own

    def deeds(self) -> Mapping[str, Deed]:
        """What each action would do now."""
        found = dict(self._own)
        for room in reversed(self._in_charge()):
            found.update(room.deeds())
        return found

    def update(self) -> None:
        """Every action is possible and checked as it should be. Runs at each selection."""
        deeds = self.deeds()
        for spec, action in self._actions.items():
            deed = deeds.get(spec.id)
            action.setEnabled(deed is not None and deed.possible())
            if deed is not None and deed.checked is not None:
                action.setChecked(deed.checked())

    def carry_out(self, key: str) -> None:
        """The room in charge does what the action says, where it can."""
        deed = self.deeds().get(key)
        if deed is not None and deed.possible():
            deed.do()

    def _in_charge(self) -> list[Room]:
        """The first has the first say; the outline speaks last of the rooms, wherever the focus is."""
        focused, panels, view = QApplication.focusWidget(), self._panels(), self._view()
        rooms = [room for room in panels if focused is not None and room.isAncestorOf(focused)]
        rooms += [room for room in (view, *panels[:1]) if room is not None and room not in rooms]
        return rooms
