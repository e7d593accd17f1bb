"""Who stands in which cell of the matrix: we, those who could take our customers, and others."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from rondo.strategy.sentences.focus import is_own
from rondofile.enums import Architecture, Experience, PlacementState, PlayerKind
from rondofile.project import Project
from rondofile.records import Placement, Player

Cell = tuple[Experience, Architecture]
CELLS: tuple[Cell, ...] = tuple((row, column) for row in Experience for column in Architecture)
"""The twenty cells, row by row; their order is no rank."""
ATTACKERS = (PlayerKind.RIVAL, PlayerKind.START_UP)
DECIDED = (PlacementState.NOW, PlacementState.TARGET)
CROWD = 3
"""So many organisations in a cell, ours among them, are a crowd."""


class Seat(Struct, frozen=True):
    """The offers of one cell. `attackers`: of rivals and start-ups; `others`: of everyone else."""

    ours: tuple[Placement, ...] = ()
    attackers: tuple[Placement, ...] = ()
    others: tuple[Placement, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nobody stands there at all."""
        return not (self.ours or self.attackers or self.others)

    @property
    def is_held(self) -> bool:
        """Whether rivals or start-ups stand there, and we in no way: neither today nor as an idea."""
        return bool(self.attackers) and not self.ours

    @property
    def decided(self) -> tuple[Placement, ...]:
        """Our offers there of today and to come."""
        return tuple(offer for offer in self.ours if offer.state in DECIDED)


NOBODY = Seat()


class Seats:
    """The twenty cells of a project, each with who stands there."""

    def __init__(self, project: Project) -> None:
        self._project = project
        held: dict[Cell, tuple[list[Placement], list[Placement], list[Placement]]] = {}
        for offer in project.all(Placement):
            if offer.experience is not None and offer.architecture is not None:
                sides = held.setdefault((offer.experience, offer.architecture), ([], [], []))
                sides[self._side(offer)].append(offer)
        self._seats = {cell: Seat(*map(tuple, sides)) for cell, sides in held.items()}

    def __getitem__(self, cell: Cell) -> Seat:
        return self._seats.get(cell, NOBODY)

    def row(self, row: Experience) -> Iterator[tuple[Cell, Seat]]:
        """The five cells of a row with who stands there."""
        return (((row, column), self[row, column]) for column in Architecture)

    def players(self, *offers: Placement) -> tuple[Player, ...]:
        """Whose offers these are, each organisation once, in the order of the offers."""
        found = (self._project.player_of(offer) for offer in offers)
        return tuple(dict.fromkeys(player for player in found if player is not None))

    def _side(self, offer: Placement) -> int:
        if is_own(self._project, offer):
            return 0
        player = self._project.player_of(offer)
        return 1 if player is not None and player.kind in ATTACKERS else 2
