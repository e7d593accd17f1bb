"""The layout under phases and lanes: invariants over made-up maps, and the shapes people expect."""

from __future__ import annotations

from itertools import combinations, pairwise
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from rondo.figures.arranging.layout import Box, Layout, Node, Spacing, arrange, column_counts

PHASES, LANES = 3, 4


@st.composite
def maps(draw: st.DrawFn) -> tuple[list[Node], list[tuple[str, str]]]:
    count = draw(st.integers(0, 14))
    nodes = []
    for index in range(count):
        fixed = draw(st.integers(0, 3)) == 0
        nodes.append(
            Node(
                f"s{index}",
                draw(st.sampled_from([0, 1, 2, None])),
                draw(st.sampled_from([0, 1, 2, 3, 3, None])),
                draw(st.integers(20, 120)),
                draw(st.integers(20, 200)),
                draw(st.integers(0, 300)) if fixed else None,
                draw(st.integers(0, 200)) if fixed else None,
                draw(st.booleans()),
            )
        )
    ends = st.integers(0, max(count - 1, 0)).map(lambda i: f"s{i}")
    return nodes, draw(st.lists(st.tuples(ends, ends), max_size=24))


def overlap(a: Box, b: Box) -> bool:
    return a.x < b.right - 0.01 and b.x < a.right - 0.01 and a.y < b.bottom - 0.01 and b.y < a.bottom - 0.01


def laid(nodes: list[Node], edges: list[tuple[str, str]], **options: object) -> Layout:
    return arrange(nodes, edges, phases=PHASES, lanes=LANES, **options)  # type: ignore[arg-type]


@given(maps(), st.dictionaries(st.integers(0, 2), st.integers(1, 3)), st.booleans())
@settings(max_examples=120, deadline=None)
def test_any_map_is_laid_out_inside_its_bands_without_overlap(drawn, limits, share) -> None:
    nodes, edges = drawn
    layout = laid(nodes, edges, limits=limits, share=share)
    assert set(layout.boxes) | set(layout.left_over) == {n.id for n in nodes}
    assert not set(layout.boxes) & set(layout.left_over)
    for node in nodes:
        if node.id not in layout.boxes:
            assert node.phase is None or node.lane is None
            continue
        box, phase, lane = layout.boxes[node.id], layout.phases[node.phase], layout.lanes[node.lane]
        assert phase.start <= box.x and box.right <= phase.end + 0.01
        assert lane.start <= box.y and box.bottom <= lane.end + 0.01
    assert not [pair for pair in combinations(layout.boxes.values(), 2) if overlap(*pair)]


@given(maps())
@settings(max_examples=60, deadline=None)
def test_the_same_map_gives_the_same_layout(drawn) -> None:
    nodes, edges = drawn
    assert laid(nodes, edges) == laid(nodes, edges)


@given(maps())
@settings(max_examples=80, deadline=None)
def test_placed_steps_stand_at_their_offsets_unless_they_lie_on_each_other(drawn) -> None:
    nodes, edges = drawn
    layout = laid(nodes, edges)
    fixed = [n for n in nodes if n.fixed and n.id in layout.boxes]
    wanted = {n.id: Box(layout.phases[n.phase].start + n.x, n.y, n.width, n.height) for n in fixed}
    for node in fixed:
        box = layout.boxes[node.id]
        assert box.x == layout.phases[node.phase].start + node.x
        rivals = [o for o in fixed if o is not node and o.lane == node.lane]
        if not any(overlap(wanted[node.id], wanted[o.id]) for o in rivals) and not any(
            layout.boxes[o.id].y != layout.lanes[o.lane].start + o.y for o in rivals
        ):
            assert box.y == layout.lanes[node.lane].start + node.y


@given(maps(), st.booleans())
@settings(max_examples=120, deadline=None)
def test_locked_steps_stand_exactly_where_they_were_whatever_else_is_there(drawn, share) -> None:
    nodes, edges = drawn
    cells: dict[tuple[int | None, int | None], int] = {}
    pinned = []
    for node in nodes:  # locked ones lie beside each other, as they do once they were seen
        beside = cells.get((node.phase, node.lane), 0)
        locked = node.locked and node.fixed
        pinned.append(replace(node, locked=locked, x=beside if locked else node.x))
        cells[node.phase, node.lane] = beside + (node.width if locked else 0)
    layout = laid(pinned, edges, share=share)
    for node in pinned:
        if node.locked and node.id in layout.boxes:
            box = layout.boxes[node.id]
            assert box.x == layout.phases[node.phase].start + node.x
            assert abs(box.y - layout.lanes[node.lane].start - node.y) < 1e-6
    assert not [pair for pair in combinations(layout.boxes.values(), 2) if overlap(*pair)]


def chain(*cells: tuple[int, int]) -> tuple[list[Node], list[tuple[str, str]]]:
    nodes = [Node(f"s{i}", phase, lane, 100, 40) for i, (phase, lane) in enumerate(cells)]
    return nodes, [(f"s{i}", f"s{i + 1}") for i in range(len(cells) - 1)]


def test_a_chain_in_one_lane_runs_to_the_right_on_one_level() -> None:
    layout = laid(*chain((0, 0), (0, 0), (1, 0), (2, 0)))
    boxes = list(layout.boxes.values())
    assert all(a.right < b.x and a.cy == b.cy for a, b in pairwise(boxes))


def test_a_hand_over_stands_straight_below_when_the_way_is_free() -> None:
    layout = laid(*chain((0, 0), (0, 1), (0, 2)))
    assert len(layout.columns) == 1
    assert len({box.cx for box in layout.boxes.values()}) == 1


def test_a_hand_over_over_an_occupied_lane_takes_the_next_sub_column() -> None:
    layout = laid(*chain((0, 0), (0, 1), (0, 0)))
    assert layout.column_of == {"s0": 0, "s1": 0, "s2": 1}


def test_hand_overs_take_a_sub_column_each_when_sharing_is_off() -> None:
    layout = laid(*chain((0, 0), (0, 1), (0, 2)), share=False)
    assert layout.column_of == {"s0": 0, "s1": 1, "s2": 2}


def test_a_loop_back_does_not_push_its_target_to_the_right() -> None:
    nodes, edges = chain((1, 0), (1, 0), (1, 0))
    layout = laid(nodes, [*edges, ("s2", "s0")])
    assert layout.column_of == {"s0": 0, "s1": 1, "s2": 2}


def test_steps_without_links_stand_beside_each_other_in_their_order() -> None:
    nodes, _ = chain((0, 0), (0, 0), (0, 0))
    assert laid(nodes, []).column_of == {"s0": 0, "s1": 1, "s2": 2}


def test_a_phase_folded_to_its_limit_stacks_in_reading_order() -> None:
    nodes, edges = chain((0, 0), (0, 0), (0, 0), (0, 0))
    layout = laid(nodes, edges, limits={0: 2})
    assert layout.column_of == {"s0": 0, "s1": 0, "s2": 1, "s3": 1}
    assert layout.boxes["s0"].bottom < layout.boxes["s1"].y


def test_two_crossing_pairs_are_untangled() -> None:
    nodes = [Node(i, 0, 0, 50, 20) for i in "ab"] + [Node(i, 1, 0, 50, 20) for i in "cd"]
    layout = laid(nodes, [("a", "d"), ("b", "c")])
    assert layout.crossings == 0
    assert (layout.boxes["a"].y < layout.boxes["b"].y) == (layout.boxes["d"].y < layout.boxes["c"].y)


def test_a_column_and_a_lane_grow_to_hold_a_placed_step() -> None:
    layout = laid([Node("far", 1, 2, 100, 40, 500, 300)], [])
    assert layout.phases[1].size >= 600 and layout.lanes[2].size >= 340


def test_wider_gaps_and_boundaries_move_what_follows_them() -> None:
    nodes, edges = chain((0, 0), (0, 0), (0, 1))
    plain = laid(nodes, edges)
    wide = laid(nodes, edges, spacing=Spacing(gaps={1: 30}, boundaries={1: 10}))
    assert wide.boxes["s1"].x - plain.boxes["s1"].x == 30
    assert wide.boxes["s2"].y - plain.boxes["s2"].y == 10


def test_the_count_of_sub_columns_is_that_of_the_unfolded_layout() -> None:
    nodes, edges = chain((0, 0), (0, 0), (1, 1), (1, 2), (2, 0))
    assert column_counts(nodes, edges, phases=PHASES, lanes=LANES) == (2, 1, 1)


def tangle(seed: int) -> tuple[list[Node], list[tuple[str, str]]]:
    chance = Random(seed)
    nodes = [Node(f"s{i}", i // 14, chance.randrange(LANES), 100, 40) for i in range(14 * PHASES)]
    edges = [(f"s{max(i - chance.randint(1, 4), 0)}", f"s{i}") for i in range(1, len(nodes))]
    far = [(f"s{i}", f"s{chance.randrange(len(nodes))}") for i in range(0, len(nodes), 3)]
    return nodes, edges + far


def test_putting_back_what_crosses_leaves_few_crossings_of_many() -> None:
    maps_ = [tangle(seed) for seed in range(4)]
    quick = sum(laid(*drawn, quick=True).crossings for drawn in maps_)
    thorough = sum(laid(*drawn).crossings for drawn in maps_)
    assert len(maps_) == 4 and 0 < thorough < quick / 2
