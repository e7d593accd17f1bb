"""Edits of segments, their situations, and what would fit them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar

from msgspec.structs import replace

from rondofile.edits import Edit
from rondofile.enums import Experience, RoleKind
from rondofile.ids import fresh_id
from rondofile.nouns.ordering import reorder
from rondofile.records import Fit, Record, Segment, SegmentRole, Situation

R = TypeVar("R", bound=Record)


def add(edit: Edit, name: str, **fields: Any) -> Segment:
    """A new segment stands last."""
    segment = Segment(id=fresh_id(), position=edit.next_position(Segment), name=name, **fields)
    edit.insert(segment)
    return edit.get(Segment, segment.id)


def set_fields(edit: Edit, key: str, **fields: Any) -> Segment:
    """The named fields of the segment have those values."""
    return edit.change(Segment, key, **fields)


def set_order(edit: Edit, keys: Sequence[str]) -> None:
    """The segments stand in that order."""
    reorder(edit, Segment, keys, edit.rows(Segment))


def delete(edit: Edit, key: str) -> None:
    """The segment is gone with its situations; offers for it keep its name in their own words."""
    edit.delete(Segment, key)


def copy(edit: Edit, key: str, name: str) -> Segment:
    """A second segment behind the first, with its answers, scores, parts and situations; no offers."""
    found = edit.get(Segment, key)
    twin = replace(found, id=fresh_id(), position=found.position + 1, name=name)
    edit.insert(twin)
    for situation in edit.rows(Situation, "segment = ?", (key,)):
        _copy_situation(edit, situation, segment=twin.id)
    _copy_fits(edit, edit.rows(Fit, "segment = ? AND situation IS NULL", (key,)), segment=twin.id)
    for role in edit.rows(SegmentRole, "segment = ?", (key,)):
        edit.insert(replace(role, id=fresh_id(), segment=twin.id))
    _stand_behind(edit, Segment, key, twin.id, edit.rows(Segment))
    return edit.get(Segment, twin.id)


def copy_situation(edit: Edit, key: str, name: str) -> Situation:
    """A second situation behind the first, with its answers and scores."""
    found = edit.get(Situation, key)
    twin = _copy_situation(edit, found, name=name)
    there = edit.rows(Situation, "segment = ?", (found.segment,))
    _stand_behind(edit, Situation, key, twin.id, there)
    return edit.get(Situation, twin.id)


def _copy_situation(edit: Edit, found: Situation, **fields: Any) -> Situation:
    twin = replace(found, id=fresh_id(), **fields)
    edit.insert(twin)
    fits = edit.rows(Fit, "situation = ?", (found.id,))
    _copy_fits(edit, fits, segment=twin.segment, situation=twin.id)
    return twin


def _copy_fits(edit: Edit, fits: Sequence[Fit], **fields: Any) -> None:
    edit.insert(*(replace(fit, id=fresh_id(), **fields) for fit in fits))


def _stand_behind(edit: Edit, kind: type[R], key: str, twin: str, among: Sequence[R]) -> None:
    """The twin follows the one it was copied from."""
    order = [one.id for one in among if one.id != twin]
    order.insert(order.index(key) + 1, twin)
    reorder(edit, kind, order, among)


def add_situation(edit: Edit, segment: str, name: str, **fields: Any) -> Situation:
    """A new situation of the segment stands last."""
    position = edit.next_position(Situation, "segment = ?", (segment,))
    situation = Situation(id=fresh_id(), segment=segment, position=position, name=name, **fields)
    edit.insert(situation)
    return edit.get(Situation, situation.id)


def set_situation(edit: Edit, key: str, **fields: Any) -> Situation:
    """The named fields of the situation have those values."""
    return edit.change(Situation, key, **fields)


def delete_situation(edit: Edit, key: str) -> None:
    """The situation is gone; offers for it keep its name in their own words."""
    edit.delete(Situation, key)


def set_fit(edit: Edit, segment: str, situation: str | None, experience: Experience, **scores: Any) -> Fit:
    """Comfort and value of an experience for a segment, or for one of its situations, are those scores."""
    where, values = (
        "segment = ? AND situation IS ? AND experience = ?",
        (segment, situation, experience.value),
    )
    there = edit.rows(Fit, where, values)
    if there:
        return edit.change(Fit, there[0].id, **scores)
    position = edit.next_position(Fit)
    keys = {"segment": segment, "situation": situation, "experience": experience}
    fit = Fit(id=fresh_id(), position=position, **keys, **scores)  # type: ignore[arg-type]
    edit.insert(fit)
    return edit.get(Fit, fit.id)


def set_role(edit: Edit, segment: str, kind: RoleKind, holder: str | None) -> SegmentRole:
    """That part is played by the other segment; `holder` None: by those customers themselves."""
    there = edit.rows(SegmentRole, "segment = ? AND kind = ?", (segment, kind.value))
    if there:
        return edit.change(SegmentRole, there[0].id, holder=holder)
    position = edit.next_position(SegmentRole, "segment = ?", (segment,))
    role = SegmentRole(id=fresh_id(), segment=segment, position=position, kind=kind, holder=holder)
    edit.insert(role)
    return edit.get(SegmentRole, role.id)


def clear_role(edit: Edit, segment: str, kind: RoleKind) -> None:
    """Nothing is said any more about who plays that part."""
    there = edit.rows(SegmentRole, "segment = ? AND kind = ?", (segment, kind.value))
    edit.delete(SegmentRole, *(role.id for role in there))
