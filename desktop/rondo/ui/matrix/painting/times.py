"""Today against what we will do: one faint under the other, the other way round while a key is held."""

from __future__ import annotations

from collections.abc import Mapping

from rondofile.enums import PlacementState

Strengths = Mapping[PlacementState, float]
"""How strongly offers of a state are painted, 0 to 1; 1 where nothing is said."""
UNDER, GONE = 0.5, 0.26


def strengths(under: bool, flipped: bool) -> Strengths:
    """`under`: today shows through; `flipped`: today is in front, what we will do gives way."""
    if not under and not flipped:
        return {}
    if flipped:
        behind = UNDER if under else GONE
        return {PlacementState.TARGET: behind, PlacementState.IDEA: GONE}
    return {PlacementState.NOW: UNDER, PlacementState.IDEA: GONE}
