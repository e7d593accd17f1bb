"""Versions in words: when, what for, how far from the present, and what is in them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from rondo.ui.welcome.days import said_day
from rondo.words import Words
from rondofile.changes import Tables
from rondofile.kept.versions import Version
from rondofile.project import Project
from rondofile.records import (
    NOUN_OF,
    Criterion,
    Decision,
    Fit,
    Item,
    Journey,
    Link,
    Mark,
    Placement,
    Player,
    Record,
    RoleChoice,
    Score,
    Segment,
    Situation,
    Step,
)

_GROUPS: tuple[tuple[str, tuple[type[Record], ...]], ...] = (
    ("journey", (Journey,)),
    ("step", (Step,)),
    ("link", (Link,)),
    ("mark", (Mark,)),
    ("offer", (Placement,)),
    ("segment", (Segment, Situation)),
    ("organisation", (Player,)),
    ("item", (Item,)),
    ("judgement", (Criterion, Score, RoleChoice, Decision, Fit)),
)
_HOLDS = ("journey", "step", "offer", "segment")
_MOST = 3
"""Kinds of things that are named before the rest is one number."""


def said_time(at: float) -> str:
    """The time of day of a moment, on this computer; empty where no clock shows it."""
    try:
        return datetime.fromtimestamp(at).strftime("%H:%M")
    except (OverflowError, OSError, ValueError):
        return ""


def day_of(version: Version, words: Words) -> str:
    """The day it was kept, as people say it."""
    said = said_day(version.at, words) or words("versions.no-day")
    return said[:1].upper() + said[1:]


def what_for(version: Version, words: Words) -> str:
    """Its name, or else why it was kept."""
    return version.name or words(f"versions.why.{version.why}")


def moment_of(version: Version, words: Words) -> str:
    """The day and the time of day."""
    return words("versions.moment", day=day_of(version, words), time=said_time(version.at))


def difference_in_words(tables: Tables, words: Words) -> str:
    """How much differs, the things that people count first; one sentence."""
    counts = _counted({noun: len(entries) for noun, entries in tables.items()})
    if not counts:
        return words("versions.same")
    return words.count("versions.differ", sum(counts.values()), things=_listed(counts, words))


def content_in_words(project: Project, words: Words) -> str:
    """What there is in a project, in one sentence."""
    counts = _counted({noun: len(records) for noun, records in project.tables.items()})
    main = {key: counts[key] for key in _HOLDS if counts.get(key)}
    return (
        words("versions.holds", things=_listed(main, words, len(_HOLDS)))
        if main
        else words("versions.holds-nothing")
    )


def _counted(by_noun: Mapping[str, int]) -> dict[str, int]:
    """How many of each group, without those of which there are none; the rest under "other"."""
    left, counts = dict(by_noun), {}
    for key, kinds in _GROUPS:
        counts[key] = sum(left.pop(NOUN_OF[kind], 0) for kind in kinds)
    counts["other"] = sum(left.values())
    return {key: count for key, count in counts.items() if count}


def _listed(counts: Mapping[str, int], words: Words, most: int = _MOST) -> str:
    named = [key for key in counts if key != "other"][:most]
    rest = sum(count for key, count in counts.items() if key not in named)
    said = [words.count(f"versions.count.{key}", counts[key]) for key in named]
    return words.listed([*said, *([words.count("versions.count.other", rest)] if rest else [])])
