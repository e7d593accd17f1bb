"""Which links are at a box is known after any change of a map as a fresh look finds it, in the same order."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rondo.figures.arranging.layout_values import Box
from rondo.figures.linking.route import Room, Wire
from rondo.figures.linking.route_gradual import Gradual

BOXES = {name: Box(200.0 * at, 0.0, 112.0, 40.0) for at, name in enumerate("abcde")}
ROOM = Room(0.0, 0.0, 1200.0, 400.0)
ENDS = st.tuples(st.sampled_from("abcde"), st.sampled_from("abcde"))
MAPS = st.dictionaries(st.sampled_from("uvwxyz"), ENDS, max_size=6)


@given(st.lists(MAPS, min_size=1, max_size=5))
def test_links_at_every_box_are_those_of_a_fresh_look(rounds: list[dict[str, tuple[str, str]]]) -> None:
    kept, known = Gradual(), dict[tuple[str, str, str], Wire]()
    for ends in rounds:
        wires = {key: known.setdefault((key, a, b), Wire(key, a, b)) for key, (a, b) in ends.items()}
        kept.change(BOXES, wires, ROOM)
        fresh = Gradual()
        fresh.change(BOXES, wires, ROOM)
        assert {end: keys for end, keys in kept.at.items() if keys} == fresh.at
        assert sum(map(len, fresh.at.values())) == 2 * len(wires)
