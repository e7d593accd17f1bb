"""The key map: every action with its keys, menu by menu, found by typing."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from rondo.ui.actions import Actions
from rondo.ui.frame.menu_table import MENUS, RECENT, SEPARATOR, flat
from rondo.ui.house import House
from rondo.ui.pieces.search_list import SearchList
from rondo.ui.sheets.sheet import Sheet

WIDTH, HEIGHT = 860, 560


class KeysDialog(Sheet):
    """Reads from the action table alone, so that it can never lie."""

    def __init__(self, house: House, actions: Actions, parent: QWidget | None = None) -> None:
        words = house.words
        super().__init__(house.look, words("action.help.keys"), parent, WIDTH)
        self.list = SearchList(house.look, words("action.help.keys"), words("dialogs.keys.search"), columns=3)
        self.list.fill(
            (
                words(f"menu.{name}"),
                [
                    (key, (words(f"action.{key}"), keys_of(actions, key), words(f"action.{key}.tip")))
                    for key in flat(keys)
                    if key not in (SEPARATOR, RECENT)
                ],
            )
            for name, keys in MENUS
        )
        self.body.addWidget(self.list)
        self.add_button(words("dialogs.close-it"), "primary").clicked.connect(self.accept)
        self.grow_to(WIDTH, HEIGHT)
        self.list.setFocus()


def keys_of(actions: Actions, key: str) -> str:
    """The keys of an action as people read them; those that only work in a view as well."""
    native = QKeySequence.SequenceFormat.NativeText
    return ", ".join(dict.fromkeys(keys.toString(native) for keys in actions[key].shortcuts()))
