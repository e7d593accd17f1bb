"""A start with a healthy file imports what it shows, no more: `start_budget.toml` holds it to that."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tomllib
from fnmatch import fnmatchcase
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from bench.start import OURS, PROBE
from helpers.house import PACKAGES
from rondo.commands.new_project import read_case
from rondofile.document import Document

BUDGET: dict[str, Any] = tomllib.loads(
    Path(__file__).with_name("start_budget.toml").read_text(encoding="utf-8")
)
FORBIDDEN = [(part, name) for part, names in BUDGET["without"].items() for name in names]
LISTED = """
import json, os, sys
def answered():
    sys.stdout.write(json.dumps(sorted(sys.modules)))
    sys.stdout.flush()
    os._exit(0)
"""
"""In the place of what the benchmark of a start says when the window answers."""
AT_ONCE = """
import rondo.ui.app, rondo.ui.main_window, rondo.ui.canvas.view
rondo.ui.app.WARM_AFTER = rondo.ui.main_window.STEADY_AFTER = rondo.ui.canvas.view.SEEN = 600_000
"""
"""What comes by itself after seconds does not come here, however slow the machine is."""


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The names of all modules once the window with a worked case was painted and answers."""
    place = tmp_path_factory.mktemp("start")
    path = place / "park.rondo"
    Document.create(path, place / "other", content=read_case("theme-park")).close()
    program = LISTED + OURS.removeprefix(PROBE).replace("import rondo.ui.app\n", AT_ONCE)
    assert AT_ONCE in program
    done = subprocess.run(
        [sys.executable, "-c", program, str(path)],
        env={**os.environ, "RONDO_HOME": str(place / "home")},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    names: list[str] = json.loads(done.stdout)
    return names


@pytest.mark.parametrize(("part", "name"), FORBIDDEN)
def test_a_start_when_it_answers_then_has_done_without(part: str, name: str, started: list[str]) -> None:
    assert "rondo.ui.main_window" in started
    assert [there for there in started if fnmatchcase(there, name)] == []


@pytest.mark.parametrize(("package", "most"), BUDGET["most"].items())
def test_a_start_when_it_answers_then_needed_no_more_modules(
    package: str, most: int, started: list[str]
) -> None:
    ours = [name for name in started if name.partition(".")[0] == package]
    assert 20 < len(ours) <= most


@pytest.mark.parametrize(("part", "name"), FORBIDDEN)
def test_a_name_in_the_budget_when_looked_for_then_is_that_of_a_module(part: str, name: str) -> None:
    package = name.partition(".")[0]
    if package not in PACKAGES:
        assert find_spec(name) is not None
        return
    home = PACKAGES[package]
    modules = [
        ".".join((package, *path.relative_to(home).with_suffix("").parts)).removesuffix(".__init__")
        for path in home.rglob("*.py")
    ]
    assert [module for module in modules if fnmatchcase(module, name)]
