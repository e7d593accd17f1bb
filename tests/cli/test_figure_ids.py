"""The ids in SVG that the README promises are there, and no other thing of the project has one."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from helpers.house import ROOT
from helpers.terminal import Rondo
from rondofile.enums import Architecture, Experience, Phase

ROW = re.compile(r"^\| `([a-z-]+)` \| (`.+) \|$", re.MULTILINE)
PROMISED = {
    figure: re.findall(r"`([^`]+)`", ids)
    for figure, ids in ROW.findall((ROOT / "README.md").read_text(encoding="utf-8"))
}
MEANT = {
    "EXPERIENCE": "|".join([*Experience, "none"]),
    "ARCHITECTURE": "|".join(Architecture),
    "PHASE": "|".join(Phase),
    "ID": "[A-Za-z0-9_-]{1,64}?",
}
THINGS = ("cell", "placement", "segment", "situation", "step", "lane", "link", "rule", "permission", "item")
"""Begins of ids of what is in the project, as far as a figure shows it."""
SVG = "{http://www.w3.org/2000/svg}"


def pattern(promised: str) -> re.Pattern[str]:
    parts = (f"(?:{MEANT[part]})" if part in MEANT else part for part in re.split(r"([A-Z]+)", promised))
    return re.compile("".join(parts))


def test_the_readme_promises_ids_of_every_figure_of_the_matrix() -> None:
    assert {"matrix", "coverage", "cell-sheet", "menu", "permissions", "journey"} <= set(PROMISED)


@pytest.mark.parametrize("figure", PROMISED)
def test_a_figure_has_the_ids_that_are_promised_each_with_a_title(
    figure: str, rondo: Rondo, park: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out.svg"
    rondo("figure", park, figure, "-o", out).fine()
    groups = {g.get("id", ""): g.findtext(f"{SVG}title") for g in ET.parse(out).iter(f"{SVG}g")}
    patterns = [pattern(one) for one in PROMISED[figure]]
    assert patterns
    for promised, one in zip(PROMISED[figure], patterns, strict=True):
        found = [key for key in groups if one.fullmatch(key)]
        assert found, f"no {promised}"
        assert all(groups[key] for key in found)
    things = [key for key in groups if key.startswith(THINGS)]
    assert not [key for key in things if not any(one.fullmatch(key) for one in patterns)]
