"""How wide the columns of the table would be if nothing in them were cut."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from PySide6.QtGui import QFontMetrics

from rondo.ui.dress.look import Look
from rondo.ui.steps.columns import Column
from rondo.ui.steps.facts import Facts
from rondofile.records import Step

READ = 400
"""Steps whose long texts are measured; of the short ones, each that differs is."""
LONG = (Column.TITLE, Column.PAINS, Column.GOES_TO)


def wishes(facts: Facts, look: Look, around: dict[Column, int]) -> list[int]:
    """Pixels of the longest text of each column with what stands `around` it; 0 where nothing is said."""
    steps = facts.project.steps_of(facts.journey) if facts.journey is not None else ()
    metrics = lru_cache(maxsize=None)(QFontMetrics(look.font(13)).horizontalAdvance)
    return [
        max((metrics(text) + around[column] for text in _texts(facts, steps, column) if text), default=0)
        for column in Column
    ]


def _texts(facts: Facts, steps: tuple[Step, ...], column: Column) -> Iterator[str]:
    """The texts of a column, hardly one of them twice."""
    if column in LONG:
        yield from (facts.text(step, column) for step in steps[:READ])
        return
    told = {_told(step, column): step for step in steps}
    yield from (facts.text(step, column) for step in told.values())


def _told(step: Step, column: Column) -> object:
    match column:
        case Column.LANE:
            return step.lane
        case Column.WHO:
            return step.actor, step.lane
        case Column.KIND:
            return step.kind
        case Column.FEELING:
            return step.feeling
        case _:
            return step.wait_minutes
