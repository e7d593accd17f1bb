"""Where the keys are in the coverage, and where arrows lead."""

from __future__ import annotations

from rondo.figures.coverage.coverage_draw import Spot
from rondo.strategy.people.coverage import COLUMNS
from rondo.ui.coverage.plan import NAME, Plan
from rondofile.enums import Experience


def name_of(key: str) -> Spot:
    """The people of a row."""
    return (key, None, NAME)


def column_of(spot: Spot) -> int:
    """The column from 0, -1 for the names."""
    return -1 if spot[2] == NAME else COLUMNS.index(spot[1])


def spots_in(plan: Plan, key: str, column: int) -> tuple[Spot, ...]:
    """Where keys can be in a cell, from the top: an empty cell is one place too."""
    if column < 0:
        return (name_of(key),)
    return plan.parts(key, COLUMNS[column]) or ((key, COLUMNS[column], ""),)


def settled(plan: Plan, spot: Spot | None) -> Spot | None:
    """The place itself, or the nearest that is there now."""
    if not plan.lines:
        return None
    if spot is None or plan.line(spot[0]) is None:
        return spots_in(plan, plan.lines[0].row.key, 0)[0]
    there = spots_in(plan, spot[0], column_of(spot))
    return spot if spot in there else there[-1]


def beside(plan: Plan, spot: Spot, by: int) -> Spot:
    """The same height one column further, the end of the row at its ends."""
    column = min(max(column_of(spot) + by, -1), len(COLUMNS) - 1)
    here = spots_in(plan, spot[0], column_of(spot))
    there = spots_in(plan, spot[0], column)
    at = here.index(spot) if spot in here else 0
    return there[min(at, len(there) - 1)]


def below(plan: Plan, spot: Spot, by: int) -> Spot:
    """The next part of the cell down (1) or up (-1), then the cell of the next row."""
    column = column_of(spot)
    ladder = [one for line in plan.lines for one in spots_in(plan, line.row.key, column)]
    at = ladder.index(spot) if spot in ladder else 0
    return ladder[min(max(at + by, 0), len(ladder) - 1)]


def row_by(plan: Plan, spot: Spot, by: int) -> Spot:
    """The same cell so many rows further."""
    keys = [line.row.key for line in plan.lines]
    at = min(max(keys.index(spot[0]) + by, 0), len(keys) - 1)
    return spots_in(plan, keys[at], column_of(spot))[0]


def cell_key(key: str, experience: Experience | None) -> str:
    """A cell as a word."""
    return f"{key}/{experience or 'none'}"
