"""The table of criteria and architectures: how well each does, 0 to 10, as people in the room see it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from rondo.ui.compare.heads import BELOW, NOTE
from rondo.ui.compare.page import capital
from rondo.ui.desk import Desk
from rondo.ui.fields.number import read_number
from rondofile.enums import Architecture
from rondofile.kinds import EditKind
from rondofile.nouns import comparison
from rondofile.records import Criterion, Score

HIGHEST, HEAVIEST = 10.0, 100.0

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class CriteriaModel(QAbstractTableModel):
    """Column 0 is the weight, the others are the architectures that are shown. Typing changes the project."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.criteria: tuple[Criterion, ...] = ()
        self.columns: tuple[Architecture, ...] = ()
        self._scores: dict[tuple[str, Architecture], Score] = {}

    def show(self, columns: tuple[Architecture, ...]) -> None:
        """The model holds the criteria of the project in those columns."""
        project = self._desk.session.project
        criteria = project.all(Criterion)
        same = columns == self.columns and [c.id for c in criteria] == [c.id for c in self.criteria]
        if not same:
            self.beginResetModel()
        self.criteria, self.columns = criteria, columns
        self._scores = {(one.criterion, one.architecture): one for one in project.all(Score)}
        if not same:
            self.endResetModel()
        elif criteria:
            self.dataChanged.emit(self.index(0, 0), self.index(len(criteria) - 1, len(columns)))
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, len(criteria) - 1)

    def architecture(self, column: int) -> Architecture | None:
        """The architecture of a column; None is the weight."""
        return self.columns[column - 1] if column else None

    def score(self, index: Index) -> Score | None:
        """The score of a cell; None where there is none."""
        architecture = self.architecture(index.column())
        return self._scores.get((self.criteria[index.row()].id, architecture)) if architecture else None

    def set_score(self, index: Index, value: float | None, note: str, stay: str | None = None) -> None:
        """The score of a cell is that, with that note; None takes it away."""
        criterion, architecture = self.criteria[index.row()].id, self.architecture(index.column())
        if architecture is not None:
            self._desk.session.edit(
                EditKind.SET_SCORE,
                lambda edit: comparison.set_score(edit, criterion, architecture, value, note),
                merge_key=stay,
            )

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.criteria)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.columns) + 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.criteria):
            return None
        words, score = self._desk.words, self.score(index)
        weight = self.criteria[index.row()].weight if not index.column() else None
        value = weight if weight is not None else score.score if score else None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return "" if value is None else words.number(value, 2)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return words("compare_view.no_score") if value is None else words.number(value, 2)
        if role in (BELOW, Qt.ItemDataRole.AccessibleDescriptionRole):
            return score.note if score else ""
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """What was typed is kept; what is no number from 0 to 10 (a weight: to 100) is not."""
        highest = HIGHEST if index.column() else HEAVIEST
        try:
            number = self._read(str(value), highest)
        except ValueError:
            words = self._desk.words
            sentence = words("fields.number_between", least=words.number(0), most=words.number(highest))
            self._desk.notices.say(sentence, key="compare.number")
            return False
        self._desk.notices.withdraw("compare.number")
        if index.column():
            before = self.score(index)
            if number != (before.score if before else None):
                self.set_score(index, number, before.note if before else "")
        elif number is not None and number != self.criteria[index.row()].weight:
            key = self.criteria[index.row()].id
            self._desk.session.edit(
                EditKind.SET_CRITERION, lambda edit: comparison.set_fields(edit, key, weight=number)
            )
        return True

    def _read(self, text: str, highest: float) -> float | None:
        """The number from 0 to the highest; None where nothing stands. ValueError for anything else."""
        if not text.strip():
            return None
        number = read_number(text, self._desk.words.language)
        if not 0 <= number <= highest:
            raise ValueError(text)
        return number

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        framework, words = self._desk.framework, self._desk.words
        spoken = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        if orientation is Qt.Orientation.Vertical:
            if spoken and section < len(self.criteria):
                return self.criteria[section].name or words("compare_view.criterion_unnamed")
            return None
        if section > len(self.columns):
            return None
        architecture = self.architecture(section)
        if architecture is None:
            return words("brief.scores.weight") if spoken else None
        if role == NOTE:
            return framework.name(architecture)
        return capital(framework.short(architecture)) if spoken else None
