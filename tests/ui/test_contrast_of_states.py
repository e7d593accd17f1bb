"""What is written on a state - pointed at, pressed, chosen, not possible now - can be read there."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from helpers.contrast import contrast
from helpers.house import none_of
from rondo.figures import theme
from rondo.ui.dress.palette import derived

PHASES = ("recognize", "request", "respond", "repeat")
READ = (
    *((ink, ground) for ink in ("ink", "ink-secondary") for ground in ("hover", "pressed", "accent-ground")),
    *((ink, f"{phase}-ground") for ink in ("ink", "ink-secondary", "bad") for phase in PHASES),
    ("on-chosen", "chosen"),
    ("surface", "accent"),
    ("surface", "accent-hover"),
    ("surface", "accent-pressed"),
    ("accent", "accent-ground"),
    ("accent", "hover"),
    ("ink", "bad-ground"),
    ("ink-tertiary", "field"),
    ("ink-tertiary", "surface"),
)
"""Rows under the pointer, chosen rows and chips, cards on their phase, the primary button, links, notices,
placeholders, and the fields of a project that can only be read."""
LEAST, LEAST_OF_OTHERS = 4.5, 3.0


def colours(name: str) -> Mapping[str, str]:
    loaded = theme.load(name)
    return {**loaded.colours, **derived(loaded)}


@pytest.mark.parametrize("name", ["light", "dark", "high-contrast"])
def test_text_can_be_read_in_every_state(name: str) -> None:
    there = colours(name)
    assert len(READ) == 27
    none_of((pair, weak) for pair in READ if (weak := contrast(there[pair[0]], there[pair[1]])) < LEAST)


@pytest.mark.parametrize("name", ["light", "dark", "high-contrast"])
def test_what_is_not_possible_now_and_the_ring_of_the_keyboard_can_still_be_seen(name: str) -> None:
    there = colours(name)
    pairs = (("disabled", "surface"), ("accent", "surface"), ("accent", "paper"))
    none_of(
        (pair, weak) for pair in pairs if (weak := contrast(there[pair[0]], there[pair[1]])) < LEAST_OF_OTHERS
    )
