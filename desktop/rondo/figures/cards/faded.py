"""A theme of which everything steps back: its colours are mixed with the paper that they lie on."""

from __future__ import annotations

from functools import lru_cache

from rondo.figures.theme import Theme

KEPT = ("paper", "surface")
LEFT = 0.42
"""How much of a colour is left. Ink stays readable, nothing calls."""


def faded_theme(theme: Theme, left: float = LEFT) -> Theme:
    """The theme with its colours in the distance."""
    return _faded(theme.name, tuple(theme.colours.items()), left)


@lru_cache(maxsize=16)
def _faded(name: str, colours: tuple[tuple[str, str], ...], left: float) -> Theme:
    ground = dict(colours)["surface"]
    return Theme(name, {role: one if role in KEPT else _mixed(one, ground, left) for role, one in colours})


def _mixed(colour: str, ground: str, left: float) -> str:
    pairs = zip(_channels(colour), _channels(ground), strict=True)
    return "#" + "".join(f"{round(a * left + b * (1 - left)):02x}" for a, b in pairs)


def _channels(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[i : i + 2], 16) for i in (1, 3, 5))
