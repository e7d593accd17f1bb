"""The objects that stand for a spoken widget and its items: what Qt asks them, and what they can do.

Qt has no text of an item that a program could write into; names are written in the editor that opens.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QObject, QRect, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleActionInterface,
    QAccessibleInterface,
    QAccessibleSelectionInterface,
    QWindow,
)
from PySide6.QtWidgets import QAbstractScrollArea, QAccessibleWidget, QWidget
from shiboken6 import VoidPtr

from rondo.ui.pieces.accessible import WHOLE, Acting, Role, Said, Voice


class Whole(QAccessibleWidget):
    """The list or table that a widget is."""

    def __init__(self, voice: Voice) -> None:
        said = voice.teller.said(WHOLE)
        assert said is not None
        super().__init__(voice.widget, said.role, said.name)
        self._voice = voice
        self._focusing = _Focusing(voice)
        self._selection = _Selection(voice, voice.teller) if isinstance(voice.teller, Acting) else None

    def text(self, kind: QAccessible.Text) -> str:
        return _text(self._voice.teller.said(WHOLE), kind)

    def childCount(self) -> int:
        return len(self._voice.teller.parts(WHOLE)) + (self._ground() is not None)

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        ground = self._ground()
        if ground is not None and index == len(self._voice.teller.parts(WHOLE)):
            return QAccessible.queryAccessibleInterface(ground)
        return _child(self._voice, WHOLE, index)

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        if child.object() is not None and child.object() is self._ground():
            return len(self._voice.teller.parts(WHOLE))
        return _index(self._voice, WHOLE, child)

    def interface_cast(self, kind: QAccessible.InterfaceType) -> Any:
        """What Qt itself would answer does not survive the way through Python, so nothing is left to it."""
        if kind == QAccessible.InterfaceType.SelectionInterface and self._selection is not None:
            return self._selection
        return self._focusing if kind == QAccessible.InterfaceType.ActionInterface else VoidPtr(0)

    def _ground(self) -> QWidget | None:
        """What the items are painted on, while something to work with stands on it, such as an editor."""
        widget = self._voice.widget
        ground = widget.viewport() if isinstance(widget, QAbstractScrollArea) else None
        if ground is None or not any(
            isinstance(child, QWidget) and child.isVisible() for child in ground.children()
        ):
            return None
        return ground

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return _child_at(self._voice, WHOLE, x, y)

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        key = self._voice.teller.current()
        return self._voice.item(key) if key and self._voice.has(key) else None


class Item(QAccessibleInterface):
    """One item. It stays the same object while the record behind it changes, and outlives it."""

    def __init__(self, voice: Voice, key: str) -> None:
        super().__init__()
        self.key = key
        self._voice = voice
        self._action = _Acts(voice, key)

    def isValid(self) -> bool:
        return self._voice.has(self.key)

    def object(self) -> QObject | None:  # type: ignore[override]
        return None

    def window(self) -> QWindow | None:  # type: ignore[override]
        return self._voice.widget.window().windowHandle()

    def parent(self) -> QAccessibleInterface:
        return self._voice.item(self._voice.teller.whole(self.key))

    def childCount(self) -> int:
        return len(self._voice.teller.parts(self.key))

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return _child(self._voice, self.key, index)

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return _index(self._voice, self.key, child)

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return _child_at(self._voice, self.key, x, y)

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        return None

    def role(self) -> QAccessible.Role:
        said = self._voice.teller.said(self.key)
        return said.role if said else Role.NoRole

    def text(self, kind: QAccessible.Text) -> str:
        return _text(self._voice.teller.said(self.key), kind)

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """Names come from the records."""

    def rect(self) -> QRect:
        return self._voice.teller.place(self.key) if self.isValid() else QRect()

    def relations(self, *_: Any) -> list[Any]:
        return []

    def state(self) -> QAccessible.State:
        state, said = QAccessible.State(), self._voice.teller.said(self.key)
        if said is None:
            state.invalid = True
            return state
        state.focusable = state.selectable = True
        state.selected = said.chosen
        here = self._voice.teller.current() == self.key
        state.focused = here and self._voice.widget.hasFocus()
        return state

    def interface_cast(self, kind: QAccessible.InterfaceType) -> Any:
        """A null pointer must be said as one: Qt reads any other value as an address."""
        return self._action if kind == QAccessible.InterfaceType.ActionInterface else VoidPtr(0)


class _Acts(QAccessibleActionInterface):
    """What can be done with an item: it is chosen, and whatever else its teller knows."""

    def __init__(self, voice: Voice, key: str) -> None:
        super().__init__()
        self._voice, self._key = voice, key

    def actionNames(self) -> list[str]:
        return [QAccessibleActionInterface.pressAction(), *(act.name for act in self._voice.acts(self._key))]

    def doAction(self, name: str) -> None:
        if not self._voice.has(self._key):
            return
        found = next((act for act in self._voice.acts(self._key) if act.name == name), None)
        if found is not None:
            found.do()
        else:
            self._voice.teller.activate(self._key)

    def keyBindingsForAction(self, name: str) -> list[str]:
        return []

    def localizedActionName(self, name: str) -> str:
        labels = {act.name: act.label for act in self._voice.acts(self._key)}
        return labels.get(name, self._voice.activate_name)

    def localizedActionDescription(self, name: str) -> str:
        return self.localizedActionName(name)


class _Focusing(QAccessibleActionInterface):
    """The one thing that can be done with a spoken widget: keys go to it."""

    def __init__(self, voice: Voice) -> None:
        super().__init__()
        self._voice = voice

    def actionNames(self) -> list[str]:
        can = self._voice.widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        return [QAccessibleActionInterface.setFocusAction()] if can else []

    def doAction(self, name: str) -> None:
        self._voice.widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyBindingsForAction(self, name: str) -> list[str]:
        return []


class _Selection(QAccessibleSelectionInterface):
    """Which items of a list are chosen, and choosing others."""

    def __init__(self, voice: Voice, teller: Acting) -> None:
        super().__init__()
        self._voice, self._teller = voice, teller

    def selectedItems(self) -> list[QAccessibleInterface]:
        return [self._voice.item(key) for key in self._chosen()]

    def selectedItemCount(self) -> int:
        return len(self._chosen())

    def selectedItem(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        chosen = self._chosen()
        return self._voice.item(chosen[index]) if 0 <= index < len(chosen) else None

    def isSelected(self, item: QAccessibleInterface) -> bool:
        return isinstance(item, Item) and item.key in self._chosen()

    def select(self, item: QAccessibleInterface) -> bool:
        return isinstance(item, Item) and self._choose([*self._without(item.key), item.key])

    def unselect(self, item: QAccessibleInterface) -> bool:
        return isinstance(item, Item) and self._choose(self._without(item.key))

    def selectAll(self) -> bool:
        return self._choose(self._voice.teller.parts(WHOLE))

    def clear(self) -> bool:
        return self._choose([])

    def _chosen(self) -> Sequence[str]:
        return self._teller.chosen()

    def _without(self, key: str) -> list[str]:
        return [other for other in self._chosen() if other != key]

    def _choose(self, keys: Sequence[str]) -> bool:
        self._teller.choose(keys)
        return True


def _text(said: Said | None, kind: QAccessible.Text) -> str:
    if said is None:
        return ""
    if kind == QAccessible.Text.Name:
        return said.name
    return said.description if kind == QAccessible.Text.Description else ""


def _child(voice: Voice, key: str, index: int) -> QAccessibleInterface | None:
    parts = voice.teller.parts(key)
    return voice.item(parts[index]) if 0 <= index < len(parts) else None


def _index(voice: Voice, key: str, child: QAccessibleInterface) -> int:
    parts = voice.teller.parts(key)
    wanted = child.key if isinstance(child, Item) else None
    return parts.index(wanted) if wanted in parts else -1


def _child_at(voice: Voice, key: str, x: int, y: int) -> QAccessibleInterface | None:
    parts = reversed(voice.teller.parts(key))
    found = next((part for part in parts if voice.teller.place(part).contains(x, y)), None)
    return voice.item(found) if found else None
