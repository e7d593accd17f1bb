"""A field for how we know something: seen, said or assumed, and by whom or where."""

from __future__ import annotations

from typing import Any

from rondo.ui.fields.choice import ChoiceField, Option
from rondo.ui.fields.field import Field, Setting
from rondo.ui.fields.text import LineField
from rondofile.enums import Evidence


class EvidenceField(Field):
    """`changed` brings (Evidence or None, source). `names` says what each kind is called and means."""

    EMPTY = (None, "")

    def __init__(
        self, desk: Setting, label: str, names: dict[Evidence, tuple[str, str]], quiet: bool = False
    ) -> None:
        super().__init__(desk, label, quiet=quiet)
        options = [Option(kind, *names[kind]) for kind in Evidence]
        self.kind = ChoiceField(desk, label, options, unknown=self.words("fields.unknown"), quiet=True)
        source = self.words("fields.source")
        self.source = LineField(desk, source, placeholder=source, quiet=True)
        self.kind.changed.connect(self._on_part_changed)
        self.source.changed.connect(self._on_part_changed)
        self.hold(self.kind, self.kind.box)
        self.column.insertWidget(2, self.source)
        self.label.setBuddy(self.kind)
        self.setFocusProxy(self.kind)

    def value(self) -> tuple[Evidence | None, str]:
        return self.kind.value(), self.source.value()

    def set_value(self, value: Any) -> None:
        self.kind.set_value(value[0])
        self.source.set_value(value[1])

    def begin(self, value: Any) -> None:
        self.kind.begin(value[0])
        self.source.begin(value[1])

    def set_various(self, various: bool) -> None:
        self.kind.set_various(various)
        self.source.set_various(various)

    def commit(self) -> None:
        self.source.commit()

    def _on_part_changed(self, _: object) -> None:
        self.focus_stay = self.source.focus_stay if self.sender() is self.source else None
        self.changed.emit(self.value())
