"""Whatever is done with people: each part is played once, every holder is there, nothing is lost in JSON,
and every edit is taken back whole."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from rondo.exchange.json_reader import read_json
from rondo.exchange.json_writer import write_json
from rondofile.document import Document
from rondofile.edits import Edit
from rondofile.enums import Experience, Knows, RoleKind
from rondofile.kinds import EditKind
from rondofile.nouns import segments
from rondofile.project import Project
from rondofile.records import Fit, Segment, SegmentRole, Situation

Deed = Callable[[Edit, random.Random], None]
EDITS = 8


def _any_segment(edit: Edit, draw: random.Random) -> str:
    return draw.choice(edit.rows(Segment)).id


def _add(edit: Edit, draw: random.Random) -> None:
    found = segments.add(edit, f"People {draw.random()}")
    segments.add_situation(edit, found.id, "in the rain")


def _answer(edit: Edit, draw: random.Random) -> None:
    answers = {
        "knows_need": draw.choice([None, *Knows]),
        "privacy_comfort": draw.choice([None, -2, 0, 2]),
        "undo_possible": draw.choice([None, True, False]),
        "own_goal": draw.choice(["", "Walk more"]),
    }
    segments.set_fields(edit, _any_segment(edit, draw), **answers)
    for situation in edit.rows(Situation)[:1]:
        segments.set_situation(edit, situation.id, **answers, mistake_cost=draw.choice([None, 1]))


def _score(edit: Edit, draw: random.Random) -> None:
    segment = _any_segment(edit, draw)
    inside = [None, *(one.id for one in edit.rows(Situation, "segment = ?", (segment,)))]
    which = draw.choice(["comfort", "value"])
    score = {which: draw.choice([None, -2, -1, 0, 1, 2])}
    segments.set_fit(edit, segment, draw.choice(inside), draw.choice(list(Experience)), **score)


def _give_part(edit: Edit, draw: random.Random) -> None:
    holder = draw.choice([None, _any_segment(edit, draw)])
    segments.set_role(edit, _any_segment(edit, draw), draw.choice(list(RoleKind)), holder)


def _take_part(edit: Edit, _: random.Random) -> None:
    for role in edit.rows(SegmentRole)[:1]:
        segments.clear_role(edit, role.segment, role.kind)


def _copy(edit: Edit, draw: random.Random) -> None:
    found = edit.get(Segment, _any_segment(edit, draw))
    twin = segments.copy(edit, found.id, f"{found.name} again")
    order = [one.id for one in edit.rows(Segment)]
    assert order.index(twin.id) == order.index(found.id) + 1
    for kind, where in ((SegmentRole, "segment = ?"), (Situation, "segment = ?"), (Fit, "segment = ?")):
        assert len(edit.rows(kind, where, (twin.id,))) == len(edit.rows(kind, where, (found.id,)))


def _delete(edit: Edit, draw: random.Random) -> None:
    if len(edit.rows(Segment)) > 1:
        segments.delete(edit, _any_segment(edit, draw))


DEEDS: tuple[Deed, ...] = (_add, _answer, _score, _score, _give_part, _give_part, _take_part, _copy, _delete)


def assert_sound(project: Project) -> None:
    roles = [(role.segment, role.kind) for role in project.all(SegmentRole)]
    assert len(set(roles)) == len(roles), "somebody plays a part twice"
    there = {segment.id for segment in project.all(Segment)}
    assert {role.holder for role in project.all(SegmentRole)} <= {None, *there}
    fits = [(fit.segment, fit.situation, fit.experience) for fit in project.all(Fit)]
    assert len(set(fits)) == len(fits), "an experience is scored twice"
    assert [one.position for one in project.all(Segment)] == sorted(
        one.position for one in project.all(Segment)
    )
    back = read_json(write_json(project)).project
    assert write_json(back) == write_json(project)
    for kind in (Segment, Situation, SegmentRole):
        assert len(back.all(kind)) == len(project.all(kind))
    for segment in project.all(Segment):
        assert back.get(Segment, segment.id).own_goal == segment.own_goal
        assert _parts(back, segment.id) == _parts(project, segment.id)
    assert _scores(back) == _scores(project)


def _parts(project: Project, segment: str) -> set[tuple[RoleKind, str | None]]:
    return {(role.kind, role.holder) for role in project.roles_of(segment)}


def _scores(project: Project) -> dict[object, tuple[int | None, int | None]]:
    return {(f.segment, f.situation, f.experience): (f.comfort, f.value) for f in project.all(Fit)}


@pytest.mark.parametrize("seed", range(5))
def test_any_work_on_people_leaves_them_sound(tmp_path: Path, seed: int) -> None:
    draw, seen, tried = random.Random(seed), list[Project](), set[str]()
    with Document.create(root=tmp_path) as document:
        with document.edit(EditKind.ADD_SEGMENT) as edit:
            _add(edit, draw)
        for deed in (*DEEDS, *draw.choices(DEEDS, k=EDITS)):
            before = document.project
            with document.edit(EditKind.PASTE) as edit:
                deed(edit, draw)
            if document.project != before:
                tried.add(deed.__name__)
                seen.append(before)
            assert_sound(document.project)
        last = document.project
        for project in reversed(seen):
            document.undo()
            assert document.project == project
        for _ in seen:
            document.redo()
        assert document.project == last
    assert len(tried) >= 5
