"""Which delights a redesign takes away or adds: each step can delight, and not all want it done for them."""

from __future__ import annotations

from collections.abc import Iterator

from rondo.strategy.changes.change import Change, ChangeKind
from rondo.strategy.changes.pairing import Pairing, plain
from rondofile.enums import MarkKind
from rondofile.project import Project
from rondofile.records import Mark, Step


def delight_changes(project: Project, pairing: Pairing) -> Iterator[Change]:
    """The delights that are nowhere in the redesign, and those that are nowhere today (practice N16)."""
    was, now = list(_delights(project, pairing.before)), list(_delights(project, pairing.after))
    kept, there = ({plain(mark.text) for _, mark in side} for side in (was, now))
    ahead, back = pairing.ahead(), pairing.back()
    for step, mark in was:
        if plain(mark.text) not in there:
            yield Change(ChangeKind.DELIGHT_LOST, (step,), ahead.get(step.id, ()), marks=(mark,))
    for step, mark in now:
        if plain(mark.text) not in kept:
            yield Change(ChangeKind.DELIGHT_ADDED, back.get(step.id, ()), (step,), marks=(mark,))


def _delights(project: Project, steps: tuple[Step, ...]) -> Iterator[tuple[Step, Mark]]:
    for step in steps:
        for mark in project.marks_of(step.id):
            if mark.kind is MarkKind.DELIGHT and mark.text.strip():
                yield step, mark
