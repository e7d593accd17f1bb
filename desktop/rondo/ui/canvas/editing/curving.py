"""Links of a journey drawn as curves or at right angles."""

from __future__ import annotations

from rondo.ui.canvas.hands import Hands
from rondofile.kinds import EditKind
from rondofile.nouns import journeys
from rondofile.records import Journey


def links_are_curved(hands: Hands) -> bool:
    """Whether the links of the journey on the canvas are curves."""
    journey = hands.project.find(Journey, hands.journey)
    return journey is not None and journey.curved


def toggle_curved(hands: Hands) -> None:
    """They are curves where they were at right angles, and the other way round; one step of history."""
    key, curved = hands.journey, not links_are_curved(hands)
    if key is not None:
        hands.edit(EditKind.SET_JOURNEY, lambda edit: journeys.set_fields(edit, key, curved=curved))
