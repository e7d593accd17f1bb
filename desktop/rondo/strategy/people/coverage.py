"""Who serves whom with which experience, held against what they would like and what would help them.

Experiences are never ranked (domain C35) and the two scores never become one (domain C38): a place is open
where people would value an experience and we neither offer nor plan it for them.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from msgspec import Struct

from rondo.strategy.people.answers import Answer, Answers
from rondo.strategy.people.roles import others_for
from rondo.strategy.people.served import Who, people_of
from rondo.strategy.sentences.focus import is_own
from rondofile.enums import Experience, PlacementState, RoleKind
from rondofile.project import Project
from rondofile.records import Placement, Player, Segment, Situation

COLUMNS: tuple[Experience | None, ...] = (*Experience, None)
"""The four experiences, then what is not connected yet."""
_PROMISED = (PlacementState.NOW, PlacementState.TARGET)


class Standing(StrEnum):
    """What is noteworthy about a place. None of them: nothing is."""

    OPEN = "open"
    TAKEN = "taken"
    UNWELCOME = "unwelcome"


class Place(Struct, frozen=True):
    """One kind of people and one experience. `ours`: our offers for exactly these people; `shared`: those for
    their segment as a whole; `others`: offers of others for them; `rivals`: who else is in that row today."""

    segment: str
    situation: str | None
    experience: Experience | None
    comfort: Answer
    value: Answer
    ours: tuple[Placement, ...] = ()
    shared: tuple[Placement, ...] = ()
    others: tuple[Placement, ...] = ()
    rivals: tuple[Player, ...] = ()
    standing: Standing | None = None


class Row(Struct, frozen=True):
    """A segment, or one of its situations, before its five places. `parts`: those that others play for it."""

    segment: Segment
    situation: Situation | None
    places: tuple[Place, ...]
    parts: tuple[tuple[RoleKind, Segment], ...] = ()

    @property
    def key(self) -> str:
        """The id of the people of the row."""
        return self.situation.id if self.situation is not None else self.segment.id


class _Offers(Struct, frozen=True):
    """All offers of a project by whom they are for and by their row."""

    ours: dict[tuple[Who, Experience | None], list[Placement]]
    others: dict[tuple[Who, Experience | None], list[Placement]]
    rivals: dict[Experience | None, list[Player]]


def coverage(project: Project) -> tuple[Row, ...]:
    """Every segment, each followed by its situations, in their order."""
    return tuple(_rows(project, Answers(project), _sorted(project)))


def open_places(rows: tuple[Row, ...]) -> tuple[Place, ...]:
    """The places that they would value and where we neither are nor will be."""
    found = (place for row in rows for place in row.places)
    return tuple(place for place in found if place.standing in (Standing.OPEN, Standing.TAKEN))


def _rows(project: Project, answers: Answers, offers: _Offers) -> Iterator[Row]:
    for segment in project.all(Segment):
        for situation in (None, *project.situations_of(segment.id)):
            places = (_place(project, answers, offers, segment, situation, column) for column in COLUMNS)
            parts = others_for(project, segment.id) if situation is None else ()
            yield Row(segment, situation, tuple(places), parts)


def _place(
    project: Project,
    answers: Answers,
    offers: _Offers,
    segment: Segment,
    situation: Situation | None,
    experience: Experience | None,
) -> Place:
    key = situation.id if situation is not None else None
    who, whole = (segment.id, key), (segment.id, None)
    ours, others = offers.ours.get((who, experience), []), offers.others.get((who, experience), [])
    shared = offers.ours.get((whole, experience), []) if situation is not None else []
    inside = project.situations_of(segment.id) if situation is None else ()
    within = [o for one in inside for o in offers.ours.get(((segment.id, one.id), experience), [])]
    if experience is None:
        return Place(segment.id, key, None, Answer(), Answer(), tuple(ours), (), tuple(others))
    comfort = answers.score(segment.id, key, experience, "comfort")
    value = answers.score(segment.id, key, experience, "value")
    rivals = _rivals(project, offers, others, experience)
    standing = _standing(comfort, value, [*ours, *shared], [*ours, *shared, *within], rivals)
    return Place(
        *(segment.id, key, experience, comfort, value),
        *(tuple(ours), tuple(shared), tuple(others), rivals, standing),
    )


def _rivals(
    project: Project, offers: _Offers, others: list[Placement], experience: Experience
) -> tuple[Player, ...]:
    """Who is there today for these people, before those who are there for nobody in particular."""
    named = [project.player_of(o) for o in others if o.state is PlacementState.NOW]
    found = (*named, *offers.rivals.get(experience, []))
    return tuple({player.id: player for player in found if player is not None}.values())


def _standing(
    comfort: Answer,
    value: Answer,
    ours: list[Placement],
    anywhere: list[Placement],
    rivals: tuple[Player, ...],
) -> Standing | None:
    """Value without ease is no open place: there trust comes first (domain C40)."""
    wanted = (value.value or 0) >= 1 and (comfort.value is None or comfort.value >= 0)
    if wanted and not _promised(anywhere):
        return Standing.TAKEN if rivals else Standing.OPEN
    unwanted = (comfort.value or 0) <= -1 or (value.value or 0) <= -1
    return Standing.UNWELCOME if unwanted and _promised(ours) else None


def _promised(offers: list[Placement]) -> bool:
    return any(offer.state in _PROMISED for offer in offers)


def _sorted(project: Project) -> _Offers:
    found = _Offers({}, {}, {})
    for offer in project.all(Placement):
        own, who, row = is_own(project, offer), people_of(project, offer), offer.experience
        if who is not None:
            (found.ours if own else found.others).setdefault((who, row), []).append(offer)
        elif not own and offer.state is PlacementState.NOW:
            player = project.player_of(offer)
            if player is not None:
                found.rivals.setdefault(row, []).append(player)
    return found
