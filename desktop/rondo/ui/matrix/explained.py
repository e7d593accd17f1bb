"""What stands under the pointer, in a sentence: the tooltips of the matrix."""

from __future__ import annotations

from PySide6.QtCore import QPoint

from rondo.figures.matrices.matrix_entries import cell_name, sentence_case
from rondo.strategy.matrix.pointing import pointing
from rondo.ui.desk import Desk
from rondo.ui.escaped import escape
from rondo.ui.matrix.plan import ROWS, Plan
from rondofile.enums import Architecture, Experience
from rondofile.records import Reading


def explained(desk: Desk, plan: Plan, offer: str | None, at: QPoint, in_heads: bool, in_names: bool) -> str:
    """Of an offer everything on its card and what else it is read as; where offers are folded what they say;
    of a row or column what it means.

    `at` is a point of the plan. Markup-safe; empty where there is nothing to say."""
    chip = plan.chip_at(at)
    if offer is not None:
        lines = _of_offer(desk, plan, offer)
    elif chip is not None and not in_heads and not in_names:
        lines = [plan.cards[key].title for key in plan.folded.get(chip, ())]
    elif in_heads and not in_names:
        lines = _of_column(desk, plan, at)
    elif in_names and not in_heads:
        lines = _of_row(desk, plan, at)
    else:
        lines = []
    return "".join(f"<p>{escape(line)}</p>" for line in lines if line)


def _of_offer(desk: Desk, plan: Plan, key: str) -> list[str]:
    card = plan.cards[key]
    entry = card.entry
    whose = desk.session.project.player_of(entry.placement)
    kind = sentence_case(desk.framework.name(entry.kind))
    line = desk.words("matrix.whose", kind=kind, name=whose.name) if whose else kind
    readings = desk.session.project.readings_of(key)
    return [card.title, card.facts, line, *(_reading(desk, reading) for reading in readings)]


def _reading(desk: Desk, reading: Reading) -> str:
    cell = cell_name(reading.experience, reading.architecture, desk.framework, desk.words)
    said = desk.words("matrix.also_read", cell=cell)
    if reading.source:
        said = desk.words("matrix.also_read_by", cell=cell, source=reading.source)
    return desk.words("matrix.because", said=said, reason=reading.reason) if reading.reason else said


def _of_column(desk: Desk, plan: Plan, at: QPoint) -> list[str]:
    for architecture in Architecture:
        box = plan.cells[ROWS[0], architecture]
        if box.left() <= at.x() <= box.right():
            name = sentence_case(desk.framework.name(architecture))
            return [name, desk.framework.meaning(architecture), *_pains(desk, architecture)]
    return []


def _of_row(desk: Desk, plan: Plan, at: QPoint) -> list[str]:
    for row in ROWS:
        box = plan.cells[row, Architecture.CONNECTED_PRODUCER]
        if box.top() <= at.y() <= box.bottom():
            return [
                desk.framework.name(row),
                desk.framework.meaning(row),
                *(_pains(desk, row) if row else ()),
            ]
    return []


def _pains(desk: Desk, place: Experience | Architecture) -> tuple[str, ...]:
    """Why pains of today point there."""
    return pointing(desk.session.project, desk.framework).why(place, desk.framework)
