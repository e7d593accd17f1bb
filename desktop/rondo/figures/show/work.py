"""Who does the work of every step."""

from __future__ import annotations

from rondo.figures.show.ground import Ground
from rondo.figures.show.values import Count, Look, Say, Show, Shown
from rondo.strategy.journeys.journey import actor_of
from rondofile.enums import Actor

LOOKS = {
    Actor.CUSTOMER: Look("customer", "accent", full=True),
    Actor.FIRM: Look("firm", "ink-secondary"),
    Actor.BOTH: Look("both", "accent"),
    Actor.PARTNER: Look("partner", "respond"),
    Actor.INDIVIDUAL: Look("individual", "respond", "dashed"),
    Actor.MEMBER: Look("member", "repeat"),
    Actor.NOBODY: Look("nobody", "warn", "dotted"),
}


def work(ground: Ground) -> Shown:
    """The customer's own steps stand out; how many each does."""
    words = ground.words
    actors = {step.id: actor_of(ground.project, step) for step in ground.moments}
    found = list(actors.values())
    names = {actor: words(f"show.actor_{actor}") for actor in Actor if actor in found}
    return Shown(
        Show.WORK,
        words("show.work"),
        {step: Say(LOOKS[actor], names[actor]) for step, actor in actors.items()},
        counts=tuple(
            Count(
                LOOKS[actor],
                words("show.share", what=names[actor], n=words.number(found.count(actor)), all=ground.all),
            )
            for actor in names
        ),
        sentences=ground.beside(),
    )
