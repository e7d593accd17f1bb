"""One condition: what must be true, how we know, who sees to it, by when."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QToolButton, QVBoxLayout

from rondo.ui.desk import Desk
from rondo.ui.fields import ChoiceField, DateField, Field, LineField, Option, TextField
from rondofile.enums import Evidence
from rondofile.kinds import EditKind
from rondofile.nouns import conclusions
from rondofile.records import Condition

WIDE = 520
"""Pixels at 100 % text from which the questions stand beside each other."""


class ConditionCard(QFrame):
    """Edited in place. Up and down change its place in the list."""

    move_wanted = Signal(str, int)
    delete_wanted = Signal(str)

    def __init__(self, desk: Desk, condition: Condition) -> None:
        super().__init__()
        words = desk.words
        self._desk, self.key = desk, condition.id
        self._wide: bool | None = None
        self.setProperty("kind", "card")
        self.setObjectName(f"condition-{condition.id}")
        asked, like = words("compare_view.condition"), words("compare_view.condition_like")
        self.text = TextField(desk, asked, placeholder=like, quiet=True)
        kinds = [Option(one, desk.framework.name(one), desk.framework.meaning(one)) for one in Evidence]
        known = words("compare_view.evidence")
        self.evidence = ChoiceField(desk, known, kinds, unknown=words("compare_view.unknown"))
        self.owner = LineField(desk, words("compare_view.owner"))
        self.date = DateField(desk, words("compare_view.by_when"))
        self.up = self._button("chevron-up", "compare_view.up", -1)
        self.down = self._button("chevron-down", "compare_view.down", 1)
        self.remove = self._button("trash-2", "compare_view.delete_condition", 0)
        for field, name in self._fields().items():
            field.changed.connect(lambda value, field=field, name=name: self._on_changed(field, name, value))
        self._arrange()
        self.relook()
        self.begin(condition)

    def begin(self, condition: Condition) -> None:
        """The card shows another record, or its own for the first time."""
        self.key = condition.id
        for field, name in self._fields().items():
            field.begin(getattr(condition, name))
        self._name(condition)

    def show_record(self, condition: Condition) -> None:
        """The card shows its record as it is, without disturbing what is being typed."""
        for field, name in self._fields().items():
            field.set_value(getattr(condition, name))
        self._name(condition)

    def forget(self) -> None:
        """What was typed and not kept is forgotten: the record is gone."""
        for field in self._fields():
            field.begin(field.value())

    def stand(self, first: bool, last: bool) -> None:
        """Where the card stands in the list."""
        self.up.setEnabled(not first)
        self.down.setEnabled(not last)

    def relook(self) -> None:
        """Distances are those of the look."""
        px = self._desk.look.px
        self._column.setContentsMargins(px(12), px(10), px(8), px(12))
        self._column.setSpacing(px(8))
        self._grid.setHorizontalSpacing(px(16))
        self._grid.setVerticalSpacing(px(8))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._spread(event.size().width() >= self._desk.look.px(WIDE))

    def _spread(self, wide: bool) -> None:
        """Three questions beside each other, or in a narrow card the first above the others."""
        if wide == self._wide:
            return
        self._wide = wide
        top = Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(self.evidence, 0, 0, 1, 1 if wide else 2, top)
        self._grid.addWidget(self.owner, 0 if wide else 1, 1 if wide else 0, top)
        self._grid.addWidget(self.date, 0 if wide else 1, 2 if wide else 1, top)
        for column, stretch in enumerate((4, 3, 3) if wide else (1, 1, 0)):
            self._grid.setColumnStretch(column, stretch)

    def _fields(self) -> dict[Field, str]:
        return {self.text: "text", self.evidence: "evidence", self.owner: "owner", self.date: "date"}

    def _name(self, condition: Condition) -> None:
        self.setAccessibleName(condition.text or self._desk.words("compare_view.condition"))

    def _arrange(self) -> None:
        self._column, self._grid = QVBoxLayout(self), QGridLayout()
        top = QHBoxLayout()
        top.addWidget(self.text, 1)
        for button in (self.up, self.down, self.remove):
            top.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self._spread(wide=True)
        self._column.addLayout(top)
        self._column.addLayout(self._grid)

    def _button(self, icon: str, key: str, by: int) -> QToolButton:
        button = QToolButton()
        button.setIcon(self._desk.look.icon(icon))
        button.setToolTip(self._desk.words(key))
        button.setAccessibleName(self._desk.words(key))
        button.setProperty("kind", "quiet")
        if by:
            button.clicked.connect(lambda: self.move_wanted.emit(self.key, by))
        else:
            button.clicked.connect(lambda: self.delete_wanted.emit(self.key))
        return button

    def _on_changed(self, field: Field, name: str, value: Any) -> None:
        key = self.key
        self._desk.session.edit(
            EditKind.SET_CONDITIONS,
            lambda edit: conclusions.set_fields(edit, Condition, key, **{name: value}),
            merge_key=field.focus_stay,
        )
