"""How wide cards are and how far phases are folded, so that a map fits a page and stays readable."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from rondo.figures.card import LEFT, RIGHT, Card, guessed_height, measured
from rondo.figures.card_signs import least_row
from rondo.figures.journey_facts import Facts
from rondo.figures.journey_pen import TITLE, Pen
from rondo.figures.layout import Layout, Node, Spacing, arrange, column_counts
from rondo.figures.text_guess import TextGuess

WIDEST, USUAL, NARROWEST, TIGHTEST = 120.0, 108.0, 60.0, 56.0
COMFORTABLE, COMFORTABLE_SIGNS = 82.0, 70.0
FOLD_PRICE, NARROW_PRICE, STACK_PRICE, WAY_PRICE, OVER_PRICE = 5.0, 1.3, 5.0, 0.08, 4.0
UNLINKED_PRICE = 9.0
USUAL_WORD = 92.0
MOST_TRIALS = 48
LAST_LATIN = 0x590
"""Latin, Greek, Cyrillic and Armenian letters come before this."""


@dataclass(frozen=True, slots=True)
class Fit:
    """A folding, a card width, and the factor by which stored places are drawn together."""

    limits: Mapping[int, int]
    card: float
    scale: float = 1.0


class Fitting:
    """Lays one journey out at different widths, with cards whose heights are guessed until they are drawn."""

    def __init__(self, facts: Facts, pen: Pen, spacing: Spacing) -> None:
        self._facts, self._pen = facts, pen
        self.spacing = spacing
        self._guess = TextGuess(pen.engine)
        self._heights: dict[float, dict[str, float]] = {}
        self.edges = [(link.source, link.target) for link in facts.links]

    @cached_property
    def least(self) -> float:
        """How wide cards should be at least, so that no word of usual length is broken inside."""
        words = {_longest_word(step.title) for step in self._facts.on_map}
        widest = max((self._pen.block(word, TITLE).natural_width for word in words), default=0.0)
        if self._facts.signs:
            rows = (least_row(step, self._pen) for step in self._facts.on_map)
            widest = max(widest, *rows, 0.0)
        return min(max(widest + LEFT + RIGHT + 0.5, NARROWEST), USUAL_WORD)

    def laid(self, fit: Fit, spacing: Spacing | None = None, *, quick: bool = False) -> Layout:
        """The layout under a fit."""
        return arrange(
            self._nodes(fit, self._guessed(fit.card)),
            self.edges,
            phases=len(self._facts.phases),
            lanes=len(self._facts.lanes),
            spacing=spacing or self.spacing,
            limits=fit.limits,
            quick=quick,
        )

    def cards(self, fit: Fit) -> tuple[dict[str, Card], bool]:
        """The cards of a fit, and whether one is not as high as it was guessed; from then on none is."""
        cards = {s.id: measured(s, fit.card, self._pen, signs=self._facts.signs) for s in self._facts.on_map}
        heights = {key: card.height for key, card in cards.items()}
        guessed = self._guessed(fit.card)
        wrong = any(abs(height - guessed[key]) > 0.01 for key, height in heights.items())
        self._heights[fit.card] = heights
        return cards, wrong

    def ranked(self, width: float | None, room: float | None = None) -> list[tuple[float, Fit]]:
        """Fits within the width of the map with their prices, the one that should read best first.

        Width None = as wide as the map likes; `room` is the height that the map should keep to."""
        full = self.counts
        if width is None:
            return [(0.0, Fit({}, USUAL))]
        fits = self._trials(full, width)
        if any(step.x is not None for step in self._facts.on_map):
            return [(0.0, self._placed(fits, width))]
        priced = [(self.price(fit, self.laid(fit, quick=True), room), fit) for fit in fits]
        return sorted(priced, key=lambda entry: entry[0])

    def card_width(self, limits: Sequence[int], width: float, spacing: Spacing) -> float:
        """How wide cards may be when the columns of a folding share the width."""
        columns = sum(limits)
        fixed = 2 * spacing.pad_x * len(limits) + (columns - len(limits)) * spacing.column
        return (width - fixed - sum(spacing.gaps.values())) / max(columns, 1)

    def _trials(self, full: Sequence[int], width: float) -> list[Fit]:
        """Foldings whose cards are wide enough, those with most columns first; else the tightest one."""
        rest, most = [0] * (len(full) - 1), len(full)
        while most < sum(full):
            if self.card_width([most + 1, *rest], width, self.spacing) < self.least:
                break
            most += 1
        foldings = sorted(_foldings(full, most), key=lambda limits: (-sum(limits), limits))
        fits = []
        for limits in foldings[:: -(-len(foldings) // MOST_TRIALS)] or [(1,) * len(full)]:
            card = self.card_width(limits, width, self.spacing)
            fits.append(Fit(dict(enumerate(limits)), min(max(round(card, 2), NARROWEST), WIDEST)))
        return fits

    def price(self, fit: Fit, layout: Layout, room: float | None) -> float:
        """What reads worse costs more: height, narrow cards, folds, steps in a pile, long ways of links."""
        lane = {step.id: step.lane for step in self._facts.on_map}
        stacked = sum(
            layout.column_of.get(a) == layout.column_of.get(b) and lane.get(a) == lane.get(b)
            for a, b in self.edges
        )
        piles = Counter((layout.column_of[key], lane[key]) for key in layout.boxes)
        piled = sum(count - 1 for count in piles.values()) - stacked
        folds = sum(self.counts) - sum(fit.limits.values())
        narrow = max((COMFORTABLE_SIGNS if self._facts.signs else COMFORTABLE) - fit.card, 0.0)
        boxes = layout.boxes
        ways = sum(
            abs(boxes[a].cx - boxes[b].cx) + 2 * abs(boxes[a].cy - boxes[b].cy)
            for a, b in self.edges
            if a in boxes and b in boxes
        )
        over = max(layout.height - room, 0.0) if room is not None else 0.0
        price = layout.height + FOLD_PRICE * folds + NARROW_PRICE * narrow + STACK_PRICE * stacked
        return price + UNLINKED_PRICE * max(piled, 0) + WAY_PRICE * ways + OVER_PRICE * over

    def _placed(self, fits: list[Fit], width: float) -> Fit:
        """With stored places: the widest cards and the least drawing together that stay within the width."""
        widest = replace(fits[0], limits={})
        for card in (USUAL, 92.0, 78.0, 68.0, NARROWEST):
            for squeeze in (1.0, 0.8, 0.6, 0.45, 0.3, 0.15):
                fit = replace(widest, card=card, scale=squeeze * (card + 14) / (USUAL + 14))
                if self.laid(fit, quick=True).width <= width:
                    return fit
        return replace(fits[-1], scale=0.0)

    @cached_property
    def counts(self) -> tuple[int, ...]:
        """How many sub-columns each phase takes unfolded."""
        heights = dict.fromkeys((step.id for step in self._facts.on_map), 1.0)
        nodes = [replace(n, x=None, y=None) for n in self._nodes(Fit({}, USUAL), heights)]
        return column_counts(nodes, self.edges, phases=len(self._facts.phases), lanes=len(self._facts.lanes))

    def _nodes(self, fit: Fit, heights: Mapping[str, float]) -> list[Node]:
        return [
            Node(
                step.id,
                self._facts.phases.index(step.phase) if step.phase else None,
                step.lane,
                fit.card,
                heights[step.id],
                None if step.x is None or step.y is None else round(step.x * fit.scale, 2),
                None if step.x is None or step.y is None else float(step.y),
                step.locked,
            )
            for step in self._facts.on_map
        ]

    def _guessed(self, width: float) -> dict[str, float]:
        if width not in self._heights:
            signs = self._facts.signs
            self._heights[width] = {
                s.id: guessed_height(s, width, self._pen, self._guess, signs=signs)
                for s in self._facts.on_map
            }
        return self._heights[width]


def _longest_word(title: str) -> str:
    """The longest word of an alphabet that is broken at spaces; empty where the script is another."""
    words = (word for word in title.split() if max(map(ord, word)) < LAST_LATIN)
    return max(words, key=len, default="")


def _foldings(full: Sequence[int], most: int) -> list[tuple[int, ...]]:
    """Every way to give each phase at least one sub-column, at most its own and `most` in all."""
    if not full:
        return [()]
    rest = len(full) - 1
    return [
        (count, *others)
        for count in range(1, min(full[0], most - rest) + 1)
        for others in _foldings(full[1:], most - count)
    ]
