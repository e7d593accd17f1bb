"""The sections of the working paper: which, in which order, under which titles, with which notes."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from rondo.ui.brief.section_list import SectionList
from rondo.ui.brief.sections import COVER, listed, name_of, set_order, set_section
from rondo.ui.desk import Desk
from rondo.ui.fields import LineField, TextField
from rondo.ui.fields.field import Field, said
from rondofile.kinds import EditKind


class SectionsPanel(QWidget):
    """The list, and below it the title and the note of the section that is chosen."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, words = desk, desk.words
        self.list = SectionList(desk)
        self.up = self._mover("chevron-up", words("brief_view.section.up"), -1)
        self.down = self._mover("chevron-down", words("brief_view.section.down"), 1)
        self.title = LineField(
            desk, words("brief_view.section.title"), placeholder=words("brief_view.section.title.usual")
        )
        self.note = TextField(desk, words("brief_view.section.note"))
        self._name = said("", "section")
        self._head, self._column = QHBoxLayout(), QVBoxLayout(self)
        self._head.addWidget(self._name, 1, Qt.AlignmentFlag.AlignVCenter)
        for button in (self.up, self.down):
            self._head.addWidget(button)
        self._column.addWidget(self.list)
        self._column.addLayout(self._head)
        for field in (self.title, self.note):
            self._column.addWidget(field)
        self._kind = ""
        self.list.currentRowChanged.connect(lambda _: self._show_chosen())
        self.list.ticked.connect(lambda kind, included: self._set(kind, None, included=included))
        self.list.ordered.connect(self._on_list_ordered)
        self.title.changed.connect(lambda title: self._set(self._kind, self.title, title=title))
        self.note.changed.connect(lambda note: self._set(self._kind, self.note, note=note))
        self.relook()

    def refresh(self) -> None:
        """It shows the sections as they are."""
        self.list.show_sections(listed(self._desk.session.project))
        self._show_chosen()

    def relook(self) -> None:
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(self._desk.look.px(8))
        self.list.updateGeometry()

    def _show_chosen(self) -> None:
        """The fields are those of the chosen section; of the cover there is nothing to say here."""
        kind = self.list.kind
        found = next((one for one in listed(self._desk.session.project) if one.kind == kind), None)
        same, self._kind = kind == self._kind, kind
        has_fields = found is not None and kind != COVER
        for widget in (self._name, self.up, self.down, self.title, self.note):
            widget.setVisible(has_fields)
        if found is None or not has_fields:
            return
        self._name.setText(name_of(kind, self._desk.words))
        row, last = self.list.currentRow(), self.list.count() - 1
        self.up.setEnabled(row > 1)
        self.down.setEnabled(row < last)
        for field, value in ((self.title, found.title), (self.note, found.note)):
            (field.set_value if same else field.begin)(value)

    def _set(self, kind: str, field: Field | None, **fields: object) -> None:
        merge = field.focus_stay if field is not None else None
        self._desk.session.edit(EditKind.SET_BRIEF, lambda edit: set_section(edit, kind, **fields), merge)

    def _on_list_ordered(self, kinds: tuple[str, ...]) -> None:
        self._desk.session.edit(EditKind.SET_BRIEF, lambda edit: set_order(edit, kinds))

    def _mover(self, icon: str, name: str, by: int) -> QToolButton:
        button = QToolButton()
        button.setProperty("kind", "quiet")
        button.setIcon(self._desk.look.icon(icon))
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.clicked.connect(lambda: self.list.move(by))
        return button
