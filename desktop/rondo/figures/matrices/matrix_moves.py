"""Arrows from where an offer stands today to where it shall stand, through the gaps between the cells.

The gaps hold neither text nor cards; where the names of rows stand above the cells, an arrow goes around
them. So an arrow never crosses a word."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct, field

from rondo.figures.bounds import Box
from rondo.figures.matrices.matrix_entries import Entry
from rondo.figures.matrices.matrix_plan import Columns
from rondofile.enums import Architecture, CardKind, PlacementState, PlayerKind

LANES = (0.0, 0.28, -0.28)
"""How far beside the middle of a gap the first, second and third arrow through it run, in gaps."""
Point = tuple[float, float]
Pair = tuple[Entry, Entry]
Strips = Mapping[int, Sequence[Box]]
"""The boxes of row names that stand above their cells, by row."""


class Standing(Struct, frozen=True):
    """A drawn card: its box, its column, the top and bottom of its row."""

    entry: Entry
    box: Box
    column: int
    row: int
    row_top: float
    row_bottom: float


class Move(Struct, frozen=True):
    """From a card of today to the same card's target, with the corners of the way."""

    now: Standing
    target: Standing
    points: tuple[Point, ...]


def moves(standing: Iterable[Standing], frame: Columns, strips: Strips) -> tuple[Move, ...]:
    """Every move between two cells of which both cards are drawn."""
    cards = {card.entry.placement.id: card for card in standing}
    roads = _Roads(frame, strips)
    pairs = [
        (cards[now.placement.id], cards[target.placement.id])
        for now, target in moved([card.entry for card in cards.values()])
    ]
    return tuple(Move(now, target, roads.way(now, target)) for now, target in pairs)


def moved(entries: Iterable[Entry]) -> tuple[Pair, ...]:
    """Offers of today with what they shall become in another cell. Cards belong together by whose offer
    it is and for whom or what it is; one that stays in its cell does not move."""
    today: dict[tuple[str, ...], list[Entry]] = defaultdict(list)
    targets: list[Entry] = []
    for entry in entries:
        if entry.placement.state is PlacementState.NOW:
            today[_same(entry)].append(entry)
        elif entry.placement.state is PlacementState.TARGET:
            targets.append(entry)
    return tuple(
        (now, target)
        for target in targets
        for now in today.get(_same(target), ())
        if _cell(now) != _cell(target)
    )


def _cell(entry: Entry) -> tuple[str | None, str | None]:
    return entry.placement.experience, entry.placement.architecture


def _same(entry: Entry) -> tuple[str, ...]:
    """What makes two cards the same offer at two times; a card about nothing equals only itself."""
    placement = entry.placement
    whose = "" if entry.kind is PlayerKind.OWN else placement.player or ""
    if placement.card_kind is CardKind.ACTIVITY:
        about = " ".join(placement.card_text.casefold().split())
        return (whose, "activity", about) if about else (placement.id,)
    return (whose, placement.card_kind, placement.card_ref) if placement.card_ref else (placement.id,)


class _Roads(Struct, frozen=True):
    """Ways through the gaps; `used` counts the arrows in each, so that they run beside each other."""

    frame: Columns
    strips: Strips
    used: dict[tuple[str, int], int] = field(default_factory=lambda: defaultdict(int))

    def way(self, now: Standing, target: Standing) -> tuple[Point, ...]:
        """Out of the card's side, along the gaps, into the side of the target."""
        leaves, enters = now.column, target.column
        if not self.frame.arrows_left:
            leaves += int(target.column >= now.column)
            enters += int(target.column <= now.column)
        start, end = _side(now, leaves), _side(target, enters)
        out = self._across(leaves)
        points = [start, (out, start[1])]
        main = self._corridor(now.row, target.row, enters, leaves)
        if main != leaves:
            level = self._level(now, target.row < now.row and self._is_free(leaves, (now.row,)))
            points.append((out, level))
            out = self._across(main)
            points.append((out, level))
        if main != enters:
            level = self._level(target, False)
            points.append((out, level))
            out = self._across(enters)
            points.append((out, level))
        return (*points, (out, end[1]), end)

    def _corridor(self, start: int, end: int, enters: int, leaves: int) -> int:
        """The gap in which the arrow passes from row to row: where no name of a row stands."""
        crossed = range(min(start, end) + 1, max(start, end) + 1)
        first, last = int(self.frame.left < self.frame.gap), len(Architecture) - int(self.frame.arrows_left)
        others = sorted(range(first, last + 1), key=lambda gap: abs(gap - enters))
        wanted = [gap for gap in (enters, leaves) if first <= gap <= last]
        return next((gap for gap in (*wanted, *others) if self._is_free(gap, crossed)), enters)

    def _is_free(self, gap: int, rows: Iterable[int]) -> bool:
        middle = self._middle(gap)
        boxes = [box for row in rows for box in self.strips.get(row, ())]
        return not any(left < middle < right for left, _, right, _ in boxes)

    def _across(self, gap: int) -> float:
        """Where a new arrow runs down a gap."""
        return self._middle(gap) + self._lane(("column", gap))

    def _level(self, card: Standing, above: bool) -> float:
        """Where a new arrow runs along the gap above or below a card's row."""
        half = self.frame.below / 2
        middle = card.row_top - half if above else card.row_bottom + half
        return middle + self._lane(("row", card.row + int(not above)))

    def _middle(self, gap: int) -> float:
        """The middle of the gap before a column; the last one runs right of the grid."""
        return self.frame.x(gap) - self.frame.gap / 2

    def _lane(self, gap: tuple[str, int]) -> float:
        self.used[gap] += 1
        lane = LANES[(self.used[gap] - 1) % len(LANES)] * self.frame.gap
        return -lane if self.frame.arrows_left else lane


def _side(card: Standing, gap: int) -> Point:
    """The middle of the card's right side when the gap lies to its right, else of its left side."""
    left, top, right, bottom = card.box
    return (right if gap > card.column else left), (top + bottom) / 2
