"""The response grid as Qt's model: phases and steps below each other, experiences beside each other."""

from __future__ import annotations

from typing import Any

from msgspec import Struct
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from rondo.strategy.framework.table_parts import DemandKind
from rondo.strategy.journeys.measures import pains_of, worst_steps
from rondo.strategy.journeys.responses import grouped, place_of, responses_by_cell
from rondo.ui.desk import Desk
from rondofile.changes import ChangeSet
from rondofile.enums import Experience, Phase
from rondofile.project import Project
from rondofile.records import Mark, Response, Step

EXPERIENCES = tuple(Experience)
Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_SAID = (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.AccessibleDescriptionRole)


class Line(Struct, frozen=True):
    """A row: a step, or the name of the group that follows."""

    phase: Phase | None
    step: str | None = None
    heading: str = ""
    """The key of a group's name, where it is no phase."""


class Spot(Struct, frozen=True):
    """A cell by what it is about, wherever it stands."""

    step: str
    experience: Experience


class ResponsesModel(QAbstractTableModel):
    """The cells of the journey that is looked at. It changes nothing itself."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._words = desk, desk.words
        self.journey: str | None = None
        self.lines: list[Line] = []
        self.worst_first = False
        """Whether the steps that hurt come before all others, the worst first."""

    @property
    def project(self) -> Project:
        return self._desk.session.project

    def show(self, journey: str | None) -> None:
        """The model holds that journey, from nothing."""
        self.beginResetModel()
        self.journey = journey
        self.lines = self._wanted()
        self.endResetModel()

    def apply(self, changes: ChangeSet) -> None:
        """The model holds what changed; where the rows stay as they are, only what they show is new."""
        if self._wanted() != self.lines:
            self.show(self.journey)
            return
        rows = self._touched(changes)
        for row in rows:
            self.dataChanged.emit(self.index(row, 0), self.index(row, len(EXPERIENCES) - 1))
            self.headerDataChanged.emit(Qt.Orientation.Vertical, row, row)

    def step_at(self, row: int) -> Step | None:
        """The step of a row; None on the others."""
        line = self.lines[row] if 0 <= row < len(self.lines) else None
        return self.project.find(Step, line.step) if line and line.step else None

    def response_at(self, index: Index) -> Response | None:
        """What stands in a cell; None where nothing was ever said."""
        step = self.step_at(index.row())
        if step is None or not 0 <= index.column() < len(EXPERIENCES):
            return None
        return responses_by_cell(self.project, step.id).get(EXPERIENCES[index.column()])

    def spot_at(self, index: Index) -> Spot | None:
        """What a cell is about; None on a row without a step."""
        step = self.step_at(index.row()) if index.isValid() else None
        return Spot(step.id, EXPERIENCES[index.column()]) if step is not None else None

    def index_of(self, spot: Spot | None) -> QModelIndex:
        """Where a cell stands; no index where it does not."""
        if spot is None:
            return QModelIndex()
        row = next((at for at, line in enumerate(self.lines) if line.step == spot.step), None)
        column = EXPERIENCES.index(spot.experience)
        return QModelIndex() if row is None else self.index(row, column)

    def place_at(self, index: Index) -> DemandKind | None:
        """What the experience asks of such a step; None where nothing is known of it."""
        step = self.step_at(index.row())
        return place_of(self._desk.framework, EXPERIENCES[index.column()], step) if step else None

    def prompt_at(self, index: Index) -> str:
        """The question that an empty cell asks."""
        step = self.step_at(index.row())
        experience = EXPERIENCES[index.column()]
        return self._desk.framework.prompt(experience, step.kind) if step else ""

    def pains_at(self, row: int) -> tuple[Mark, ...]:
        """The pains of the step of a row, the heaviest first."""
        step = self.step_at(row)
        return pains_of(self.project, step) if step else ()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(EXPERIENCES)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and self.step_at(index.row()) is not None:
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.ItemIsEnabled

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            found = self.response_at(index)
            return found.text if found else ""
        return self.said(index)[_SAID.index(role)] if role in _SAID else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        if orientation == Qt.Orientation.Horizontal:
            return self._desk.framework.name(EXPERIENCES[section])
        step = self.step_at(section)
        return step.title if step is not None else self.group_name(section)

    def group_name(self, row: int) -> str:
        """The name of the group that begins in a row."""
        line = self.lines[row]
        if line.phase:
            return self._desk.framework.name(line.phase)
        return self._words(f"responses.{line.heading or 'waiting'}")

    def group_hint(self, row: int) -> str:
        """What is asked of the group that begins in a row."""
        line = self.lines[row]
        if line.phase:
            return self._desk.framework.phase(line.phase).question
        return self._words(f"responses.{line.heading or 'waiting'}_hint")

    def said(self, index: Index) -> tuple[str, str]:
        """A cell as a screen reader says it, and what more there is to it."""
        step = self.step_at(index.row())
        if step is None:
            return self.group_name(index.row()), ""
        name, found = self._desk.framework.name(EXPERIENCES[index.column()]), self.response_at(index)
        text = found.text if found and found.text else self._words("responses.empty")
        cell = self._words("responses.cell", step=step.title, experience=name, text=text)
        return cell, self._words.listed(self._more(found) if found else [self.prompt_at(index)])

    def _more(self, response: Response) -> list[str]:
        said = []
        if response.must_know:
            said.append(self._words("responses.known", what=response.must_know))
        if response.votes:
            said.append(self._words.count("responses.votes", response.votes))
        if response.made_step:
            said.append(self._words("responses.is_step"))
        if response.made_placement:
            said.append(self._words("responses.is_offer"))
        return said

    def _wanted(self) -> list[Line]:
        lines: list[Line] = []
        groups = grouped(self.project, self.journey) if self.journey else ()
        worst = worst_steps(self.project, (s for g in groups for s in g.steps)) if self.worst_first else ()
        if worst:
            lines.append(Line(None, heading="hurting"))
            lines += [Line(step.phase, step.id) for step in worst]
        told = {step.id for step in worst}
        for group in groups:
            rest = [Line(group.phase, step.id) for step in group.steps if step.id not in told]
            lines += [Line(group.phase), *rest] if rest else []
        return lines

    def _touched(self, changes: ChangeSet) -> list[int]:
        """The rows that may show something else now."""
        steps = set(changes.ids(Step))
        for table in ("response", "mark"):
            for before, after in changes.tables.get(table, {}).values():
                steps |= {getattr(record, "step", "") for record in (before, after) if record is not None}
        return [row for row, line in enumerate(self.lines) if line.step in steps]
