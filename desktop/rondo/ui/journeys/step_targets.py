"""The steps that a step can lead to: those in which every typed word is found, ticked where it leads."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from rondo.ui.desk import Desk
from rondofile.records import Link, Step

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class Targets(QAbstractListModel):
    """The steps in which every typed word is found, ticked where the way leads to them."""

    def __init__(self, desk: Desk, source: Step, turn: Callable[[str], None]) -> None:
        super().__init__()
        self._desk, self._source, self._turn = desk, source, turn
        self._all: list[tuple[str, Step]] = []
        self._out: dict[str, Link] = {}
        self._text = ""
        self.steps: list[Step] = []
        self._read()

    def search(self, text: str) -> None:
        """Only steps with every one of these words are there."""
        self.beginResetModel()
        self._text = text
        wanted = text.casefold().split()
        self.steps = [step for said, step in self._all if all(word in said for word in wanted)]
        self.endResetModel()

    def nearest(self) -> int | None:
        """The row that was most likely meant: whose title begins so, rather one not ticked yet."""
        begin, done = self._text.strip().casefold(), set(self.ticked())
        rows = range(len(self.steps))
        return min(
            rows,
            key=lambda row: (not self.steps[row].title.casefold().startswith(begin), row in done, row),
            default=None,
        )

    def ticked(self) -> list[int]:
        """The rows of the steps that the way leads to."""
        return [row for row, step in enumerate(self.steps) if step.id in self._out]

    def refresh(self) -> None:
        """Ticks are as the project is now; where steps came or went, the list too."""
        before = [step.id for _, step in self._all]
        self._read()
        if before != [step.id for _, step in self._all]:
            self.search(self._text)
        elif self.steps:
            self.dataChanged.emit(self.index(0), self.index(len(self.steps) - 1))

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.steps)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.steps):
            return None
        step = self.steps[index.row()]
        link = self._out.get(step.id)
        if role == Qt.ItemDataRole.DisplayRole:
            return step.title
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if link is not None else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.AccessibleDescriptionRole and link is not None:
            return self._desk.framework.name(link.kind)
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        self._turn(self.steps[index.row()].id)
        return True

    def _read(self) -> None:
        project, journey = self._desk.session.project, self._source.journey
        self._all = [(step.title.casefold(), step) for step in project.steps_of(journey)]
        self._out = {x.target: x for x in project.links_of(journey) if x.source == self._source.id}
