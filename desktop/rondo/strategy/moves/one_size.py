"""One answer for people who want different things: all in one cell, or a situation that changes nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rondo.strategy.moves.candidate import Candidate, Rule, of_offers
from rondo.strategy.moves.people import People, everyone, own_offers, served
from rondo.strategy.moves.seats import DECIDED, Cell
from rondo.strategy.people.answers import Answers, Asked
from rondo.strategy.sentences.focus import reach
from rondofile.project import Project
from rondofile.records import Placement, Segment

ONE_SIZE, IGNORED = 0.6, 0.5
"""Impact. The first is that of H6 (practice 4.3)."""
APART = 1
"""From so far on either side, how much people want to do themselves pulls two ways."""
_TELLING: tuple[Asked, ...] = ("knows_need", "desired_control")
"""Answers that make a situation another one, where it gives them differently."""


def one_size(project: Project) -> Iterator[Candidate]:
    """All people whose answers we know are served from one cell, although they differ; else those of one
    segment. One segment in one cell is focus, not a fault."""
    known = [people for people in everyone(project) if _answers(project, people) and served(project, people)]
    whole = _alarm(project, known)
    if whole is not None:
        yield whole
        return
    for segment in project.all(Segment):
        found = _alarm(project, [people for people in known if people.segment.id == segment.id])
        if found is not None:
            yield found


def ignored(project: Project) -> Iterator[Candidate]:
    """A situation that changes awareness, comfort or control, and is served as the segment always is."""
    for people in everyone(project):
        whole = People(people.segment)
        if people.situation is None or not _changes(project, whole, people):
            continue
        offers, usual = served(project, people), served(project, whole)
        own = [offer for offer in own_offers(project, people) if offer.state in DECIDED]
        if usual and (not own or _cells(offers) == _cells(usual)):
            yield _candidate(project, Rule.SITUATION, IGNORED, [people], offers)


def _alarm(project: Project, people: Sequence[People]) -> Candidate | None:
    offers = tuple(dict.fromkeys(offer for one in people for offer in served(project, one)))
    cells = _cells(offers)
    if len(people) < 2 or len(cells) != 1 or not _differ(project, people):
        return None
    return _candidate(project, Rule.ONE_SIZE, ONE_SIZE, people, offers)


def _candidate(
    project: Project, rule: Rule, impact: float, people: Sequence[People], offers: tuple[Placement, ...]
) -> Candidate:
    segments = {one.segment.id: one.segment for one in people}
    share = min(1.0, sum(reach(project, segment) for segment in segments.values()))
    return Candidate(
        rule,
        impact,
        share,
        of_offers(offers),
        cells=tuple(_cells(offers)),
        segment=people[0].segment if len(segments) == 1 else None,
        people=tuple(people),
        offers=offers,
    )


def _answers(project: Project, people: People) -> bool:
    return people.wish(project) is not None or people.control(project) is not None


def _differ(project: Project, people: Sequence[People]) -> bool:
    rows = {wish.experience for one in people if (wish := one.wish(project))}
    control = [found for one in people if (found := one.control(project)) is not None]
    return len(rows) > 1 or (bool(control) and min(control) <= -APART and max(control) >= APART)


def _changes(project: Project, whole: People, people: People) -> bool:
    """What a situation leaves unsaid is as in its segment, so it changes nothing."""
    situation, segment = people.situation, whole.segment
    if situation is None:
        return False
    answers = Answers(project)
    for asked in _TELLING:
        here, always = answers.of(situation, asked).value, answers.of(segment, asked).value
        if here is not None and always is not None and here != always:
            return True
    here, always = people.wish(project), whole.wish(project)
    return here is not None and always is not None and here.experience is not always.experience


def _cells(offers: Sequence[Placement]) -> list[Cell]:
    """The cells of the matrix in which these offers stand, each once."""
    found = [(o.experience, o.architecture) for o in offers]
    return [cell for cell in dict.fromkeys(found) if cell[0] is not None and cell[1] is not None]  # type: ignore[misc]
