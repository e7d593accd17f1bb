"""Two ways to find a place in the matrix by answering yes or no (practice 1.6).

Pure: the same answers give the same place. The reason is a message key; the message makes the first draft
of why an offer stands in that row or column.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from rondo.strategy.framework.whole import load
from rondofile.enums import Actor, Architecture, Experience

_SUPPLIERS = (Actor.PARTNER, Actor.INDIVIDUAL, Actor.MEMBER)


class RowFound(Struct, frozen=True):
    """The row that the answers give; None is "not connected yet". `question`: the one that decided."""

    experience: Experience | None
    question: str | None
    reason_key: str


class ColumnFound(Struct, frozen=True):
    """The column that the answers give. `also`: a second reading that the tie-breakers show."""

    architecture: Architecture
    question: str | None
    reason_key: str
    also: Architecture | None = None
    also_reason_key: str = ""


def find_row(answers: Mapping[str, bool]) -> RowFound:
    """The first question answered yes decides; none answered counts as no. KeyError for an unknown key."""
    questions = load().row_finder
    _known(answers, [question.key for question in questions])
    for question in questions:
        if answers.get(question.key):
            return RowFound(question.answer, question.key, f"framework.row_reason.{question.key}")
    return RowFound(None, None, "framework.row_reason.none")


def find_column(
    answers: Mapping[str, bool], control: Mapping[str, Actor | None] | None = None
) -> ColumnFound:
    """The first question answered yes decides, else we make it ourselves. KeyError if a key is unknown.

    `control` answers the tie-breakers with who it is. Where others supply and at least two of three lie
    with us, it may also be read as our own making, as a court did; where we are said to make or sell it
    and two lie with businesses, as a market (practice 1.3).
    """
    questions = load().column_finder
    _known(answers, [question.key for question in questions])
    yes = next((question for question in questions if answers.get(question.key)), None)
    column = yes.answer if yes else Architecture.CONNECTED_PRODUCER
    reason = f"framework.column_reason.{yes.key if yes else 'none'}"
    also = _second_reading(column, control or {})
    note = f"framework.column_also.{'ours' if also is Architecture.CONNECTED_PRODUCER else 'theirs'}"
    return ColumnFound(column, yes.key if yes else None, reason, also, note if also else "")


def _second_reading(column: Architecture, control: Mapping[str, Actor | None]) -> Architecture | None:
    _known(control, [tie.key for tie in load().tie_breakers])
    ours = sum(who is Actor.FIRM for who in control.values())
    theirs = sum(who in _SUPPLIERS for who in control.values())
    supplied = column in (Architecture.CONNECTED_MARKET_MAKER, Architecture.CROWD_ORCHESTRATOR)
    own = column in (Architecture.CONNECTED_PRODUCER, Architecture.CONNECTED_RETAILER)
    if supplied and ours >= 2:
        return Architecture.CONNECTED_PRODUCER
    if own and theirs >= 2:
        return Architecture.CONNECTED_MARKET_MAKER
    return None


def _known(answers: Mapping[str, object], keys: list[str]) -> None:
    for key in answers:
        if key not in keys:
            raise KeyError(key)
