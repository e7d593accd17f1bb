"""After an edit of one step all others stay where they are, but for the room that it needs or leaves."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import Struct
from msgspec.structs import replace

from rondo.figures.arranging.layout_cells import CellMemory
from rondo.figures.arranging.layout_columns import Graph
from rondo.figures.arranging.layout_kept import KeptOrder, LayoutMemory
from rondo.figures.arranging.layout_place import Places, place
from rondo.figures.arranging.layout_values import Box, Node, Spacing

PHASES, LANES = 3, 4
ROWS = tuple(f"lane {i}" for i in range(LANES))


class Map(Struct, frozen=True, dict=True):
    """Steps and links of a map that is edited."""

    nodes: tuple[Node, ...]
    links: tuple[tuple[str, str], ...]

    def laid(self, kept: KeptOrder, memory: CellMemory | None = None) -> Places:
        places = self.placed(kept, memory)
        kept.settle(self.nodes, places.boxes, places.lanes)
        return places

    def placed(self, kept: KeptOrder, memory: CellMemory | None = None) -> Places:
        index = {node.id: i for i, node in enumerate(self.nodes)}
        edges = tuple((index[a], index[b]) for a, b in self.links if a in index and b in index)
        graph = Graph(tuple(n.phase or 0 for n in self.nodes), tuple(n.lane or 0 for n in self.nodes), edges)
        steps = [node.id for node in self.nodes]
        columns, slots = kept.columned(steps, graph, ROWS)
        return place(
            self.nodes,
            columns,
            slots,
            PHASES,
            LANES,
            Spacing(),
            edges,
            keep=True,
            shifts=kept.heights(steps),
            memory=memory,
        )

    def named(self, name: str) -> Map:
        """The map with that name for the new step."""
        nodes = tuple(replace(node, id=name) if node.id == "new" else node for node in self.nodes)
        links = tuple((name if a == "new" else a, name if b == "new" else b) for a, b in self.links)
        return Map(nodes, links)

    def boxes(self, kept: KeptOrder) -> dict[str, Box]:
        return dict(zip([node.id for node in self.nodes], self.laid(kept).boxes, strict=True))


@st.composite
def maps(draw: st.DrawFn) -> Map:
    count = draw(st.integers(3, 14))
    phases = sorted(draw(st.lists(st.integers(0, 2), min_size=count, max_size=count)))
    nodes = tuple(
        Node(f"s{i}", phase, draw(st.integers(0, LANES - 1)), 100, draw(st.integers(30, 90)))
        for i, phase in enumerate(phases)
    )
    chain = [(f"s{i}", f"s{i + 1}") for i in range(count - 1)]
    ends = st.integers(0, count - 1)
    more = draw(st.lists(st.tuples(ends, ends), max_size=8))
    links = dict.fromkeys([*chain, *((f"s{a}", f"s{b}") for a, b in more if a != b)])
    return Map(nodes, tuple(links))


@st.composite
def edits(draw: st.DrawFn, before: Map) -> tuple[str, Map]:
    """The step that is edited, and the map after it."""
    at = draw(st.integers(0, len(before.nodes) - 1))
    node, cell = before.nodes[at], (draw(st.integers(0, 2)), draw(st.integers(0, LANES - 1)))
    what = draw(st.sampled_from(["add", "insert", "lane", "phase", "drag", "delete", "link", "unlink"]))
    if what in ("add", "insert"):
        new = Node("new", node.phase, cell[1] if what == "add" else node.lane, 100, 50)
        links = (*before.links, (node.id, "new"))
        if what == "insert":
            after = [b for a, b in before.links if a == node.id][:1]
            links = (*links, *(("new", b) for b in after))
        return "new", Map((*before.nodes[: at + 1], new, *before.nodes[at + 1 :]), links)
    if what in ("link", "unlink"):
        links = (*before.links, (node.id, before.nodes[0].id)) if what == "link" else before.links[1:]
        return node.id, Map(before.nodes, links if at else before.links)
    if what == "delete":
        return node.id, Map((*before.nodes[:at], *before.nodes[at + 1 :]), before.links)
    changed = {
        "lane": replace(node, lane=cell[1]),
        "phase": replace(node, phase=cell[0]),
        "drag": replace(node, x=draw(st.integers(0, 200)), y=draw(st.integers(0, 150))),
    }[what]
    return node.id, Map((*before.nodes[:at], changed, *before.nodes[at + 1 :]), before.links)


def column_growth(was: Places, now: Places, phase: int) -> float:
    """How much more room the sub-columns of a phase take, or less."""
    ends = [[band.end for number, band in places.columns if number == phase] for places in (was, now)]
    starts = [places.phases[phase].start for places in (was, now)]
    reach = [max(there, default=start) - start for there, start in zip(ends, starts, strict=True)]
    return abs(reach[1] - reach[0])


def stirred(before: Map, was: Places, after: Map, now: Places, edited: str) -> list[str]:
    """The steps of cells that the edit did not touch that moved further than their bands grew."""
    old = {node.id: (node, box) for node, box in zip(before.nodes, was.boxes, strict=True)}
    touched = {(n.phase, n.lane) for n in (*before.nodes, *after.nodes) if n.id == edited}
    found = []
    for node, box in zip(after.nodes, now.boxes, strict=True):
        if (node.phase, node.lane) in touched or node.id not in old:
            continue
        was_box, phase, lane = old[node.id][1], node.phase or 0, node.lane or 0
        wider = max(abs(now.phases[phase].size - was.phases[phase].size), column_growth(was, now, phase))
        higher = abs(now.lanes[lane].size - was.lanes[lane].size)
        across = (box.x - now.phases[phase].start) - (was_box.x - was.phases[phase].start)
        down = (box.y - now.lanes[lane].start) - (was_box.y - was.lanes[lane].start)
        if abs(across) > wider + 0.01 or abs(down) > higher + 0.01:
            found.append(node.id)
    return found


def overlapping(boxes: Sequence[Box]) -> bool:
    def on(a: Box, b: Box) -> bool:
        across = a.x < b.right - 0.01 and b.x < a.right - 0.01
        return across and a.y < b.bottom - 0.01 and b.y < a.bottom - 0.01

    return any(on(a, b) for i, a in enumerate(boxes) for b in boxes[i + 1 :])


@given(st.data(), maps())
@settings(max_examples=150, deadline=None)
def test_an_edit_of_one_step_moves_no_other_by_more_than_bands_grow(data: st.DataObject, drawn: Map) -> None:
    kept, before = KeptOrder(), drawn
    was = before.laid(kept)
    for _ in range(3):
        edited, after = data.draw(edits(before))
        now = after.laid(kept)
        assert stirred(before, was, after, now, edited) == []
        assert not overlapping(now.boxes)
        if edited == "new":
            after = after.named(f"n{len(after.nodes)}")
            now = after.laid(kept)
        before, was = after, now


@given(st.data(), maps())
@settings(max_examples=80, deadline=None)
def test_what_is_taken_back_stands_where_it_stood(data: st.DataObject, drawn: Map) -> None:
    kept = KeptOrder()
    before = drawn.boxes(kept)
    _, after = data.draw(edits(drawn))
    there = after.boxes(kept)
    assert drawn.boxes(kept) == before
    assert after.boxes(kept) == there


def chain(*cells: tuple[int, int]) -> Map:
    nodes = tuple(Node(f"s{i}", phase, lane, 100, 40) for i, (phase, lane) in enumerate(cells))
    return Map(nodes, tuple((f"s{i}", f"s{i + 1}") for i in range(len(cells) - 1)))


def test_a_step_between_two_others_gets_a_sub_column_of_its_own() -> None:
    kept, before = KeptOrder(), chain((0, 0), (0, 0), (1, 0))
    was = before.boxes(kept)
    new = Node("new", 0, 0, 100, 40)
    after = Map((before.nodes[0], new, *before.nodes[1:]), (("s0", "new"), ("new", "s1"), ("s1", "s2")))
    now = after.boxes(kept)
    assert now["s0"] == was["s0"] and now["new"].x == was["s1"].x
    moved = now["s1"].x - was["s1"].x
    assert moved > 100 and now["s2"].x - was["s2"].x == moved
    assert now["new"].cy == now["s0"].cy == now["s1"].cy


def test_a_step_that_goes_to_another_lane_goes_straight_there() -> None:
    kept, before = KeptOrder(), chain((0, 0), (0, 0), (0, 0))
    was = before.boxes(kept)
    down = replace(before.nodes[1], lane=2)
    now = Map((before.nodes[0], down, before.nodes[2]), before.links).boxes(kept)
    assert now["s1"].x == was["s1"].x and now["s1"].y > was["s1"].y
    assert now["s0"] == was["s0"] and now["s2"] == was["s2"]


def test_sixty_steps_squeezed_in_at_one_place_stand_in_their_order() -> None:
    kept, now = KeptOrder(), chain((0, 0), (0, 0))
    now.boxes(kept)
    for turn in range(60):
        new = Node(f"n{turn}", 0, 0, 100, 40)
        links = (("s0", new.id), *((new.id, b) for a, b in now.links if a == "s0"), *now.links[1:])
        now = Map((now.nodes[0], new, *now.nodes[1:]), links)
        boxes = now.boxes(kept)
    order = sorted(boxes, key=lambda key: boxes[key].x)
    assert order == ["s0", *(f"n{turn}" for turn in reversed(range(60))), "s1"]


def test_laid_out_anew_the_order_is_a_fresh_one_and_taken_back_the_old_one() -> None:
    memory, drawn = LayoutMemory(), chain((0, 0), (0, 0), (0, 1), (0, 0))
    drawn.boxes(memory.of("j"))
    moved = Map((drawn.nodes[0], replace(drawn.nodes[1], lane=3), *drawn.nodes[2:]), drawn.links)
    still = moved.boxes(memory.of("j"))
    memory.begin_anew("j")
    anew = moved.boxes(memory.of("j"))
    assert anew == moved.boxes(KeptOrder()) != still
    memory.take_back("j")
    assert moved.boxes(memory.of("j")) == still


@settings(max_examples=40)
@given(st.data())
def test_after_any_edits_a_map_that_is_known_is_placed_as_one_that_is_not(data: st.DataObject) -> None:
    drawn, kept, memory = data.draw(maps()), KeptOrder(), CellMemory()
    for turn in range(4):
        known = drawn.placed(kept, memory)
        assert known == drawn.placed(kept, CellMemory())
        again = drawn.placed(kept, memory)
        assert all(a is b for a, b in zip(known.boxes, again.boxes, strict=True)), "what stands is made again"
        kept.settle(drawn.nodes, known.boxes, known.lanes)
        if turn < 3:
            drawn = data.draw(edits(drawn))[1].named(f"n{turn}")


def test_what_gives_way_to_a_dragged_step_moves_what_is_below_it_and_not_its_row() -> None:
    ids = [f"{column}{row}" for column in "abc" for row in range(3)]
    nodes = tuple(Node(key, 0, 0, 100, 40) for key in ids)
    columns, slots = [ids.index(key) // 3 for key in ids], [int(key[1]) for key in ids]
    edges = [(i, i + 1) for i in range(8) if (i + 1) % 3]
    stood = place(nodes, columns, slots, 1, 1, Spacing(), edges, keep=True)
    dragged = (*nodes[:8], replace(nodes[8], x=stood.boxes[0].x, y=stood.boxes[0].y))
    after = place(dragged, columns, slots, 1, 1, Spacing(), edges, keep=True)
    moved = [key for key, a, b in zip(ids, stood.boxes, after.boxes, strict=True) if a.y != b.y]
    assert moved == ["a0", "a1", "a2", "c2"]
