"""The response grid and the four experiences on paper: nothing is lost, nothing is clipped."""

from __future__ import annotations

from itertools import pairwise

import pytest

from helpers import engines
from helpers.desks import park
from rondo.figures.bounds import bounds, everything
from rondo.figures.experiences import (
    designs,
    experiences_figure,
    experiences_pages,
    journey_experiences,
    proposals,
)
from rondo.figures.responses import BLANK, responses_figure, responses_pages
from rondo.figures.shapes import Arrow, Figure, Group, Rect, Text
from rondo.figures.theme import load as load_theme
from rondo.strategy.framework.whole import LANGUAGES, load
from rondo.strategy.journeys.experiences import proposal
from rondo.words import Words
from rondofile.enums import Experience
from rondofile.project import Project
from rondofile.records import Journey, Placement, Response

LONG = "A band that opens the door, the gate and the till, and knows the family by name " * 4
C = Experience.CURATED_OFFERING


@pytest.fixture
def told(qapp: object) -> dict[str, object]:
    return {
        "framework": load(),
        "words": Words("en"),
        "theme": load_theme("print"),
        "engine": engines.engine(),
    }


def answered() -> Project:
    """The worked case with long answers, dots, and an offer made of one."""
    project = park()
    journey = project.all(Journey)[0]
    steps, offer = project.steps_of(journey.id), project.all(Placement)[0]
    cells = [
        Response(
            id=f"r{at}", step=step.id, experience=C, text=LONG.strip(), must_know="their dates", votes=at
        )
        for at, step in enumerate(steps)
    ]
    made = Response(
        id="made", step=steps[0].id, experience=Experience.COACH_BEHAVIOR, text="x", made_placement=offer.id
    )
    return Project.of([*project.records(), *cells, made])


def groups(figure: Figure) -> dict[str, Group]:
    return {s.id: s for s in everything(figure.shapes) if isinstance(s, Group)}


def words_on(figure: Figure) -> str:
    return " ".join(shape.block.text for shape in everything(figure.shapes) if isinstance(shape, Text))


def inside(figure: Figure) -> None:
    """No word stands outside the sheet."""
    texts = [shape for shape in everything(figure.shapes) if isinstance(shape, Text)]
    assert texts
    for text in texts:
        assert text.x >= -0.5 and text.x + text.block.width <= figure.width + 0.5, text.block.text
        assert text.y >= -0.5 and text.y + text.block.height <= figure.height + 0.5, text.block.text


def test_every_step_and_cell_is_there_and_long_answers_stay_in_their_cells(told: dict) -> None:  # type: ignore[type-arg]
    project = answered()
    journey = project.all(Journey)[0]
    figure = responses_figure(project, journey.id, **told)
    found, steps = groups(figure), project.steps_of(journey.id)
    assert {f"step-{step.id}" for step in steps} <= found.keys()
    assert sum(key.startswith("response-") for key in found) == 4 * len(steps)
    inside(figure)
    for step in steps:
        row, cell = bounds(found[f"step-{step.id}"]), bounds(found[f"response-{step.id}-{C}"])
        assert row and cell and row[1] <= cell[1] and cell[3] <= row[3] + 0.1
    assert "an offer in the matrix" in " ".join(
        t.block.text for t in everything(figure.shapes) if isinstance(t, Text)
    )


def test_sheets_hold_all_rows_once_under_the_same_heads(told: dict) -> None:  # type: ignore[type-arg]
    project = answered()
    journey = project.all(Journey)[0]
    pages = responses_pages(project, journey.id, max_width=500.0, max_height=400.0, **told)
    assert len(pages) > 2
    rows = [key for page in pages for key in groups(page) if key.startswith("step-")]
    assert sorted(rows) == sorted(f"step-{step.id}" for step in project.steps_of(journey.id))
    for page in pages:
        assert page.height <= 400.0
        assert "Curated offering" in [t.block.text for t in page.shapes if isinstance(t, Text)]
        inside(page)


def test_a_blank_sheet_has_room_for_a_pen_and_no_answers(told: dict) -> None:  # type: ignore[type-arg]
    project = answered()
    journey = project.all(Journey)[0]
    figure = responses_figure(project, journey.id, blank=True, **told)
    texts = " ".join(t.block.text for t in everything(figure.shapes) if isinstance(t, Text))
    assert "A band" not in texts
    bars = [
        s
        for g in groups(figure).values()
        if g.id.startswith("step-")
        for s in g.shapes
        if isinstance(s, Rect)
    ]
    assert len(bars) >= len(project.steps_of(journey.id))
    assert min(bar.height for bar in bars if bar.width < 5) >= BLANK


def test_every_beat_of_the_four_experiences_is_drawn_in_its_lane(told: dict) -> None:  # type: ignore[type-arg]
    project = park()
    figure = journey_experiences(project, project.all(Journey)[0].id, **told)
    found = groups(figure)
    inside(figure)
    drawn = 0
    for experience in Experience:
        lanes: dict[str, list[float]] = {}
        for beat in proposal(load(), experience).beats:
            box = bounds(found[f"{experience}--step-{beat.key}"])
            assert box
            lanes.setdefault(beat.side, []).append(box[1])
            drawn += 1
        assert max(lanes["customer"]) < min(lanes["firm"])
    assert drawn > 30


def test_two_by_two_they_begin_at_the_same_height_and_none_is_lost(told: dict) -> None:  # type: ignore[type-arg]
    project = park()
    journey = project.all(Journey)[0]
    courses = proposals(project, journey, told["framework"], told["words"])
    figure = experiences_figure(courses, width=1200.0, columns=2, **told)
    inside(figure)
    boxes = {course.key: bounds(groups(figure)[f"experience-{course.key}"]) for course in courses}
    first, second, third = (boxes[experience] for experience in list(Experience)[:3])
    assert first and second and third
    assert abs(first[1] - second[1]) < 0.1 and second[0] > first[2] and third[1] > first[3]


def test_chips_never_lie_over_each_other(told: dict) -> None:  # type: ignore[type-arg]
    project = park()
    journey = project.all(Journey)[0]
    courses = designs(project, journey, told["words"], told["framework"])
    assert len(courses) > 1
    figure = experiences_figure(courses, **told)
    boxes = [bounds(g) for key, g in groups(figure).items() if "--step-" in key]
    assert len(boxes) > 12
    for at, a in enumerate(boxes):
        for b in boxes[at + 1 :]:
            assert a and b
            assert a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1]


def test_experiences_go_whole_to_the_next_sheet(told: dict) -> None:  # type: ignore[type-arg]
    project = park()
    journey = project.all(Journey)[0]
    courses = designs(project, journey, told["words"], told["framework"])
    pages = experiences_pages(courses, max_width=730.0, max_height=200.0, **told)
    assert len(pages) == len(courses)


def test_a_part_shows_only_its_steps_in_every_design(told: dict) -> None:  # type: ignore[type-arg]
    project = park()
    journey = project.all(Journey)[0]
    part = project.stretches_of(journey.id)[0]
    courses = designs(project, journey, told["words"], told["framework"], part.id)
    inside = {step.id for step in project.steps_in(part.id)}
    assert inside and len(courses) > 1
    assert {beat.key for beat in courses[0].flow.beats} == inside
    own = {step.id for step in project.steps_of(courses[1].key)}
    assert courses[1].flow.beats and {beat.key for beat in courses[1].flow.beats} < own


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_way_crosses_the_words_about_where_we_enter(told: dict, language: str) -> None:  # type: ignore[type-arg]
    own = {**told, "framework": load(language), "words": Words(language)}
    shapes = list(everything(journey_experiences(park(), "visit", width=540.0, **own).shapes))
    flags = [x for x in shapes if isinstance(x, Text) and x.block.text == own["words"]("experiences.enter")]
    downwards = [
        (x, min(y, below), max(y, below))
        for arrow in shapes
        if isinstance(arrow, Arrow)
        for (x, y), (across, below) in pairwise(arrow.points)
        if abs(x - across) < 0.01
    ]
    assert len(flags) >= 3 and len(downwards) > 10
    for flag in flags:
        right, bottom = flag.x + flag.block.width, flag.y + flag.block.height
        assert not [x for x, top, low in downwards if flag.x < x < right and top < bottom and low > flag.y]
