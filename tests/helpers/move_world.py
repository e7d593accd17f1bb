"""Small projects in which a move is worth a thought: a pain, an offer, what somebody values."""

from __future__ import annotations

from rondo.strategy.framework.whole import load
from rondo.strategy.moves.candidate import Candidate, Rule
from rondo.strategy.moves.ranking import candidates
from rondofile.enums import (
    Architecture,
    CardKind,
    Experience,
    JourneyState,
    MarkKind,
    PainCause,
    PlacementState,
    PlayerKind,
)
from rondofile.project import Project
from rondofile.records import Fit, Journey, Mark, Placement, Player, Record, Segment, Situation, Step

DESIRE, CURATED, COACH, AUTOMATIC = Experience
PRODUCER, RETAILER, MARKET, CROWD_COLUMN, PEERS = Architecture
FRAMEWORK = load("en")
PLAYERS = (
    Player(id="us", name="We", kind=PlayerKind.OWN),
    Player(id="rival", name="Rival", kind=PlayerKind.RIVAL, position=1),
    Player(id="new", name="Newcomer", kind=PlayerKind.START_UP, position=2),
)


def pain(key: str, cause: PainCause | None, state: JourneyState = JourneyState.AS_IS) -> list[Record]:
    """A step of a journey of family with one pain of that cause."""
    return [
        Journey(id=f"j-{key}", name="J", state=state, segment="family"),
        Step(id=f"s-{key}", journey=f"j-{key}", title=f"Step {key}"),
        Mark(id=f"m-{key}", step=f"s-{key}", kind=MarkKind.PAIN, text=key, cause=cause, weight=2),
    ]


def offer(
    key: str,
    row: Experience,
    column: Architecture,
    state: PlacementState = PlacementState.NOW,
    player: str | None = "us",
    about: str | None = "family",
) -> Placement:
    kind = CardKind.ACTIVITY if about is None else CardKind.SITUATION if "-" in about else CardKind.SEGMENT
    return Placement(
        id=key,
        offer=key,
        card_kind=kind,
        card_ref=about,
        experience=row,
        architecture=column,
        state=state,
        player=player,
    )


def likes(who: str, row: Experience, situation: str | None = None) -> Fit:
    return Fit(
        id=f"f-{who}-{situation}-{row}", segment=who, situation=situation, experience=row, comfort=1, value=2
    )


def world(*more: Record) -> Project:
    family, couple = Segment(id="family", name="Families"), Segment(id="couple", name="Couples", position=1)
    rain = Situation(id="family-rain", segment="family", name="when it rains")
    return Project.of([*PLAYERS, family, couple, rain, *more])


def found(project: Project, rule: Rule) -> list[Candidate]:
    return [one for one in candidates(project, FRAMEWORK) if one.rule is rule]
