"""The pages of segments and situations: three questions first, what offers need, what is inherited."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest

from helpers.answering import answer
from helpers.desks import edited, park, settle
from helpers.inspecting import field_named, inspecting, texts, unfold
from rondo.strategy.people.answers import ASKED, Answers
from rondo.strategy.people.asking import unanswered
from rondo.ui.desk import Desk
from rondo.ui.fields import Field
from rondo.ui.inspector.panel import Inspector
from rondo.ui.inspector.people.link_button import LinkButton
from rondofile.enums import Architecture, CardKind, Experience, Knows, PlacementState
from rondofile.kinds import EditKind
from rondofile.nouns import placements
from rondofile.project import Project
from rondofile.records import Fit, MenuChoice, MenuRule, Placement, Reading, Segment, Situation

pytestmark = [
    pytest.mark.usefixtures("qapp"),
    pytest.mark.qt_log_ignore("This plugin does not support", extend=True),
]


OF_OFFERS = (Placement, Reading, MenuChoice, MenuRule)


def asked(panel: Inspector) -> list[str]:
    """The questions that can be seen, from the top."""
    QCoreApplication.processEvents()
    found = [one for one in panel.findChildren(Field) if one.isVisible()]
    found = [one for one in found if not isinstance(one.parent(), Field)]
    found.sort(key=lambda one: one.mapTo(panel, one.rect().topLeft()).y())
    return [one.question for one in found]


def without_offers() -> Project:
    return Project.of([one for one in park().records() if not isinstance(one, OF_OFFERS)])


def silent_situation() -> Project:
    """The rain says nothing of its own."""
    nothing: dict[str, Any] = {one: "" if one == "own_goal" else None for one in ASKED}
    told: dict[str, Any] = {"own_goal": "Save it", "knows_options": Knows.NO, "undo_possible": True}
    records = [
        replace(one, **nothing)
        if isinstance(one, Situation) and one.id == "rain"
        else replace(one, **told)
        if isinstance(one, Segment) and one.id == "families"
        else one
        for one in without_offers().records()
        if not (isinstance(one, Fit) and one.situation == "rain")
    ]
    return Project.of(records)


def promise(desk: Desk, kind: CardKind, ref: str, row: Experience) -> Placement:
    cell = (row, Architecture.CONNECTED_PRODUCER)
    more = {"card_kind": kind, "card_ref": ref, "state": PlacementState.TARGET}
    return edited(
        desk.session,
        EditKind.PLACE_OFFER,
        lambda edit: placements.place(edit, "It renews itself", cell, **more),
    )


def test_a_segment_is_asked_three_things_first_and_each_says_why(tmp_path: Path) -> None:
    with inspecting(tmp_path, without_offers()) as (desk, panel):
        desk.selection.choose(Segment, "noband")
        words = desk.words
        assert asked(panel) == [
            words("inspector.segment.name"),
            words("inspector.situation.knows_need"),
            words("inspector.segment.desired_control"),
            words("inspector.segment.privacy_comfort"),
        ]
        for key in ("knows_need", "desired_control", "privacy_comfort"):
            assert words(f"asking.people.{key}") in texts(panel)
        left = unanswered(desk.session.project, desk.session.project.get(Segment, "noband"))
        open_ = words.count("asking.people.open", left)
        assert left > 0 and open_ in texts(panel)
        answer(field_named(panel, words("inspector.situation.knows_need")), Knows.PARTLY)
        settle(desk.session)
        assert open_ not in texts(panel)


@pytest.mark.parametrize(
    ("row", "wanted"),
    [
        (Experience.CURATED_OFFERING, ["knows_options"]),
        (Experience.COACH_BEHAVIOR, ["own_goal"]),
        (Experience.AUTOMATIC_EXECUTION, ["predictability", "mistake_cost", "undo"]),
    ],
)
def test_an_offer_that_we_will_make_asks_what_it_needs_and_undo_takes_it_back(
    tmp_path: Path, row: Experience, wanted: list[str]
) -> None:
    with inspecting(tmp_path, without_offers()) as (desk, panel):
        desk.selection.choose(Situation, "home")
        before = asked(panel)
        promise(desk, CardKind.SITUATION, "home", row)
        now = asked(panel)
        words = desk.words
        more = [words(f"inspector.situation.{key}") for key in wanted]
        more += [words("inspector.fit.comfort"), words("inspector.fit.value")]
        assert now == [*before, *more]
        assert words("asking.people.now_for", offer="It renews itself") in texts(panel)
        desk.session.undo()
        settle(desk.session)
        assert asked(panel) == before


def test_a_segment_is_also_asked_its_size_and_who_pays(tmp_path: Path) -> None:
    with inspecting(tmp_path, without_offers()) as (desk, panel):
        desk.selection.choose(Segment, "noband")
        promise(desk, CardKind.SEGMENT, "noband", Experience.AUTOMATIC_EXECUTION)
        now, words = asked(panel), desk.words
        for key in ("segment.size", "segment.size_unit", "role.payer", "role.consent-giver"):
            assert now.count(words(f"inspector.{key}")) == 1
        assert words("inspector.role.user") not in now
        unfold(panel)
        assert len(asked(panel)) == len(set(asked(panel))) + 2 * 3, "only the scores are asked several times"


def test_two_offers_each_say_what_they_need(tmp_path: Path) -> None:
    with inspecting(tmp_path, without_offers()) as (desk, panel):
        desk.selection.choose(Situation, "home")
        promise(desk, CardKind.SITUATION, "home", Experience.COACH_BEHAVIOR)
        other = promise(desk, CardKind.SITUATION, "home", Experience.CURATED_OFFERING)
        edited(
            desk.session,
            EditKind.SET_OFFER,
            lambda edit: edit.change(Placement, other.id, offer="Three that fit"),
        )
        said, words = texts(panel), desk.words
        assert words("asking.people.now") in said
        reason = words("asking.people.knows_options")
        assert words("asking.people.because", reason=reason, offer="Three that fit") in said


def test_a_situation_shows_what_it_inherits_and_leads_back_to_it(tmp_path: Path) -> None:
    with inspecting(tmp_path, silent_situation()) as (desk, panel):
        desk.selection.choose(Situation, "rain")
        unfold(panel)
        words = desk.words
        control = field_named(panel, words("inspector.segment.desired_control"))
        assert words("inspector.as_segment", answer="−1") in texts(panel)
        answer(control, 2)
        settle(desk.session)
        assert desk.session.project.get(Situation, "rain").desired_control == 2
        (back,) = [one for one in panel.findChildren(LinkButton) if one.isVisible()]
        assert back.accessibleName() == words("inspector.back_to_segment", answer="−1")
        QTest.mouseClick(back, Qt.MouseButton.LeftButton)
        settle(desk.session)
        assert desk.session.project.get(Situation, "rain").desired_control is None
        assert control.value() is None and not back.isVisible()
        desk.session.undo()
        settle(desk.session)
        assert control.value() == 2 and back.isVisible()


def test_words_and_choices_are_inherited_as_well(tmp_path: Path) -> None:
    with inspecting(tmp_path, silent_situation()) as (desk, panel):
        desk.selection.choose(Situation, "rain")
        unfold(panel)
        words, name = desk.words, desk.framework.name
        for said in ("Save it", name(Knows.NO), words("inspector.yes")):
            assert words("inspector.as_segment", answer=said) in texts(panel)
        goal = field_named(panel, words("inspector.situation.own_goal"))
        answer(goal, "Dry feet")
        settle(desk.session)
        (back,) = [one for one in panel.findChildren(LinkButton) if one.isVisible()]
        QTest.mouseClick(back, Qt.MouseButton.LeftButton)
        settle(desk.session)
        rain = desk.session.project.get(Situation, "rain")
        assert rain.own_goal == ""
        assert Answers(desk.session.project).of(rain, "own_goal").value == "Save it"


def test_a_score_of_a_situation_leads_back_to_that_of_the_segment(tmp_path: Path) -> None:
    with inspecting(tmp_path, without_offers()) as (desk, panel):
        desk.selection.choose(Situation, "rain")
        unfold(panel)
        back = [one for one in panel.findChildren(LinkButton) if one.isVisible()]
        assert [one.accessibleName() for one in back] == [
            desk.words("inspector.back_to_segment", answer="0")
        ], "only what differs leads back"
        QTest.mouseClick(back[0], Qt.MouseButton.LeftButton)
        settle(desk.session)
        fit = Answers(desk.session.project).fit("families", "rain", Experience.COACH_BEHAVIOR)
        assert fit is not None and (fit.comfort, fit.value) == (0, None)


def test_the_way_back_to_a_long_answer_is_never_wider_than_the_page(tmp_path: Path) -> None:
    long = "Weigh themselves every single morning before breakfast, " * 4
    told = {"families": {"own_goal": long.strip()}, "rain": {"own_goal": "Dry feet"}}
    records = [replace(one, **told.get(one.id, {})) for one in without_offers().records()]
    with inspecting(tmp_path, Project.of(records)) as (desk, panel):
        desk.selection.choose(Situation, "rain")
        unfold(panel)
        (back,) = [one for one in panel.findChildren(LinkButton) if "Weigh" in one.accessibleName()]
        assert long.strip() in back.accessibleName() and back.text() != back.accessibleName()
        assert panel.page is not None and panel.page.width() <= panel.width()
        assert back.mapTo(panel, back.rect().topRight()).x() <= panel.width()


@pytest.mark.parametrize(("noun", "keys"), [(Segment, ("families", "noband")), (Situation, ("home", "rain"))])
def test_several_are_answered_together_and_nothing_is_said_of_one_alone(
    tmp_path: Path, noun: type[Segment | Situation], keys: tuple[str, ...]
) -> None:
    with inspecting(tmp_path, park()) as (desk, panel):
        desk.selection.choose(noun, keys[0])
        unfold(panel)
        desk.selection.choose(noun, *keys)
        unfold(panel)
        room = "segment" if noun is Segment else "situation"
        said, words = texts(panel), desk.words
        assert words.count(f"inspector.{room}.several", 2) in said
        assert "Needed for" not in said and "As the segment" not in said
        assert words("inspector.fit.comfort") not in asked(panel)
        answer(field_named(panel, words("inspector.situation.predictability")), 1)
        settle(desk.session)
        assert {desk.session.project.get(noun, key).predictability for key in keys} == {1}
        desk.selection.choose(noun, keys[0])
        assert words("inspector.fit.comfort") in asked(panel)
