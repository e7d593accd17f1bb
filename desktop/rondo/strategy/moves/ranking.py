"""Moves worth a thought: what all rules propose, ranked by impact x reach x evidence, at most five.

The same story is told once: a row or cell that stronger grounds name already is not named again.
"""

from __future__ import annotations

from rondo.strategy.framework.whole import Framework
from rondo.strategy.moves.candidate import Candidate, Rule
from rondo.strategy.moves.empty_cells import unanswered
from rondo.strategy.moves.held_cells import crowded, held, unserved
from rondo.strategy.moves.lacking import lacking
from rondo.strategy.moves.one_size import ignored, one_size
from rondo.strategy.moves.seats import Seats
from rondofile.project import Project

MOST = 5
_ORDER = tuple(Rule)


def candidates(project: Project, framework: Framework, gaps: bool = True) -> tuple[Candidate, ...]:
    """Every move that a rule proposes, the weightiest first; ties in the order of the rules.

    Without `gaps` no offer is held against its journey: that takes long where journeys have thousands of
    steps."""
    seats = Seats(project)
    found = [
        *unanswered(project, framework),
        *unserved(project, seats),
        *one_size(project),
        *ignored(project),
        *(lacking(project, framework) if gaps else ()),
        *held(project, seats),
        *crowded(project, seats),
    ]
    found.sort(key=lambda one: (-one.score, _ORDER.index(one.rule)))
    return tuple(one for at, one in enumerate(found) if not _is_told(one, found[:at] + found[at + 1 :]))


def worth_a_thought(project: Project, framework: Framework, gaps: bool = True) -> tuple[Candidate, ...]:
    """The first few of them: what a strategist leaves with."""
    return candidates(project, framework, gaps)[:MOST]


def _is_told(one: Candidate, others: list[Candidate]) -> bool:
    """Whether another move tells the same: a held cell in a row or cell that is named for more than that,
    a situation of people who all have one answer."""
    if one.rule is Rule.HELD:
        more = [o for o in others if o.rule in (Rule.BOTH, Rule.THREATENED_ROW)]
        return any(set(one.cells) <= set(other.cells) for other in more)
    if one.rule is Rule.SITUATION:
        sizes = [o for o in others if o.rule is Rule.ONE_SIZE]
        return any(set(one.people) <= set(other.people) for other in sizes)
    return False
