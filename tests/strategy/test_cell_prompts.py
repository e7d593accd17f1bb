"""What speaks for thinking of a cell, asked for everybody and for one segment."""

from __future__ import annotations

from rondo.commands.new_project import read_case
from rondo.strategy.framework.whole import load
from rondo.strategy.moves.empty_cells import Prompts
from rondofile.enums import Architecture, Experience

FRAMEWORK = load()
CURATED, RETAILER = Experience.CURATED_OFFERING, Architecture.CONNECTED_RETAILER


def test_a_prompt_speaks_of_one_segment_where_it_is_asked_for_whom() -> None:
    project = read_case("theme-park")
    everybody, families = (Prompts(project, FRAMEWORK, key)[CURATED, RETAILER] for key in (None, "families"))
    assert len(everybody.row) == 3 and [p.hurt.step.id for p in families.row] == ["v-compare"]
    assert {one.segment.id for one in families.wanted_by} == {"families"}
    assert everybody.seat.is_empty
