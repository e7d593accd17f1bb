"""Where the customer waits: inside a step, and on the way to the next."""

from __future__ import annotations

from rondo.figures.show.ground import Ground
from rondo.figures.show.values import Count, Look, Say, Show, Shown
from rondo.strategy.journeys.journey import Wait, elapsed_minutes, waits

LONGEST = Look("wait", "bad", full=True)
LONG = Look("wait", "warn", full=True)
SHORT = Look("wait", "warn")
LONG_SHARE = 0.1
"""From this part of all waiting on, a wait is a long one."""


def waiting(ground: Ground) -> Shown:
    """Every known wait on the main path, the longest most of all."""
    words, project, path = ground.words, ground.project, ground.path
    found = waits(project, path)
    total = sum(wait.minutes for wait in found)
    longest = max(found, key=lambda wait: wait.minutes, default=None)
    at: dict[str, list[Wait]] = {}
    for wait in found:
        at.setdefault(wait.at.id, []).append(wait)
    says = {
        step: Say(
            max((_look(wait, longest, total) for wait in here), key=(SHORT, LONG, LONGEST).index),
            words("show.dot").join(_said(wait, ground) for wait in here),
        )
        for step, here in at.items()
    }
    looks = [_look(wait, longest, total) for wait in found]
    counts = [
        Count(look, words.count(key, looks.count(look)))
        for look, key in ((LONG, "show.waits_long"), (SHORT, "show.waits_short"))
        if look in looks
    ]
    sentences = [*ground.beside()]
    if longest:
        key = "show.longest_before" if longest.link else "show.longest_in"
        said = words(key, wait=words.duration(longest.minutes), step=longest.at.title)
        counts.insert(0, Count(LONGEST, said))
        elapsed = words.duration(elapsed_minutes(project, path))
        sentences.insert(0, words("show.waits_all", wait=words.duration(total), all=elapsed))
    else:
        sentences.insert(0, words("show.waits_none"))
    links = frozenset(wait.link.id for wait in found if wait.link)
    return Shown(Show.WAITS, words("show.waits"), says, links, tuple(counts), tuple(sentences))


def _look(wait: Wait, longest: Wait | None, total: float) -> Look:
    if wait is longest:
        return LONGEST
    return LONG if wait.minutes >= LONG_SHARE * total else SHORT


def _said(wait: Wait, ground: Ground) -> str:
    key = "show.wait_before" if wait.link else "show.wait_here"
    return ground.words(key, wait=ground.words.short_duration(wait.minutes))
