"""A field for one answer of several: small boxes to press where they are few, a list where they are many."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from msgspec import Struct

from rondo.ui.escaped import escape
from rondo.ui.fields.choice_box import ChoiceBox
from rondo.ui.fields.echo import Echo
from rondo.ui.fields.field import Field, Setting
from rondo.ui.fields.pill import Pill
from rondo.ui.fields.pills import Pills


class Option(Struct, frozen=True):
    """An answer, how it is called and what it means."""

    value: Any
    text: str
    meaning: str = ""


class ChoiceField(Field):
    """`unknown`: how the answer None is called; without it one of the options always holds.

    `folded`: a list that opens, instead of boxes that are all there.
    """

    def __init__(
        self,
        desk: Setting,
        label: str,
        options: Iterable[Option] = (),
        unknown: str | None = None,
        folded: bool = False,
        hint: str = "",
        quiet: bool = False,
    ) -> None:
        super().__init__(desk, label, hint, quiet)
        self._echo = Echo()
        self._unknown, self._value = unknown, None
        self._options: tuple[Option, ...] | None = None
        self.box: ChoiceBox | Pills = ChoiceBox(self.look) if folded else Pills()
        self.box.picked.connect(self._on_box_picked)
        self.box.erased.connect(self._on_box_erased)
        self.hold(self.box)
        self.set_options(options)

    def set_options(self, options: Iterable[Option]) -> None:
        """These are the answers to choose from."""
        wanted = tuple(options)
        if self._unknown is not None:
            wanted = (*wanted, Option(None, self._unknown))
        if wanted == self._options:
            return
        self._options = wanted
        if isinstance(self.box, ChoiceBox):
            self.box.set_options([(one.value, one.text, one.meaning) for one in wanted])
        else:
            self._fill_pills(self.box)
        self.box.show_value(self._value)

    def set_various(self, various: bool) -> None:
        if isinstance(self.box, ChoiceBox):
            self.box.setPlaceholderText(self.words("fields.various") if various else "")
        super().set_various(various)

    def value(self) -> Any:
        return self._value

    def set_value(self, value: Any) -> None:
        if self._echo.is_news(value):
            self._take(value)

    def begin(self, value: Any) -> None:
        self._echo.begin(value)
        self._take(value)

    def _take(self, value: Any) -> None:
        self._value = value
        self.box.show_value(value)

    def relook(self) -> None:
        super().relook()
        if isinstance(self.box, Pills):
            self.box.relook(self.look.px(4))
        else:
            self.box.relook()

    def _fill_pills(self, pills: Pills) -> None:
        pills.empty()
        for option in self._options or ():
            pill = Pill(self.look, option.text)
            pill.setAccessibleDescription(option.meaning)
            pills.add(option.value, pill, _tip(option.meaning))
        pills.relook(self.look.px(4))
        if pills.pills:
            self.label.setBuddy(pills.pills[0])
            self.setFocusProxy(pills.pills[0])

    def _on_box_picked(self, value: Any) -> None:
        if value != self._value:
            self._take(value)
            self._echo.say(value)
            self.changed.emit(value)

    def _on_box_erased(self) -> None:
        if self._unknown is not None:
            self._on_box_picked(None)


def _tip(text: str) -> str:
    return escape(text) if text else ""
