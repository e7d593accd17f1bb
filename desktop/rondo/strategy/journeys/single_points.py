"""The steps on which everything depends: take one away and the end of the path is out of reach."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rondofile.records import Step


def single_points(path: tuple[Step, ...], onward: Mapping[str, Sequence[str]]) -> tuple[Step, ...]:
    """The steps between the first and the last of the path that no branch goes round.

    The dominators of the last step, found by sweeping the path once: a step is avoidable when a detour
    leaves the path before it and comes back after it. Time grows with steps and links.
    """
    place = {step.id: at for at, step in enumerate(path)}
    reaches = _furthest_return(path, onward, place)
    found, furthest = [], 0
    for at, step in enumerate(path[:-1]):
        if at > 0 and furthest <= at:
            found.append(step)
        furthest = max(furthest, reaches[at])
    return tuple(found)


def _furthest_return(
    path: tuple[Step, ...], onward: Mapping[str, Sequence[str]], place: Mapping[str, int]
) -> list[int]:
    """For each place of the path, the last place a way off the path can come back to.

    Walked from the front, a step off the path is visited once: whoever came first came from the earliest
    place, and so goes round at least as much.
    """
    seen: set[str] = set()
    reaches: list[int] = []
    for at, step in enumerate(path):
        furthest = at
        waiting = list(onward.get(step.id, ()))
        while waiting:
            key = waiting.pop()
            if key in place:
                furthest = max(furthest, place[key])
            elif key not in seen:
                seen.add(key)
                waiting.extend(onward.get(key, ()))
        reaches.append(furthest)
    return reaches
