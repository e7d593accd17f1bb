"""What the cell of an offer asks of the journey behind it, and what that journey has and lacks, as lines."""

from __future__ import annotations

from msgspec import Struct

from rondo.strategy.rules import Behind, behind, column_demands, row_demands
from rondo.ui.desk import Desk
from rondo.ui.inspector.pieces.jump_list import Lead
from rondo.ui.inspector.pieces.options import capital, journey_name
from rondofile.enums import PlacementState
from rondofile.project import Project
from rondofile.records import Journey, Placement, Step

_MET, _LACKING, _MAY = ("✓", "ok"), ("✗", "bad"), ("○", "ink-tertiary")


class Asked(Struct, frozen=True):
    """Lines about the row and the column, and the journeys they were held against. `why`: none was."""

    journeys: tuple[Lead, ...] = ()
    row: tuple[Lead, ...] = ()
    column: tuple[Lead, ...] = ()
    why: str = ""


def asked_of(desk: Desk, project: Project, offer: Placement) -> Asked:
    """What is asked of the first journey behind the offer."""
    words = desk.words
    if offer.experience is None:
        return Asked(why=words("inspector.offer.asks.off_grid"))
    found = behind(project, offer)
    journeys = tuple(Lead(Journey, one.journey.id, journey_name(desk, one.journey)) for one in found)
    if offer.state is PlacementState.IDEA:
        return Asked(journeys, why=words("inspector.offer.asks.idea"))
    if not found:
        key = "no_today" if offer.state is PlacementState.NOW else "no_redesign"
        return Asked(why=words(f"inspector.offer.asks.{key}"))
    return Asked(journeys, _row(desk, project, offer, found[0]), _column(desk, project, offer, found[0]))


def _row(desk: Desk, project: Project, offer: Placement, found: Behind) -> tuple[Lead, ...]:
    lines = []
    for demand in row_demands(project, offer, desk.framework, found.journey.id):
        sign, role = _MET if demand.met else _LACKING if demand.lacking else _MAY
        name = capital(desk.framework.step_kind(demand.step_kind).name)
        text = demand.text or name
        lines.append(_lead(desk, text, sign, role, demand.step))
    return tuple(lines)


def _column(desk: Desk, project: Project, offer: Placement, found: Behind) -> tuple[Lead, ...]:
    lines = []
    for demand in column_demands(project, offer, desk.framework, found.journey.id):
        sign, role = _MET if demand.met else _LACKING
        lines.append(_lead(desk, demand.text, sign, role, demand.step))
    return tuple(lines)


def _lead(desk: Desk, text: str, sign: str, role: str, step: Step | None) -> Lead:
    spoken = desk.words("inspector.offer.has" if sign == "✓" else "inspector.offer.lacks", text=text)
    if role == "ink-tertiary":
        spoken = desk.words("inspector.offer.may", text=text)
    note = (step.title or desk.words("telling.unnamed.step")) if step is not None else ""
    return Lead(Step, step.id if step is not None else "", text, note, sign, role, spoken)
