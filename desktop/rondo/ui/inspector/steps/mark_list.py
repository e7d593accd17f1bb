"""The pains, the delights or the wishes of a step, in their order, with a line to add another."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from rondo.ui.desk import Desk
from rondo.ui.fields.add_line import AddLine
from rondo.ui.fields.field import said
from rondo.ui.inspector.steps.mark_row import MarkRow
from rondofile.enums import MarkKind
from rondofile.kinds import EditKind
from rondofile.nouns import marks
from rondofile.nouns.ordering import reorder
from rondofile.project import Project
from rondofile.records import Mark


class MarkList(QWidget):
    """A row lives as long as its mark: what is typed in one is not lost to a change of another."""

    def __init__(self, desk: Desk, kind: MarkKind, question: str, add: str) -> None:
        super().__init__()
        self._desk, self._kind = desk, kind
        self._step: str | None = None
        self._rows: list[MarkRow] = []
        self._spare: list[MarkRow] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(desk.look.px(4))
        self.label = said(question, "caption")
        column.addWidget(self.label)
        self._list = QVBoxLayout()
        self._list.setSpacing(desk.look.px(4))
        column.addLayout(self._list)
        self.line = AddLine(desk.look, question, add)
        self.line.added.connect(self._on_line_added)
        column.addWidget(self.line)

    @property
    def rows(self) -> tuple[MarkRow, ...]:
        """The rows of the marks, in their order."""
        return tuple(self._rows)

    def leave(self) -> None:
        """What was typed is kept."""
        for row in self._rows:
            for field in row.fields:
                field.commit()

    def show_step(self, project: Project, step: str) -> None:
        """The marks of that step are shown as they are."""
        found = [mark for mark in project.marks_of(step) if mark.kind is self._kind]
        if step != self._step:
            self._step = step
            self.line.box.clear()
            self._keep_rows([])
        self._keep_rows(found)

    def _keep_rows(self, found: list[Mark]) -> None:
        there = {row.mark.id: row for row in self._rows if row.mark is not None}
        wanted = {mark.id for mark in found}
        for key, row in there.items():
            if key not in wanted:
                self._list.removeWidget(row)
                row.hide()
                row.mark = None
                self._spare.append(row)
        self._rows = [there.get(mark.id) or self._another(mark) for mark in found]
        for place, (row, mark) in enumerate(zip(self._rows, found, strict=True)):
            row.follow(mark)
            if self._list.indexOf(row) != place:
                self._list.removeWidget(row)
                self._list.insertWidget(place, row)
            row.show()

    def _another(self, mark: Mark) -> MarkRow:
        row = self._spare.pop() if self._spare else self._new()
        row.begin(mark)
        return row

    def _new(self) -> MarkRow:
        row = MarkRow(self._desk, self._kind)
        row.setParent(self)
        row.moved.connect(lambda by: self._move(row, by))
        row.removed.connect(lambda: self._remove(row))
        return row

    def _move(self, row: MarkRow, by: int) -> None:
        keys = [other.mark.id for other in self._rows if other.mark is not None]
        at = self._rows.index(row)
        to, step = at + by, self._step
        if step is None or not 0 <= to < len(keys):
            return
        keys[at], keys[to] = keys[to], keys[at]
        self._desk.session.edit(
            EditKind.REORDER,
            lambda edit: reorder(edit, Mark, keys, edit.rows(Mark, "step = ?", (step,))),
        )

    def _remove(self, row: MarkRow) -> None:
        if row.mark is not None:
            key = row.mark.id
            self._desk.session.edit(EditKind.DELETE_MARK, lambda edit: marks.delete(edit, key))

    def _on_line_added(self, text: str) -> None:
        step, kind = self._step, self._kind
        if step is not None:
            self._desk.session.edit(EditKind.ADD_MARK, lambda edit: marks.add(edit, step, kind, text))
