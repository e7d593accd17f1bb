"""Lists in the inspector: pains and delights, information, origins, parts, readings; and the two finders."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from helpers.answering import answer, enter, focused, type_in
from helpers.desks import edited, park, settle
from helpers.inspecting import add_by_name, field_named, inspecting, unfold
from rondo.ui.desk import Desk
from rondo.ui.fields import ListField
from rondo.ui.inspector.panel import Inspector
from rondo.ui.inspector.steps.mark_list import MarkList
from rondo.ui.inspector.steps.step_information import InformationLists
from rondofile.enums import (
    Evidence,
    InformationHow,
    InformationUse,
    MarkKind,
    PainCause,
)
from rondofile.kinds import EditKind
from rondofile.nouns import marks
from rondofile.records import Item, Mark, Step, StepInformation, Stretch

pytestmark = [
    pytest.mark.usefixtures("qapp"),
    pytest.mark.qt_log_ignore("This plugin does not support", extend=True),
]


def pains(desk: Desk, step: str) -> list[Mark]:
    return [mark for mark in desk.session.project.marks_of(step) if mark.kind is MarkKind.PAIN]


def hurting(desk: Desk) -> str:
    """The step with a pain."""
    return next(mark.step for mark in desk.session.project.all(Mark) if mark.kind is MarkKind.PAIN)


def shown_lists(panel: Inspector) -> list[MarkList]:
    return [one for one in panel.findChildren(MarkList) if one.isVisible()]


def do(menu_owner: QWidget, text: str, make: object) -> None:
    """The entry of a menu is chosen."""
    menu = make()  # type: ignore[operator]
    next(action for action in menu.actions() if action.text() == text).trigger()
    menu.deleteLater()


def test_a_pain_is_added_answered_and_removed(tmp_path: Path) -> None:
    with inspecting(tmp_path, park()) as (desk, panel):
        step = desk.session.project.all(Step)[0].id
        desk.selection.choose(Step, step)
        before = len(pains(desk, step))
        hurts = shown_lists(panel)[0]
        add_by_name(hurts.line, "nobody answers")
        settle(desk.session)
        assert len(pains(desk, step)) == before + 1
        row = hurts.rows[-1]
        row.menu().actions()[2].trigger()
        answer(row.text, "nobody answers the phone")
        answer(row.weight, 3)
        answer(row.cause, PainCause.NOT_FREE)
        answer(row.evidence, (Evidence.SEEN, "two hours at the desk"))
        settle(desk.session)
        pain = pains(desk, step)[-1]
        assert (pain.text, pain.weight, pain.cause, pain.evidence, pain.source) == (
            "nobody answers the phone",
            3,
            PainCause.NOT_FREE,
            Evidence.SEEN,
            "two hours at the desk",
        )
        assert row.cause.hint == desk.framework.cause(PainCause.NOT_FREE).text
        do(row, desk.words("inspector.mark_remove"), row.menu)
        settle(desk.session)
        assert len(pains(desk, step)) == before
        desk.session.undo()
        settle(desk.session)
        assert [one.mark for one in hurts.rows] == pains(desk, step)


def test_pains_are_moved_and_what_is_typed_in_one_stays(tmp_path: Path) -> None:
    with inspecting(tmp_path, park()) as (desk, panel):
        step = hurting(desk)
        desk.selection.choose(Step, step)
        hurts = shown_lists(panel)[0]
        add_by_name(hurts.line, "second")
        settle(desk.session)
        first = hurts.rows[0]
        enter(first.text)
        type_in(first.text, " and more", instead=False)
        second = hurts.rows[-1]
        do(second, desk.words("inspector.mark_up"), second.menu)
        settle(desk.session)
        assert pains(desk, step)[-2].text == "second"
        assert focused() is first.text.box and first.text.box.said().endswith(" and more")


def test_delights_and_wishes_are_kept_as_such(tmp_path: Path) -> None:
    with inspecting(tmp_path, park()) as (desk, panel):
        step = desk.session.project.all(Step)[0].id
        desk.selection.choose(Step, step)
        unfold(panel)
        _, delights, drivers = shown_lists(panel)
        add_by_name(delights.line, "a song")
        add_by_name(drivers.line, "a seat in front")
        settle(desk.session)
        found = {(mark.kind, mark.text) for mark in desk.session.project.marks_of(step)}
        assert {(MarkKind.DELIGHT, "a song"), (MarkKind.DRIVER, "a seat in front")} <= found


def test_a_pain_added_elsewhere_appears_in_place(tmp_path: Path) -> None:
    with inspecting(tmp_path, park()) as (desk, panel):
        step = hurting(desk)
        desk.selection.choose(Step, step)
        hurts = shown_lists(panel)[0]
        rows = hurts.rows
        made = edited(
            desk.session, EditKind.ADD_MARK, lambda edit: marks.add(edit, step, MarkKind.PAIN, "new")
        )
        assert hurts.rows[: len(rows)] == rows
        assert hurts.rows[-1].mark == made


def test_information_is_made_by_name_once_and_says_how_it_comes(tmp_path: Path) -> None:
    with inspecting(tmp_path, park()) as (desk, panel):
        step = desk.session.project.all(Step)[0].id
        desk.selection.choose(Step, step)
        unfold(panel)
        lists = panel.findChildren(InformationLists)[0]
        items = len(desk.session.project.all(Item))
        for use in InformationUse:
            add_by_name(lists.fields[use].line, "Shoe size")
            settle(desk.session)
        assert len(desk.session.project.all(Item)) == items + 1
        gathered = [
            one for one in desk.session.project.information_of(step) if one.use is InformationUse.GATHERS
        ]
        key = gathered[-1].id
        do(lists, desk.framework.name(InformationHow.SENSED), lambda: lists.menu(key))
        settle(desk.session)
        assert desk.session.project.get(StepInformation, key).how is InformationHow.SENSED
        lists.fields[InformationUse.GATHERS].removed.emit(key)
        settle(desk.session)
        assert desk.session.project.find(StepInformation, key) is None


def test_a_step_of_a_redesign_says_where_it_comes_from(tmp_path: Path) -> None:
    with inspecting(tmp_path, park()) as (desk, panel):
        project = desk.session.project
        step = next(one for one in project.all(Step) if len(project.origins_of(one.id)) == 1)
        origin = project.origins_of(step.id)[0]
        desk.selection.choose(Step, step.id)
        unfold(panel)
        field = field_named(panel, desk.words("inspector.step.origins_question"))
        assert isinstance(field, ListField)
        assert [chip.key for chip in field.value()] == [origin.id]
        other = next(one for one in project.steps_of(origin.journey) if one.id != origin.id)
        add_by_name(field.line, other.title)
        settle(desk.session)
        assert [one.id for one in desk.session.project.origins_of(step.id)] == [origin.id, other.id]
        field.removed.emit(origin.id)
        settle(desk.session)
        assert [one.id for one in desk.session.project.origins_of(step.id)] == [other.id]
        field.followed.emit(other.id)
        assert desk.selection.ids_of(Step) == (other.id,)
        assert desk.selection.journey == origin.journey


def test_steps_join_and_leave_a_part_of_a_journey(tmp_path: Path) -> None:
    with inspecting(tmp_path, park()) as (desk, panel):
        project = desk.session.project
        part = project.all(Stretch)[0]
        inside = [step.id for step in project.steps_in(part.id)]
        outside = next(step for step in project.steps_of(part.journey) if step.id not in inside)
        desk.selection.choose(Stretch, part.id)
        field = field_named(panel, desk.words("inspector.part.steps"))
        assert isinstance(field, ListField)
        add_by_name(field.line, outside.title)
        settle(desk.session)
        field.removed.emit(inside[0])
        settle(desk.session)
        now = [step.id for step in desk.session.project.steps_in(part.id)]
        assert now == [*inside[1:], outside.id]
