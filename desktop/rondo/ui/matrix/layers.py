"""What of the matrix is shown: states, organisations, customers; and how. Nothing of it is in the file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

from rondo.figures.matrices.matrix_entries import Entry, MatrixOptions, entries
from rondo.strategy.framework.whole import Framework
from rondo.strategy.matrix.heat import Heat, Warmth, heat
from rondo.strategy.people.served import people_of
from rondo.ui.matrix.plan import cell_of
from rondo.ui.selection import Cell
from rondo.words import Words
from rondofile.enums import PlacementState, PlayerKind
from rondofile.project import Project
from rondofile.records import Placement, Segment, Situation

EVERY_STATE = frozenset(PlacementState)


class Layers(Struct, frozen=True):
    """What is shown. `without` are ids of organisations that are not, `without_kinds` whole kinds of them;
    `segment` and `situation` None = all. The others change how it is shown and hide nothing:

    `under`: today shows through under what we will do; `whole`: nothing is folded; `heat`: what is measured
    in the cells."""

    states: frozenset[PlacementState] = EVERY_STATE
    without: frozenset[str] = frozenset()
    without_kinds: frozenset[PlayerKind] = frozenset()
    segment: str | None = None
    situation: str | None = None
    under: bool = False
    whole: bool = False
    heat: Heat | None = None

    def toggled(self, state: PlacementState) -> Layers:
        """The same with that state shown or not."""
        return replace(self, states=self.states ^ {state})

    def with_player(self, player: str, shown: bool) -> Layers:
        """The same with that organisation shown or not."""
        return replace(self, without=self.without - {player} if shown else self.without | {player})

    def with_kind(self, kind: PlayerKind, shown: bool) -> Layers:
        """The same with that kind of organisation shown or not."""
        kinds = self.without_kinds
        return replace(self, without_kinds=kinds - {kind} if shown else kinds | {kind})

    def of(self, segment: str | None, situation: str | None = None) -> Layers:
        """The same for those customers alone, in that situation or in all of theirs."""
        return replace(self, segment=segment, situation=situation)

    @property
    def unfiltered(self) -> Layers:
        """The same with nothing hidden."""
        return Layers(under=self.under, whole=self.whole, heat=self.heat)

    def kept(self) -> dict[str, Any]:
        """Plain values to keep."""
        return {
            "states": sorted(self.states),
            "without": sorted(self.without),
            "kinds": sorted(self.without_kinds),
            "segment": self.segment,
            "situation": self.situation,
            "under": self.under,
            "whole": self.whole,
            "heat": self.heat,
        }

    @classmethod
    def found(cls, kept: object) -> Layers:
        """What was kept; everything where that cannot be read."""
        if not isinstance(kept, dict):
            return cls()
        try:
            return cls(
                frozenset(PlacementState(state) for state in kept["states"]),
                frozenset(map(str, kept["without"])),
                frozenset(PlayerKind(kind) for kind in kept.get("kinds", ())),
                kept["segment"] and str(kept["segment"]),
                kept.get("situation") and str(kept["situation"]),
                bool(kept.get("under")),
                bool(kept.get("whole")),
                Heat(kept["heat"]) if kept.get("heat") else None,
            )
        except (KeyError, TypeError, ValueError):
            return cls()


class Shown(Struct, frozen=True):
    """The offers that are shown; `hidden` counts the others, `hidden_in` by cell. `warmth`: what is measured
    in cells, where something is."""

    entries: tuple[Entry, ...]
    hidden: int
    hidden_in: Mapping[Cell, int]
    warmth: Mapping[Cell, Warmth] = field(default_factory=dict)


def shown(project: Project, framework: Framework, words: Words, layers: Layers) -> Shown:
    """The offers of the project as the layers let them through."""
    segment = layers.segment if project.find(Segment, layers.segment) else None
    options = MatrixOptions(legend=True, states=layers.states, segment=segment)
    through = tuple(
        entry
        for entry in entries(project, framework, words, options)
        if not _is_without(project, entry, layers)
    )
    there = {entry.placement.id for entry in through}
    others = [cell_of(offer) for offer in project.all(Placement) if offer.id not in there]
    offers = (entry.placement for entry in through)
    warmth = heat(project, framework, offers, layers.heat) if layers.heat is not None else {}
    return Shown(through, len(others), Counter(others), warmth)


def _is_without(project: Project, entry: Entry, layers: Layers) -> bool:
    placement = entry.placement
    if entry.kind in layers.without_kinds:
        return True
    if layers.situation is not None and project.find(Situation, layers.situation) is not None:
        who = people_of(project, placement)
        if who is None or who[1] != layers.situation:
            return True
    player = project.player_of(placement)
    return player is not None and player.id in layers.without
