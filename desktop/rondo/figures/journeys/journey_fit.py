"""How wide cards are and how far phases are folded, so that a map fits a page and stays readable."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from rondo.figures.arranging.layout import Layout, Node, Spacing, arrange, column_counts, settled_columns
from rondo.figures.arranging.layout_fold import Shape
from rondo.figures.cards.card import LEFT, RIGHT, Card, guessed_height, measured
from rondo.figures.cards.card_signs import least_row
from rondo.figures.journeys.journey_facts import Facts, StepFacts
from rondo.figures.journeys.journey_pen import SMALL, TITLE, TITLE_SIGNS, Pen
from rondo.figures.journeys.journey_widths import Widths
from rondo.figures.text_guess import TextGuess

WIDEST, USUAL, NARROWEST, TIGHTEST = 120.0, 108.0, 60.0, 56.0
COMFORTABLE, COMFORTABLE_SIGNS = 82.0, 70.0
FOLD_PRICE, NARROW_PRICE, STACK_PRICE, WAY_PRICE, OVER_PRICE = 5.0, 1.3, 5.0, 0.08, 4.0
UNLINKED_PRICE = 9.0
USUAL_WORD, HEAD_PAD = 92.0, 10.5
MOST_TRIALS, SEARCHES, MOST_SEARCHED = 48, 5, 24
LAST_LATIN = 0x590
"""Latin, Greek, Cyrillic and Armenian letters come before this."""


class Fit(Struct, frozen=True):
    """A folding, a card width, and the factor by which stored places are drawn together.

    `columns`: the sub-column of every step in its phase, where they were searched for; `shares`: its
    width in cards, where sub-columns differ."""

    limits: Mapping[int, int]
    card: float
    scale: float = 1.0
    columns: Mapping[str, int] | None = None
    shares: Mapping[str, float] | None = None
    drawn_together: bool = False
    """Whether a map too wide to be read whole takes steps below each other."""

    def width(self, step: str) -> float:
        """How wide the card of a step is."""
        return round(self.card * self.shares[step], 2) if self.shares else self.card


class Fitting:
    """Lays one journey out at different widths, with cards whose heights are guessed until they are drawn."""

    def __init__(self, facts: Facts, pen: Pen, spacing: Spacing) -> None:
        self._facts, self._pen = facts, pen
        self.spacing = spacing
        self._guess = TextGuess(pen.engine)
        self._heights: dict[tuple[str, float], float] = {}
        self.edges = [(link.source, link.target) for link in facts.links]

    @cached_property
    def least(self) -> float:
        """How wide cards should be at least, so that no word of usual length is broken inside."""
        return min(max(self._least_of(self._facts.on_map), NARROWEST), USUAL_WORD)

    def _least_of(self, steps: Sequence[StepFacts]) -> float:
        """How wide cards must be for the longest words of these steps and for their signs."""
        style = TITLE_SIGNS if self._facts.signs else TITLE
        words = {_longest_word(step.title) for step in steps}
        widest = max((self._pen.block(word, style).natural_width for word in words), default=0.0)
        if self._facts.signs:
            widest = max([widest, *(least_row(step, self._pen) for step in steps)])
        return widest + LEFT + RIGHT + 0.5

    def laid(self, fit: Fit, spacing: Spacing | None = None, *, quick: bool = False) -> Layout:
        """The layout under a fit."""
        nodes = self._nodes(fit)
        return arrange(
            nodes,
            self.edges,
            phases=len(self._facts.phases),
            lanes=len(self._facts.lanes),
            spacing=spacing or self.spacing,
            limits=fit.limits,
            quick=quick,
            columns=fit.columns,
            shape=self._shape(nodes) if fit.drawn_together else None,
        )

    def _shape(self, nodes: Sequence[Node]) -> Shape:
        """What a map of these cards measures."""
        spacing = self.spacing
        heights = [node.height for node in nodes]
        column, around = USUAL + spacing.column, 2 * HEAD_PAD
        shape = Shape(column, spacing.row, spacing.pad_y, 0.0, spacing.min_lane, around)
        return shape.told(heights, spacing.lane_least)

    def cards(self, fit: Fit) -> tuple[dict[str, Card], bool]:
        """The cards of a fit, and whether one is not as high as it was guessed; from then on none is."""
        signs = self._facts.signs
        cards = {s.id: measured(s, fit.width(s.id), self._pen, signs=signs) for s in self._facts.on_map}
        wrong = [c for c in cards.values() if abs(c.height - self._height(c.step, c.width)) > 0.01]
        self._heights |= {(card.step.id, card.width): card.height for card in wrong}
        return cards, bool(wrong)

    def ranked(
        self, width: float | None, room: float | None = None, *, search: bool = True
    ) -> list[tuple[float, Fit]]:
        """Fits within the width of the map with their prices, the one that should read best first.

        Width None = as wide as the map likes; `room` is the height that the map should keep to. `search`:
        steps may move to other sub-columns of their phase, and sub-columns may differ in width."""
        full = self.counts
        if width is None:
            return [(0.0, Fit({}, USUAL, drawn_together=True))]
        fits = self._trials(full, width)
        if any(step.x is not None for step in self._facts.on_map):
            return [(0.0, self._placed(fits, width))]
        if len(self._facts.on_map) > MOST_SEARCHED:
            priced = [(self.price(fit, self.laid(fit, quick=True), room), fit) for fit in fits]
        else:
            rough = sorted(
                (self._settled(fit, room, search=False) for fit in fits), key=lambda entry: entry[0]
            )
            priced = (
                [self._settled(fit, room, search=True) for _, fit in rough[:SEARCHES]] if search else rough
            )
            if search and room is not None and self._facts.signs:
                priced = [(price, self.shared(fit)) for price, fit in priced]
        return sorted(priced, key=lambda entry: entry[0])

    def _settled(self, fit: Fit, room: float | None, *, search: bool) -> tuple[float, Fit]:
        """The fit with its steps in the sub-columns that read best, and its price."""
        limits = tuple(fit.limits.values())
        price, columns = settled_columns(
            self._nodes(fit),
            self.edges,
            limits,
            lanes=len(self._facts.lanes),
            spacing=self.spacing,
            room=room,
            labelled=[(link.source, link.target) for link in self._facts.links if link.text],
            search=search,
        )
        return price + self._closeness(fit), replace(fit, columns=columns) if search else fit

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
        boxes = layout.boxes
        ways = sum(
            abs(boxes[a].cx - boxes[b].cx) + 2 * abs(boxes[a].cy - boxes[b].cy)
            for a, b in self.edges
            if a in boxes and b in boxes
        )
        over = max(layout.height - room, 0.0) if room is not None else 0.0
        price = layout.height + self._closeness(fit) + STACK_PRICE * stacked
        return price + UNLINKED_PRICE * max(piled, 0) + WAY_PRICE * ways + OVER_PRICE * over

    def shared(self, fit: Fit) -> Fit:
        """The fit with sub-columns as wide as their steps need, where that makes the map lower."""
        steps = {step.id: step for step in self._facts.on_map}
        homes: dict[tuple[int, int], list[tuple[str, int]]] = {}
        for key, column in sorted((fit.columns or {}).items(), key=lambda item: item[1]):
            step = steps[key]
            if step.phase is not None and step.lane is not None:
                phase = self._facts.phases.index(step.phase)
                homes.setdefault((phase, column), []).append((key, step.lane))
        columns = [homes[home] for home in sorted(homes)]
        floors = [max(self._least_of([steps[key] for key, _ in column]), TIGHTEST) for column in columns]
        widths = Widths(
            columns,
            lambda key, width: self._height(steps[key], width),
            {lane: max(least, self.spacing.min_lane) for lane, least in self.spacing.lane_least.items()},
            self.spacing.row,
            self.spacing.pad_y,
            self._heads([phase for phase, _ in sorted(homes)]),
        ).shared(floors, fit.card * len(columns))
        shares = {
            key: width / fit.card for column, width in zip(columns, widths, strict=True) for key, _ in column
        }
        return replace(fit, shares=shares)

    def _heads(self, phase_of: Sequence[int]) -> list[tuple[list[int], float]]:
        """For every phase its sub-columns, and how wide their cards must be for a question on one line."""
        heads = []
        for number, phase in enumerate(self._facts.phases):
            mine = [index for index, other in enumerate(phase_of) if other == number]
            text = self._pen.block(self._pen.framework.phase(phase).question, SMALL)
            around = 2 * self.spacing.pad_x + (len(mine) - 1) * self.spacing.column
            if mine:
                heads.append((mine, text.natural_width + HEAD_PAD - around))
        return heads

    def _closeness(self, fit: Fit) -> float:
        """The price of folds and of narrow cards."""
        folds = sum(self.counts) - sum(fit.limits.values())
        narrow = max((COMFORTABLE_SIGNS if self._facts.signs else COMFORTABLE) - fit.card, 0.0)
        return FOLD_PRICE * folds + NARROW_PRICE * narrow

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
        nodes = [replace(n, x=None, y=None) for n in self._nodes(Fit({}, USUAL))]
        return column_counts(nodes, self.edges, phases=len(self._facts.phases), lanes=len(self._facts.lanes))

    def _nodes(self, fit: Fit) -> list[Node]:
        return [
            Node(
                step.id,
                self._facts.phases.index(step.phase) if step.phase else None,
                step.lane,
                fit.width(step.id),
                self._height(step, fit.width(step.id)),
                None if step.x is None or step.y is None else round(step.x * fit.scale, 2),
                None if step.x is None or step.y is None else float(step.y),
                step.locked,
            )
            for step in self._facts.on_map
        ]

    def _height(self, step: StepFacts, width: float) -> float:
        """How high a card is, guessed unless it was measured."""
        key = (step.id, width)
        if key not in self._heights:
            self._heights[key] = guessed_height(step, width, self._pen, self._guess, signs=self._facts.signs)
        return self._heights[key]


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
