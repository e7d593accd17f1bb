"""How high a text will be at a width, found from the widths of its words without breaking it each time."""

from __future__ import annotations

from math import ceil

from rondo.text.shaped import Style, TextEngine

SLACK = 0.05


class TextGuess:
    """Line counts for trials: the widths of words are measured once, lines are filled greedily."""

    def __init__(self, engine: TextEngine) -> None:
        self._engine = engine
        self._words: dict[tuple[str, Style], tuple[tuple[float, ...], float, float]] = {}

    def height(self, text: str, style: Style, width: float) -> float:
        """About how high the text is when broken to the width."""
        words, space, line = self._measured(text, style)
        lines, x = 1, 0.0
        for word in words:
            if x and x + space + word > width + SLACK:
                lines, x = lines + 1, 0.0
            x += word + (space if x else 0.0)
            if x > width + SLACK:
                lines += ceil(x / width) - 1
                x = x % width
        return lines * line

    def width(self, text: str, style: Style) -> float:
        """About how wide the text is on one line."""
        words, space, _ = self._measured(text, style)
        return sum(words) + space * max(len(words) - 1, 0)

    def _measured(self, text: str, style: Style) -> tuple[tuple[float, ...], float, float]:
        """The widths of the words, of a space, and the height of a line."""
        key = (text, style)
        if key not in self._words:
            line = self._engine.shape("n n", style)
            space = line.natural_width - 2 * self._engine.shape("n", style).natural_width
            words = [self._engine.shape(word, style) for word in text.split()]
            height = max((word.height for word in words), default=line.height)
            self._words[key] = (tuple(word.natural_width for word in words), space, height)
        return self._words[key]
