"""Edits of the comparison of architectures: criteria, scores, and who would do what."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rondofile.edits import Edit
from rondofile.enums import Actor, Architecture
from rondofile.ids import fresh_id
from rondofile.nouns.ordering import reorder
from rondofile.records import Criterion, RoleChoice, Score


def add(edit: Edit, name: str, weight: float = 1.0) -> Criterion:
    """A new criterion stands last."""
    criterion = Criterion(id=fresh_id(), position=edit.next_position(Criterion), name=name, weight=weight)
    edit.insert(criterion)
    return edit.get(Criterion, criterion.id)


def set_fields(edit: Edit, key: str, **fields: Any) -> Criterion:
    """The named fields of the criterion have those values."""
    return edit.change(Criterion, key, **fields)


def set_order(edit: Edit, keys: Sequence[str]) -> None:
    """The criteria stand in that order."""
    reorder(edit, Criterion, keys, edit.rows(Criterion))


def delete(edit: Edit, key: str) -> None:
    """The criterion is gone with its scores."""
    edit.delete(Criterion, key)


def set_score(
    edit: Edit, criterion: str, architecture: Architecture, score: float | None, note: str = ""
) -> None:
    """The architecture does that well on the criterion, 0-10; None takes the score away."""
    there = edit.rows(Score, "criterion = ? AND architecture = ?", (criterion, architecture.value))
    if score is None:
        edit.delete(Score, *(found.id for found in there))
    elif there:
        edit.change(Score, there[0].id, score=score, note=note)
    else:
        edit.insert(
            Score(
                id=fresh_id(),
                criterion=criterion,
                architecture=architecture,
                position=edit.next_position(Score),
                score=score,
                note=note,
            )
        )


def set_role(edit: Edit, step: str, architecture: Architecture, role: Actor | None) -> None:
    """Under that architecture this role performs the step; None is the default again."""
    there = edit.rows(RoleChoice, "step = ? AND architecture = ?", (step, architecture.value))
    if role is None:
        edit.delete(RoleChoice, *(choice.id for choice in there))
    elif there:
        edit.change(RoleChoice, there[0].id, role=role)
    else:
        position = edit.next_position(RoleChoice)
        choice = RoleChoice(id=fresh_id(), step=step, architecture=architecture, position=position, role=role)
        edit.insert(choice)
