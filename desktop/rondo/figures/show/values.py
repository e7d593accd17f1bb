"""What is shown: at which steps something is said, which links it concerns, and how often."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Literal

from msgspec import Struct, field


class Show(StrEnum):
    """What a map shows of all its steps, in the order of the menu."""

    WORK = "work"
    KNOWN = "known"
    STRANGERS = "strangers"
    WAITS = "waits"
    LEARNED = "learned"
    EVIDENCE = "evidence"


Edge = Literal["solid", "dashed", "dotted"]


class Look(Struct, frozen=True):
    """How it is marked: a sign, the role of its colour, the line around the card, whether it is full.

    Sign, line and fullness tell kinds apart where colours do not."""

    sign: str
    role: str
    edge: Edge = "solid"
    full: bool = False


class Say(Struct, frozen=True):
    """What is said at one step."""

    look: Look
    text: str


class Count(Struct, frozen=True):
    """A line of the legend: what it looks like, and how often it is there."""

    look: Look
    text: str


class Shown(Struct, frozen=True):
    """One thing shown on one journey. A step or a link that is not named steps back.

    `counts` agree with the measures of the journey; `sentences` say what stands out."""

    what: Show
    title: str
    steps: Mapping[str, Say] = field(default_factory=dict)
    links: frozenset[str] = frozenset()
    counts: tuple[Count, ...] = ()
    sentences: tuple[str, ...] = ()
