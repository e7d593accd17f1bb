"""How high the cards of a canvas are: measured where there are few, told from their letters where many."""

from __future__ import annotations

from operator import attrgetter

from rondo.figures.cards.card import Card, guessed_height, measured
from rondo.figures.cards.card_titled import least_height
from rondo.figures.journeys.journey_facts import StepFacts
from rondo.figures.journeys.journey_pen import Pen
from rondo.figures.text_guess import TextGuess
from rondo.text.shaped import Style, TextEngine

MANY = 600
"""From so many steps on, heights are told from letters until a card is seen."""
ROOMY = 1.02
REMEMBERED = 40_000
"""So many heights of texts are known again, as when an edit is taken back."""
_said = attrgetter(*(set(StepFacts.__struct_fields__) - {"x", "y", "lane", "locked"}))
"""What a step says, without its place."""


class Sizes:
    """Cards and their heights, kept until their texts are others."""

    def __init__(self, pen: Pen) -> None:
        self._pen = pen
        self._guess = LetterGuess(pen.engine)
        self._cards: dict[str, Card] = {}
        self._told: dict[str, tuple[StepFacts, float, float]] = {}
        self.many = False
        self.doubts = 0
        """Grows with every card that was measured after its height was told."""

    def height(self, step: StepFacts, width: float) -> float:
        """How high the card of a step is at that width, never lower than its texts where it was seen."""
        if not self.many:
            return max(self.card(step, width).height, least_height(step, width, self._pen))
        told = self._told.get(step.id)
        if told is not None and told[0] is step and told[1] == width:
            return told[2]
        height = guessed_height(step, width, self._pen, self._guess, signs=False)
        seen = self._cards.get(step.id)
        if seen and _same(seen, step, width):
            height = max(height, seen.height)
        self._told[step.id] = step, width, height
        return height

    def card(self, step: StepFacts, width: float) -> Card:
        """The card of a step at that width, measured once."""
        kept = self._cards.get(step.id)
        if kept is None or not _same(kept, step, width):
            kept = self._cards[step.id] = measured(step, width, self._pen)
            self.doubts += self._told.pop(step.id, None) is not None
        return kept


class LetterGuess(TextGuess):
    """Widths of words as the sums of their letters, a little too wide: for thousands of titles at once."""

    def __init__(self, engine: TextEngine) -> None:
        super().__init__(engine)
        self._widths: dict[Style, dict[str, float]] = {}
        self._heights: dict[Style, dict[str, float]] = {}
        self._plain: dict[Style, tuple[float, float]] = {}
        self._known: dict[tuple[str, int, float], float] = {}
        self._numbers: dict[Style, int] = {}

    def height(self, text: str, style: Style, width: float) -> float:
        """About how high the text is when broken to the width."""
        key = text, self._numbers.setdefault(style, len(self._numbers)), width
        known = self._known.get(key)
        if known is None:
            if len(self._known) >= REMEMBERED:
                self._known.clear()
            known = self._known[key] = super().height(text, style, width)
        return known

    def _measured(self, text: str, style: Style) -> tuple[tuple[float, ...], float, float]:
        widths, heights = self._widths.setdefault(style, {}), self._heights.setdefault(style, {})
        letters = set(text)
        for letter in letters.difference(widths):
            shaped = self._engine.shape(letter, style)
            widths[letter], heights[letter] = shaped.natural_width * ROOMY, shaped.height
        if style not in self._plain:
            line, one = self._engine.shape("n n", style), self._engine.shape("n", style)
            self._plain[style] = (line.natural_width - 2 * one.natural_width) * ROOMY, line.height
        space, height = self._plain[style]
        words = tuple(sum(map(widths.__getitem__, word)) for word in text.split())
        return words, space, max(height, max(map(heights.__getitem__, letters), default=0.0))


def _same(card: Card, step: StepFacts, width: float) -> bool:
    """Whether a card still says what its step says."""
    return card.width == width and (card.step is step or bool(_said(card.step) == _said(step)))
