"""The project's own names as a range may have them: of segments, situations, parts, organisations."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from rondo.ui.ranges.compared import plain
from rondofile.enums import CardKind
from rondofile.project import Project
from rondofile.records import Player, Segment, Situation, Stretch

T = TypeVar("T")
Card = tuple[CardKind, str]


class Names:
    """By the plain form of a name. `cards`: what an offer can be for; a name that two have is nobody's."""

    def __init__(self, project: Project) -> None:
        self.cards = _single(_cards(project))
        self.players = _single((player.name, player.id) for player in project.all(Player))


def _single(pairs: Iterator[tuple[str, T]]) -> dict[str, T]:
    found: dict[str, T] = {}
    twice: set[str] = set()
    for name, what in pairs:
        wanted = plain(name)
        if not wanted:
            continue
        if wanted in found and found[wanted] != what:
            twice.add(wanted)
        found.setdefault(wanted, what)
    return {name: what for name, what in found.items() if name not in twice}


def _cards(project: Project) -> Iterator[tuple[str, Card]]:
    """A situation also by its segment and itself, however the two are joined."""
    for segment in project.all(Segment):
        yield segment.name, (CardKind.SEGMENT, segment.id)
    for situation in project.all(Situation):
        of = project.find(Segment, situation.segment)
        for join in (" – ", ", ", " - ", ": ", " ") if of is not None else ():
            yield f"{of.name}{join}{situation.name}", (CardKind.SITUATION, situation.id)  # type: ignore[union-attr]
        yield situation.name, (CardKind.SITUATION, situation.id)
    for stretch in project.all(Stretch):
        yield stretch.name, (CardKind.STRETCH, stretch.id)
