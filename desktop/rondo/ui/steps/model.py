"""The table as Qt's model: it changes line by line, so that ten thousand lines stay where they are."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from rondo.ui.desk import Desk
from rondo.ui.steps.columns import Column
from rondo.ui.steps.facts import Facts
from rondo.ui.steps.lines import Group, Line, Sort, lines_of, steps_by_group
from rondo.ui.tables.runs import runs
from rondofile.changes import ChangeSet
from rondofile.records import Step

LINE = Qt.ItemDataRole.UserRole + 1
"""The Line of a row."""
STEP = Qt.ItemDataRole.UserRole + 2
"""The Step of a row; None on the other lines."""

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class StepsModel(QAbstractTableModel):
    """The journey that is looked at. It changes nothing itself."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._words = desk, desk.words
        self.facts = Facts(desk)
        self.lines: list[Line] = []
        self.folded: set[Group] = set()
        self._rows: dict[str, int] | None = None
        self._counts: dict[Group, int] = {}

    def show(self, journey: str | None) -> None:
        """The model holds that journey, from nothing."""
        self.beginResetModel()
        self.facts.begin(journey)
        self.lines, self._rows = self._wanted(), None
        self.endResetModel()

    def apply(self, changes: ChangeSet) -> None:
        """The model holds what changed; lines that did not move stay where they are."""
        self.facts.follow(changes)
        self._become(self._wanted(), changes.ids(Step))

    def fold(self, group: Group, away: bool) -> None:
        """The steps of a group are there, or only its name."""
        if away != (group in self.folded):
            self.folded ^= {group}
            self._become(self._wanted(), frozenset())

    def row_of(self, step: str) -> int | None:
        """The row of a step; None while its group is folded."""
        if self._rows is None:
            self._rows = {line.step: row for row, line in enumerate(self.lines) if line.step}
        return self._rows.get(step)

    def row_of_line(self, line: Line) -> int | None:
        """The row of a line; None where there is none."""
        if line.step:
            return self.row_of(line.step)
        return next((row for row, one in enumerate(self.lines) if one == line), None)

    def step_at(self, row: int) -> Step | None:
        """The step of a row; None on the other lines."""
        line = self.lines[row] if 0 <= row < len(self.lines) else None
        return self.facts.project.find(Step, line.step) if line and line.step else None

    def count(self, group: Group) -> int:
        """How many steps are in a group, also a folded one."""
        return self._counts.get(group, 0)

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(Column)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
        line = self.lines[index.row()] if index.row() < len(self.lines) else None
        if line is None or line.sort is Sort.GROUP:
            return flags
        if line.sort is Sort.NEW:
            return flags | Qt.ItemFlag.ItemIsEditable
        return flags | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.lines):
            return None
        line = self.lines[index.row()]
        if role == LINE:
            return line
        step = self.step_at(index.row())
        if role == STEP:
            return step
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            spoken = role == Qt.ItemDataRole.AccessibleTextRole
            return self._text(line, step, Column(index.column()), spoken)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        texts = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        if role not in texts:
            return None
        if orientation is Qt.Orientation.Vertical:
            return self._row_name(section) if section < len(self.lines) else None
        return self._words(f"steps.{Column(section).key}")

    def _row_name(self, row: int) -> str:
        """What is said of a line as a whole: the step, or the phase."""
        step = self.step_at(row)
        return step.title if step is not None else self.facts.group_name(self.lines[row].group)

    def _text(self, line: Line, step: Step | None, column: Column, spoken: bool) -> str:
        if step is not None:
            return self.facts.said(step, column) if spoken else self.facts.text(step, column)
        if column is not Column.TITLE:
            return ""
        name = self.facts.group_name(line.group)
        if line.sort is Sort.NEW:
            return self._words("steps.new_in", group=name) if spoken else self._words("steps.new")
        if not spoken:
            return name
        key = "steps.group_folded" if line.group in self.folded else "steps.group"
        return self._words.count(key, self.count(line.group), group=name)

    def _wanted(self) -> list[Line]:
        journey = self.facts.journey
        found = steps_by_group(self.facts.project, journey)
        self._counts = {group: len(steps) for group, steps in found.items()}
        if journey is None:
            return []
        return list(lines_of(found, self.folded, not self._desk.session.read_only))

    def _become(self, wanted: list[Line], touched: frozenset[str]) -> None:
        """From the lines that are there to those that should be: what went, what came, what was touched."""
        keys = {line.key for line in wanted}
        had = {line.key for line in self.lines}
        if _kept(self.lines, keys) != _kept(wanted, had):
            keys -= touched  # a step that moved goes from where it was and comes where it is
        self._remove([row for row, line in enumerate(self.lines) if line.key not in keys])
        had = {line.key for line in self.lines}
        if _kept(wanted, had) == self.lines:
            self._insert([row for row, line in enumerate(wanted) if line.key not in had], wanted)
        else:
            self.beginResetModel()
            self.lines = wanted
            self.endResetModel()
        self._rows = None
        if self.lines:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.lines) - 1, len(Column) - 1))

    def _remove(self, rows: Sequence[int]) -> None:
        for first, last in reversed(runs(rows)):
            self.beginRemoveRows(QModelIndex(), first, last)
            del self.lines[first : last + 1]
            self._rows = None
            self.endRemoveRows()

    def _insert(self, rows: Sequence[int], wanted: list[Line]) -> None:
        for first, last in runs(rows):
            self.beginInsertRows(QModelIndex(), first, last)
            self.lines[first:first] = wanted[first : last + 1]
            self._rows = None
            self.endInsertRows()


def _kept(lines: Sequence[Line], keys: Collection[str]) -> list[Line]:
    return [line for line in lines if line.key in keys]
