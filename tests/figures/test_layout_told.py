"""A kept order that is told in plain values and comes back, also when the values are damaged."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from rondo.figures.arranging.layout_columns import Graph
from rondo.figures.arranging.layout_kept import KeptOrder
from rondo.figures.arranging.layout_told import retold, told

GRAPH, LANES, STEPS = Graph((0, 0, 1), (0, 1, 1), ((0, 1), (1, 2))), ("a", "b"), ("s", "t", "u")
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=12,
)


def test_an_order_comes_back_as_it_was_told() -> None:
    order = KeptOrder()
    first = order.columned(STEPS, GRAPH, LANES)
    order.shifts = {"s": 3.25, "t": 0.0, "u": -1.5}
    again = retold(json.loads(json.dumps(told(order))))
    assert again.homes == order.homes and again.shifts == order.shifts and again.edited
    assert again.columned(STEPS, GRAPH, LANES) == first


@given(VALUES | st.dictionaries(st.sampled_from(STEPS), st.lists(VALUES, max_size=6)))
def test_damaged_values_lead_to_some_order(values: object) -> None:
    columns, ranks = retold(values).columned(STEPS, GRAPH, LANES)
    assert len(columns) == len(ranks) == 3
    assert min(columns) == 0 and min(ranks) == 0
