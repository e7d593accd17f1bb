"""What the forked processes of `test_nursery` do."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count

Say = Callable[[str], None]


def count_without_end(say: Say, first: int) -> None:
    for number in count(first):
        say(str(number))


def divide(say: Say, by: int) -> None:
    say(str(1 // by))


def halves(by: int) -> dict[str, float]:
    return {"half": 100 / by}
