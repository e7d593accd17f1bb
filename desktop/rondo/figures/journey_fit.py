"""How wide cards are and how far phases are folded, so that a map fits a page and stays readable."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product

from rondo.figures.card import Card, measured
from rondo.figures.journey_facts import Facts
from rondo.figures.journey_pen import PHASES, Pen
from rondo.figures.layout import Layout, Node, Spacing, arrange, column_counts

WIDEST, USUAL, NARROWEST = 120.0, 108.0, 60.0
COMFORTABLE = 82.0
FOLD_PRICE, NARROW_PRICE, STACK_PRICE = 5.0, 1.3, 5.0
MOST_TRIALS = 90


@dataclass(frozen=True, slots=True)
class Fit:
    """A folding, a card width, and the factor by which stored places are drawn together."""

    limits: Mapping[int, int]
    card: float
    scale: float = 1.0


@dataclass(frozen=True, slots=True)
class Laid:
    """A layout with the cards it was made for."""

    layout: Layout
    cards: Mapping[str, Card]


class Fitting:
    """Lays one journey out at different widths; cards of one width are measured once."""

    def __init__(self, facts: Facts, pen: Pen, spacing: Spacing) -> None:
        self._facts, self._pen = facts, pen
        self.spacing = spacing
        self._cards: dict[float, dict[str, Card]] = {}
        self.edges = [(link.source, link.target) for link in facts.links]

    def laid(self, fit: Fit, spacing: Spacing | None = None) -> Laid:
        """The layout under a fit."""
        cards = self._measured(fit.card)
        layout = arrange(
            self._nodes(fit, cards),
            self.edges,
            phases=len(PHASES),
            lanes=len(self._facts.lanes),
            spacing=spacing or self.spacing,
            limits=fit.limits,
        )
        return Laid(layout, cards)

    def best(self, width: float | None) -> Fit:
        """The fit that reads best within the width of the map (None = as wide as it likes)."""
        full = self._counts()
        if width is None:
            return Fit({}, USUAL)
        fits = list(self._trials(full, width))
        if any(step.x is not None for step in self._facts.on_map):
            return self._placed(fits, width)
        return min(fits, key=lambda fit: self._price(fit, full))

    def card_width(self, limits: Sequence[int], width: float, spacing: Spacing) -> float:
        """How wide cards may be when the columns of a folding share the width."""
        columns = sum(limits)
        fixed = 2 * spacing.pad_x * len(limits) + (columns - len(limits)) * spacing.column
        return (width - fixed - sum(spacing.gaps.values())) / max(columns, 1)

    def _trials(self, full: Sequence[int], width: float) -> Iterator[Fit]:
        """Foldings whose cards are wide enough; the tightest one if none is."""
        found = 0
        ranges = [range(1, count + 1) for count in full]
        for limits in sorted(product(*ranges), key=lambda each: (-sum(each), each)):
            card = self.card_width(limits, width, self.spacing)
            if card >= NARROWEST and found < MOST_TRIALS:
                found += 1
                yield Fit(dict(enumerate(limits)), min(round(card, 2), WIDEST))
        if not found:
            tight = [1] * len(full)
            card = self.card_width(tight, width, self.spacing)
            yield Fit(dict(enumerate(tight)), max(round(card, 2), NARROWEST))

    def _price(self, fit: Fit, full: Sequence[int]) -> float:
        layout = self.laid(fit).layout
        lane = {step.id: step.lane for step in self._facts.on_map}
        stacked = sum(
            layout.column_of.get(a) == layout.column_of.get(b) and lane.get(a) == lane.get(b)
            for a, b in self.edges
        )
        folds = sum(full) - sum(fit.limits.values())
        narrow = max(COMFORTABLE - fit.card, 0.0)
        return layout.height + FOLD_PRICE * folds + NARROW_PRICE * narrow + STACK_PRICE * stacked

    def _placed(self, fits: list[Fit], width: float) -> Fit:
        """With stored places: the widest cards and the least drawing together that stay within the width."""
        widest = replace(fits[0], limits={})
        for card in (USUAL, 92.0, 78.0, 68.0, NARROWEST):
            for squeeze in (1.0, 0.8, 0.6, 0.45, 0.3, 0.15):
                fit = replace(widest, card=card, scale=squeeze * (card + 14) / (USUAL + 14))
                if self.laid(fit).layout.width <= width:
                    return fit
        return replace(fits[-1], scale=0.0)

    def _counts(self) -> tuple[int, ...]:
        nodes = [replace(n, x=None, y=None) for n in self._nodes(Fit({}, USUAL), self._measured(USUAL))]
        return column_counts(nodes, self.edges, phases=len(PHASES), lanes=len(self._facts.lanes))

    def _nodes(self, fit: Fit, cards: Mapping[str, Card]) -> list[Node]:
        return [
            Node(
                step.id,
                step.phase,
                step.lane,
                fit.card,
                cards[step.id].height,
                None if step.x is None or step.y is None else round(step.x * fit.scale, 2),
                None if step.x is None or step.y is None else float(step.y),
                step.locked,
            )
            for step in self._facts.on_map
        ]

    def _measured(self, width: float) -> dict[str, Card]:
        if width not in self._cards:
            self._cards[width] = {s.id: measured(s, width, self._pen) for s in self._facts.on_map}
        return self._cards[width]
