"""Wide maps drawn together into a shape that can be read whole, without another crossing."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest

from bench.crossings import crossings
from bench.kept_maps import NAMES, kept_map
from helpers import engines
from helpers.link_maps import entered, lines_of, meet
from rondo.figures.arranging import layout_order
from rondo.figures.arranging.layout_columns import Graph, sub_columns
from rondo.figures.arranging.layout_fold import RATIO, READABLE
from rondo.figures.arranging.layout_net import Net
from rondo.figures.arranging.layout_order import Order, ordered
from rondo.figures.arranging.layout_ways import thread
from rondo.figures.journeys.journey_pen import Pen
from rondo.figures.maps.canvas_columns import USUAL, canvas_order
from rondo.figures.maps.canvas_plan import MapPlan
from rondo.figures.maps.canvas_planner import Planner
from rondo.figures.theme import load as load_theme
from rondo.strategy.framework.whole import load
from rondo.words import Words
from rondofile.enums import Phase
from rondofile.project import Project
from rondofile.records import Info, Journey, Lane, Link, Step

pytestmark = pytest.mark.usefixtures("qapp")

FIVE_NINE_ELEVEN = [Phase.RECOGNIZE] * 5 + [Phase.REQUEST] * 9 + [Phase.RESPOND] * 11


@pytest.fixture(scope="module")
def pen() -> Pen:
    return Pen(load_theme(), engines.engine(), Words("en"), load("en"))


def one_way(lanes: list[int], locked: dict[int, tuple[int, int]] | None = None) -> Project:
    """Twenty-five steps, one after the other; some of them locked to a place."""
    at = locked or {}
    return Project.of(
        [
            Info(id="project", title="One way"),
            Journey(id="j", name="A lamp"),
            *(Lane(id=f"l{i}", journey="j", position=i, name=f"Desk {i}") for i in range(max(lanes) + 1)),
            *(
                Step(
                    id=f"s{i:02}",
                    journey="j",
                    position=i,
                    title=f"What happens at step {i}",
                    phase=FIVE_NINE_ELEVEN[i],
                    lane=f"l{lane}",
                    locked=i in at,
                    x=at[i][0] if i in at else None,
                    y=at[i][1] if i in at else None,
                )
                for i, lane in enumerate(lanes)
            ),
            *(
                Link(id=f"k{i}", journey="j", position=i, source=f"s{i:02}", target=f"s{i + 1:02}")
                for i in range(len(lanes) - 1)
            ),
        ]
    )


def planned(pen: Pen, project: Project) -> MapPlan:
    return Planner(pen).plan(project, "j")


def unfolded(graph: Graph) -> Order:
    strict = sub_columns(graph, share=False)
    return ordered(graph, strict, strict)


def columns_of(graph: Graph, order: Order) -> int:
    return len(set(zip(graph.phase, order.columns, strict=True)))


def test_one_way_in_one_lane_is_read_down_a_few_steps_and_then_on_to_the_right(pen: Pen) -> None:
    plan = planned(pen, one_way([0] * 25))
    assert plan.layout.width <= READABLE
    assert len(plan.layout.columns) <= 10
    for phase in set(FIVE_NINE_ELEVEN):
        mine = [f"s{i:02}" for i, other in enumerate(FIVE_NINE_ELEVEN) if other is phase]
        by_eye = sorted(mine, key=lambda step: (plan.layout.column_of[step], plan.boxes[step].y))
        assert by_eye == mine
        held = [plan.layout.column_of[step] for step in mine]
        piles = [held.count(column) for column in dict.fromkeys(held)]
        assert max(piles) - min(piles) <= 1 and max(piles) <= 4


def test_rows_of_a_folded_cell_are_level(pen: Pen) -> None:
    plan = planned(pen, one_way([0] * 25))
    tops = {round(box.y, 1) for key, box in plan.boxes.items() if key < "s05" or key >= "s14"}
    assert len(tops) <= 4 + 2


@pytest.mark.parametrize("lanes", [[0] * 25, [0] * 9 + [1, 1, 0, 0, 1, 1] + [0] * 8 + [2, 2]])
def test_no_card_and_no_link_of_a_folded_map_runs_over_another_card(pen: Pen, lanes: list[int]) -> None:
    plan = planned(pen, one_way(lanes))
    pairs = list(combinations(plan.boxes.values(), 2))
    assert len(pairs) == 300 and not [pair for pair in pairs if meet(*pair)]
    lines = lines_of(plan)
    assert len(lines) == 24 and entered(lines, plan.boxes) == []


def test_locked_steps_of_a_map_that_is_folded_stay_where_they_are(pen: Pen) -> None:
    at = {7: (300, 40), 20: (60, 150)}
    plan = planned(pen, one_way([0] * 25, at))
    assert len(plan.layout.columns) < 15
    for i, (x, y) in at.items():
        corner = plan.origin_of(FIVE_NINE_ELEVEN[i], "l0")
        box = plan.boxes[f"s{i:02}"]
        assert (round(box.x - corner[0]), round(box.y - corner[1])) == (x, y)
    assert not [pair for pair in combinations(plan.boxes.values(), 2) if meet(*pair)]


def test_a_map_that_can_be_read_whole_is_left_as_it_is() -> None:
    graph = kept_map("theme_park").graph
    assert canvas_order(graph) == unfolded(graph)


@pytest.mark.parametrize("name", ["groceries", "mortgage", "new_hip", "branches_90", "twelve_lanes_130"])
def test_a_wide_map_is_drawn_together_without_another_crossing(name: str) -> None:
    graph = kept_map(name).graph
    before, after = unfolded(graph), canvas_order(graph)
    assert name in NAMES and columns_of(graph, after) < 0.95 * columns_of(graph, before)
    assert crossings(after.drawing, graph.edges) == after.crossings <= before.crossings
    for a, b in graph.edges:
        if graph.phase[a] == graph.phase[b] and before.columns[a] < before.columns[b]:
            assert after.columns[a] <= after.columns[b]


def test_what_a_lane_is_high_already_counts() -> None:
    graph = Graph(phase=(0,) * 12, lane=(0,) * 12, edges=tuple(pairwise(range(12))))
    strict = sub_columns(graph, share=False)
    cards = (48.0,) * 12
    low = ordered(graph, strict, strict, shape=USUAL)
    high = {0: 12 * USUAL.column / RATIO}
    tall = ordered(graph, strict, strict, shape=USUAL.told(cards, high))
    assert columns_of(graph, low) < 12 == columns_of(graph, tall)


def test_a_net_that_is_put_again_is_as_it_was() -> None:
    graph = kept_map("mortgage").graph
    homes = list(zip(graph.phase, unfolded(graph).columns, strict=True))
    number = {home: at for at, home in enumerate(sorted(set(homes)))}
    net = Net(graph, [number[home] for home in homes], [0] * len(homes))
    tried = 0
    for step in range(0, net.count, 7):
        before, crossed = net.state(), net.crossings()
        columns = [list(items) for items in net.columns]
        threads = {link: net.threads[link] for link in net.links[step]}
        links = net.take_out(step)
        net.put_in(step, (number[homes[step]] + 3) % len(number), 0)
        for link in links:
            thread(net, link)
        assert net.state() != before
        net.put_again(0, columns, threads)
        assert net.state()[0] == before[0] and net.state()[2] == before[2]
        assert net.crossings() == crossed
        tried += 1
    assert tried == 7


def test_a_search_ends_when_enough_was_done(monkeypatch: pytest.MonkeyPatch) -> None:
    graph = kept_map("turbine").graph
    whole = unfolded(graph)
    monkeypatch.setattr(layout_order, "MOST_WORK", 3_000)
    short = unfolded(graph)
    monkeypatch.setattr(layout_order, "MOST_WORK", 0)
    assert whole.crossings < short.crossings < unfolded(graph).crossings


def test_a_step_that_comes_between_two_below_each_other_stands_between_them(pen: Pen) -> None:
    project, planner = one_way([0] * 25), Planner(pen)
    before = planner.plan(project, "j")
    new = Step(id="new", journey="j", position=30, title="And this", phase=Phase.RESPOND, lane="l0")
    links = [r for r in project.records() if not (isinstance(r, Link) and r.id == "k15")]
    ends = (("s15", "new"), ("new", "s16"))
    more = [Link(id=f"m{a}", journey="j", position=40, source=a, target=b) for a, b in ends]
    after = planner.plan(Project.of([*links, new, *more]), "j")
    assert before.layout.column_of["s15"] == before.layout.column_of["s16"]
    assert len({after.layout.column_of[key] for key in ("s15", "new", "s16")}) == 1
    assert after.boxes["s15"].bottom < after.boxes["new"].y < after.boxes["s16"].y
    assert len(after.layout.columns) == len(before.layout.columns)
    assert not [pair for pair in combinations(after.boxes.values(), 2) if meet(*pair)]
