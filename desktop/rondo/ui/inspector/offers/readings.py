"""Other cells in which somebody puts the same offer: every reading is kept with who reads it so."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from rondo.ui.desk import Desk
from rondo.ui.fields import ChoiceField, LineField, Option, TextField
from rondo.ui.fields.field import said
from rondo.ui.fields.ground import paint_ground
from rondo.ui.inspector.pieces.options import named
from rondo.ui.inspector.pieces.push import push
from rondofile.enums import Architecture, Experience
from rondofile.kinds import EditKind
from rondofile.nouns import placements
from rondofile.project import Project

Entry = tuple[tuple[Experience | None, Architecture | None], str, str]


class ReadingList(QWidget):
    """Each reading: row, column, its source and reason; what the two tests of a column ask."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._offer: str | None = None
        self.rows: list[_ReadingRow] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(desk.look.px(8))
        column.addWidget(said(desk.words("inspector.readings.tests"), "hint"))
        self._list = QVBoxLayout()
        self._list.setSpacing(desk.look.px(8))
        column.addLayout(self._list)
        self.add = push(desk.look, desk.words("inspector.readings.add"), self._on_add_clicked)
        column.addWidget(self.add)

    def show_offer(self, project: Project, offer: str) -> None:
        """The readings of that offer are shown as they are."""
        again, self._offer = offer != self._offer, offer
        found = project.readings_of(offer)
        while len(self.rows) > len(found):
            row = self.rows.pop()
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        while len(self.rows) < len(found):
            row = _ReadingRow(self._desk, self, len(self.rows))
            self.rows.append(row)
            self._list.addWidget(row)
        for row, one in zip(self.rows, found, strict=True):
            row.follow(((one.experience, one.architecture), one.source, one.reason), again)

    def keep(self, merge_key: str | None) -> None:
        """The readings are as the rows say."""
        self._set([row.entry for row in self.rows], merge_key)

    def remove(self, place: int) -> None:
        """The reading at that place is gone."""
        self._set([row.entry for row in self.rows if row is not self.rows[place]])

    def _set(self, entries: Iterable[Entry], merge_key: str | None = None) -> None:
        offer, wanted = self._offer, list(entries)
        if offer is not None:
            self._desk.session.edit(
                EditKind.SET_READINGS, lambda edit: placements.set_readings(edit, offer, wanted), merge_key
            )

    def _on_add_clicked(self) -> None:
        self._set([*(row.entry for row in self.rows), ((None, None), "", "")])


class _ReadingRow(QWidget):
    def __init__(self, desk: Desk, owner: ReadingList, place: int) -> None:
        super().__init__()
        self._desk = desk
        words, framework = desk.words, desk.framework
        rows = [Option(None, framework.name(None)), *named(framework, Experience)]
        unknown = words("inspector.not_known")
        self.experience = ChoiceField(desk, words("inspector.readings.row"), rows, folded=True)
        self.architecture = ChoiceField(
            desk, words("inspector.readings.column"), named(framework, Architecture), unknown, folded=True
        )
        self.source = LineField(desk, words("inspector.readings.source"))
        self.reason = TextField(desk, words("inspector.readings.reason"))
        remove = push(desk.look, words("inspector.readings.remove"), lambda: owner.remove(place), "quiet")
        column = QVBoxLayout(self)
        margin = desk.look.px(8)
        column.setContentsMargins(margin, margin, margin, margin)
        column.setSpacing(desk.look.px(4))
        for field in (self.experience, self.architecture, self.source, self.reason):
            field.changed.connect(lambda _, field=field: owner.keep(field.focus_stay))
            column.addWidget(field)
        column.addWidget(remove)

    @property
    def entry(self) -> Entry:
        """The reading as it is answered."""
        return (self.experience.value(), self.architecture.value()), self.source.value(), self.reason.value()

    def follow(self, entry: Entry, again: bool) -> None:
        """The reading is shown as it is; `again`: it is another one."""
        (experience, architecture), source, reason = entry
        for field, value in (
            (self.experience, experience),
            (self.architecture, architecture),
            (self.source, source),
            (self.reason, reason),
        ):
            (field.begin if again else field.set_value)(value)

    def paintEvent(self, event: object) -> None:
        paint_ground(self, self._desk.look, False, "surface")
