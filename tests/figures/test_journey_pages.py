"""Large journeys cut into parts: every step once, every link on some part, letters that agree."""

from __future__ import annotations

from collections import Counter

import pytest

from helpers.journey_figures import MAPS, assert_sound, groups, ids, pages, texts
from helpers.journeys import big, hospital, park
from rondofile.enums import LinkKind


@pytest.mark.parametrize(("width", "height"), [(493.0, 640.0), (730.0, 440.0)])
@pytest.mark.parametrize("name", ["hip", "big"])
def test_parts_keep_to_the_page_and_hold_every_step_once(name: str, width: float, height: float) -> None:
    project, journey = (big(40), "big") if name == "big" else MAPS["hip"]
    figures = pages(project, journey, width, height)
    assert len(figures) > 1
    drawn = Counter(key for figure in figures for key in groups(figure) if key.startswith("step-"))
    assert drawn == Counter(f"step-{step.id}" for step in project.steps_of(journey))
    for figure in figures:
        assert figure.height <= height and figure.width <= width + 0.01
        assert_sound(figure)


def test_a_link_between_two_parts_has_one_letter_on_both_and_in_their_keys() -> None:
    figures = pages(hospital(), "hip")
    stubs = [text.block.text for figure in figures for text in texts(figure)]
    assert "A →" in stubs and "→ A" in stubs
    assert any(text.startswith("A →  on to") for text in stubs)
    assert any(text.startswith("→ A  from") for text in stubs)


def test_a_journey_that_fits_is_one_figure() -> None:
    assert len(pages(park(), "park", 493, 700)) == 1


def test_every_link_of_a_cut_journey_is_drawn_on_some_part() -> None:
    project = hospital()
    figures = pages(project, "hip")
    assert ids(project, "hip", LinkKind.NEXT) <= {key for figure in figures for key in groups(figure)}
