"""Small multiples: every step under every architecture, nothing scored, nothing lost when cut."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from msgspec.structs import replace

from helpers.cases import case
from helpers.engines import engine
from helpers.journey_figures import assert_sound, groups, said
from helpers.projects import projects
from rondo.figures import theme
from rondo.figures.bounds import bounds
from rondo.figures.multiples import ENDLESS, small_multiples
from rondo.figures.shapes import Ellipse, Figure, Group, Line, Rect
from rondo.strategy.framework import whole as framework
from rondo.strategy.journeys.path import main_path
from rondo.strategy.journeys.recast import recast
from rondo.words import Words
from rondofile.enums import Actor, Architecture
from rondofile.project import Project
from rondofile.records import Journey, RoleChoice, Step, Stretch, StretchStep

PARK = "visit-new"


def draw(
    project: Project | None = None,
    journey: str = PARK,
    language: str = "en",
    look: str = "light",
    width: float = 493.0,
    height: float = ENDLESS,
    stretch: str | None = None,
) -> tuple[Figure, ...]:
    return small_multiples(
        project or case(),
        journey,
        framework=framework.load(language),
        words=Words(language),
        theme=theme.load(look),
        engine=engine(),
        max_width=width,
        max_height=height,
        stretch_id=stretch,
    )


def expected(project: Project, journey: str) -> set[str]:
    steps = [step for step in project.steps_of(journey) if step.phase and step.lane]
    return {f"{architecture}--step-{step.id}" for architecture in Architecture for step in steps}


def signs(figure: Figure) -> dict[str, Group]:
    return {key: group for key, group in groups(figure).items() if "--step-" in key}


def ringed(figures: tuple[Figure, ...]) -> set[str]:
    """The signs with a ring around the hands; the sign of a role has no such large circle."""
    return {key for figure in figures for key, group in signs(figure).items() if group.shapes[0].stroke}  # type: ignore[union-attr]


def changed(project: Project, **fields: object) -> Project:
    """The project with these fields on every step."""
    records = [replace(r, **fields) if isinstance(r, Step) else r for r in project.records()]  # type: ignore[arg-type]
    return Project.of(records)


def threads(figure: Figure, look: str = "light") -> list[Line]:
    ink = theme.load(look)["ink-tertiary"]
    return [s for s in figure.shapes if isinstance(s, Line) and s.stroke.colour == ink]


@pytest.mark.parametrize("journey", ["visit", "visit-new", "evening"])
def test_every_step_stands_once_under_every_architecture(journey: str) -> None:
    (figure,) = draw(journey=journey)
    found = signs(figure)
    assert set(found) == expected(case(), journey) and len(found) > 25
    assert all(group.title for group in found.values())
    for step in case().steps_of(journey):
        assert step.title in said(figure)


def test_a_step_without_phase_or_lane_is_left_out() -> None:
    first, second, *others = case().steps_of("visit")
    loose = {first.id: replace(first, lane=None), second.id: replace(second, phase=None)}
    project = Project.of(loose.get(record.id, record) for record in case().records())
    (figure,) = draw(project, "visit")
    assert set(signs(figure)) == expected(project, "visit")
    assert len(signs(figure)) == 5 * len(others)


def test_a_journey_without_placed_steps_has_no_figure() -> None:
    assert draw(changed(case(), phase=None)) == ()


def test_what_moves_is_ringed_and_nothing_else() -> None:
    for journey in ("visit", "visit-new", "evening"):
        wanted = set()
        for architecture in Architecture:
            found = recast(case(), journey, architecture, framework.load()).assignments
            wanted |= {f"{architecture}--step-{key}" for key, one in found.items() if one.moved}
        assert wanted and ringed(draw(journey=journey)) == wanted


def test_a_step_that_must_stay_keeps_its_hands_with_a_lock_and_its_reason() -> None:
    project = changed(case(), must_stay=True, must_stay_reason="the licence.")
    figures = draw(project)
    assert ringed(figures) == set()
    words = said(figures[0])
    assert "must stay with us" in words and "– the licence." in words and "licence.." not in words
    free = changed(case(), must_stay=False)
    assert ringed(draw(free)) and "must stay with us" not in said(draw(free)[0])


@pytest.mark.parametrize("role", [Actor.PARTNER, Actor.MEMBER, Actor.BOTH])
def test_a_role_chosen_by_hand_is_drawn(role: Actor) -> None:
    step = next(step for step in case().steps_of("visit") if not step.must_stay)
    choice = RoleChoice(id="c", step=step.id, architecture=Architecture.CONNECTED_PRODUCER, role=role)
    others = [record for record in case().records() if not isinstance(record, RoleChoice)]
    (figure,) = draw(Project.of([*others, choice]), "visit")
    sign = signs(figure)[f"connected-producer--step-{step.id}"]
    assert sign.title == f"{step.title}: {framework.load().name(role)}"
    assert len([shape for shape in sign.shapes if isinstance(shape, Line)]) == (role is Actor.BOTH)


@pytest.mark.parametrize("journey", ["visit", "visit-new"])
def test_the_counts_are_those_of_the_recast(journey: str) -> None:
    words = said(draw(journey=journey)[0]).split("\n")
    counted = [(words[i], words[i + 1]) for i, text in enumerate(words) if text.endswith(" move")]
    wanted = []
    for architecture in Architecture:
        one = recast(case(), journey, architecture, framework.load())
        overs = Words().count("multiples.hand_overs", one.facts.hand_overs)
        wanted.append((f"{one.could_move} of {one.of} move", overs))
    assert counted == wanted


def test_a_part_of_a_journey_shows_and_counts_its_own_steps_alone() -> None:
    steps = case().steps_of("visit")[5:9]
    part = Stretch(id="part", journey="visit", name="At the park")
    members = [
        StretchStep(id=f"m-{s.id}", stretch="part", step=s.id, position=i) for i, s in enumerate(steps)
    ]
    project = Project.of([*case().records(), part, *members])
    (figure,) = draw(project, "visit", stretch="part")
    assert set(signs(figure)) == {f"{a}--step-{s.id}" for a in Architecture for s in steps}
    assert "At the park" in figure.title
    assert f"of {len(steps)} move" in said(figure)


@pytest.mark.parametrize("height", [240.0, 290.0, 400.0])
def test_cut_over_several_figures_no_step_is_lost_or_drawn_twice(height: float) -> None:
    project = changed(case(), must_stay=True, must_stay_reason="the licence")
    whole = draw(project)[0]
    figures = draw(project, height=height)
    drawn = Counter(key for figure in figures for key in signs(figure))
    assert drawn == Counter(expected(project, PARK))
    assert len(figures) > 1 or height >= whole.height
    for figure in figures:
        assert_sound(figure)
        assert figure.height <= height + 0.01
        assert "Connected producer" in said(figure)
    assert ["– the licence" in said(figure) for figure in figures] == [False] * (len(figures) - 1) + [True]


def test_the_key_of_a_cut_figure_names_the_steps_of_every_sheet() -> None:
    first = case().steps_of(PARK)[0]
    kept = replace(first, must_stay=True, must_stay_reason="only we may")
    project = Project.of(kept if record.id == first.id else record for record in case().records())
    figures = draw(project, height=300.0)
    assert len(figures) > 1
    assert f"{first.title} – only we may." in said(figures[-1])


def test_the_thread_joins_the_steps_of_the_main_path_and_no_others() -> None:
    for journey in ("visit", "visit-new"):
        (figure,) = draw(journey=journey)
        path = main_path(case(), journey)
        assert len(threads(figure)) == 5 * (len(path) - 1)
        rows = {
            round((bounds(signs(figure)[f"connected-producer--step-{s.id}"]) or (0,) * 4)[1]) for s in path
        }
        assert len(rows) == len(path)
        tops = [(bounds(group) or (0, 0, 0, 0)) for key, group in signs(figure).items()]
        assert all(any(box[1] <= line.y1 <= box[3] for box in tops) for line in threads(figure))
    off = {s.id for s in case().steps_of("visit-new")} - {s.id for s in main_path(case(), "visit-new")}
    boxes = [bounds(signs(figure)[f"{a}--step-{key}"]) for a in Architecture for key in off]
    assert boxes
    for box in boxes:
        assert box is not None
        assert not any(box[1] <= y <= box[3] for line in threads(figure) for y in (line.y1, line.y2))


def test_the_thread_ends_on_hands_and_never_between_two() -> None:
    (figure,) = draw()
    found = signs(figure).values()
    ends = [(line.x1, line.y1) for line in threads(figure)] + [(line.x2, line.y2) for line in threads(figure)]
    hands = [(shape.cx, shape.cy) for group in found for shape in group.shapes if isinstance(shape, Ellipse)]
    assert len(ends) > 50
    for x, y in ends:
        assert any(abs(x - cx) < 0.01 and abs(y - cy) < 0.01 for cx, cy in hands)


@pytest.mark.parametrize("language", ["en", "nl", "te"])
@pytest.mark.parametrize("look", ["light", "dark", "print", "high-contrast"])
def test_every_language_and_look_is_whole(language: str, look: str) -> None:
    (figure,) = draw(language=language, look=look)
    assert_sound(figure)
    assert figure.description


@pytest.mark.parametrize("width", [360.0, 730.0])
def test_other_widths_are_whole(width: float) -> None:
    (figure,) = draw(width=width)
    assert figure.width == width
    assert_sound(figure)


def test_the_tinted_rows_are_those_that_stay() -> None:
    (figure,) = draw()
    tinted = [shape for shape in figure.shapes if isinstance(shape, Rect) and shape.width == figure.width]
    assert len(tinted) == sum(step.must_stay for step in case().steps_of(PARK)) > 0


def test_the_same_journey_gives_the_same_figures() -> None:
    assert draw(height=300.0) == draw(height=300.0)


@settings(max_examples=40, deadline=None)
@given(projects())
def test_any_project_keeps_every_step_once_within_bounds(project: Project) -> None:
    for journey in project.all(Journey):
        for height in (ENDLESS, 260.0):
            figures = draw(project, journey.id, height=height)
            drawn = Counter(key for figure in figures for key in signs(figure))
            assert drawn == Counter(expected(project, journey.id))
            for figure in figures:
                assert_sound(figure)
