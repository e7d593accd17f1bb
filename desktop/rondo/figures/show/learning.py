"""What is learned, at which step, and which step uses it; coming again is no learning."""

from __future__ import annotations

from rondo.figures.show.ground import Ground
from rondo.figures.show.values import Count, Look, Say, Show, Shown
from rondo.strategy.journeys.journey import loops

LEARNS = Look("learns", "repeat")
USES = Look("uses", "repeat", full=True)
NOWHERE = Look("learns", "warn", "dashed")


def learning(ground: Ground) -> Shown:
    """Both ends of every learning link; where it is used by no step, that is said."""
    words, found = ground.words, loops(ground.project, ground.journey)
    landing = {link.id for link in found.landing}
    parts: dict[str, list[tuple[Look, str]]] = {}
    for link in found.learns:
        what = link.label or words("show.something")
        at, key = (LEARNS, "show.learns") if link.id in landing else (NOWHERE, "show.learns_idle")
        parts.setdefault(link.source, []).append((at, words(key, what=what)))
        if link.id in landing:
            parts.setdefault(link.target, []).append((USES, words("show.uses_learned", what=what)))
    says = {
        step: Say(
            max((look for look, _ in here), key=(LEARNS, NOWHERE, USES).index),
            words("show.dot").join(dict.fromkeys(text for _, text in here)),
        )
        for step, here in parts.items()
    }
    counted = (
        (USES, "show.learned_used", len(landing)),
        (NOWHERE, "show.learned_idle", len(found.learns) - len(landing)),
    )
    sentences = [] if landing else [words("show.learned_none")]
    levels = [link.level for link in found.landing if link.level]
    if levels:
        sentences.append(words("show.level", level=words.number(max(levels))))
    if found.returns:
        sentences.append(words.count("show.returns", len(found.returns)))
    return Shown(
        Show.LEARNED,
        words("show.learned"),
        says,
        frozenset(link.id for link in found.learns),
        tuple(Count(look, words.count(key, count)) for look, key, count in counted if count),
        tuple(sentences),
    )
