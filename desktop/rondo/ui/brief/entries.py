"""The short lists that the brief ends with: the decision asked, the first actions; a card for each entry."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import Struct
from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from rondo.ui.desk import Desk
from rondo.ui.fields import DateField, LineField
from rondo.ui.fields.field import said
from rondo.ui.fields.typed import TypedField
from rondofile.kinds import EditKind
from rondofile.nouns import conclusions
from rondofile.records import Action, Decision

Entry = Decision | Action


class Form(Struct, frozen=True):
    """What is asked of an entry: field by field, and under which words."""

    kind: type[Entry]
    edit: EditKind
    word: str
    fields: Mapping[str, type[TypedField]]


DECISIONS = Form(
    Decision,
    EditKind.SET_DECISIONS,
    "decision",
    {"text": LineField, "recommended": LineField, "alternative": LineField, "date": DateField},
)
ACTIONS = Form(
    Action, EditKind.SET_ACTIONS, "action", {"text": LineField, "owner": LineField, "date": DateField}
)


class Entries(QWidget):
    """The entries of one kind as cards, and the button that adds one."""

    def __init__(self, desk: Desk, form: Form) -> None:
        super().__init__()
        self._desk, self._form = desk, form
        self.cards: dict[str, EntryCard] = {}
        self._column = QVBoxLayout(self)
        self.add = QPushButton(desk.words(f"brief_view.{form.word}.add"))
        self.add.setIcon(desk.look.icon("plus"))
        self.add.clicked.connect(self._on_add_clicked)
        self._column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeading)
        self.relook()

    def refresh(self) -> None:
        """The cards are those of the project, in its order; what is being typed is not disturbed."""
        entries: Sequence[Entry] = self._desk.session.project.all(self._form.kind)
        for key in [key for key in self.cards if key not in {entry.id for entry in entries}]:
            gone = self.cards.pop(key)
            gone.setParent(None)
            gone.deleteLater()
        for place, entry in enumerate(entries):
            card = self.cards.get(entry.id) or self._new_card(entry)
            if self._column.indexOf(card) != place:
                self._column.insertWidget(place, card)
            card.show_entry(entry, place + 1, len(entries))

    def relook(self) -> None:
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(self._desk.look.px(8))
        for card in self.cards.values():
            card.relook()

    def _new_card(self, entry: Entry) -> EntryCard:
        card = self.cards[entry.id] = EntryCard(self._desk, self._form, entry.id)
        card.deleted.connect(self._delete)
        return card

    def _on_add_clicked(self) -> None:
        kind: Any = self._form.kind

        def go_there(made: Entry) -> None:
            self.refresh()
            # Only once the card has its place can the focus bring it into view.
            QTimer.singleShot(0, self.cards[made.id], self.cards[made.id].begin_typing)

        self._desk.session.edit(self._form.edit, lambda edit: conclusions.add(edit, kind, ""), then=go_there)

    def _delete(self, key: str) -> None:
        kind: Any = self._form.kind
        self._desk.session.edit(self._form.edit, lambda edit: conclusions.delete(edit, kind, key))
        self.add.setFocus()


class EntryCard(QFrame):
    """The fields of one entry."""

    deleted = Signal(str)

    def __init__(self, desk: Desk, form: Form, key: str) -> None:
        super().__init__()
        self._desk, self._form, self._key = desk, form, key
        self.setProperty("kind", "card")
        self._number = said("", "section")
        self._delete = QToolButton()
        self._delete.setProperty("kind", "quiet")
        self._delete.setIcon(desk.look.icon("trash-2"))
        self._delete.clicked.connect(lambda: self.deleted.emit(key))
        self.fields = {name: self._field(name, make) for name, make in form.fields.items()}
        self._column, head = QVBoxLayout(self), QHBoxLayout()
        head.addWidget(self._number, 1)
        head.addWidget(self._delete)
        self._column.addLayout(head)
        for field in self.fields.values():
            self._column.addWidget(field)
        self.relook()

    def show_entry(self, entry: Entry, number: int, total: int) -> None:
        """The fields show the entry as it is."""
        words, word = self._desk.words, self._form.word
        name = words(f"brief_view.{word}.one") if total == 1 else ""
        name = name or words(f"brief_view.{word}.numbered", n=words.number(number))
        self._number.setText(name)
        delete = words("brief_view.delete", what=name)
        self._delete.setAccessibleName(delete)
        self._delete.setToolTip(delete)
        for key, field in self.fields.items():
            field.set_value(getattr(entry, key))

    def begin_typing(self) -> None:
        """The person can type what it says."""
        next(iter(self.fields.values())).setFocus()

    def relook(self) -> None:
        px = self._desk.look.px
        self._column.setContentsMargins(px(12), px(8), px(12), px(12))
        self._column.setSpacing(px(8))

    def _field(self, name: str, make: type[TypedField]) -> TypedField:
        more: Any = {}
        field = make(self._desk, self._desk.words(f"brief_view.{self._form.word}.{name}"), **more)
        field.changed.connect(lambda value: self._set(field, name, value))
        return field

    def _set(self, field: TypedField, name: str, value: object) -> None:
        kind: Any = self._form.kind
        key, changes = self._key, {name: value}
        self._desk.session.edit(
            self._form.edit,
            lambda edit: conclusions.set_fields(edit, kind, key, **changes),
            field.focus_stay,
        )
