"""Where the customer is a stranger to the next desk of ours, or tells again what another desk was told."""

from __future__ import annotations

from collections import Counter

from rondo.figures.show.ground import Ground
from rondo.figures.show.values import Count, Look, Say, Show, Shown
from rondo.strategy.journeys.journey import path_links, retold, strangers, unknown_identity

STRANGER = Look("stranger", "bad", full=True)
AGAIN = Look("retold", "bad")
UNSAID = Look("unsaid", "warn", "dashed")


def strange(ground: Ground) -> Shown:
    """Breaks first; what is told again; apart from both, where nobody has said whether we know them."""
    words, project, path = ground.words, ground.project, ground.path
    broken = {one.after.id for one in strangers(project, path)}
    unsaid = {one.after.id for one in unknown_identity(project, path)}
    again = Counter(one.again.id for one in retold(project, path))
    says = {}
    for step in path:
        parts = [words("show.stranger")] if step.id in broken else []
        parts += [words("show.unsaid")] if step.id in unsaid else []
        if step.id in again:
            parts.append(words.count("show.retold", again[step.id]))
        if parts:
            look = STRANGER if step.id in broken else AGAIN if step.id in again else UNSAID
            says[step.id] = Say(look, words("show.dot").join(parts))
    found = (
        (STRANGER, "show.strangers_count", len(strangers(project, path))),
        (AGAIN, "show.retold_count", again.total()),
        (UNSAID, "show.unsaid_count", len(unknown_identity(project, path))),
    )
    counts = tuple(Count(look, words.count(key, count)) for look, key, count in found if count)
    links = frozenset(link.id for link in path_links(project, path) if link.target in broken)
    none = () if says else (words("show.strangers_none"),)
    return Shown(Show.STRANGERS, words("show.strangers"), says, links, counts, (*none, *ground.beside()))
