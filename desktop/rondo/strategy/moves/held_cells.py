"""Where others stand: rows that people value most and cells that rivals hold, and cells that are crowded."""

from __future__ import annotations

from collections.abc import Iterator

from rondo.strategy.moves.candidate import Candidate, Rule, of_offers
from rondo.strategy.moves.people import People, everyone, standing_for
from rondo.strategy.moves.seats import CELLS, CROWD, Cell, Seat, Seats
from rondo.strategy.sentences.focus import reach
from rondo.strategy.wishes import Wish
from rondofile.enums import CardKind
from rondofile.project import Project
from rondofile.records import Placement, Segment, Situation

THREATENED, WANTED, HELD, CROWDED = 0.8, 0.6, 0.5, 0.4
"""Impact. The first is that of H5 (practice 4.3); an empty row, a held cell and a crowd weigh less."""
_NOBODY_VOUCHED = 0.4


def unserved(project: Project, seats: Seats) -> Iterator[Candidate]:
    """The row that people value most, where we neither are nor will be for them: only others, or nobody."""
    told: set[tuple[str, object]] = set()
    for people in everyone(project):
        wish = people.wish(project)
        if wish is None or (people.segment.id, wish.experience) in told:
            continue
        told.add((people.segment.id, wish.experience))
        found = _unserved(project, seats, people, wish)
        if found is not None:
            yield found


def _unserved(project: Project, seats: Seats, people: People, wish: Wish) -> Candidate | None:
    row = list(seats.row(wish.experience))
    served_here = any(offer.experience is wish.experience for offer in standing_for(project, people))
    if served_here or any(_for_anyone(offer) for _, seat in row for offer in seat.decided):
        return None
    attackers = tuple(offer for _, seat in row for offer in seat.attackers)
    if not attackers and any(seat.decided or seat.others for _, seat in row):
        return None
    return Candidate(
        Rule.THREATENED_ROW if attackers else Rule.WANTED_ROW,
        THREATENED if attackers else WANTED,
        reach(project, people.segment),
        of_offers(attackers) if attackers else _NOBODY_VOUCHED,
        rows=(wish.experience,),
        cells=tuple(cell for cell, seat in row if seat.attackers) or tuple(cell for cell, _ in row),
        segment=people.segment,
        people=(people,),
        offers=attackers,
    )


def held(project: Project, seats: Seats) -> Iterator[Candidate]:
    """Cells where rivals or start-ups stand, and we not even as an idea."""
    for cell in CELLS:
        seat = seats[cell]
        if seat.is_held:
            yield _at(project, Rule.HELD, HELD, cell, seat, seat.attackers)


def crowded(project: Project, seats: Seats) -> Iterator[Candidate]:
    """Cells where several organisations stand, ours among them with what it does or will do."""
    for cell in CELLS:
        seat = seats[cell]
        there = (*seat.decided, *seat.attackers, *seat.others)
        if seat.decided and len(seats.players(*there)) >= CROWD:
            yield _at(project, Rule.CROWDED, CROWDED, cell, seat, there)


def _at(
    project: Project,
    rule: Rule,
    impact: float,
    cell: Cell,
    seat: Seat,
    offers: tuple[Placement, ...],
) -> Candidate:
    found = [reach(project, _segment(project, offer)) for offer in offers]
    others = (*seat.attackers, *seat.others)
    return Candidate(
        rule,
        impact,
        max(found, default=reach(project, None)),
        of_offers(others),
        rows=(cell[0],),
        columns=(cell[1],),
        cells=(cell,),
        offers=offers,
    )


def _segment(project: Project, offer: Placement) -> Segment | None:
    situation = project.find(Situation, offer.card_ref) if offer.card_kind is CardKind.SITUATION else None
    key = situation.segment if situation else offer.card_ref
    return project.find(Segment, key)


def _for_anyone(offer: Placement) -> bool:
    """Whether an offer names no customers, so that it may be for these."""
    return offer.card_kind is CardKind.ACTIVITY
