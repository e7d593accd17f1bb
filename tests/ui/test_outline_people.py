"""Segments and situations in the outline: copied, moved, removed without a question, and back again."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from helpers.desks import edited, park, settle
from helpers.outlines import click, line, open_outline, texts, view
from rondo.strategy.people.answers import ASKED, SCORES, Answers
from rondo.strategy.people.roles import holder
from rondo.ui.outline.lines.people import segment_facts
from rondo.words import Words
from rondofile.enums import Experience, Knows, RoleKind
from rondofile.kinds import EditKind
from rondofile.nouns import segments
from rondofile.project import Project
from rondofile.records import Segment, Situation

pytestmark = pytest.mark.usefixtures("qapp")
ALT = Qt.KeyboardModifier.AltModifier


def same_answers(project: Project, one: str, other: str) -> int:
    """How many scores two segments, or two situations, share; all of them have to."""
    answers, checked = Answers(project), 0
    found = [project.find(Situation, key) or project.get(Segment, key) for key in (one, other)]
    for asked in ASKED:
        assert getattr(found[0], asked) == getattr(found[1], asked)
    for experience in Experience:
        for which in SCORES:
            values = [
                answers.score(person.segment, person.id, experience, which).value
                if isinstance(person, Situation)
                else answers.score(person.id, None, experience, which).value
                for person in found
            ]
            assert values[0] == values[1]
            checked += values[0] is not None
    return checked


def test_a_copy_of_a_segment_stands_behind_it_with_all_that_is_known(tmp_path: Path) -> None:
    with open_outline(tmp_path) as (desk, outline):
        edited(
            desk.session,
            EditKind.SET_SEGMENT_ROLE,
            lambda edit: segments.set_role(edit, "families", RoleKind.PAYER, "pass"),
        )
        before, shown = desk.session.project, view(outline, "segments")
        click(shown, line(shown, "First-visit families"))
        outline.deeds()["edit.duplicate"].do()
        settle(desk.session)
        project = desk.session.project
        (key,) = desk.selection.ids_of(Segment)
        assert [one.id for one in project.all(Segment)] == ["families", key, "pass", "noband"]
        assert same_answers(project, "families", key) == 8
        twins = project.situations_of(key)
        assert [one.name for one in twins] == ["planning at home", "when it rains at noon"]
        assert same_answers(project, "rain", twins[1].id) == 8
        known, payer = holder(project, key, RoleKind.PAYER)
        assert known and payer is not None and payer.id == "pass"
        assert texts(shown)[3].startswith(project.get(Segment, key).name)
        desk.session.undo()
        settle(desk.session)
        assert desk.session.project == before


def test_a_copy_of_a_situation_stands_behind_it_in_its_segment(tmp_path: Path) -> None:
    with open_outline(tmp_path) as (desk, outline):
        shown = view(outline, "segments")
        click(shown, line(shown, "First-visit families – planning at home"))
        outline.deeds()["edit.duplicate"].do()
        settle(desk.session)
        project = desk.session.project
        (key,) = desk.selection.ids_of(Situation)
        assert [one.id for one in project.situations_of("families")] == ["home", key, "rain"]
        assert same_answers(project, "home", key) == 8


def test_alt_and_an_arrow_move_a_segment_with_its_situations(tmp_path: Path) -> None:
    with open_outline(tmp_path) as (desk, outline):
        shown = view(outline, "segments")
        click(shown, line(shown, "First-visit families"))
        QTest.keyClick(shown, Qt.Key.Key_Down, ALT)
        settle(desk.session)
        assert [one.id for one in desk.session.project.all(Segment)] == ["pass", "families", "noband"]
        assert texts(shown)[1:4] == [
            "First-visit families",
            "First-visit families – planning at home",
            "First-visit families – when it rains at noon",
        ]


def test_a_payer_goes_without_a_question_and_what_stays_is_said(tmp_path: Path) -> None:
    with open_outline(tmp_path) as (desk, outline):
        edited(
            desk.session,
            EditKind.SET_SEGMENT_ROLE,
            lambda edit: segments.set_role(edit, "families", RoleKind.PAYER, "pass"),
        )
        told: list[str] = []
        desk.notices.said.connect(lambda notice: told.append(notice.sentence))
        shown = view(outline, "segments")
        click(shown, line(shown, "Annual pass holders"))
        outline.deeds()["edit.delete"].do()
        settle(desk.session)
        project = desk.session.project
        assert project.find(Segment, "pass") is None
        assert holder(project, "families", RoleKind.PAYER) == (False, None)
        assert len(told) == 1 and desk.words.count("outline.stay.roles", 1) in told[0]
        desk.session.undo()
        settle(desk.session)
        _, payer = holder(desk.session.project, "families", RoleKind.PAYER)
        assert payer is not None and payer.id == "pass"


def test_the_line_of_a_segment_says_that_the_need_is_not_noticed() -> None:
    words, segment = Words(), park().get(Segment, "noband")
    for knows, key in ((Knows.NO, "outline.need.no"), (Knows.PARTLY, "outline.need.partly")):
        assert words(key) in segment_facts(replace(segment, knows_need=knows), words)
    assert "need" not in segment_facts(replace(segment, knows_need=Knows.YES), words)
