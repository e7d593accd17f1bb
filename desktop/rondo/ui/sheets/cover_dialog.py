"""About this project: what stands on the cover of the brief. One edit at the end, or none."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from rondo.ui.desk import Desk
from rondo.ui.fields import ChoiceField, DateField, Field, LineField, Option, TextField
from rondo.ui.sheets.sheet import Sheet
from rondo.words import LANGUAGES
from rondofile.kinds import EditKind
from rondofile.nouns import conclusions

WIDTH, HEIGHT = 560, 560


class CoverDialog(Sheet):
    """Title, subtitle, organisation, readers, authors, purpose, date and language of a project."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        words = desk.words
        super().__init__(desk.look, words("dialogs.cover"), parent, WIDTH)
        self._desk = desk
        self.fields: dict[str, Field] = {
            "title": LineField(desk, words("dialogs.cover.title")),
            "subtitle": LineField(desk, words("dialogs.cover.subtitle")),
            "organisation": LineField(desk, words("dialogs.cover.organisation")),
            "audience": LineField(desk, words("dialogs.cover.audience")),
            "author": LineField(desk, words("dialogs.cover.author")),
            "purpose": TextField(desk, words("dialogs.cover.purpose")),
            "date": DateField(desk, words("dialogs.cover.date")),
            "language": ChoiceField(
                desk,
                words("dialogs.cover.language"),
                [Option("", words("dialogs.cover.language.any"))]
                + [Option(key, words(f"brief_view.language.{key}")) for key in LANGUAGES],
            ),
        }
        self._fill()
        self.add_button(words("dialogs.cover.keep"), "primary").clicked.connect(self.accept)
        self.add_cancel(words("dialogs.cancel"))

    def accept(self) -> None:
        """What differs from before is one step of history; the project may have changed meanwhile."""
        for field in self.fields.values():
            field.commit()
        fields = {name: field.value() for name, field in self.fields.items()}
        changed = {name: value for name, value in fields.items() if value != self._before[name]}
        if changed:
            self._desk.session.edit(EditKind.SET_PROJECT, lambda edit: conclusions.set_cover(edit, **changed))
        super().accept()

    def _fill(self) -> None:
        info, column = self._desk.session.project.info, self.scrolled()
        self._before = {name: getattr(info, name) for name in self.fields}
        for name, field in self.fields.items():
            field.set_value(self._before[name])
            column.addWidget(field)
        column.addStretch(1)
        self.grow_to(WIDTH, HEIGHT)
        self.fields["title"].setFocus()
