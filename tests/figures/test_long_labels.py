"""Two hundred long labels in eight scripts: none leaves its card, its chip, its margin or its page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

import pytest

from helpers.engines import engine
from helpers.journey_figures import draw, groups
from helpers.long_labels import SCRIPTS, labelled, labels
from helpers.page_objects import page_objects
from rondo.figures.bounds import bounds, everything
from rondo.figures.journeys.journey_pen import Pen
from rondo.figures.maps.canvas_drawing import Level, card_shapes, ground_shapes
from rondo.figures.maps.canvas_plan import MapPlan
from rondo.figures.maps.canvas_planner import Planner
from rondo.figures.painters.to_pdf import figure_pdf
from rondo.figures.shapes import Rect, Shape, Text
from rondo.figures.show.showing import showing
from rondo.figures.show.values import Show
from rondo.figures.theme import load as load_theme
from rondo.strategy.framework.whole import load as load_framework
from rondo.words import Words

pytestmark = pytest.mark.usefixtures("qapp")
LEVELS: tuple[Level, ...] = ("full", "titles", "names")
SLACK = 0.6
"""Points by which rounding may differ; the space between text and edge is ten times that."""


@cache
def pen() -> Pen:
    return Pen(load_theme("light"), engine(), Words("en"), load_framework("en"))


@cache
def plan() -> MapPlan:
    return Planner(pen()).plan(labelled(), "labels")


def texts(shapes: Iterable[Shape]) -> Iterator[tuple[Text, tuple[float, float, float, float]]]:
    for shape in everything(tuple(shapes)):
        if isinstance(shape, Text):
            box = bounds(shape)
            if box is not None:
                yield shape, box


def inside(
    box: tuple[float, float, float, float], left: float, top: float, right: float, bottom: float
) -> bool:
    return (
        box[0] >= left - SLACK
        and box[1] >= top - SLACK
        and box[2] <= right + SLACK
        and box[3] <= bottom + SLACK
    )


def test_there_are_two_hundred_labels_in_eight_scripts() -> None:
    assert len(labels()) == 200 and len(SCRIPTS) == 8
    assert len(plan().steps) == 200


@pytest.mark.parametrize("level", LEVELS)
def test_no_text_leaves_its_card(level: Level) -> None:
    looked = 0
    for key, facts in plan().steps.items():
        place = plan().boxes[key]
        found = list(texts(card_shapes(plan(), key, pen(), level=level)))
        begun = level == "names"  # from afar a long title may end early
        assert begun or any(text.block.text == facts.title for text, _ in found), facts.title
        for text, box in found:
            assert inside(box, 3.0, 2.0, place.width - 2.0, place.height - 2.0), (text.block.text, box, place)
            looked += 1
    assert looked > {"full": 400, "titles": 200, "names": 199}[level]


def test_in_the_middle_zoom_letters_are_as_large_as_they_should_be() -> None:
    for key, facts in plan().steps.items():
        found = [text for text, _ in texts(card_shapes(plan(), key, pen(), level="titles"))]
        title = next(text for text in found if text.block.text == facts.title)
        assert title.block.style.size == 10.6


def test_no_two_texts_of_a_card_lie_on_each_other() -> None:
    looked = 0
    for key in plan().steps:
        for level in LEVELS:
            found = [box for _, box in texts(card_shapes(plan(), key, pen(), level=level))]
            for number, a in enumerate(found):
                for b in found[number + 1 :]:
                    apart = (
                        a[2] <= b[0] + 0.6 or b[2] <= a[0] + 0.6 or a[3] <= b[1] + 1.6 or b[3] <= a[1] + 1.6
                    )
                    assert apart, (key, a, b)
                    looked += 1
    assert looked > 350


def test_names_of_lanes_and_labels_of_links_have_their_room() -> None:
    plan_, lanes = plan(), 0
    for (name, role), band in zip(plan_.gutter.names, plan_.layout.lanes, strict=True):
        assert name.natural_width > plan_.gutter.width, "the name is not long"
        assert max(line.width for line in name.lines) <= plan_.gutter.width + SLACK
        assert name.height + role.height <= band.size
        lanes += 1
    chips = 0
    plan_.routes.finish()
    for link in plan_.links:
        chip, label = plan_.routes.chip(link), plan_.routes.label(link)
        if chip and label:
            assert max(line.width for line in label.lines) <= chip.width + SLACK
            assert label.height <= chip.height + SLACK
            chips += 1
    assert lanes == 8 and chips >= 30
    drawn = list(texts(ground_shapes(plan_, pen())))
    assert len(drawn) > 20
    assert all(inside(box, 0.0, 0.0, plan_.right, plan_.bottom) for _, box in drawn)


@pytest.mark.parametrize("what", Show)
def test_what_is_shown_stays_on_its_plate(what: Show) -> None:
    found, looked = showing(what, labelled(), "labels", pen()), 0
    for key in found.shown.steps:
        place = plan().boxes[key]
        *_, last = everything(card_shapes(plan(), key, pen(), found))
        assert isinstance(last, Text)
        plates = [s for s in card_shapes(plan(), key, pen(), found) if isinstance(s, Rect) and s.height > 8]
        plate, box = plates[-1], bounds(last)
        assert box is not None
        assert inside(box, plate.x, plate.y, plate.x + plate.width, plate.y + plate.height)
        assert plate.x >= 0 and plate.x + plate.width <= place.width
        looked += 1
    assert looked or what in (Show.LEARNED, Show.STRANGERS)


def test_on_the_page_every_letter_stands_in_its_card() -> None:
    project = labelled(6)
    figure = draw(project, "labels", width=None, placed=False, facts=True)
    cards = {key: box for key, group in groups(figure).items() if (box := bounds(group))}
    boxes = [box for key, box in cards.items() if key.startswith("step-")]
    page = list(page_objects(figure_pdf(figure, engine())))
    drawn = [one for one in page if one.is_drawn]
    titles = [text for text, _ in texts(figure.shapes)]
    assert len(boxes) == 34 and len(drawn) > 200 and titles
    for one in drawn:
        left, low, right, high = one.box
        top, bottom = figure.height - high, figure.height - low
        assert inside((left, top, right, bottom), 0.0, 0.0, figure.width, figure.height), one
        for box in boxes:
            crosses = left < box[2] - 1 and right > box[0] + 1 and top < box[3] - 1 and bottom > box[1] + 1
            within = inside((left, top, right, bottom), box[0], box[1], box[2], box[3] + 1)
            assert within or not crosses, (one.text, one.box, box)
