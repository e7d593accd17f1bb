"""Looking: how the architectures are looked at. It stays on this computer and is never an edit."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QObject, Signal

from rondo.ui.desk import Desk
from rondofile.enums import Architecture
from rondofile.project import Project
from rondofile.records import Stretch

SECTIONS = ("roles", "dimensions", "conditions", "criteria")
FEWEST = 2
"""A comparison needs two columns."""


class Looking(QObject):
    """The section that is open, the columns that are shown, the part of the journey that is looked at."""

    section_changed = Signal()
    columns_changed = Signal()
    part_changed = Signal()
    changed = Signal()
    """Something else: whether the ranking is shown, or only what differs."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        kept = self._kept()
        section = kept.get("section")
        self.section: str = section if section in SECTIONS else SECTIONS[0]
        self.columns = _columns(kept.get("columns"))
        self._part: str | None = None
        self.ranking = kept.get("ranking") is True
        self.differing = kept.get("differing") is True
        """Whether only those dimensions are shown on which the columns differ."""

    def part(self, project: Project) -> str | None:
        """The part of the journey that is looked at; None is the whole journey."""
        found = project.find(Stretch, self._part)
        return found.id if found and found.journey == self._desk.selection.journey else None

    def open(self, section: str) -> None:
        """That section is open."""
        if section != self.section:
            self.section = section
            self._keep()
            self.section_changed.emit()

    def show(self, column: Architecture, shown: bool) -> None:
        """The column is shown or not; the last two stay."""
        wanted = {*self.columns, column} if shown else {*self.columns} - {column}
        columns = tuple(a for a in Architecture if a in wanted)
        if columns != self.columns and len(columns) >= FEWEST:
            self.columns = columns
            self._keep()
            self.columns_changed.emit()

    def look_at(self, part: str | None) -> None:
        """That part of the journey is looked at, or all of it."""
        if part != self._part:
            self._part = part
            self.part_changed.emit()

    def rank(self, ranking: bool) -> None:
        """The ranking is shown or not."""
        self.ranking = ranking
        self._keep()
        self.changed.emit()

    def only_differing(self, differing: bool) -> None:
        """Only what differs between the columns is shown, or everything."""
        self.differing = differing
        self._keep()
        self.changed.emit()

    def _kept(self) -> dict[str, Any]:
        standing = self._desk.session.standing
        kept = self._desk.settings.view_of(standing.doc_id).get("architectures") if standing else None
        return kept if isinstance(kept, dict) else {}

    def _keep(self) -> None:
        standing = self._desk.session.standing
        if standing is None:
            return
        view = self._desk.settings.view_of(standing.doc_id)
        view["architectures"] = {
            "section": self.section,
            "columns": [column.value for column in self.columns],
            "ranking": self.ranking,
            "differing": self.differing,
        }
        self._desk.settings.keep_view(standing.doc_id, view)


def _columns(kept: object) -> tuple[Architecture, ...]:
    names = set(map(str, kept)) if isinstance(kept, Iterable) else set()
    found = tuple(a for a in Architecture if a.value in names)
    return found if len(found) >= FEWEST else tuple(Architecture)
