"""How much there is in a cell, as a shade of its ground and a number with its unit. Darker is more."""

from __future__ import annotations

from rondo.figures.theme import Theme
from rondo.strategy.matrix.heat import Heat, Warmth
from rondo.words import Words

DARKEST = 0.42
"""So much of the accent the fullest cell has; words on it can still be read."""
LIGHTEST = 0.06


def shade(warmth: Warmth, theme: Theme) -> str:
    """The ground of the cell as "#rrggbb", between that of an empty one and the darkest."""
    part = LIGHTEST + (DARKEST - LIGHTEST) * warmth.share if warmth.amount else 0.0
    mixed = (
        round(low + (high - low) * part)
        for low, high in zip(_channels(theme["surface"]), _channels(theme["accent"]), strict=True)
    )
    return "#" + "".join(f"{channel:02x}" for channel in mixed)


def amount(warmth: Warmth, kind: Heat, words: Words) -> str:
    """The number and its unit; that nothing is known where no offer of the cell says it."""
    number = words.number(warmth.amount)
    if kind is Heat.COUNT:
        return words.count("matrix.offers", int(warmth.amount))
    if kind is Heat.EVIDENCE:
        return words("matrix.heat_evidence", n=number, all=words.number(warmth.of))
    if warmth.unknown == warmth.of:
        return words("matrix.heat_unknown")
    if kind is Heat.PAIN:
        return words.count("matrix.heat_pain", int(warmth.amount))
    return words("matrix.heat_size", n=number, unit=warmth.unit) if warmth.unit else f"{number} %"


def _channels(colour: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(colour[1:]))
