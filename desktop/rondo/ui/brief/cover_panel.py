"""What stands on the cover and at the head of the pages: the project's own title, people and purpose."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QVBoxLayout, QWidget

from rondo.ui.desk import Desk
from rondo.ui.fields import DateField, LineField, TextField
from rondo.ui.fields.typed import TypedField
from rondofile.kinds import EditKind
from rondofile.nouns import conclusions

FIELDS: Mapping[str, type[TypedField]] = {
    "title": LineField,
    "subtitle": LineField,
    "organisation": LineField,
    "audience": LineField,
    "author": LineField,
    "date": DateField,
    "purpose": TextField,
}


class CoverPanel(QWidget):
    """A field for each."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._column = QVBoxLayout(self)
        self.fields = {name: self._field(name, make) for name, make in FIELDS.items()}
        for field in self.fields.values():
            self._column.addWidget(field)
        self.relook()

    def refresh(self) -> None:
        """The fields show the project as it is."""
        for name, field in self.fields.items():
            field.set_value(getattr(self._desk.session.project.info, name))

    def relook(self) -> None:
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(self._desk.look.px(12))

    def _field(self, name: str, make: type[TypedField]) -> TypedField:
        field = make(self._desk, self._desk.words(f"brief_view.cover.{name}"))  # type: ignore[call-arg]
        field.changed.connect(lambda value: self._set(field, name, value))
        return field

    def _set(self, field: TypedField, name: str, value: object) -> None:
        changes = {name: value}
        self._desk.session.edit(
            EditKind.SET_PROJECT, lambda edit: conclusions.set_cover(edit, **changes), field.focus_stay
        )
