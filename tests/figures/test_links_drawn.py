"""Links as a reader sees them: around every card, apart from each other, with labels that can be read."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from msgspec.structs import replace

import rondo_resources
from bench.kept_maps import NAMES, kept_map
from helpers import engines
from helpers.cases import case
from helpers.journey_figures import draw
from helpers.link_maps import chips_of, doubled, entered, kept, lines_of, meet, overlapping, spaced, tangled
from rondo.figures.bounds import everything
from rondo.figures.journeys.journey_pen import Pen
from rondo.figures.maps.canvas_plan import MapPlan
from rondo.figures.maps.canvas_planner import Planner
from rondo.figures.shapes import Arrow
from rondo.figures.theme import load as load_theme
from rondo.strategy.framework.whole import load
from rondo.words import Words
from rondofile.project import Project
from rondofile.records import Journey, Step

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture(scope="module")
def pen() -> Pen:
    return Pen(load_theme(), engines.engine(), Words("en"), load("en"))


def shipped() -> Iterator[tuple[Project, str]]:
    """Every journey of every shipped case, with its links at right angles and as curves."""
    for path in rondo_resources.names("samples", ".json"):
        project = case(path.split("/")[-1].removesuffix(".json"))
        for journey in project.all(Journey):
            yield project, journey.id


def curved(project: Project, journey: str) -> Project:
    """The same with links as curves."""
    return changed(project, replace(project.get(Journey, journey), curved=True))


def changed(project: Project, record: Journey | Step) -> Project:
    """The same with one record otherwise."""
    return Project.of(record if known.id == record.id else known for known in project.records())


def planned(pen: Pen, project: Project, journey: str = "j") -> MapPlan:
    return Planner(pen).plan(project, journey)


@pytest.mark.parametrize("placed", [0.0, 0.4])
@pytest.mark.parametrize("is_curved", [False, True])
def test_no_link_of_a_random_map_runs_through_a_card(pen: Pen, is_curved: bool, placed: float) -> None:
    links = 0
    for seed in range(5):
        plan = planned(pen, tangled(seed, 30, curved=is_curved, placed=placed))
        lines = lines_of(plan)
        assert entered(lines, plan.boxes) == []
        links += len(lines)
    assert links > 150


@pytest.mark.parametrize("name", NAMES)
def test_no_link_of_a_kept_map_runs_through_a_card(pen: Pen, name: str) -> None:
    for is_curved in (False, True):
        plan = planned(pen, kept(name, curved=is_curved))
        lines = lines_of(plan)
        assert len(lines) == len(kept_map(name).graph.edges)
        assert entered(lines, plan.boxes) == []
        assert overlapping(plan.boxes.values()) == 0
        assert doubled(plan) <= 0.02 * len(lines)


@pytest.mark.parametrize("is_curved", [False, True])
def test_labels_of_realistic_maps_lie_on_no_card_and_on_no_other_label(pen: Pen, is_curved: bool) -> None:
    maps = [(tangled(seed, 40, curved=is_curved), "j") for seed in range(3)]
    maps += [(curved(p, j) if is_curved else p, j) for p, j in shipped()]
    labels = 0
    for project, journey in maps:
        plan = planned(pen, project, journey)
        lines, chips = lines_of(plan), chips_of(plan)
        assert set(chips) == {link for link in lines if plan.routes.label(link)}
        assert overlapping(chips.values()) == 0
        assert not [link for link, chip in chips.items() for box in plan.boxes.values() if meet(chip, box)]
        corners = [(link, at) for link in lines for at in (plan.routes.route(link) or ())[1:-1]]
        hidden = [
            (link, other)
            for link, chip in chips.items()
            for other, (x, y) in corners
            if other != link and chip.x < x < chip.right and chip.y < y < chip.bottom
        ]
        assert hidden == []
        labels += len(chips)
    assert labels > 40


def test_three_hundred_steps_keep_links_and_labels_apart(pen: Pen) -> None:
    plan = planned(pen, tangled(8, 300))
    lines, chips = lines_of(plan), chips_of(plan)
    assert not plan.routes.together and len(lines) > 400 and len(chips) > 100
    assert entered(lines, plan.boxes) == []
    assert overlapping(chips.values()) == 0
    assert not [link for link, chip in chips.items() for box in plan.boxes.values() if meet(chip, box)]
    assert doubled(plan) <= 0.1 * len(lines)


def test_links_between_the_same_two_steps_run_apart(pen: Pen) -> None:
    project = tangled(1, 300)
    pairs: dict[frozenset[str], list[str]] = {}
    plan = planned(pen, project)
    lines = lines_of(plan)
    for link in lines:
        wire = plan.routes.wires[link]
        pairs.setdefault(frozenset((wire.source, wire.target)), []).append(link)
    both = [links for links in pairs.values() if len(links) > 1]
    assert len(both) > 10
    assert not [links for links in both if len({plan.routes.route(link) for link in links}) < len(links)]
    ends = [{(plan.routes.route(link) or ())[0] for link in links} for links in both]
    assert sum(len(end) == len(links) for end, links in zip(ends, both, strict=True)) >= 0.9 * len(both)


def test_a_level_link_leaves_a_gap_where_another_crosses(pen: Pen) -> None:
    plan = planned(pen, tangled(5, 60))
    lines_of(plan)
    ways = {link: way for link in plan.links if (way := plan.routes.way(link))}
    gaps = [(link, gap) for link, way in ways.items() for gap in way.gaps]
    assert len(gaps) > 5
    for link, (y, low, high) in gaps:
        inside = [
            other
            for other, way in ways.items()
            if other != link
            for (a, b), (c, d) in zip(way.points, way.points[1:], strict=False)
            if a == c and low < a < high and min(b, d) < y < max(b, d)
        ]
        assert inside


def test_curves_are_drawn_on_pages_as_on_the_screen() -> None:
    project = case()
    straight, bent = draw(project, "visit"), draw(curved(project, "visit"), "visit")
    bends = [s.bends for s in everything(bent.shapes) if isinstance(s, Arrow) and len(s.points) > 2]
    assert len(bends) > 1 and all(bends)
    assert not [s for s in everything(straight.shapes) if isinstance(s, Arrow) and s.bends]
    assert straight != bent


def test_links_of_a_large_map_that_an_edit_does_not_touch_keep_their_way(pen: Pen) -> None:
    project, planner = spaced(tangled(2, 2_000, far=0.0)), Planner(pen)
    seen = [f"s{i}" for i in range(550, 850)]
    plan = planner.plan(project, "j")
    before = {link: plan.routes.route(link) for link in lines_of(plan, seen)}
    sought = plan.routes.sought
    assert sought == len(before) > 400
    step = project.get(Step, "s700")
    plan = planner.plan(changed(project, replace(step, x=(step.x or 0) + 9, y=(step.y or 0) + 7)), "j")
    after = {link: plan.routes.route(link) for link in lines_of(plan, seen)}
    mine = [k for k, wire in plan.routes.wires.items() if step.id in (wire.source, wire.target)]
    assert len(mine) > 1 and 0 < plan.routes.sought - sought < 60
    again = {link: way for link, way in after.items() if way and way != before[link]}
    assert again and entered(again, plan.boxes) == []
    assert sum(after[link] == before[link] for link in before) > len(before) - 60
