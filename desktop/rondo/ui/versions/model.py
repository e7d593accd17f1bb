"""The list of versions as rows: a heading for each day, below it the versions of that day."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from rondo.ui.versions.comparing import Compared
from rondo.ui.versions.said import day_of, difference_in_words, said_time, what_for
from rondo.words import Words
from rondofile.kept.versions import Version

Index = QModelIndex | QPersistentModelIndex
Row = Version | str

VERSION, DIFFERENCE, TIME, DAMAGED = (Qt.ItemDataRole.UserRole + n for n in range(4))
_NOWHERE = QModelIndex()


class VersionModel(QAbstractListModel):
    """Rows are the name of a day or a Version. What a version differs in comes later."""

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._rows: list[Row] = []
        self._at: dict[str, int] = {}
        self._known: dict[str, Compared] = {}

    def show(self, versions: Sequence[Version]) -> None:
        """These versions are listed, newest first."""
        self.beginResetModel()
        self._rows, day = [], None
        for version in versions:
            its = day_of(version, self._words)
            if its != day:
                self._rows.append(its)
                day = its
            self._rows.append(version)
        self._at = {row.path.name: at for at, row in enumerate(self._rows) if isinstance(row, Version)}
        self.endResetModel()

    def learn(self, compared: Compared) -> None:
        """How one of them differs is known."""
        name = compared.version.path.name
        self._known[name] = compared
        if name in self._at:
            index = self.index(self._at[name])
            self.dataChanged.emit(index, index)

    def known(self, version: Version) -> Compared | None:
        """What is known of that version by now."""
        return self._known.get(version.path.name)

    def versions(self) -> list[Version]:
        """Those that are listed, newest first."""
        return [row for row in self._rows if isinstance(row, Version)]

    def index_of(self, version: Version) -> QModelIndex:
        """Where that version stands; an invalid index where it does not."""
        at = self._at.get(version.path.name, -1)
        return self.index(at) if at >= 0 else QModelIndex()

    def version_at(self, index: Index) -> Version | None:
        """The version of a row; None on the name of a day."""
        row = self._rows[index.row()] if 0 <= index.row() < len(self._rows) else None
        return row if isinstance(row, Version) else None

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.version_at(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        version = self.version_at(index)
        if version is None:
            said = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
            return self._rows[index.row()] if said and index.isValid() else None
        if role == Qt.ItemDataRole.DisplayRole:
            return what_for(version, self._words)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(version)
        if role == VERSION:
            return version
        if role == TIME:
            return said_time(version.at)
        if role == DIFFERENCE:
            return self._difference(version)
        return self._is_damaged(version) if role == DAMAGED else None

    def _difference(self, version: Version) -> str:
        known = self.known(version)
        if known is None:
            return self._words("versions.comparing")
        if known.tables is None:
            return self._words("versions.damaged")
        return difference_in_words(known.tables, self._words)

    def _is_damaged(self, version: Version) -> bool:
        known = self.known(version)
        return known is not None and known.problem is not None

    def _spoken(self, version: Version) -> str:
        parts = (what_for(version, self._words), day_of(version, self._words), said_time(version.at))
        return ", ".join((*parts, self._difference(version)))
