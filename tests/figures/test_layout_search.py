"""Steps that change their sub-column and sub-columns of unequal width: never worse, never out of bounds."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from rondo.figures.arranging.layout_columns import Graph, sub_columns
from rondo.figures.arranging.layout_search import Ground, cost, searched
from rondo.figures.journeys.journey_widths import GRID, Widths


@st.composite
def grounds(draw: st.DrawFn) -> Ground:
    count = draw(st.integers(1, 9))
    nodes = st.integers(0, count - 1)
    pairs = draw(st.lists(st.tuples(nodes, nodes), max_size=12))
    edges = tuple(dict.fromkeys((a, b) for a, b in pairs if a != b))
    phase = tuple(sorted(draw(st.lists(st.integers(0, 2), min_size=count, max_size=count))))
    lane = tuple(draw(st.lists(st.integers(0, 3), min_size=count, max_size=count)))
    graph = Graph(phase, lane, edges)
    columns = sub_columns(graph, share=True)
    counts = [
        1 + max((c for c, p in zip(columns, phase, strict=True) if p == n), default=0) for n in range(3)
    ]
    return Ground(graph, counts, [30.0] * count, [32.0] * 4, 9.0, 6.0)


@given(grounds())
@settings(max_examples=60, deadline=None)
def test_a_search_finds_nothing_worse_and_keeps_every_step_in_its_phase(ground: Ground) -> None:
    start = sub_columns(ground.graph, share=True)
    price, found = searched(ground, start)
    assert price <= cost(ground, start) + 0.01
    assert abs(price - cost(ground, found)) < 0.01
    for column, phase in zip(found, ground.graph.phase, strict=True):
        assert 0 <= column < ground.counts[phase]
    assert searched(ground, start) == (price, found)


def test_a_step_on_a_pile_moves_to_the_next_sub_column_when_it_can() -> None:
    graph = Graph((0, 0, 0), (0, 0, 1), ((0, 2), (1, 2)))
    ground = Ground(graph, [2], [30.0] * 3, [32.0] * 2, 9.0, 6.0)
    price, found = searched(ground, [0, 0, 1])
    assert found[0] != found[1] and price < cost(ground, [0, 0, 1])


def test_a_long_title_takes_width_from_a_short_one_when_that_saves_a_line() -> None:
    lines = {"long": 180.0, "short": 40.0}

    def height(key: str, width: float) -> float:
        return 10.0 * -(-lines[key] // width)

    widths = Widths([[("long", 0)], [("short", 0)]], height, {}, 9.0, 6.0).shared([50.0, 50.0], 150.0)
    assert widths[0] >= 90.0 and widths[1] >= 50.0
    assert abs(sum(widths) - 150.0) <= GRID


def test_sub_columns_stay_equal_where_nothing_is_saved() -> None:
    widths = Widths([[("a", 0)], [("b", 0)]], lambda key, width: 20.0, {}, 9.0, 6.0).shared(
        [50.0, 50.0], 160.0
    )
    assert abs(widths[0] - widths[1]) <= GRID
