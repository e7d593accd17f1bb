"""Why a cell is worth a thought, read once for all cells until something changes on which it rests."""

from __future__ import annotations

from rondo.strategy.moves.empty_cells import Prompts
from rondo.strategy.moves.telling import Reason, Teller
from rondo.ui.cells.ideas import Spot
from rondo.ui.desk import Desk
from rondofile.records import NOUN_OF, Fit, Journey, Mark, Placement, Player, Record, Segment, Situation, Step

RESTS_ON: tuple[type[Record], ...] = (Fit, Journey, Mark, Placement, Player, Segment, Situation, Step)


class Reasons:
    """The reasons for every cell, for all customers or for one segment."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._read: tuple[object, ...] = ()
        self._of: dict[str | None, Prompts] = {}
        self._teller: Teller | None = None

    def of(self, spot: Spot, segment: str | None = None, standing: bool = True) -> tuple[Reason, ...]:
        """What speaks for that cell, and where `standing` who holds it; nothing where nothing does."""
        return self._told().prompt(self.prompts(segment)[spot], standing)

    def prompts(self, segment: str | None = None) -> Prompts:
        """What points to every cell."""
        self._told()
        if segment not in self._of:
            self._of[segment] = Prompts(self._desk.session.project, self._desk.framework, segment)
        return self._of[segment]

    def _told(self) -> Teller:
        """Tables that did not change are the same objects in the next project."""
        project = self._desk.session.project
        tables = tuple(project.tables[NOUN_OF[kind]] for kind in RESTS_ON)
        if self._teller is None or any(a is not b for a, b in zip(tables, self._read, strict=True)):
            self._read, self._of = tables, {}
            self._teller = Teller(project, self._desk.framework, self._desk.words)
        return self._teller
