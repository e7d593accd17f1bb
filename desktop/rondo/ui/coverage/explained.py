"""What a tool tip says of the thing under the pointer in the coverage; the same as a screen reader hears."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint

from rondo.figures.coverage.coverage_draw import Spot
from rondo.figures.coverage.coverage_measure import remark, written
from rondo.strategy.people.answers import Answer
from rondo.strategy.people.coverage import COLUMNS, Place
from rondo.ui.coverage.buttons import button_at
from rondo.ui.coverage.plan import NAME
from rondo.ui.escaped import escape
from rondofile.enums import Experience
from rondofile.records import Placement

if TYPE_CHECKING:
    from rondo.ui.coverage.grid import CoverageGrid


def explained(grid: CoverageGrid, at: QPoint) -> str:
    """Rich text that Qt wraps; empty where there is nothing to say."""
    spot = grid.spot_at(at)
    button = button_at(grid, spot, at)
    if button is not None:
        return _rich(grid.desk.words(f"coverage.{button}_here"))
    if spot is None:
        above = [column for column in COLUMNS if at.y() < grid.plan.head and _is_above(grid, column, at.x())]
        return _rich(grid.desk.framework.meaning(above[0])) if above else ""
    if spot[2] in ("comfort", "value"):
        return _rich(f"{spoken(grid, spot)} {grid.desk.words('coverage.set_by')}")
    return _rich(spoken(grid, spot)) if spot[2] not in (NAME, "") else ""


def spoken(grid: CoverageGrid, spot: Spot) -> str:
    """The part of a cell in words."""
    words, place = grid.desk.words, grid.plan.place(spot[0], spot[1])
    if place is None:
        return ""
    if spot[2] in ("comfort", "value"):
        return _score(grid, place, spot[2])
    if spot[2] == "remark":
        return remark(place, words)
    offer = grid.desk.session.project.find(Placement, spot[2])
    return offered(grid, offer) if offer is not None else words("coverage.empty")


def offered(grid: CoverageGrid, offer: Placement) -> str:
    """An offer by its sentence, whose it is and whether it is there today."""
    words, player = grid.desk.words, grid.desk.session.project.player_of(offer)
    name = offer.offer.strip() or words("telling.unnamed.offer")
    state = grid.desk.framework.name(offer.state)
    whose = player.name.strip() if player is not None else ""
    return " · ".join(part for part in (name, whose, state) if part)


def summed_up(grid: CoverageGrid, place: Place) -> str:
    """All that stands in a cell, in sentences."""
    said = [_score(grid, place, which) for which in ("comfort", "value")] if place.experience else []
    offers = [offered(grid, offer) for offer in (*place.ours, *place.shared, *place.others)]
    if offers:
        said.append(grid.desk.words("coverage.offers_there", offers="; ".join(offers)))
    said.append(remark(place, grid.desk.words))
    return " ".join(part for part in said if part) or grid.desk.words("coverage.empty")


def _score(grid: CoverageGrid, place: Place, which: str) -> str:
    words = grid.desk.words
    answer: Answer = place.comfort if which == "comfort" else place.value
    if answer.value is None:
        said = words("coverage.unknown")
    elif answer.inherited:
        said = words("coverage.as_segment", score=written(answer))
    else:
        said = written(answer)
    return words("coverage.answered", asked=words(f"coverage.{which}.asked"), answer=said)


def _is_above(grid: CoverageGrid, column: Experience | None, x: int) -> bool:
    """Whether that column stands under its head at x."""
    at = COLUMNS.index(column)
    left = grid.plan.first + at * grid.plan.column + grid.shift.x()
    return left <= x < left + grid.plan.column


def _rich(text: str) -> str:
    return f"<qt>{escape(text)}</qt>" if text else ""
