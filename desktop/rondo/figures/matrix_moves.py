"""Arrows from where an offer stands today to where it shall stand, through the gaps between the cells.

The gaps hold neither text nor cards, so an arrow never crosses a word."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from rondo.figures.bounds import Box
from rondo.figures.matrix_entries import Entry
from rondo.figures.matrix_plan import GAP, Columns
from rondofile.enums import CardKind, PlacementState, PlayerKind

LANES = (0.0, 2.1, -2.1)
"""How far beside the middle of a gap the first, second and third arrow through it run."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A drawn card: its box, its column, the top and bottom of its row."""

    entry: Entry
    box: Box
    column: int
    row: int
    row_top: float
    row_bottom: float


@dataclass(frozen=True, slots=True)
class Move:
    """From a card of today to the same card's target, with the corners of the way."""

    now: Standing
    target: Standing
    points: tuple[tuple[float, float], ...]


def moves(standing: Iterable[Standing], frame: Columns) -> tuple[Move, ...]:
    """Every move between two cells of which both cards are drawn. A card that stays in its cell does not
    move. Cards belong together by whose offer it is and for whom or what it is."""
    today: dict[tuple[str, ...], list[Standing]] = defaultdict(list)
    targets: list[Standing] = []
    for card in standing:
        if card.entry.placement.state is PlacementState.NOW:
            today[_same(card.entry)].append(card)
        elif card.entry.placement.state is PlacementState.TARGET:
            targets.append(card)
    used: dict[tuple[str, int], int] = defaultdict(int)
    return tuple(
        Move(now, target, _way(now, target, frame, used))
        for target in targets
        for now in today.get(_same(target.entry), ())
        if (now.row, now.column) != (target.row, target.column)
    )


def _same(entry: Entry) -> tuple[str, ...]:
    """What makes two cards the same offer at two times; a card about nothing equals only itself."""
    placement = entry.placement
    whose = "" if entry.kind is PlayerKind.OWN else placement.player or ""
    if placement.card_kind is CardKind.ACTIVITY:
        about = " ".join(placement.card_text.casefold().split())
        return (whose, "activity", about) if about else (placement.id,)
    return (whose, placement.card_kind, placement.card_ref) if placement.card_ref else (placement.id,)


def _way(
    now: Standing, target: Standing, frame: Columns, used: dict[tuple[str, int], int]
) -> tuple[tuple[float, float], ...]:
    """Out of the card's side, along the gaps, into the side of the target."""
    leaves = now.column + int(target.column >= now.column)
    enters = target.column + int(target.column <= now.column)
    start, end = _side(now, leaves), _side(target, enters)
    out = _gap(frame, leaves) + _lane(("column", leaves), used)
    if leaves == enters:
        return start, (out, start[1]), (out, end[1]), end
    below = target.row >= now.row
    level = now.row_bottom + GAP / 2 if below else now.row_top - GAP / 2
    level += _lane(("row", now.row + int(below)), used)
    back = _gap(frame, enters) + _lane(("column", enters), used)
    return start, (out, start[1]), (out, level), (back, level), (back, end[1]), end


def _side(card: Standing, gap: int) -> tuple[float, float]:
    """The middle of the card's right side when the gap lies to its right, else of its left side."""
    left, top, right, bottom = card.box
    return (right if gap > card.column else left), (top + bottom) / 2


def _gap(frame: Columns, index: int) -> float:
    """The middle of the gap before a column; the last one runs right of the grid."""
    return frame.x(index) - GAP / 2


def _lane(gap: tuple[str, int], used: dict[tuple[str, int], int]) -> float:
    used[gap] += 1
    return LANES[(used[gap] - 1) % len(LANES)]
