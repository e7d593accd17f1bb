"""What a screen reader reads of a picture: lists and tables of items made from records.

A view that paints its items itself is empty to a screen reader. `Voice` gives such a widget items with a
name, a description, a place on the screen, whether they are chosen, and one action. They come from the
records, not from what happens to be painted. All that Qt gets lives here; a view writes only a `Teller`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Protocol

from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import (
    QAccessible,
    QAccessibleActionInterface,
    QAccessibleEvent,
    QAccessibleInterface,
    QWindow,
)
from PySide6.QtWidgets import QAccessibleWidget, QWidget
from shiboken6 import VoidPtr

Role = QAccessible.Role
WHOLE = ""
"""The key of the widget itself."""


@dataclass(frozen=True, slots=True)
class Said:
    """What is said of one item. `role`: of Qt, such as ListItem, Cell or Button."""

    name: str
    description: str = ""
    role: QAccessible.Role = Role.ListItem
    chosen: bool = False


class Teller(Protocol):
    """What a view knows of its items, each by a key; the key of the widget itself is empty."""

    def said(self, key: str) -> Said | None:
        """What is said of it; None when it is gone."""

    def parts(self, key: str) -> Sequence[str]:
        """The keys of the items inside it, in their order."""

    def whole(self, key: str) -> str:
        """The key of the item that it is inside of."""

    def place(self, key: str) -> QRect:
        """Where it is on the screen, in global pixels."""

    def current(self) -> str:
        """The key of the item that keys go to; empty for none."""

    def activate(self, key: str) -> None:
        """It is chosen, as by a click."""


class Voice:
    """Lets a widget speak, as long as the widget is there. `activate_name`: what its items do."""

    def __init__(self, widget: QWidget, teller: Teller, activate_name: str) -> None:
        self.teller = teller
        self.widget = widget
        self.activate_name = activate_name
        self._whole: _Whole | None = None
        self._items: dict[str, _Item] = {}
        setattr(widget, _VOICE, self)
        widget.destroyed.connect(self._fall_silent)
        _install()

    @property
    def whole(self) -> QAccessibleInterface:
        """What stands for the widget."""
        if self._whole is None:
            self._whole = _Whole(self)
        return self._whole

    def item(self, key: str) -> QAccessibleInterface:
        """What stands for an item; always the same for the same key."""
        if key == WHOLE:
            return self.whole
        if key not in self._items:
            self._items[key] = _Item(self, key)
        return self._items[key]

    def has(self, key: str) -> bool:
        """Whether there is such an item now."""
        return self.teller.said(key) is not None

    def tell_current(self) -> None:
        """Whoever listens hears which item keys go to now."""
        key = self.teller.current()
        if QAccessible.isActive() and key and self.has(key) and self.widget.hasFocus():
            self._tell(key, QAccessible.Event.Focus)

    def tell_chosen(self, *keys: str) -> None:
        """Whoever listens hears that other items are chosen now."""
        if not QAccessible.isActive():
            return
        for key in keys:
            if self.has(key):
                self._tell(key, QAccessible.Event.SelectionAdd)
        self._tell(WHOLE, QAccessible.Event.SelectionWithin)

    def _tell(self, key: str, news: QAccessible.Event) -> None:
        QAccessible.updateAccessibility(QAccessibleEvent(self.item(key), news))

    def _fall_silent(self) -> None:
        """Qt forgets the items; it drops the interface of the widget by itself."""
        for item in self._items.values():
            QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(item))
        self._items.clear()


_VOICE = "_rondo_voice"


@lru_cache(maxsize=1)
def _install() -> None:
    QAccessible.installFactory(_interface_of)


def _interface_of(_: str, of: QObject | None) -> QAccessibleInterface | None:
    voice = getattr(of, _VOICE, None)
    return voice.whole if isinstance(voice, Voice) else None


class _Whole(QAccessibleWidget):
    """The list or table that a widget is."""

    def __init__(self, voice: Voice) -> None:
        said = voice.teller.said(WHOLE)
        assert said is not None
        super().__init__(voice.widget, said.role, said.name)
        self._voice = voice

    def text(self, kind: QAccessible.Text) -> str:
        return _text(self._voice.teller.said(WHOLE), kind)

    def childCount(self) -> int:
        return len(self._voice.teller.parts(WHOLE))

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return _child(self._voice, WHOLE, index)

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return _index(self._voice, WHOLE, child)

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return _child_at(self._voice, WHOLE, x, y)

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        key = self._voice.teller.current()
        return self._voice.item(key) if key and self._voice.has(key) else None


class _Item(QAccessibleInterface):
    """One item. It stays the same object while the record behind it changes, and outlives it."""

    def __init__(self, voice: Voice, key: str) -> None:
        super().__init__()
        self.key = key
        self._voice = voice
        self._action = _Activate(voice, key)

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


class _Activate(QAccessibleActionInterface):
    """The one action of an item: it is chosen."""

    def __init__(self, voice: Voice, key: str) -> None:
        super().__init__()
        self._voice, self._key = voice, key

    def actionNames(self) -> list[str]:
        return [QAccessibleActionInterface.pressAction()]

    def doAction(self, name: str) -> None:
        if self._voice.has(self._key):
            self._voice.teller.activate(self._key)

    def keyBindingsForAction(self, name: str) -> list[str]:
        return []

    def localizedActionName(self, name: str) -> str:
        return self._voice.activate_name

    def localizedActionDescription(self, name: str) -> str:
        return self._voice.activate_name


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
    wanted = child.key if isinstance(child, _Item) else None
    return parts.index(wanted) if wanted in parts else -1


def _child_at(voice: Voice, key: str, x: int, y: int) -> QAccessibleInterface | None:
    parts = reversed(voice.teller.parts(key))
    found = next((part for part in parts if voice.teller.place(part).contains(x, y)), None)
    return voice.item(found) if found else None
