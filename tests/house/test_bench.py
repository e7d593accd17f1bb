"""The benchmarks keep their contract: known names, numbers with units, JSON that says both."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from bench import harness
from helpers.house import ROOT

NAMES = {
    "start",
    "start_computed",
    "start_received",
    "start_seen",
    "start_seen_computed",
    "open_10000",
    "pan_1000",
    "pan_10000",
    "fit_10000",
    "drag_1_of_10000",
    "drag_500_of_10000",
    "drag_1_while_briefing",
    "drag_500_while_briefing",
    "edit_of_10000",
    "link_in_10000",
    "undo_1000_shown",
    "pan_per_step",
    "beside_2000",
    "commit",
    "blocked_by_fsync",
    "undo_1000_rows",
    "publish_8mb",
    "publish_8mb_first",
    "layout_300",
    "layout_5000",
    "crossings_ratio",
    "brief_12_pages",
    "brief_200_pages",
    "memory_sample",
    "memory_10000",
    "review_full_10000",
    "review_edit_10000",
    "place_500",
    "place_500_moves",
    "choose_cell_500",
    "choose_offer_500",
    "choose_all_5000",
    "salvage_lost_page",
    "salvage_5000_rows",
}


@pytest.fixture
def registry(monkeypatch: pytest.MonkeyPatch) -> dict[str, object]:
    found: dict[str, object] = {}
    monkeypatch.setattr(harness, "REGISTRY", found)
    return found


def test_each_benchmark_has_a_name_that_scripts_know() -> None:
    harness.load()
    assert len(harness.REGISTRY) >= 2
    assert set(harness.REGISTRY) <= NAMES


def test_a_figure_is_a_value_with_its_unit_and_peer(registry: dict[str, object]) -> None:
    harness.benchmark("one")(lambda: harness.Figure(1.5, "ms", 3.0))
    harness.benchmark("two")(lambda: harness.Figure(2, "MB"))
    assert harness.measured() == {
        "one": {"value": 1.5, "unit": "ms", "peer": 3.0},
        "two": {"value": 2, "unit": "MB", "peer": None},
    }
    assert list(harness.measured(["two"])) == ["two"]


def test_one_name_stands_for_one_benchmark(registry: dict[str, object]) -> None:
    harness.benchmark("one")(lambda: harness.Figure(1, "ms"))
    with pytest.raises(ValueError, match="one"):
        harness.benchmark("one")(lambda: harness.Figure(2, "ms"))


def test_each_run_is_timed_and_warm_runs_do_not_count() -> None:
    runs: list[int] = []
    assert len(harness.timed(lambda: runs.append(1), 5, warm=2)) == 5
    assert len(runs) == 7


def test_p95_is_the_value_that_95_of_100_do_not_exceed() -> None:
    assert harness.p95([float(value) for value in range(101)]) == 95
    assert harness.middle([1.0, 9.0, 2.0]) == 2


def test_the_figures_are_printed_and_written_as_the_same_json(tmp_path: Path) -> None:
    out = tmp_path / "figures.json"
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "tests")}
    command = [sys.executable, "-m", "bench", "--json", str(out), "layout_300"]
    done = subprocess.run(command, capture_output=True, text=True, env=environment, cwd=ROOT)
    assert done.returncode == 0, done.stderr
    figures = json.loads(out.read_text(encoding="utf-8"))
    assert figures == json.loads(done.stdout)
    assert list(figures) == ["layout_300"]
    assert figures["layout_300"]["value"] > 0
