"""Which steps come earlier or later than today: those out of the longest order that both journeys keep."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from rondo.strategy.changes.change import Change, ChangeKind
from rondo.strategy.changes.pairing import Pairing
from rondofile.records import Step


def reordered(pairing: Pairing, today: tuple[Step, ...], then: tuple[Step, ...]) -> Iterator[Change]:
    """Of the steps on both main paths that simply became one step: those that others have overtaken.

    `was` and `now` are their places among these, from 1."""
    ahead, back = pairing.ahead(), pairing.back()
    later = {step.id: number for number, step in enumerate(then)}
    both = [
        (a, ahead[a.id][0])
        for a in today
        if len(ahead.get(a.id, ())) == 1 and len(back[ahead[a.id][0].id]) == 1 and ahead[a.id][0].id in later
    ]
    order = [later[b.id] for _, b in both]
    place = {at: number for number, at in enumerate(sorted(order), 1)}
    kept = _longest_rise(order)
    for number, (a, b) in enumerate(both):
        if number not in kept:
            yield Change(ChangeKind.REORDERED, (a,), (b,), number + 1, place[later[b.id]])


def _longest_rise(numbers: list[int]) -> set[int]:
    """The indexes of a longest run of numbers that only rises."""
    ends: list[int] = []
    at: list[int] = []
    before: list[int] = []
    for index, number in enumerate(numbers):
        length = bisect_left(ends, number)
        before.append(at[length - 1] if length else -1)
        ends[length : length + 1] = [number]
        at[length : length + 1] = [index]
    found, index = set(), at[-1] if at else -1
    while index >= 0:
        found.add(index)
        index = before[index]
    return found
