"""What was saved of a damaged file, in plain sentences."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from rondo.words import Words

if TYPE_CHECKING:
    from rondofile.salvage import Salvaged


def names(words: Words) -> dict[str, str]:
    """What a stand-in of each noun is called."""
    from rondofile.salvage.parents import STAND_INS  # salvage is seldom needed, and not at every start

    return {noun: words(f"salvage.name.{noun}") for noun in STAND_INS}


def account(found: Salvaged, words: Words) -> str:
    """How much was saved, and what is missing, as one sentence."""
    number = words.number
    if found.whole:
        return words("cli.salvage.whole", found=number(found.found))
    if found.expected is None:
        return words("cli.salvage.unknown", found=number(found.found))
    if not found.lost:
        return words("cli.salvage.all", found=number(found.found))
    lost = sum(found.lost.values())
    return words(
        "cli.salvage.some",
        found=number(found.found),
        expected=number(found.found + lost),
        lost=number(lost),
        what=missing(found.lost, words),
    )


def missing(lost: Mapping[str, int], words: Words) -> str:
    """What is missing, the most first: 12 steps, 2 links."""
    most_first = sorted(lost.items(), key=lambda item: -item[1])
    return words("list.comma").join(words.count(f"salvage.count.{noun}", n) for noun, n in most_first)


def made(found: Salvaged, words: Words) -> str:
    """What was made for other things to belong to; empty where nothing had to be."""
    counts: dict[str, int] = {}
    for noun, _ in found.stand_ins:
        counts[noun] = counts.get(noun, 0) + 1
    what = words("list.comma").join(words.count(f"salvage.count.{noun}", n) for noun, n in counts.items())
    return words("salvage.made", what=what) if what else ""
