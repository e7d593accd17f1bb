"""What a screen reader reads of a picture: lists and tables of items made from records.

A view that paints its items itself is empty to a screen reader. `Voice` gives such a widget items with a
name, a description, a place on the screen, whether they are chosen, and one action. They come from the
records, not from what happens to be painted. All that Qt gets lives here; a view writes only a `Teller`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property, lru_cache
from typing import Protocol, runtime_checkable

from msgspec import Struct
from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface
from PySide6.QtWidgets import QWidget

Role = QAccessible.Role
WHOLE = ""
"""The key of the widget itself."""


class Said(Struct, frozen=True):
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


class Act(Struct, frozen=True):
    """Something that can be done with an item: `name` for programs, `label` for people."""

    name: str
    label: str
    do: Callable[[], None]


@runtime_checkable
class Acting(Protocol):
    """What a teller knows besides, where more can be done with its items than choosing them."""

    def acts(self, key: str) -> Sequence[Act]:
        """What can be done with it now, besides choosing it."""

    def chosen(self) -> Sequence[str]:
        """The items that are chosen."""

    def choose(self, keys: Sequence[str]) -> None:
        """Exactly these are chosen."""


class Voice:
    """Lets a widget speak, as long as the widget is there. `teller`: makes who tells what is said of it,
    once somebody listens; `activate_name`: what its items do."""

    def __init__(self, widget: QWidget, teller: Callable[[], Teller], activate_name: str) -> None:
        self._make_teller = teller
        self.widget = widget
        self.activate_name = activate_name
        self._whole: QAccessibleInterface | None = None
        self._items: dict[str, QAccessibleInterface] = {}
        setattr(widget, _VOICE, self)
        widget.destroyed.connect(self._fall_silent)
        _install()

    @cached_property
    def teller(self) -> Teller:
        """Who tells what is said."""
        return self._make_teller()

    @property
    def is_heard(self) -> bool:
        """Whether anybody listens."""
        return QAccessible.isActive()

    @property
    def whole(self) -> QAccessibleInterface:
        """What stands for the widget."""
        if self._whole is None:
            from rondo.ui.pieces.accessible_items import Whole

            self._whole = Whole(self)
        return self._whole

    def item(self, key: str) -> QAccessibleInterface:
        """What stands for an item; always the same for the same key."""
        if key == WHOLE:
            return self.whole
        if key not in self._items:
            from rondo.ui.pieces.accessible_items import Item

            self._items[key] = Item(self, key)
        return self._items[key]

    def acts(self, key: str) -> Sequence[Act]:
        """What can be done with an item besides choosing it."""
        return self.teller.acts(key) if isinstance(self.teller, Acting) else ()

    def has(self, key: str) -> bool:
        """Whether there is such an item now."""
        return self.teller.said(key) is not None

    def tell_current(self) -> None:
        """Whoever listens hears which item keys go to now."""
        if self.is_heard and self.widget.hasFocus():
            key = self.teller.current()
            if key and self.has(key):
                self._tell(key, QAccessible.Event.Focus)

    def tell_chosen(self, *keys: str) -> None:
        """Whoever listens hears that other items are chosen now."""
        if not self.is_heard:
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
