"""Selection: what is chosen in a window now. Every room sets it and follows it; the inspector explains it.

It is view state: never an edit, never in the file.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from rondo.ui.session import Session
from rondofile.enums import Architecture, Experience
from rondofile.records import Journey, Record

Cell = tuple[Experience | None, Architecture | None]
"""A place in the matrix; no experience is off the grid, not connected yet."""


class Selection(QObject):
    """Records of one noun, or a cell of the matrix, or nothing; and the journey that is looked at."""

    changed = Signal()
    journey_changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.kind: type[Record] | None = None
        self.ids: tuple[str, ...] = ()
        self.cell: Cell | None = None
        self._journey: str | None = None
        session.ready.connect(self._keep_what_is_there)
        session.changed.connect(self._on_session_changed)
        self._keep_what_is_there()

    @property
    def journey(self) -> str | None:
        """The id of the journey that is looked at; None where the project has none."""
        return self._journey

    def ids_of(self, kind: type[Record]) -> tuple[str, ...]:
        """The chosen ids where records of that noun are chosen, else none."""
        return self.ids if self.kind is kind else ()

    def choose(self, kind: type[Record], *ids: str) -> None:
        """Exactly these records are chosen; without ids nothing is."""
        self._set(kind if ids else None, ids, None)

    def choose_cell(self, cell: Cell) -> None:
        """Exactly this cell of the matrix is chosen."""
        self._set(None, (), cell)

    def clear(self) -> None:
        """Nothing is chosen: the inspector explains the project."""
        self._set(None, (), None)

    def look_at(self, journey: str | None) -> None:
        """That journey is looked at."""
        if journey != self._journey:
            self._journey = journey
            self.journey_changed.emit()

    def _set(self, kind: type[Record] | None, ids: tuple[str, ...], cell: Cell | None) -> None:
        if (kind, ids, cell) != (self.kind, self.ids, self.cell):
            self.kind, self.ids, self.cell = kind, ids, cell
            self.changed.emit()

    def _on_session_changed(self, _: object) -> None:
        self._keep_what_is_there()

    def _keep_what_is_there(self) -> None:
        """Records that are gone are no longer chosen; a journey that is gone makes way for the first.

        Both are so before either is told: whoever listens finds nothing that is gone."""
        project, kind = self._session.project, self.kind
        looked, chosen = self._journey, self.ids
        if project.find(Journey, self._journey) is None:
            first = next(iter(project.all(Journey)), None)
            self._journey = first.id if first else None
        if kind is not None:
            self.ids = tuple(key for key in self.ids if project.find(kind, key) is not None)
            self.kind = kind if self.ids else None
        if self._journey != looked:
            self.journey_changed.emit()
        if self.ids != chosen:
            self.changed.emit()
