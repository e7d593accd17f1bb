"""Links between boxes: they go around, end on borders, keep apart, and cross no more than needed."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from rondo.figures.arranging.layout import Box, Node, arrange
from rondo.figures.linking.route import Room, Wire, route


def room_of(boxes: dict[str, Box], margin: float = 16) -> Room:
    right = max((b.right for b in boxes.values()), default=0)
    bottom = max((b.bottom for b in boxes.values()), default=0)
    return Room(-margin, -margin, right + margin, bottom + margin)


def inside(a: tuple[float, float], b: tuple[float, float], box: Box) -> bool:
    """Whether a segment runs through the inner of a box."""
    x1, x2, y1, y2 = min(a[0], b[0]), max(a[0], b[0]), min(a[1], b[1]), max(a[1], b[1])
    return x1 < box.right - 0.1 and x2 > box.x + 0.1 and y1 < box.bottom - 0.1 and y2 > box.y + 0.1


def on_border(point: tuple[float, float], box: Box) -> bool:
    x, y = point
    level = box.y - 0.01 <= y <= box.bottom + 0.01
    upright = box.x - 0.01 <= x <= box.right + 0.01
    on_side = min(abs(x - box.x), abs(x - box.right)) < 0.01
    on_end = min(abs(y - box.y), abs(y - box.bottom)) < 0.01
    return (level and on_side) or (upright and on_end)


@st.composite
def maps(draw: st.DrawFn) -> tuple[dict[str, Box], list[Wire]]:
    count = draw(st.integers(2, 16))
    nodes = [
        Node(
            f"s{i}",
            draw(st.integers(0, 2)),
            draw(st.integers(0, 3)),
            draw(st.sampled_from([62, 80, 110])),
            draw(st.integers(24, 120)),
        )
        for i in range(count)
    ]
    ends = st.integers(0, count - 1).map(lambda i: f"s{i}")
    pairs = draw(st.lists(st.tuples(ends, ends), max_size=20))
    boxes = dict(arrange(nodes, pairs, phases=3, lanes=4).boxes)
    return boxes, [Wire(f"w{i}", a, b) for i, (a, b) in enumerate(pairs)]


@given(maps())
@settings(max_examples=80, deadline=None)
def test_no_link_runs_through_a_box_and_every_link_ends_on_borders(drawn) -> None:
    boxes, wires = drawn
    routes = route(boxes, wires, room_of(boxes))
    assert set(routes) == {w.key for w in wires if w.source != w.target}
    for wire in wires:
        points = routes.get(wire.key)
        if points is None:
            continue
        assert on_border(points[0], boxes[wire.source]) and on_border(points[-1], boxes[wire.target])
        for a, b in pairwise(points):
            assert abs(a[0] - b[0]) < 0.01 or abs(a[1] - b[1]) < 0.01
            assert not [key for key, box in boxes.items() if inside(a, b, box)]


@given(maps())
@settings(max_examples=30, deadline=None)
def test_the_same_boxes_give_the_same_links(drawn) -> None:
    boxes, wires = drawn
    assert route(boxes, wires, room_of(boxes)) == route(boxes, wires, room_of(boxes))


def one(boxes: dict[str, Box], source: str = "a", target: str = "b") -> tuple[tuple[float, float], ...]:
    return route(boxes, [Wire("w", source, target)], room_of(boxes))["w"]


def test_neighbours_on_one_level_are_joined_by_a_straight_link() -> None:
    assert one({"a": Box(0, 0, 60, 40), "b": Box(80, 0, 60, 40)}) == ((60, 20), (80, 20))


def test_a_box_straight_below_is_reached_straight() -> None:
    assert one({"a": Box(0, 0, 60, 40), "b": Box(0, 80, 60, 40)}) == ((30, 40), (30, 80))


def test_a_box_lower_right_is_reached_with_one_bend() -> None:
    assert len(one({"a": Box(0, 0, 60, 40), "b": Box(140, 90, 60, 40)})) == 3


def test_a_box_in_the_way_is_gone_around() -> None:
    boxes = {"a": Box(0, 0, 60, 40), "wall": Box(80, -10, 60, 60), "b": Box(160, 0, 60, 40)}
    points = one(boxes)
    assert len(points) > 2
    assert not [pair for pair in pairwise(points) if inside(*pair, boxes["wall"])]


def test_a_link_back_goes_around_instead_of_through_its_own_boxes() -> None:
    boxes = {"a": Box(0, 0, 60, 40), "b": Box(80, 0, 60, 40)}
    routes = route(boxes, [Wire("on", "a", "b"), Wire("back", "b", "a")], room_of(boxes))
    assert len(routes["on"]) == 2 and len(routes["back"]) >= 2
    assert not [p for p in pairwise(routes["back"]) for box in boxes.values() if inside(*p, box)]


def test_links_from_one_side_get_ports_of_their_own() -> None:
    boxes = {"a": Box(0, 60, 60, 40), "b": Box(120, 0, 60, 40), "c": Box(120, 120, 60, 40)}
    boxes["d"] = Box(120, 60, 60, 40)
    wires = [Wire(key, "a", key) for key in "bcd"]
    routes = route(boxes, wires, room_of(boxes))
    assert len({points[0] for points in routes.values()}) == 3


def test_a_wire_without_both_ends_is_left_out() -> None:
    boxes = {"a": Box(0, 0, 60, 40)}
    assert route(boxes, [Wire("w", "a", "gone"), Wire("v", "a", "a")], room_of(boxes)) == {}
