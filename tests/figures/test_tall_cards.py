"""A card that is much higher than its text begins near its top, where an editor of its title stands too."""

from __future__ import annotations

from rondo.figures.cards.card import MOST_ABOVE, lowered


def test_text_stands_in_the_middle_of_a_card_that_is_a_little_higher() -> None:
    assert lowered(10.0) == 5.0
    assert lowered(-3.0) == 0.0


def test_text_begins_near_the_top_of_a_very_high_card() -> None:
    assert lowered(400.0) == MOST_ABOVE < 20.0
