"""The course of a sweep: which cells are thought of, in which order, and how many are left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from rondo.strategy.moves.people import People, own_offers
from rondo.strategy.moves.seats import CELLS, Seats
from rondo.ui.cells.ideas import Spot
from rondofile.project import Project
from rondofile.records import Segment


def empty_cells(project: Project, segment: str | None = None) -> tuple[Spot, ...]:
    """The cells in which we do not stand in any way: for anybody, or for one segment and its situations."""
    found = project.find(Segment, segment)
    if found is None:
        seats = Seats(project)
        return tuple(cell for cell in CELLS if not seats[cell].ours)
    people = [People(found), *(People(found, one) for one in project.situations_of(found.id))]
    there = {(offer.experience, offer.architecture) for one in people for offer in own_offers(project, one)}
    return tuple(cell for cell in CELLS if cell not in there)


@dataclass
class Course:
    """Cells in order and the place in them; after the last one comes the end. The cells stay as they were
    when the sweep began, also when one of them is filled meanwhile."""

    cells: Sequence[Spot]
    at: int = 0
    offered: dict[Spot, str] = field(default_factory=dict)
    """What became an offer in this sweep, by cell."""

    @property
    def spot(self) -> Spot | None:
        """The cell that is thought of now; None at the end."""
        return self.cells[self.at] if self.at < len(self.cells) else None

    @property
    def left(self) -> int:
        """How many cells come after this one."""
        return max(len(self.cells) - self.at - 1, 0)

    def go(self, by: int) -> None:
        """The next cell or the one before; never beyond the end."""
        self.at = min(max(self.at + by, 0), len(self.cells))

    def begin_at(self, spot: Spot | None) -> None:
        """The sweep goes on from that cell, or from the first where it has none such."""
        self.at = self.cells.index(spot) if spot in self.cells else 0
