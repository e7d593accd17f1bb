"""The ten kept maps: as few crossings as long annealing finds, and the same drawing every time."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from bench.annealing import annealed
from bench.crossings import crossings
from bench.kept_maps import NAMES, best, drawn, kept_map
from helpers.house import ROOT

LISTED = """
import json, sys
from bench.kept_maps import NAMES, drawn, kept_map
print(json.dumps([drawn(kept_map(name).graph).drawing for name in NAMES if name != "turbine"]))
"""


def test_there_are_ten_maps_of_12_to_300_steps_with_lanes_and_loops() -> None:
    graphs = [kept_map(name).graph for name in NAMES]
    sizes = sorted(len(graph.phase) for graph in graphs)
    assert len(graphs) == 10 and sizes[0] == 12 and sizes[-1] == 300
    assert all(len(set(graph.lane)) >= 5 for graph in graphs)
    assert sum(any(a > b for a, b in graph.edges) for graph in graphs) >= 9


@pytest.mark.parametrize("name", NAMES)
def test_a_kept_map_has_at_most_a_tenth_more_crossings_than_annealing_found(name: str) -> None:
    graph = kept_map(name).graph
    assert crossings(drawn(graph).drawing, graph.edges) <= 1.1 * best()[name]


def test_annealing_counts_what_it_changes_and_finds_nothing_better_in_a_moment() -> None:
    found = [annealed(kept_map("groceries"), seed, rounds=4_000) for seed in range(4)]
    assert len(found) == 4 and min(found) >= best()["groceries"]
    assert found == [annealed(kept_map("groceries"), seed, rounds=4_000) for seed in range(4)]


def test_a_drawing_holds_every_step_in_its_phase_and_lane_and_leads_on_to_the_right() -> None:
    for name in NAMES:
        graph, shown = kept_map(name).graph, drawn(kept_map(name).graph)
        steps = [item for items in shown.drawing for item in items if isinstance(item, int)]
        assert sorted(steps) == list(range(len(graph.phase)))
        for items in shown.drawing:
            there = [item for item in items if isinstance(item, int)]
            lanes = [graph.lane[item] for item in there]
            assert lanes == sorted(lanes) and len({graph.phase[item] for item in there}) <= 1


def test_a_drawing_is_the_same_whatever_order_hashes_have() -> None:
    def listed(seed: str) -> object:
        path = [str(ROOT / room) for room in ("desktop", "storage", "resources", "tests")]
        run = subprocess.run(
            [sys.executable, "-c", LISTED],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(path)},
            capture_output=True,
            check=True,
        )
        return json.loads(run.stdout)

    assert listed("1") == listed("4")


def test_the_measure_counts_pieces_that_change_sides_and_what_stands_between() -> None:
    links = [(0, 3), (1, 2)]
    assert crossings([[0, 1], [2, 3]], links) == 1
    assert crossings([[0, 1], [3, 2]], links) == 0
    assert crossings([[0, 1, 2]], [(0, 2)]) == 1
    assert crossings([[0], [(0, 1), 1], [2]], [(0, 2)]) == 0
    assert crossings([[0, 4], [1, (0, 1), 2], [3]], [(0, 3), (1, 2)]) == 1
