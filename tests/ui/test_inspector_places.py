"""What the inspector says about links, findings, cells and whose something is; and where it leads."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from helpers.answering import answer, press
from helpers.desks import park, settle, wait_for
from helpers.inspecting import field_named, inspecting, jump_to, step_called, texts, unfold
from rondo.ui.fields import ChoiceField, ScoreField
from rondofile.enums import Architecture, Experience, LinkKind, PlacementState
from rondofile.project import Project
from rondofile.records import (
    Journey,
    Lane,
    Link,
    Placement,
    Player,
    Record,
    Segment,
    Situation,
    Step,
    Stretch,
)

pytestmark = pytest.mark.usefixtures("qapp")

NOUNS: tuple[type[Record], ...] = (
    Step,
    Link,
    Lane,
    Journey,
    Stretch,
    Segment,
    Situation,
    Player,
    Placement,
)


def test_the_links_of_a_step_lead_to_themselves_and_back(tmp_path: Path) -> None:
    with inspecting(tmp_path, park()) as (desk, panel):
        link = next(one for one in desk.session.project.all(Link) if one.kind is LinkKind.NEXT)
        target = desk.session.project.get(Step, link.target)
        desk.selection.choose(Step, link.source)
        unfold(panel)
        QTest.mouseClick(
            jump_to(panel, desk.words("inspector.link_out", step=target.title)), Qt.MouseButton.LeftButton
        )
        assert desk.selection.ids_of(Link) == (link.id,)
        QTest.mouseClick(jump_to(panel, target.title), Qt.MouseButton.LeftButton)
        assert desk.selection.ids_of(Step) == (target.id,)


def test_a_link_asks_about_learning_only_where_it_learns(tmp_path: Path) -> None:
    with inspecting(tmp_path, park()) as (desk, panel):
        project = desk.session.project
        learns = next(one for one in project.all(Link) if one.kind is LinkKind.LEARNS)
        desk.selection.choose(Link, learns.id)
        level = field_named(panel, desk.words("inspector.link.level"))
        answer(level, 4)
        settle(desk.session)
        assert desk.session.project.get(Link, learns.id).level == 4
        assert desk.framework.level(4).meaning in texts(panel)
        answer(field_named(panel, desk.words("inspector.link.kind")), LinkKind.INFORMATION)
        settle(desk.session)
        now = desk.session.project.get(Link, learns.id)
        assert (now.kind, now.level, now.about) == (LinkKind.INFORMATION, None, None)
        assert not level.isVisible()


def test_a_link_that_may_not_be_so_is_left_as_it_was_and_the_reason_is_said(tmp_path: Path) -> None:
    two = [Step(id=key, journey="j", title=key) for key in ("a", "b")]
    both = [
        Link(id=kind, journey="j", source="a", target="b", kind=kind)
        for kind in (LinkKind.NEXT, LinkKind.MONEY)
    ]
    with inspecting(tmp_path, Project.of([Journey(id="j"), *two, *both])) as (desk, panel):
        project = desk.session.project
        said: list[Any] = []
        desk.notices.said.connect(said.append)
        desk.selection.choose(Link, "next")
        field = field_named(panel, desk.words("inspector.link.kind"))
        answer(field, LinkKind.MONEY)
        settle(desk.session)
        assert desk.session.project == project
        assert field.value() is LinkKind.NEXT
        assert said[0].sentence == desk.words("framework.rules.already_joined")


def test_what_was_found_at_a_step_is_said_and_leads_on(tmp_path: Path) -> None:
    with inspecting(tmp_path, park()) as (desk, panel):
        step = step_called(desk.session.project, "Check in at the desk")
        desk.selection.choose(Step, step.id)
        settle(desk.session)
        assert desk.words("found.stranger_here.title") in texts(panel)
        assert desk.words("found.retold.title") in texts(panel)
        answer(field_named(panel, desk.words("inspector.step.identity")), "carried")
        settle(desk.session)
        assert desk.words("found.stranger_here.title") not in texts(panel)
        desk.session.undo()
        settle(desk.session)
        assert desk.words("found.stranger_here.title") in texts(panel)
        QTest.mouseClick(jump_to(panel, "Book and pay"), Qt.MouseButton.LeftButton)
        assert desk.selection.ids_of(Step) == (step_called(desk.session.project, "Book and pay").id,)


def test_a_cell_says_what_it_means_and_who_is_there(tmp_path: Path) -> None:
    cell = Experience.CURATED_OFFERING, Architecture.CONNECTED_PRODUCER
    with inspecting(tmp_path, park()) as (desk, panel):
        desk.selection.choose_cell(cell)
        text = desk.framework.cell(*cell)
        there = next(
            one for one in desk.session.project.all(Placement) if (one.experience, one.architecture) == cell
        )
        said = texts(panel)
        for part in (text.question, text.incentives, text.information, there.offer, text.examples[0].name):
            assert part in said
        new: list[bool] = []
        desk.actions["strategy.new-offer"].triggered.connect(lambda: new.append(True))
        button = next(
            one
            for one in panel.findChildren(QWidget)
            if one.isVisible() and one.accessibleName() == desk.actions["strategy.new-offer"].text()
        )
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        assert len(new) == 1 and desk.selection.cell == cell
        QTest.mouseClick(jump_to(panel, there.offer), Qt.MouseButton.LeftButton)
        assert desk.selection.ids_of(Placement) == (there.id,)
        desk.selection.choose_cell((None, Architecture.CROWD_ORCHESTRATOR))
        assert desk.framework.off_grid.meaning in texts(panel) and text.question not in texts(panel)


def test_the_scores_of_an_experience_are_kept_for_segment_and_situation_apart(tmp_path: Path) -> None:
    with inspecting(tmp_path, park()) as (desk, panel):
        situation = desk.session.project.all(Situation)[0]
        experience = Experience.COACH_BEHAVIOR
        for noun, key, score in ((Segment, situation.segment, 2), (Situation, situation.id, -2)):
            desk.selection.choose(noun, key)
            unfold(panel)
            fields = [
                one
                for one in panel.findChildren(ScoreField)
                if one.isVisible() and one.question == desk.words("inspector.fit.value")
            ]
            press(fields[list(Experience).index(experience)].pills, score)
            settle(desk.session)
        fits = {
            fit.situation: fit.value
            for fit in desk.session.project.tables["fit"].values()
            if (fit.segment, fit.experience) == (situation.segment, experience)  # type: ignore[attr-defined]
        }
        assert fits[None] == 2 and fits[situation.id] == -2


def test_a_long_journey_is_followed_once_for_all_its_steps(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from rondo.ui.inspector.steps import found

    followed: list[str] = []
    plain = found.main_path
    monkeypatch.setattr(found, "main_path", lambda project, key: followed.append(key) or plain(project, key))
    long = [Step(id=f"s{n}", journey="j", position=n, title=f"Step {n}", lane="l") for n in range(1000)]
    project = Project.of([Journey(id="j"), Lane(id="l", journey="j"), *long])
    with inspecting(tmp_path, project) as (desk, panel):
        for step in long[:20]:
            desk.selection.choose(Step, step.id)
            QCoreApplication.processEvents()
        assert len(followed) <= 1
        wait_for(lambda: len(followed) == 1)
        answer(field_named(panel, desk.words("inspector.step.feeling")), 2)
        settle(desk.session)
        desk.selection.choose(Step, long[30].id)
        QCoreApplication.processEvents()
        assert followed == ["j"]


def test_an_organisation_can_be_chosen_for_offer_lane_and_journey(tmp_path: Path) -> None:
    with inspecting(tmp_path, park()) as (desk, panel):
        rival = desk.session.project.all(Player)[-1].id
        for noun, question in (
            (Placement, "inspector.offer.player"),
            (Lane, "inspector.lane.player"),
            (Journey, "inspector.journey.player"),
        ):
            key = desk.session.project.all(noun)[0].id
            desk.selection.choose(noun, key)
            field = field_named(panel, desk.words(question))
            assert isinstance(field, ChoiceField)
            answer(field, rival)
            settle(desk.session)
            assert desk.session.project.get(noun, key).player == rival  # type: ignore[attr-defined]


def test_another_segment_takes_the_situation_of_a_journey_along(tmp_path: Path) -> None:
    with inspecting(tmp_path, park()) as (desk, panel):
        project = desk.session.project
        situation = project.all(Situation)[0]
        key = next(one.id for one in project.all(Journey) if one.segment == situation.segment)
        desk.selection.choose(Journey, key)
        answer(field_named(panel, desk.words("inspector.journey.situation")), situation.id)
        settle(desk.session)
        journey = desk.session.project.get(Journey, key)
        assert journey.situation == situation.id
        other = next(one for one in project.all(Segment) if one.id != journey.segment)
        answer(field_named(panel, desk.words("inspector.journey.segment")), other.id)
        settle(desk.session)
        now = desk.session.project.get(Journey, journey.id)
        assert (now.segment, now.situation) == (other.id, None)


def test_state_of_the_offer_is_shown_in_its_line(tmp_path: Path) -> None:
    with inspecting(tmp_path, park()) as (desk, panel):
        offer = next(one for one in desk.session.project.all(Placement) if one.state is PlacementState.NOW)
        desk.selection.choose(Placement, offer.id)
        answer(field_named(panel, desk.words("inspector.offer.state")), PlacementState.TARGET)
        settle(desk.session)
        assert desk.framework.name(PlacementState.TARGET) in texts(panel)
