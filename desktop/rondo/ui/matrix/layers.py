"""What of the matrix is shown: states, organisations, one customer segment. Nothing of it is in the file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from rondo.figures.matrices.matrix_entries import Entry, MatrixOptions, entries
from rondo.strategy.framework import Framework
from rondo.ui.matrix.plan import cell_of
from rondo.ui.selection import Cell
from rondo.words import Words
from rondofile.enums import PlacementState
from rondofile.project import Project
from rondofile.records import Placement, Segment

EVERY_STATE = frozenset(PlacementState)


@dataclass(frozen=True, slots=True)
class Layers:
    """What is shown; `without` are ids of organisations that are not, `segment` None = all segments."""

    states: frozenset[PlacementState] = EVERY_STATE
    without: frozenset[str] = frozenset()
    segment: str | None = None

    def toggled(self, state: PlacementState) -> Layers:
        """The same with that state shown or not."""
        return replace(self, states=self.states ^ {state})

    def with_player(self, player: str, shown: bool) -> Layers:
        """The same with that organisation shown or not."""
        return replace(self, without=self.without - {player} if shown else self.without | {player})

    def kept(self) -> dict[str, Any]:
        """Plain values to keep."""
        return {"states": sorted(self.states), "without": sorted(self.without), "segment": self.segment}

    @classmethod
    def found(cls, kept: object) -> Layers:
        """What was kept; everything where that cannot be read."""
        if not isinstance(kept, dict):
            return cls()
        try:
            states = frozenset(PlacementState(state) for state in kept["states"])
            return cls(states, frozenset(map(str, kept["without"])), kept["segment"] and str(kept["segment"]))
        except (KeyError, TypeError, ValueError):
            return cls()


@dataclass(frozen=True, slots=True)
class Shown:
    """The offers that are shown; `hidden` counts the others, `hidden_in` by cell."""

    entries: tuple[Entry, ...]
    hidden: int
    hidden_in: Mapping[Cell, int]


def shown(project: Project, framework: Framework, words: Words, layers: Layers) -> Shown:
    """The offers of the project as the layers let them through."""
    segment = layers.segment if project.find(Segment, layers.segment) else None
    options = MatrixOptions(legend=True, states=layers.states, segment=segment)
    through = tuple(
        entry
        for entry in entries(project, framework, words, options)
        if not _is_without(project, entry.placement, layers)
    )
    there = {entry.placement.id for entry in through}
    others = [cell_of(offer) for offer in project.all(Placement) if offer.id not in there]
    return Shown(through, len(others), Counter(others))


def _is_without(project: Project, placement: Placement, layers: Layers) -> bool:
    player = project.player_of(placement)
    return player is not None and player.id in layers.without
