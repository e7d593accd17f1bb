"""What one text means in a column of the table, to stand in all chosen lines."""

from __future__ import annotations

from typing import Any, NamedTuple

from rondo.ui.offers.columns import Column
from rondo.ui.offers.pasting import meaning
from rondo.ui.offers.pasting.names import Names
from rondo.ui.ranges.compared import plain
from rondofile.enums import CardKind
from rondofile.project import Project
from rondofile.text import clean_text

MAY_BE_EMPTY: dict[Column, Any] = {
    Column.FOR: (CardKind.ACTIVITY, None, ""),
    Column.REASON_ROW: "",
    Column.REASON_COLUMN: "",
    Column.EVIDENCE: None,
    Column.SOURCE: "",
    Column.REVENUE_WHAT: "",
    Column.REVENUE_WHEN: "",
    Column.REVENUE_WHO: "",
    Column.REVENUE_WHY: "",
    Column.REVENUE_CURRENCY: "",
}
"""Columns in which nothing may stand, with the value that says so."""


class Meant(NamedTuple):
    """A value of a column, which may be None."""

    value: Any


def meant(column: Column, text: str, project: Project) -> Meant | None:
    """What the text says in that column; None where it says nothing that may stand there.

    Names are taken as they are written: whatever is like one but not the same is no name."""
    match column:
        case Column.FOR:
            card = Names(project).cards.get(plain(text))
            return Meant(card if card is not None else (CardKind.ACTIVITY, None, _one_line(text)))
        case Column.PLAYER:
            return _player(text, project)
        case Column.CELL:
            return _some(meaning.cell_of(text))
        case Column.EXPERIENCE:
            if text.strip().casefold() in meaning.off_grid():
                return Meant(None)
            return _some(meaning.experience_of(text))
        case Column.ARCHITECTURE:
            return _some(meaning.architecture_of(text))
        case Column.STATE:
            return _some(meaning.state_of(text))
        case Column.EVIDENCE:
            return _some(meaning.evidence_of(text))
        case Column.OFFER:
            return Meant(_one_line(text))
        case _:
            return Meant(clean_text(text).strip())


def _some(value: Any) -> Meant | None:
    return None if value is None else Meant(value)


def _player(text: str, project: Project) -> Meant | None:
    key = Names(project).players.get(plain(text))
    own = project.own
    return _some(key) if own is None or key != own.id else Meant(None)


def _one_line(text: str) -> str:
    return " ".join(clean_text(text).split())
